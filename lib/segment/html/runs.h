/*
 * runs.h - blocks in a row that are body together or not at all.
 *
 * A forest sees one block at a time, so it may cut a list, or a program, in
 * two.
 */
#ifndef SCLS_SEGMENT_RUNS_H
#define SCLS_SEGMENT_RUNS_H

#include "segment/split_draft.h"

/* Where no body stands, whatever is written there. */
#define SCLS_OUTSIDE (SCLS_IN_NAV | SCLS_IN_FOOTER | SCLS_IN_ASIDE \
                      | SCLS_IN_HIDDEN | SCLS_IN_COMMENTS \
                      | SCLS_IN_RELATED | SCLS_IN_CHROME)

/*
 * Settles three kinds of runs, is_body having a byte a block: lines of code
 * are body where most of them are; links of one container, made alike, are
 * what most of them are; links that are lines of <pre> are no body.  Fewer
 * than three links are no run.  None that is hidden becomes body.
 */
void scls_runs_settle(const scls_page *page, uint8_t *is_body);

#endif
