/*
 * link_line.h - a paragraph of nothing but links behind a body is a list.
 *
 * With blanks, bars or commas between them headlines look like a sentence to
 * the forest, and a page whose words are ordinary keeps them as its body.
 */
#ifndef SCLS_SEGMENT_LINK_LINE_H
#define SCLS_SEGMENT_LINK_LINE_H

#include "segment/html/traits.h"

/* Takes out of is_body, which has a byte a block, blocks behind the last
 * paragraph of a body that are five links or more to other pages, most of them
 * headlines, with no words between. */
void scls_link_lines_settle(const scls_view *view, uint8_t *is_body);

#endif
