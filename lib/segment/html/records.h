/*
 * records.h - the links behind a heading that says so are a list, with what
 * is told of them.
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
 * block elsewhere on the page.  Then what stands behind an article (cards.h).
 * Returns SPAMCLS_OK or SPAMCLS_E_NOMEM.
 */
SCLS_MUST_USE scls_status scls_records_settle(const scls_view *view,
                                              uint8_t *is_body);

#endif
