/* second.c - see second.h. */
#include "model/second.h"

#include "base/limits.h"

#include <string.h>

#define STRONGEST 6
#define WINDOW 6

/* What is behind the list are classes. */
static const uint8_t reason_of[SCLS_K_COUNT] = {
#define SCLS_SECOND(id, reason) [SCLS_K_##id] = SCLS_R_##reason,
#include "model/second.def"
#undef SCLS_SECOND
};
_Static_assert(SCLS_R_CLASSES == 0, "is what is not said");

static const struct {
	const char *name, *text[2];
} reasons[SCLS_R_COUNT] = {
#define SCLS_SECOND_REASON(id, name, en, zh) { name, { en, zh } },
#include "model/second_reasons.def"
#undef SCLS_SECOND_REASON
};

const char *scls_second_name(uint32_t reason)
{
	return reasons[reason].name;
}

const char *scls_second_text(uint32_t reason, int chinese)
{
	return reasons[reason].text[chinese != 0];
}

/* Where the sums of a kind of n-grams stand, by scls_feature_kind. */
#define KIND(group, tokens) [SCLS_GROUP_##group << 3 | (tokens)]
static const uint8_t sums_at[SCLS_GROUP_COUNT << 3] = {
	KIND(WORDING, 1) = SCLS_K_WORD_1_FOR,
	KIND(WORDING, 2) = SCLS_K_WORD_2_FOR,
	KIND(WORDING, 3) = SCLS_K_WORD_3_FOR,
	KIND(PART, 1) = SCLS_K_PART_FOR,
	KIND(FRAME, 1) = SCLS_K_FRAME_1_FOR,
	KIND(FRAME, 2) = SCLS_K_FRAME_2_FOR,
	KIND(ORDER, 2) = SCLS_K_ORDER_2_FOR,
	KIND(ORDER, 3) = SCLS_K_ORDER_3_FOR,
	KIND(PAIR, 2) = SCLS_K_PAIR_FOR,
	KIND(OUTLINE, 2) = SCLS_K_OUTLINE_2_FOR,
	KIND(OUTLINE, 3) = SCLS_K_OUTLINE_3_FOR,
};

/* What is summed up on the way. */
typedef struct look {
	int32_t *values;
	int32_t against[STRONGEST], in_favour[STRONGEST]; /* in order */
	uint32_t n_units;
	int32_t unit[SCLS_MAX_HEADLINE]; /* what the wording gives each */
	uint8_t known[SCLS_MAX_HEADLINE];
} look;

static uint32_t named_value(uint32_t id)
{
	const char *name = scls_feature_name(id);

	if (strncmp(name, "number.", 7) == 0)
		return SCLS_K_NUMBER;
	if (strncmp(name, "hole.", 5) == 0)
		return SCLS_K_HOLE;
	return strncmp(name, "shape.", 6) == 0 ? SCLS_K_SHAPE : SCLS_K_OTHER;
}

/* Puts it where it belongs among the STRONGEST that are nearest to sign
 * times infinity. */
static void rank(int32_t *ranked, int32_t weight, int32_t sign)
{
	for (int i = 0; i < STRONGEST && weight != 0; i++)
		if (weight * sign > ranked[i] * sign) {
			int32_t next = ranked[i];

			ranked[i] = weight;
			weight = next;
		}
}

/* An n-gram's weight, in equal parts to all that it stands on. */
static void spread(look *l, scls_evidence at, int32_t weight)
{
	int32_t part = at.end > at.begin ? weight / (at.end - at.begin) : 0;

	for (uint32_t u = at.begin; u < at.end && u < l->n_units; u++) {
		l->unit[u] += part;
		l->known[u] |= weight != 0;
	}
}

static void add_gram(look *l, uint32_t id, scls_evidence at, int32_t weight)
{
	int32_t *sums = l->values + sums_at[scls_feature_kind(id)];

	sums[0] += weight > 0 ? weight : 0;
	sums[1] += weight < 0 ? weight : 0;
	sums[2] += weight == 0;
	rank(l->in_favour, weight, 1);
	rank(l->against, weight, -1);
	if (scls_feature_group(id) <= SCLS_GROUP_PART)
		spread(l, at, weight);
}

