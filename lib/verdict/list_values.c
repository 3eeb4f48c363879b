/* list_values.c - counts to values that weights apply to; see list.h. */
#include "verdict/list.h"

#define FEW 4u /* a list of fewer lines has no shape */

static int32_t share(uint64_t part, uint64_t whole)
{
	return whole == 0 ? 0 : (int32_t)(part * SCLS_ONE / whole);
}

/* Doublings of n, of at most that many. */
static int32_t doublings(uint32_t n, int32_t most)
{
	int32_t value = scls_log(n) / most;

	return value > SCLS_ONE ? SCLS_ONE : value;
}

static uint32_t larger(uint32_t a, uint32_t b)
{
	return a > b ? a : b;
}

static void score_values(const scls_list_facts *f, int32_t *v)
{
	v[SCLS_V_CERTAIN] = doublings(f->certain, 6);
	v[SCLS_V_LIKELY] = doublings(f->likely, 6);
	v[SCLS_V_SHARE] = share(f->likely, f->n);
	v[SCLS_V_LEANING] = share(f->leaning, f->n);
	v[SCLS_V_ORDINARY] = share(f->ordinary, f->n);
	v[SCLS_V_LEAN] = (int32_t)(f->level * 2 / 3 / (int64_t)f->n);
	v[SCLS_V_RUN] = doublings(f->run, 5);
	v[SCLS_V_HOLES] = doublings(f->holes, 5);
}

/* Lines that step by one, that are dated, and lines of one subject or one
 * beginning. */
static int32_t series_of(const scls_list_facts *f)
{
	uint32_t most = larger(larger(f->in_order + 1, f->dated),
	                       larger(f->one_subject, f->one_lead));

	return most * 2 <= f->n ? 0 : share(most, f->n);
}

static void shape_values(const scls_list_facts *f, int32_t *v)
{
	uint32_t mixed = f->trade < f->claims ? f->trade : f->claims;
	int32_t even = SCLS_ONE - 3 * (int32_t)f->spread;

	v[SCLS_V_FRAMES] = share(f->bad_framed, f->n);
	v[SCLS_V_SUBJECTS] = doublings(f->subjects, 6);
	v[SCLS_V_CLAIMS] = share(f->claims, f->n);
	v[SCLS_V_MIX] = share(mixed * 4 > f->n ? f->n : mixed * 4, f->n);
	v[SCLS_V_NUMBERS] = f->same_form < 3 ? 0 : share(f->same_form, f->n);
	v[SCLS_V_UNIFORM] = even < 0 ? 0
	                    : (int32_t)((int64_t)even
	                                * share(f->same_marks, f->n)
	                                / SCLS_ONE);
	v[SCLS_V_ENTROPY] = SCLS_ONE - share(f->pieces,
	                                     (uint64_t)f->n * SCLS_SKETCH);
	v[SCLS_V_SERIES] = series_of(f);
	v[SCLS_V_NOTICES] = share(f->notices, f->n);
	v[SCLS_V_TOPIC] = share(f->off_topic, f->with_topic);
}

void scls_list_values(const scls_list_facts *facts,
                      int32_t values[SCLS_V_COUNT])
{
	score_values(facts, values);
	if (facts->n >= FEW)
		shape_values(facts, values);
}
