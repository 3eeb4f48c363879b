/* test_second.c - what a second look sees of a line, and what it adds. */
#include "model/second.h"

#include "base/random.h"
#include "model_fixture.h"

#define GRAM(group, tokens, hash)                                      \
	(SCLS_HASHED | (uint32_t)SCLS_GROUP_##group << SCLS_GROUP_SHIFT \
	 | (tokens) << SCLS_HASH_BITS | (hash))

static uint32_t ids[64];
static scls_evidence evidence[64];
static scls_features features = { ids, evidence, 0, 64 };
static int8_t weights[64 + SCLS_SECOND_BEHIND];
static scls_facts facts;

static void put(made *m, uint32_t id, int8_t weight, uint32_t begin,
                uint32_t end)
{
	scls_bucket_put(m->buckets, BUCKETS - 1, id, weight);
	scls_features_add(&features, id, begin, end);
}

/* Ten characters: the first four speak for a template, the next two against
 * it, of the last two nobody knows anything. */
static void make_line(made *m)
{
	make(m);
	memset(m->buckets, 0, sizeof(m->buckets));
	memset(&facts, 0, sizeof(facts));
	features.n = 0;
	facts.units = 10;
	facts.slots = 2;
	facts.of_class[SCLS_CLASS_ORG] = 2;
	put(m, GRAM(WORDING, 1u, 1), 20, 0, 1);
	put(m, GRAM(WORDING, 2u, 2), 40, 1, 3);
	put(m, GRAM(WORDING, 3u, 3), 30, 2, 4);
	put(m, GRAM(WORDING, 2u, 4), -10, 4, 6);
	put(m, GRAM(WORDING, 1u, 5), 0, 8, 9);
	put(m, GRAM(FRAME, 2u, 6), 50, 0, 10);
	scls_features_add(&features, SCLS_F_BIAS, 0, 0);
	scls_features_add(&features, SCLS_F_PCT_100, 0, 0);
	scls_features_add(&features, SCLS_F_HOLE_NULL, 0, 0);
}

static scls_second_line line_of(int32_t score, int32_t rules)
{
	static const scls_likelihood nothing;

	return (scls_second_line){ .features = &features, .weights = weights,
		                   .facts = &facts, .likelihood = &nothing,
		                   .score = score, .rules = rules };
}

START_TEST(values_of_a_line)
{
	scls_second_line line = line_of(700, 60);
	int32_t v[SCLS_K_COUNT];
	made m;

	make_line(&m);
	scls_second_values(&m.model, &line, v);
	ck_assert_int_eq(v[SCLS_K_SCORE], 700);
	ck_assert_int_eq(v[SCLS_K_RULES], 60);
	ck_assert_int_eq(v[SCLS_K_UNITS], 10);
	ck_assert_int_eq(v[SCLS_K_CLASSES + SCLS_CLASS_ORG], 2);
	ck_assert_int_eq(v[SCLS_K_WORD_2_FOR], 120);
	ck_assert_int_eq(v[SCLS_K_WORD_2_AGAINST], -30);
	ck_assert_int_eq(v[SCLS_K_WORD_2_NONE], 0);
	ck_assert_int_eq(v[SCLS_K_WORD_1_NONE], 1);
	ck_assert_int_eq(v[SCLS_K_FRAME_2_FOR], 150);
	ck_assert_int_eq(v[SCLS_K_NUMBER], 10 * SCLS_F_PCT_100);
	ck_assert_int_eq(v[SCLS_K_HOLE], 10 * SCLS_F_HOLE_NULL);
	ck_assert_int_eq(v[SCLS_K_SHAPE], 0);
	ck_assert_int_eq(v[SCLS_K_FOR_1], 150);
	ck_assert_int_eq(v[SCLS_K_FOR_3], 90);
	ck_assert_int_eq(v[SCLS_K_AGAINST_1], -30);
	ck_assert_int_eq(v[SCLS_K_AGAINST_3], 0);
}
END_TEST

static uint32_t place_of(const char *name)
{
	if (strncmp(name, "number.", 7) == 0)
		return SCLS_K_NUMBER;
	if (strncmp(name, "hole.", 5) == 0)
		return SCLS_K_HOLE;
	return strncmp(name, "shape.", 6) == 0 ? SCLS_K_SHAPE : SCLS_K_OTHER;
}

