/* decide.h - body or not, for all blocks of a page at once. */
#ifndef SCLS_SEGMENT_DECIDE_H
#define SCLS_SEGMENT_DECIDE_H

#include "segment/split_draft.h"

/*
 * *is_body gets a byte a block, SCLS_IS_... or 0.  <title> is never body:
 * it is no part of the page that a reader sees.  Where the forest finds no
 * body on a page that is not half links, its sentences outside navigation,
 * footers and the like are it, or its lines.  Returns SPAMCLS_OK or
 * SPAMCLS_E_NOMEM.
 */
SCLS_MUST_USE scls_status scls_decide_body(const scls_draft *draft,
                                           uint8_t **is_body);

/*
 * The likeliest sequence of two states (Viterbi 1967): in state 1 a block
 * gains its score, and each change of state costs change.  scores and states
 * have n entries, back has 2 * n bytes to work in.
 */
void scls_decide_states(const int32_t *scores, uint32_t n, int32_t change,
                        uint8_t *back, uint8_t *states);

#endif
