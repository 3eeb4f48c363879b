/* second.c - see second.h. */
#include "model/second.h"

#include "base/bits.h"
#include "base/limits.h"
#include "base/tree_rows.h"

#include <string.h>

#define WINDOW 6

/* What is behind the list are classes. */
static const uint8_t reason_of[SCLS_K_COUNT] = {
#define SCLS_SECOND(id, reason) [SCLS_K_##id] = SCLS_R_##reason,
#include "model/second.def"
#undef SCLS_SECOND
};
_Static_assert(SCLS_R_CLASSES == 0, "is what is not said");
_Static_assert(SCLS_WEIGHTS_BEHIND <= SCLS_SECOND_BEHIND, "room for weights");

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

/* What is summed up on the way: what the wording's n-grams that begin or end at
 * each unit give to what they stand on.  The upper half counts n-grams that
 * weigh.  Apart, for an n-gram often ends where the next one begins, and would
 * wait for it. */
typedef struct look {
	int32_t *values;
	const scls_model *model;
	const scls_evidence *places; /* of the wording's next n-grams */
	uint32_t n_units;
	int64_t begin[SCLS_MAX_HEADLINE + 1], end[SCLS_MAX_HEADLINE + 1];
} look;

#define ONE_KNOWN (INT64_C(1) << 32)

/* A trick to slip through says nothing of the wording: the trees see the line
 * as it was before, or they could take it for an honest one that scores too
 * high.  What the trick weighs stays in the sum that they add to. */
static int is_trick(uint32_t id)
{
	return id == SCLS_F_HIDDEN || id == SCLS_F_HIDDEN_3;
}

/* By the first part of its name: number, hole, shape, or another. */
static uint32_t named_value(uint32_t id)
{
	const char *name = scls_feature_name(id);

	if (name[0] == 'n')
		return SCLS_K_NUMBER;
	if (name[0] == 'h')
		return SCLS_K_HOLE;
	return name[1] == 'h' ? SCLS_K_SHAPE : SCLS_K_OTHER;
}

static int32_t larger(int32_t a, int32_t b)
{
	return a > b ? a : b;
}

static int32_t smaller(int32_t a, int32_t b)
{
	return a < b ? a : b;
}

/* Most n-grams stand on one to three units: a processor takes many times as
 * long where it is not told by what it divides. */
static int32_t divide(int32_t weight, int32_t size)
{
	switch (size) {
	case 1: return weight;
	case 2: return weight / 2;
	case 3: return weight / 3;
	default: return size > 0 ? weight / size : 0;
	}
}

/* An n-gram's weight, in equal parts to all that it stands on. */
static void spread(look *l, scls_evidence at, int32_t weight)
{
	int64_t part = divide(weight, at.end - at.begin) + ONE_KNOWN;

	l->begin[at.begin < l->n_units ? at.begin : l->n_units] += part;
	l->end[at.end < l->n_units ? at.end : l->n_units] += part;
}

/* What the next n n-grams of the wording stand on, from feature i on. */
static const scls_evidence *next_places(look *l, const scls_features *f,
                                        uint32_t i, uint32_t n)
{
	if (f->evidence)
		return f->evidence + i;
	l->places += n;
	return l->places - n;
}

/* Those of some n-grams that weigh something: a bit for each. */
static void spread_some(look *l, const scls_evidence *at,
                        const int8_t *weights, uint32_t some)
{
	int32_t scale = l->model->scale;

	for (; some != 0; some &= some - 1) {
		uint32_t i = scls_lowest_bit(some);

		spread(l, at[i], weights[i] * scale);
	}
}

/* N-grams of one kind that stand in a row from id i on; returns its end. */
static uint32_t add_row(look *l, const scls_features *f, const int8_t *weights,
                        uint32_t i)
{
	uint32_t end = i + scls_row_size(f->ids + i, f->n - i);
	int32_t *values = l->values + sums_at[scls_feature_kind(f->ids[i])];
	const scls_evidence *at = NULL;
	scls_weight_sums sums = { 0, 0, 0 };

	if (scls_feature_group(f->ids[i]) <= SCLS_GROUP_PART)
		at = next_places(l, f, i, end - i);
	for (uint32_t n; i < end; i += n) {
		uint32_t some;

		n = end - i < SCLS_SECOND_BEHIND ? end - i
		                                 : SCLS_SECOND_BEHIND;
		some = scls_weights_add(weights + i, n, &sums);
		if (at) {
			spread_some(l, at, weights + i, some);
			at += n;
		}
	}
	values[0] += sums.in_favour * l->model->scale;
	values[1] += sums.against * l->model->scale;
	values[2] += sums.none;
	return end;
}

