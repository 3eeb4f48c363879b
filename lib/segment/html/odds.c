/* odds.c - the best threshold of a page; see odds.h. */
#include "segment/html/odds.h"

#include "base/nat.h"

/* Scores are looked at in steps of 1/8 nat, from -8 to 8 nat. */
#define STEP (SCLS_NAT / 8)
#define STEPS 128

/* From the bound 1 down to the fixed point; it is reached in a few. */
#define ROUNDS 12

/* On a page whose expected F1 is CLEAR_FROM to CLEAR_FROM + CLEAR_RANGE
 * (1/1024), a block of fewer than SHORT_TOKENS words loses up to SHORT_DOUBT
 * (1/1024 nat). */
#define CLEAR_FROM 730
#define CLEAR_RANGE 205
#define SHORT_TOKENS 75u
#define SHORT_DOUBT 900

static const uint16_t chances[STEPS + 1] = {
	0, 0, 0, 0, 1, 1, 1, 1, 1, 1,
	1, 1, 2, 2, 2, 2, 3, 3, 3, 4,
	4, 5, 5, 6, 7, 8, 9, 10, 11, 13,
	14, 16, 18, 21, 24, 27, 30, 34, 38, 43,
	49, 55, 62, 69, 78, 87, 98, 109, 122, 136,
	152, 168, 187, 207, 228, 251, 275, 301, 329, 357,
	387, 417, 448, 480, 512, 544, 576, 607, 637, 667,
	695, 723, 749, 773, 796, 817, 837, 856, 872, 888,
	902, 915, 926, 937, 946, 955, 962, 969, 975, 981,
	986, 990, 994, 997, 1000, 1003, 1006, 1008, 1010, 1011,
	1013, 1014, 1015, 1016, 1017, 1018, 1019, 1019, 1020, 1020,
	1021, 1021, 1021, 1022, 1022, 1022, 1022, 1023, 1023, 1023,
	1023, 1023, 1023, 1023, 1023, 1024, 1024, 1024, 1024
};

int32_t scls_odds_chance(int32_t score)
{
	int32_t low = -(STEPS / 2) * STEP;
	int32_t at;
	int32_t part;

	if (score <= low)
		return chances[0];
	if (score >= -low)
		return chances[STEPS];
	at = (score - low) / STEP;
	part = (score - low) % STEP;
	return chances[at] + (chances[at + 1] - chances[at]) * part / STEP;
}

/* The score of a probability. */
static int32_t score_of(int32_t chance)
{
	int32_t at = 0;

	while (at < STEPS && chances[at] < chance)
		at++;
	return (at - STEPS / 2) * STEP;
}

/* A block counts for no more than a long paragraph: one heap of keywords must
 * not outweigh all that a reader sees. */
#define TOKENS_MOST 200u

/* About as many as a tokenizer finds: wide characters and words. */
static uint32_t tokens_of(const scls_shape *shape)
{
	uint32_t n = shape->wide + shape->words + (shape->digits > 0);

	return n < TOKENS_MOST ? n : TOKENS_MOST;
}

/* The expected F1, in 1/1024, of taking all blocks above the limit. */
static int32_t expected(const scls_draft *draft, const int32_t *scores,
                        int32_t limit)
{
	uint64_t taken = 0;
	uint64_t right = 0;
	uint64_t all = 0;

	for (uint32_t i = 0; i < draft->page->n_blocks; i++) {
		uint64_t tokens = tokens_of(&draft->lines[i].shape);
		uint64_t chance = (uint64_t)scls_odds_chance(scores[i]);

		all += tokens * chance;
		if ((int32_t)chance <= limit)
			continue;
		taken += tokens;
		right += tokens * chance;
	}
	if (taken == 0)
		return 0;
	return (int32_t)(2 * right * 1024 / (taken * 1024 + all));
}

/* The chance, in 1/1024, above which to take blocks: half of the F1 that is
 * then expected. */
static int32_t best_limit(const scls_draft *draft, const int32_t *scores)
{
	int32_t limit = 512;

	for (int round = 0; round < ROUNDS; round++) {
		int32_t f1 = expected(draft, scores, limit);

		if (f1 / 2 == limit)
			break;
		limit = f1 / 2;
	}
	return limit;
}

int32_t scls_odds_threshold(const scls_draft *draft, const int32_t *scores)
{
	return score_of(best_limit(draft, scores));
}

/* How clear a page is, in 1/1024, by the F1 that is expected of it. */
static int32_t clearness(int32_t f1)
{
	int32_t over = f1 - CLEAR_FROM;

	if (over <= 0)
		return 0;
	return over < CLEAR_RANGE ? over * 1024 / CLEAR_RANGE : 1024;
}

void scls_odds_settle(const scls_draft *draft, int32_t *scores)
{
	int32_t limit = best_limit(draft, scores);
	int32_t threshold = score_of(limit);
	int32_t doubt = SHORT_DOUBT * clearness(2 * limit) / 1024;

	for (uint32_t i = 0; i < draft->page->n_blocks; i++) {
		uint32_t tokens = tokens_of(&draft->lines[i].shape);

		scores[i] -= threshold;
		/* A heading has reason to be short. */
		if (tokens < SHORT_TOKENS
		    && !scls_tag_is_heading(draft->page->blocks[i].tag))
			scores[i] -= doubt * (int32_t)(SHORT_TOKENS - tokens)
			             / (int32_t)SHORT_TOKENS;
	}
}