/* Each named feature counts where its name says. */
START_TEST(names)
{
	scls_second_line line = line_of(0, 0);
	int32_t v[SCLS_K_COUNT];
	made m;

	make_line(&m);
	for (uint32_t id = 0; id < SCLS_F_COUNT; id++) {
		if (id == SCLS_F_BIAS || id == SCLS_F_HIDDEN
		    || id == SCLS_F_HIDDEN_3)
			continue;
		features.n = 0;
		scls_features_add(&features, id, 0, 0);
		scls_second_values(&m.model, &line, v);
		ck_assert_int_eq(v[place_of(scls_feature_name(id))],
		                 10 * (int32_t)id);
	}
}
END_TEST

/* Marks that are hidden in a line change nothing that the trees see: what they
 * weigh is no part of the score that is looked at. */
START_TEST(hidden_marks)
{
	int32_t tricks = 10 * (SCLS_F_HIDDEN + SCLS_F_HIDDEN_3);
	scls_second_line plain = line_of(700, 60);
	scls_second_line marked = line_of(700 + tricks, 60);
	int32_t without[SCLS_K_COUNT], with[SCLS_K_COUNT];
	made m;

	make_line(&m);
	scls_second_values(&m.model, &plain, without);
	scls_features_add(&features, SCLS_F_HIDDEN, 0, 0);
	scls_features_add(&features, SCLS_F_HIDDEN_3, 0, 0);
	scls_second_values(&m.model, &marked, with);
	ck_assert_mem_eq(with, without, sizeof(with));
}
END_TEST

START_TEST(where_evidence_stands)
{
	scls_second_line line = line_of(0, 0);
	int32_t v[SCLS_K_COUNT];
	made m;

	make_line(&m);
	scls_second_values(&m.model, &line, v);
	/* 60, 60, 60 + 45, 45, -15, -15, 0, 0, 0, 0 */
	ck_assert_int_eq(v[SCLS_K_COVERED], 4);
	ck_assert_int_eq(v[SCLS_K_OPPOSED], 2);
	ck_assert_int_eq(v[SCLS_K_UNKNOWN], 4);
	ck_assert_int_eq(v[SCLS_K_RUN], 4);
	ck_assert_int_eq(v[SCLS_K_BEST], 105);
	ck_assert_int_eq(v[SCLS_K_WORST], -15);
	ck_assert_int_eq(v[SCLS_K_FIRST_HALF], 60 + 60 + 105 + 45 - 15);
	ck_assert_int_eq(v[SCLS_K_SECOND_HALF], -15);
	ck_assert_int_eq(v[SCLS_K_BEST_SIX], 60 + 60 + 105 + 45 - 30);
	ck_assert_int_eq(v[SCLS_K_WORST_SIX], -30);
}
END_TEST

/* Places of the wording alone, where the features know none. */
START_TEST(places_by_themselves)
{
	scls_evidence places[64];
	scls_second_line line = line_of(0, 0);
	int32_t with[SCLS_K_COUNT], without[SCLS_K_COUNT];
	uint32_t n = 0;
	made m;

	make_line(&m);
	put(&m, GRAM(PART, 1u, 7), -20, 6, 10);
	scls_second_values(&m.model, &line, with);
	for (uint32_t i = 0; i < features.n; i++)
		if (ids[i] & SCLS_HASHED
		    && scls_feature_group(ids[i]) <= SCLS_GROUP_PART)
			places[n++] = evidence[i];
	ck_assert_uint_eq(n, 6);
	line.places = places;
	features.evidence = NULL;
	scls_second_values(&m.model, &line, without);
	features.evidence = evidence;
	ck_assert_int_eq(with[SCLS_K_UNKNOWN], 0);
	ck_assert_mem_eq(with, without, sizeof(with));
}
END_TEST