/* Sums of all features; and those of the wording, spread. */
static void add_all(look *l, const scls_features *f, const int8_t *weights)
{
	memset(l->begin, 0, (l->n_units + 1) * sizeof(*l->begin));
	memset(l->end, 0, (l->n_units + 1) * sizeof(*l->end));
	for (uint32_t i = 0; i < f->n;) {
		uint32_t id = f->ids[i];

		if (id & SCLS_HASHED) {
			i = add_row(l, f, weights, i);
			continue;
		}
		if (is_trick(id))
			l->values[SCLS_K_SCORE] -= l->model->named[id];
		else if (id != SCLS_F_BIAS)
			l->values[named_value(id)] += l->model->named[id];
		i++;
	}
}

static void put_strongest(const look *l, const int8_t *weights, uint32_t n)
{
	int32_t *v = l->values, scale = l->model->scale;
	int8_t against[SCLS_RANKS], in_favour[SCLS_RANKS];

	scls_strongest(weights, n, 1, against);
	scls_strongest(weights, n, 0, in_favour);
	v[SCLS_K_AGAINST_1] = against[0] * scale;
	v[SCLS_K_AGAINST_3] = against[2] * scale;
	v[SCLS_K_AGAINST_6] = against[5] * scale;
	v[SCLS_K_FOR_1] = in_favour[0] * scale;
	v[SCLS_K_FOR_3] = in_favour[2] * scale;
	v[SCLS_K_FOR_6] = in_favour[5] * scale;
}

/* to[u + 1] becomes the sum of units 0 to u. */
static void put_units(const look *l, int32_t *to)
{
	int32_t *v = l->values, run = 0, sum = 0;
	int64_t at = 0;

	to[0] = 0;
	for (uint32_t u = 0; u < l->n_units; u++) {
		int32_t weight;

		at += l->begin[u] - l->end[u];
		weight = (int32_t)at;
		to[u + 1] = sum += weight;
		run = weight > 0 ? run + 1 : 0;
		v[SCLS_K_COVERED] += weight > 0;
		v[SCLS_K_OPPOSED] += weight < 0;
		v[SCLS_K_UNKNOWN] += at == weight;
		v[SCLS_K_RUN] = larger(v[SCLS_K_RUN], run);
		v[SCLS_K_BEST] = larger(v[SCLS_K_BEST], weight);
		v[SCLS_K_WORST] = smaller(v[SCLS_K_WORST], weight);
	}
	v[SCLS_K_FIRST_HALF] = to[l->n_units / 2];
	v[SCLS_K_SECOND_HALF] = sum - to[l->n_units / 2];
}

/* Sums of WINDOW units in a row, or of all where there are fewer. */
static void put_windows(const look *l, const int32_t *to)
{
	uint32_t size = l->n_units < WINDOW ? l->n_units : WINDOW;
	int32_t best = to[size], worst = best;

	for (uint32_t u = size; u <= l->n_units; u++) {
		best = larger(best, to[u] - to[u - size]);
		worst = smaller(worst, to[u] - to[u - size]);
	}
	l->values[SCLS_K_BEST_SIX] = best;
	l->values[SCLS_K_WORST_SIX] = worst;
}

static void look_at_places(const look *l)
{
	int32_t to[SCLS_MAX_HEADLINE + 1];

	put_units(l, to);
	put_windows(l, to);
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
	const scls_features *f = line->features;
	look l;

	memset(values, 0, SCLS_K_COUNT * sizeof(*values));
	l.values = values;
	l.model = model;
	l.places = line->places;
	l.n_units = line->facts->units;
	values[SCLS_K_SCORE] = line->score;
	values[SCLS_K_RULES] = line->rules;
	put_facts(values, line->facts);
	if (!line->weighed)
		(void)scls_model_score_next(model, f->ids, f->n, 0,
		                            line->weights);
	memset(line->weights + f->n, 0, SCLS_SECOND_BEHIND);
	add_all(&l, f, line->weights);
	put_strongest(&l, line->weights, f->n);
	look_at_places(&l);
	scls_language_values(line->likelihood, values);
}

int32_t scls_second_sum(const scls_model *model, const scls_second_line *line)
{
	int32_t values[SCLS_K_COUNT];

	scls_second_values(model, line, values);
	return scls_trees_sum(&model->trees, values);
}

_Static_assert(SCLS_K_COUNT <= SCLS_TREE_VALUES, "values of a row");

void scls_second_sums(const scls_model *model,
                      int32_t (*values)[SCLS_K_COUNT], uint32_t n,
                      int32_t *sums)
{
	scls_trees_sum_rows(&model->trees, values[0], n, SCLS_K_COUNT, sums);
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
