/*
 * records.h - the links behind a heading that says so are a list, with what
 * is told of them, and so are headlines with teasers behind a body.
 *
 * Where each link of a list has a teaser and a day beside it, no two of its
 * links stand in a row, and a forest that sees one block at a time takes some
 * of them, or some teasers, for body.
 */
#ifndef SCLS_SEGMENT_RECORDS_H
#define SCLS_SEGMENT_RECORDS_H

#include "segment/html/traits.h"

/*
 * Takes out of is_body, which has a byte a block, what stands right behind the
 * heading of a link list: two links or more that stand in like elements with
 * few blocks between, and those blocks; of the latter none that is made like a
 * block elsewhere on the page.  And, whatever stands before, behind the last
 * paragraph of a body five links or more to other pages, most of them
 * headlines, each with a teaser behind it that is made like nothing else, or
 * before it, if each has an element of its own or not all of them are body; or,
 * where no prose is left behind that paragraph, not all of them body.
 * Returns SPAMCLS_OK or SPAMCLS_E_NOMEM.
 */
SCLS_MUST_USE scls_status scls_records_settle(const scls_view *view,
                                              uint8_t *is_body);

#endif
