/* odds.h - how sure must a block be?  Depends on how sure the page is. */
#ifndef SCLS_SEGMENT_ODDS_H
#define SCLS_SEGMENT_ODDS_H

#include "segment/split_draft.h"

/* The probability, in 1/1024, of a score in 1/1024 nat. */
int32_t scls_odds_chance(int32_t score);

/*
 * The score above which to call a block body so that the expected F1 of the
 * page's text is largest (1/1024 nat).  That is half of this F1 as a
 * probability (Lipton et al. 2014, "Optimal thresholding of classifiers to
 * maximize F1 measure"): one half on a page that is clear, less on one that
 * is not, where leaving out is as bad as taking in.
 */
int32_t scls_odds_threshold(const scls_draft *draft, const int32_t *scores);

/*
 * Takes from every score what it has to exceed: the threshold, and on a page
 * that is clear more from a short block.  There it costs few words to leave a
 * doubtful line out, and most such lines are chrome.
 */
void scls_odds_settle(const scls_draft *draft, int32_t *scores);

#endif
