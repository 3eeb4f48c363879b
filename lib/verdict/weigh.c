/* weigh.c - see weigh.h; the numbers are in weights.def and odds.inc. */
#include "verdict/weigh.h"

#include "verdict/list_forest.h"

static const int32_t weights[SCLS_V_COUNT] = {
#define SCLS_WEIGHT(id, weight) [SCLS_V_##id] = (weight),
#include "verdict/weights.def"
#undef SCLS_WEIGHT
};

/* Probabilities in millionths, one every STEP of the score, from LOW on. */
static const int32_t odds[] = {
#include "verdict/odds.inc"
};
#define ODDS ((int32_t)(sizeof(odds) / sizeof(odds[0])))
#define LOW (-12 * SCLS_NAT)
#define STEP (SCLS_NAT / 4)
#define MILLION 1000000

/* Scores from which a page is suspect, and a farm's. */
#include "verdict/thresholds.inc"

int32_t scls_weigh(uint32_t id, int32_t value)
{
	return (int32_t)((int64_t)weights[id] * value / SCLS_ONE);
}

int32_t scls_verdict_bias(void)
{
	return scls_list_forest_start() + weights[SCLS_V_BIAS];
}

spamcls_verdict scls_verdict_of(int32_t score)
{
	return score >= FARM_FROM ? SPAMCLS_FARM
	       : score >= SUSPECT_FROM ? SPAMCLS_SUSPECT : SPAMCLS_CLEAN;
}

int32_t scls_above_suspect(int32_t score)
{
	return score - SUSPECT_FROM;
}

/* Straight lines between the table's points. */
float scls_verdict_probability(int32_t score)
{
	int32_t high_end = LOW + (ODDS - 1) * STEP;
	int32_t inside = score < LOW ? LOW : score > high_end ? high_end
	                                                      : score;
	int32_t at = inside - LOW;
	int32_t i = at / STEP, part = at % STEP;
	int64_t low = odds[i], high = odds[i + 1 < ODDS ? i + 1 : i];

	return (float)(low * STEP + (high - low) * part)
	       / (float)(STEP * MILLION);
}