static void add_features(look *l, const scls_model *model,
                         const scls_features *f)
{
	for (uint32_t i = 0; i < f->n; i++) {
		uint32_t id = f->ids[i];
		int32_t weight = scls_model_weight(model, id);

		if (id & SCLS_HASHED)
			add_gram(l, id, f->evidence[i], weight);
		else if (id != SCLS_F_BIAS)
			l->values[named_value(id)] += weight;
	}
}

static void put_strongest(const look *l)
{
	l->values[SCLS_K_AGAINST_1] = l->against[0];
	l->values[SCLS_K_AGAINST_3] = l->against[2];
	l->values[SCLS_K_AGAINST_6] = l->against[5];
	l->values[SCLS_K_FOR_1] = l->in_favour[0];
	l->values[SCLS_K_FOR_3] = l->in_favour[2];
	l->values[SCLS_K_FOR_6] = l->in_favour[5];
}

static int32_t larger(int32_t a, int32_t b)
{
	return a > b ? a : b;
}

static int32_t smaller(int32_t a, int32_t b)
{
	return a < b ? a : b;
}

static void put_units(const look *l)
{
	int32_t *v = l->values, run = 0;

	for (uint32_t u = 0; u < l->n_units; u++) {
		int32_t weight = l->unit[u];

		run = weight > 0 ? run + 1 : 0;
		v[SCLS_K_COVERED] += weight > 0;
		v[SCLS_K_OPPOSED] += weight < 0;
		v[SCLS_K_UNKNOWN] += !l->known[u];
		v[SCLS_K_RUN] = larger(v[SCLS_K_RUN], run);
		v[SCLS_K_BEST] = larger(v[SCLS_K_BEST], weight);
		v[SCLS_K_WORST] = smaller(v[SCLS_K_WORST], weight);
		v[u < l->n_units / 2 ? SCLS_K_FIRST_HALF
		                     : SCLS_K_SECOND_HALF] += weight;
	}
}

/* Sums of WINDOW units in a row, or of all where there are fewer. */
static void put_windows(const look *l)
{
	int32_t sum = 0, best = INT32_MIN, worst = INT32_MAX;

	for (uint32_t u = 0; u < l->n_units; u++) {
		sum += l->unit[u] - (u >= WINDOW ? l->unit[u - WINDOW] : 0);
		if (u + 1 < WINDOW && u + 1 < l->n_units)
			continue;
		best = larger(best, sum);
		worst = smaller(worst, sum);
	}
	l->values[SCLS_K_BEST_SIX] = l->n_units ? best : 0;
	l->values[SCLS_K_WORST_SIX] = l->n_units ? worst : 0;
}

static void put_facts(int32_t *values, const scls_facts *facts)
{
	values[SCLS_K_UNITS] = facts->units;
	values[SCLS_K_SLOTS] = facts->slots;
	values[SCLS_K_SKELETON] = facts->skeleton;
	values[SCLS_K_DIGITS] = facts->digits;
	for (uint32_t c = 0; c < SCLS_CLASS_COUNT; c++)
		values[SCLS_K_CLASSES + c] = facts->of_class[c];
}

void scls_second_values(const scls_model *model, const scls_second_line *line,
                       int32_t values[SCLS_K_COUNT])
{
	look l;

	memset(values, 0, SCLS_K_COUNT * sizeof(*values));
	l.values = values;
	l.n_units = line->facts->units;
	memset(l.against, 0, sizeof(l.against));
	memset(l.in_favour, 0, sizeof(l.in_favour));
	memset(l.unit, 0, l.n_units * sizeof(*l.unit));
	memset(l.known, 0, l.n_units);
	values[SCLS_K_SCORE] = line->score;
	values[SCLS_K_RULES] = line->rules;
	put_facts(values, line->facts);
	add_features(&l, model, line->features);
	put_strongest(&l);
	put_units(&l);
	put_windows(&l);
}

int32_t scls_second_sum(const scls_model *model, const scls_second_line *line)
{
	int32_t values[SCLS_K_COUNT];

	scls_second_values(model, line, values);
	return scls_trees_sum(&model->trees, values);
}

void scls_second_weigh(const scls_model *model, const scls_second_line *line,
                      int32_t weights[SCLS_R_COUNT])
{
	int32_t values[SCLS_K_COUNT];

	scls_second_values(model, line, values);
	memset(weights, 0, SCLS_R_COUNT * sizeof(*weights));
	weights[SCLS_R_SCORE] = scls_trees_start(&model->trees);
	(void)scls_trees_weigh(&model->trees, values, reason_of, weights);
}
