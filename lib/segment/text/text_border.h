/*
 * text_border.h - which line of a plain-text page the list begins with, of
 * those near where the lines one by one say so.
 *
 * A forest of its own tells of any line how likely it is the first of the
 * list: what stands from it on is compared with what stands before it.
 */
#ifndef SCLS_SEGMENT_TEXT_BORDER_H
#define SCLS_SEGMENT_TEXT_BORDER_H

#include "base/nat.h"
#include "segment/text/text_view.h"

/* Lines that may be a list. */
typedef struct scls_run {
	uint32_t begin, end; /* blocks; equal: no list */
} scls_run;

/* 1/1024 nat: what is said for a list must come to so much. */
#define SCLS_RUN_SCORE (4 * SCLS_NAT)

/* Columns of its forest: the traits of the line, then SCLS_BORDER_<NAME>, in
 * the order of text_border.def. */
typedef enum scls_border_trait {
	SCLS_BORDER_OWN = SCLS_TEXT_TRAIT_COUNT - 1, /* before: the line's */
#define T(name) SCLS_BORDER_##name,
#include "segment/text/text_border.def"
#undef T
	SCLS_BORDER_TRAIT_COUNT
} scls_border_trait;

/* The traits of line i, and of the border before it; of a page whose lines
 * were added up by scls_text_sum_scores. */
void scls_border_traits(const scls_text_view *view, uint32_t i,
                        int32_t row[SCLS_BORDER_TRAIT_COUNT]);

/*
 * The likeliest first line near run.begin, by the forest and by the scores of
 * the lines that the run was found with; run.end where none is likely.
 * Returns SPAMCLS_OK or SPAMCLS_E_NOMEM; *begin is untouched on failure.
 */
SCLS_MUST_USE scls_status scls_text_border(const scls_text_view *view,
                                           const scls_forest *forest,
                                           const int32_t *scores,
                                           scls_run run, uint32_t *begin);

#endif
