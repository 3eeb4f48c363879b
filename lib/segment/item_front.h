/*
 * item_front.h - what stands in front of each line of a list and is no part of
 * its headlines: numbers that count them, marks.
 */
#ifndef SCLS_SEGMENT_ITEM_FRONT_H
#define SCLS_SEGMENT_ITEM_FRONT_H

#include "segment/split.h"

/*
 * Cuts from the items of each list what most of them begin with, figures
 * aside, if it is no word: marks ("## ", "> ", "[ ] "), a number that grows by
 * one from item to item, or figures that are set off ("[09:14] ").  text is the
 * page's.
 */
void scls_cut_fronts(const char *text, const scls_list *lists,
                     uint32_t n_lists, scls_item *items);

#endif
