/* weigh.h - values to weights, weights to a verdict: all in integers. */
#ifndef SCLS_VERDICT_WEIGH_H
#define SCLS_VERDICT_WEIGH_H

#include "base/nat.h"
#include "verdict/list.h"

/* The weight of reason id at this value (1024: in full). */
int32_t scls_weigh(uint32_t id, int32_t value);

/* What body and title say, as values from 0 to 1024, by reason. */
void scls_body_values(const scls_body *body, int32_t values[SCLS_V_COUNT]);

/* The verdict's name and probability for a score: fixed tables. */
spamcls_verdict scls_verdict_of(int32_t score);
float scls_verdict_probability(int32_t score);

/* Weights that are no measure of evidence, and the end of the scale. */
int32_t scls_verdict_bias(void);
#define SCLS_BODY_MOST (3 * SCLS_NAT / 2) /* body and title together */
#define SCLS_SCORE_MOST (20 * SCLS_NAT)

#endif
