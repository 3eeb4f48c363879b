/* repeated.h - what stands in the body a second time. */
#ifndef SCLS_SEGMENT_REPEATED_H
#define SCLS_SEGMENT_REPEATED_H

#include "segment/html/traits.h"

/*
 * Pages hold a passage twice: once for wide screens and once for narrow ones,
 * quoted by an answer, behind "read more" in full.  Of the blocks that is_body
 * calls SCLS_IS_BODY, those that repeat an earlier one become
 * SCLS_IS_REPEATED: a block that is long enough to be no chance, and short
 * ones that stand beside it as they stood beside the first.  Returns
 * SPAMCLS_OK or SPAMCLS_E_NOMEM.
 */
SCLS_MUST_USE scls_status scls_mark_repeats(const scls_view *view,
                                            uint8_t *is_body);

#endif
