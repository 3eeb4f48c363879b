/* kin.c - see kin.h. */
#include "segment/html/kin.h"

#include "base/nat.h"

/* One block that the forest is sure of says no more to the mean than this. */
#define SURE (4 * SCLS_NAT)

/* So many others draw half as far as any number does. */
#define FEW 4

/* What the forest is sure of for what it is itself, as a date among
 * paragraphs, is not to be outvoted. */
#define DOUBT 400

static int32_t within(int32_t least, int64_t value, int32_t most)
{
	return value < least ? least : value > most ? most : (int32_t)value;
}

static void add_up(const scls_view *view, const int32_t *scores,
                   int64_t *sums)
{
	for (uint32_t i = 0; i < view->n; i++)
		sums[view->notes[i].kin] += within(-SURE, scores[i], SURE);
}

/* How far the score is drawn to the mean of n blocks, itself among them. */
static int32_t drawn(int32_t score, int64_t sum, uint32_t n)
{
	int64_t others = (int64_t)n - 1;
	int64_t way = sum / (int64_t)n - score;

	way = way * others / (2 * (others + FEW));
	return within(-DOUBT, way, DOUBT);
}

scls_status scls_kin_settle(const scls_view *view, int32_t *scores)
{
	const scls_groups *kins = &view->kins;
	size_t n_kins = kins->keys.distinct;
	int64_t *sums = scls_arena_take_array(view->draft->arena, n_kins,
	                                      sizeof(*sums));

	if (sums == NULL)
		return SPAMCLS_E_NOMEM;
	memset(sums, 0, n_kins * sizeof(*sums));
	add_up(view, scores, sums);
	for (uint32_t i = 0; i < view->n; i++) {
		uint32_t kin = view->notes[i].kin;
		uint32_t n = kins->sums[kin].n;

		if (n > 1)
			scores[i] += drawn(scores[i], sums[kin], n);
	}
	return SPAMCLS_OK;
}
