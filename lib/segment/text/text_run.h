/*
 * text_run.h - where the link list of a plain-text page begins and ends.
 *
 * There are no anchors, so the lines themselves must tell: a run of lines
 * that read like headlines, after the prose, at the end of the page.
 */
#ifndef SCLS_SEGMENT_TEXT_RUN_H
#define SCLS_SEGMENT_TEXT_RUN_H

#include "segment/text/text_border.h"

/* Columns of a line that says anything: a narrower one may stand in a list, and
 * is no item of it. */
#define SCLS_ODD_WIDTH 8u

/*
 * Lines that have role references already are no part of it.  Where there is
 * no list, begin and end are the number of blocks.
 * Returns SPAMCLS_OK or SPAMCLS_E_NOMEM.
 */
SCLS_MUST_USE scls_status scls_text_run(const scls_draft *draft,
                                        scls_run *run);

#endif