/* A line of nothing, and one shorter than a window. */
START_TEST(short_lines)
{
	scls_second_line line = line_of(0, 0);
	int32_t v[SCLS_K_COUNT];
	made m;

	make_line(&m);
	features.n = 0;
	facts.units = 0;
	scls_second_values(&m.model, &line, v);
	ck_assert_int_eq(v[SCLS_K_BEST_SIX], 0);
	ck_assert_int_eq(v[SCLS_K_WORST_SIX], 0);
	facts.units = 2;
	scls_features_add(&features, GRAM(WORDING, 1u, 1), 0, 1);
	scls_second_values(&m.model, &line, v);
	ck_assert_int_eq(v[SCLS_K_BEST_SIX], 60);
	ck_assert_int_eq(v[SCLS_K_WORST_SIX], 60);
	ck_assert_int_eq(v[SCLS_K_UNKNOWN], 1);
}
END_TEST

/* Only what is above the gate is looked at, and reasons add up. */
START_TEST(reasons_add_up)
{
	static const scls_tree_node nodes[] = {
		{ 3, 100, 1, 2, SCLS_K_COVERED }, { 0, -50, 0, 0, 0 },
		{ 1, 400, 3, 4, SCLS_K_CLASSES + SCLS_CLASS_ORG },
		{ 0, 300, 0, 0, 0 }, { 0, 900, 0, 0, 0 }, { 0, 7, 0, 0, 0 },
	};
	static const uint16_t roots[] = { 0, 5, 5, 5 };
	scls_second_line line = line_of(700, 0);
	int32_t steps[SCLS_R_COUNT], sum = 0;
	made m;

	make_line(&m);
	ck_assert_int_eq(scls_second_asks(&m.model, 1 << 20), 0);
	m.model.trees = (scls_trees){ nodes, roots, 4, NULL };
	m.model.gate = 699;
	ck_assert_int_eq(scls_second_asks(&m.model, 700), 1);
	ck_assert_int_eq(scls_second_asks(&m.model, 699), 0);
	ck_assert_int_eq(scls_second_sum(&m.model, &line), 900 + 21);
	scls_second_weigh(&m.model, &line, steps);
	for (uint32_t r = 0; r < SCLS_R_COUNT; r++)
		sum += steps[r];
	ck_assert_int_eq(sum, 921);
	ck_assert_int_eq(steps[SCLS_R_SPREAD], 300);
	ck_assert_int_eq(steps[SCLS_R_CLASSES], 500);
	ck_assert_int_eq(steps[SCLS_R_SCORE], 121);
}
END_TEST

/* One by one: the rank-th of those that speak for it, or against it. */
static int32_t slow_strongest(const int8_t *w, uint32_t n, uint32_t rank,
                              int against)
{
	int8_t left[64];
	int32_t best = 0;

	memcpy(left, w, n);
	for (; rank > 0; rank--) {
		uint32_t at = 0;

		best = 0;
		for (uint32_t i = 0; i < n; i++)
			if (against ? left[i] < best : left[i] > best)
				best = left[at = i];
		if (n > 0 && best != 0)
			left[at] = 0;
	}
	return best;
}

START_TEST(strongest)
{
	scls_random r = scls_random_from(2);

	for (int round = 0; round < 5000; round++) {
		uint32_t n = (uint32_t)(scls_random_next(&r) % 65);
		uint64_t bits = scls_random_next(&r) | 0x80;

		memset(weights, 0, sizeof(weights));
		for (uint32_t i = 0; i < n; i++)
			weights[i] = (int8_t)(scls_random_next(&r) & bits);
		for (int against = 0; against < 2; against++) {
			int8_t ranks[SCLS_RANKS];

			scls_strongest(weights, n, against, ranks);
			for (uint32_t k = 0; k < SCLS_RANKS; k++)
				ck_assert_int_eq(ranks[k], slow_strongest(
				        weights, n, k + 1, against));
		}
	}
}
END_TEST

/* Any weights, what is behind them not counted. */
START_TEST(sums_of_weights)
{
	scls_random r = scls_random_from(7);

	for (int round = 0; round < 2000; round++) {
		uint32_t n = (uint32_t)round % (SCLS_SECOND_BEHIND + 1);
		uint64_t bits = scls_random_next(&r) | 0x80;
		int32_t in_favour = 3, against = -5, none = 7;
		scls_weight_sums sums = { in_favour, against, none };
		uint32_t some = 0;

		for (uint32_t i = 0; i < sizeof(weights); i++)
			weights[i] = (int8_t)(scls_random_next(&r) & bits);
		for (uint32_t i = 0; i < n; i++) {
			in_favour += weights[i] > 0 ? weights[i] : 0;
			against += weights[i] < 0 ? weights[i] : 0;
			none += weights[i] == 0;
			some |= (uint32_t)(weights[i] != 0) << i;
		}
		ck_assert_uint_eq(scls_weights_add(weights, n, &sums), some);
		ck_assert_int_eq(sums.in_favour, in_favour);
		ck_assert_int_eq(sums.against, against);
		ck_assert_int_eq(sums.none, none);
	}
}
END_TEST

