/*
 * item_front.h - marks in front of each line of a list, which are no part of
 * its headlines.
 */
#ifndef SCLS_SEGMENT_ITEM_FRONT_H
#define SCLS_SEGMENT_ITEM_FRONT_H

#include "segment/split.h"

/*
 * Cuts from the items of each list the marks that most of them begin with
 * ("## ", "> ", "[ ] "), and those of emphasis at their ends.  Numbers stay:
 * what leads to a page has its own in its text.  text is the page's.
 */
void scls_cut_fronts(const char *text, const scls_list *lists,
                     uint32_t n_lists, scls_item *items);

#endif
