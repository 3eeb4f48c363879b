/*
 * cards.h - lists behind an article that no heading announces.
 */
#ifndef SCLS_SEGMENT_CARDS_H
#define SCLS_SEGMENT_CARDS_H

#include "segment/html/record_links.h"

/*
 * Takes out of is_body, which has a byte a block, what stands behind the last
 * paragraph of a body of three: five links or more to other pages, most of them
 * headlines, that stand alike, each with
 * - a teaser behind it that is made like nothing else of the page, or
 * - one before it, if each has an element of its own or not all of them are
 *   body, or
 * - the same blocks behind it, a teaser among them, where these are no longer
 *   than the body's paragraphs, whatever they are made like;
 * or, where no prose is left behind that paragraph, not all of them body.
 */
void scls_cards_settle(scls_records *r, uint8_t *is_body);

#endif