/* A row ends where the kind changes, or with its memory. */
START_TEST(sizes_of_rows)
{
	for (uint32_t n = 1; n <= 40; n++) {
		uint32_t *row = malloc(n * sizeof(*row));

		ck_assert_ptr_nonnull(row);
		for (uint32_t end = 1; end <= n; end++) {
			for (uint32_t i = 0; i < n; i++)
				row[i] = i < end ? GRAM(FRAME, 2u, i)
				                 : GRAM(FRAME, 1u, i);
			HOLDS(scls_row_size(row, n) == end, n);
			if (end < n)
				row[end] = SCLS_F_BIAS;
			HOLDS(scls_row_size(row, n) == end, n);
		}
		free(row);
	}
}
END_TEST

/* What the wording gives to each of 10 units, n-gram by n-gram. */
static void slow_units(const made *m, int32_t unit[10], int known[10])
{
	for (uint32_t i = 0; i < features.n; i++) {
		int32_t weight = scls_model_weight(&m->model, ids[i]);

		for (uint32_t u = evidence[i].begin;
		     u < evidence[i].end && u < 10; u++) {
			unit[u] += weight
			           / (evidence[i].end - evidence[i].begin);
			known[u] |= weight != 0;
		}
	}
}

/* Any n-grams at any places, some of them behind the end. */
START_TEST(units_one_by_one)
{
	scls_random r = scls_random_from(5);
	scls_second_line line = line_of(0, 0);

	for (int round = 0; round < 2000; round++) {
		int32_t v[SCLS_K_COUNT], unit[10] = { 0 }, best = 0, halves[2];
		int known[10] = { 0 }, unknown = 0, covered = 0;
		made m;

		make_line(&m);
		features.n = 0;
		for (uint32_t i = 0; i < 8; i++) {
			uint64_t bits = scls_random_next(&r);
			uint32_t begin = (uint32_t)(bits % 11);

			put(&m, GRAM(WORDING, 1u, i), (int8_t)(bits >> 8),
			    begin, begin + (uint32_t)(bits >> 20 & 3));
		}
		slow_units(&m, unit, known);
		scls_second_values(&m.model, &line, v);
		halves[0] = halves[1] = 0;
		for (int u = 0; u < 10; u++) {
			unknown += !known[u];
			covered += unit[u] > 0;
			best = unit[u] > best ? unit[u] : best;
			halves[u / 5] += unit[u];
		}
		ck_assert_int_eq(v[SCLS_K_UNKNOWN], unknown);
		ck_assert_int_eq(v[SCLS_K_COVERED], covered);
		ck_assert_int_eq(v[SCLS_K_BEST], best);
		ck_assert_int_eq(v[SCLS_K_FIRST_HALF], halves[0]);
		ck_assert_int_eq(v[SCLS_K_SECOND_HALF], halves[1]);
	}
}
END_TEST

START_TEST(texts)
{
	for (uint32_t r = 0; r < SCLS_R_COUNT; r++) {
		ck_assert_int_eq(strncmp(scls_second_name(r), "whole.", 6), 0);
		ck_assert_ptr_nonnull(strchr(scls_second_text(r, 0), ' '));
		ck_assert_int_lt(scls_second_text(r, 1)[0], 0);
	}
}
END_TEST

SUITE("second", {
	CASE(values_of_a_line);
	CASE(names);
	CASE(hidden_marks);
	CASE(where_evidence_stands);
	CASE(places_by_themselves);
	CASE(short_lines);
	CASE(reasons_add_up);
	CASE(strongest);
	CASE(sums_of_weights);
	CASE(sizes_of_rows);
	CASE(units_one_by_one);
	CASE(texts);
})
