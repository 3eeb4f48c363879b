/* test_forest.c - tests of traits cut off leaves; the first left answers. */
#include "segment/forest/forest.h"

#include "base/bits.h"
#include "base/random.h"
#include "segment/html/traits.h"
#include "segment/text/text_border.h"
#include "segment/text/text_view.h"

#include "../../suite.h"

/* The first tree is a <= 10 ? (b <= -5 ? -20 : 3) : 100, its leaves in the
 * order 100, -20, 3; the second c <= 0 ? 1000 : -1000. */
#define LIMIT(x) ((x) - (SCLS_TRAIT_MOST + SCLS_TRAIT_LEAST) / 2)

static const scls_cutoff cuts[] = {
	SCLS_CUT(LIMIT(-5), 1, 2, 0), SCLS_CUT(LIMIT(0), 2, 1, 4),
	SCLS_CUT(LIMIT(10), 0, 1, 0) /* where the value is not above */
};
static const int16_t leaves[2 * SCLS_FOREST_LEAVES] = {
	100, -20, 3, [SCLS_FOREST_LEAVES] = 1000, -1000
};
static const scls_forest forest = { cuts, leaves, 2, 1, 2, 7 };

/* Row r of the columns, then all others differ. */
static int32_t score_at(unsigned r, int32_t a, int32_t b, int32_t c)
{
	int32_t scores[SCLS_FOREST_ROWS];
	scls_column columns[3];

	for (unsigned i = 0; i < SCLS_FOREST_ROWS; i++)
		for (int t = 0; t < 3; t++)
			columns[t].value[i] = scls_trait_value(i % 2 ? 50
			                                             : -50);
	columns[0].value[r] = scls_trait_value(a);
	columns[1].value[r] = scls_trait_value(b);
	columns[2].value[r] = scls_trait_value(c);
	scls_forest_score(&forest, columns, scores);
	return scores[r];
}

static int32_t score(int32_t a, int32_t b, int32_t c)
{
	return score_at(0, a, b, c);
}

START_TEST(every_leaf)
{
	ck_assert_int_eq(score(11, 0, 0), 7 + 100 + 1000);
	ck_assert_int_eq(score(10, -5, 0), 7 - 20 + 1000);
	ck_assert_int_eq(score(10, -4, 0), 7 + 3 + 1000);
	ck_assert_int_eq(score(10, -4, 1), 7 + 3 - 1000);
}
END_TEST

START_TEST(every_row)
{
	for (unsigned r = 0; r < SCLS_FOREST_ROWS; r++) {
		ck_assert_int_eq(score_at(r, 10, -5, 1), 7 - 20 - 1000);
		ck_assert_int_eq(score_at(r, 11, -5, 0), 7 + 100 + 1000);
	}
}
END_TEST

START_TEST(values_beyond_all_limits)
{
	ck_assert_int_eq(score(INT32_MAX, 0, INT32_MAX), 7 + 100 - 1000);
	ck_assert_int_eq(score(INT32_MIN, INT32_MIN, INT32_MIN),
	                 7 - 20 + 1000);
	ck_assert_int_lt(scls_trait_value(SCLS_TRAIT_MOST - 1),
	                 scls_trait_value(SCLS_TRAIT_MOST));
	ck_assert_int_lt(scls_trait_value(SCLS_TRAIT_LEAST),
	                 scls_trait_value(SCLS_TRAIT_LEAST + 1));
}
END_TEST

/* A tree of all leaves it may have, a value above k cutting off leaf k: row r
 * has the value r. */
START_TEST(every_leaf_in_a_row_of_its_own)
{
	static int16_t squares[SCLS_FOREST_LEAVES];
	static scls_cutoff chain[SCLS_FOREST_LEAVES - 1];
	scls_forest f = { chain, squares, SCLS_FOREST_LEAVES - 1, 0, 1, 0 };
	int32_t scores[SCLS_FOREST_ROWS];
	scls_column column;

	for (int k = 0; k < (int)SCLS_FOREST_LEAVES; k++) {
		scls_cutoff cut = SCLS_CUT((int16_t)LIMIT(k), 0,
		                           (uint8_t)(1 << k % 8),
		                           (uint16_t)(k / 8));

		squares[k] = (int16_t)(k * k - 300);
		column.value[k] = scls_trait_value(k);
		if (k + 1 < (int)SCLS_FOREST_LEAVES)
			chain[k] = cut;
	}
	scls_forest_score(&f, &column, scores);
	for (int r = 0; r < (int)SCLS_FOREST_ROWS; r++)
		ck_assert_int_eq(scores[r], r * r - 300);
}
END_TEST

#define TREES 5u
#define TRAITS 7u
#define MOST_CUTS (TREES * (SCLS_FOREST_LEAVES - 1))

static uint32_t below(scls_random *chance, uint32_t n)
{
	return (uint32_t)(scls_random_next(chance) % n);
}

/* n cuts for as many leaves, the last one of a tree left alone; those of a
 * trait in a row. */
static void make_cuts(scls_random *chance, scls_cutoff *to, uint32_t n)
{
	uint32_t trait = below(chance, 2);

	for (uint32_t i = 0; i < n; i++) {
		uint32_t leaf = below(chance, SCLS_FOREST_LEAVES - 1);
		uint32_t place = below(chance, TREES) * 4 + leaf / 8;
		int16_t limit = (int16_t)LIMIT((int)below(chance, 40));

		to[i] = (scls_cutoff)SCLS_CUT(limit, (uint16_t)trait,
		                              (uint8_t)(1u << leaf % 8),
		                              (uint16_t)place);
		if (trait + 1 < TRAITS)
			trait += below(chance, 4) == 0;
	}
}

static uint32_t left_of(const scls_forest *f, const scls_column *columns,
                        uint32_t tree, uint32_t r)
{
	uint32_t left = ~0u;

	for (uint32_t i = 0; i < f->n_above + f->n_below; i++) {
		const scls_cutoff *cut = &f->cuts[i];
		uint32_t place = cut->lane / SCLS_FOREST_ROWS;
		int16_t value = columns[cut->column / sizeof(scls_column)]
		                .value[r];

		if (place / 4 == tree
		    && (value >= cut->limit) == (i < f->n_above))
			left &= ~((uint32_t)cut->leaves << place % 4 * 8);
	}
	return left;
}

static int32_t slow_score(const scls_forest *f, const scls_column *columns,
                          uint32_t r)
{
	int32_t sum = f->bias;

	for (uint32_t t = 0; t < f->n_trees; t++)
		sum += f->leaves[t * SCLS_FOREST_LEAVES
		                 + scls_lowest_bit(left_of(f, columns, t, r))];
	return sum;
}

/* Cuts of a column in rows of any length, before and behind others. */
START_TEST(as_one_cut_at_a_time)
{
	static int16_t of_trees[TREES * SCLS_FOREST_LEAVES];
	static scls_cutoff made[2 * MOST_CUTS];
	scls_random chance = scls_random_from(11);
	scls_forest f = { made, of_trees, 0, 0, TREES, 3 };
	int32_t scores[SCLS_FOREST_ROWS];
	scls_column columns[TRAITS];

	for (uint32_t i = 0; i < TREES * SCLS_FOREST_LEAVES; i++)
		of_trees[i] = (int16_t)(below(&chance, 2000) - 1000);
	for (int n = 0; n < 500; n++) {
		f.n_above = below(&chance, MOST_CUTS);
		f.n_below = below(&chance, MOST_CUTS);
		make_cuts(&chance, made, f.n_above);
		make_cuts(&chance, made + f.n_above, f.n_below);
		for (uint32_t t = 0; t < TRAITS; t++)
			for (uint32_t r = 0; r < SCLS_FOREST_ROWS; r++)
				columns[t].value[r] = scls_trait_value(
				        (int)below(&chance, 40));
		scls_forest_score(&f, columns, scores);
		for (uint32_t r = 0; r < SCLS_FOREST_ROWS; r++)
			HOLDS(scores[r] == slow_score(&f, columns, r), n);
	}
}
END_TEST

START_TEST(no_trees)
{
	scls_forest none = { NULL, NULL, 0, 0, 0, -9 };
	int32_t scores[SCLS_FOREST_ROWS];

	scls_forest_score(&none, NULL, scores);
	ck_assert_int_eq(scores[0], -9);
	ck_assert_int_eq(scores[SCLS_FOREST_ROWS - 1], -9);
}
END_TEST

/* No sum of leaves has more than 16 bits. */
static void check_leaves(const scls_forest *f)
{
	int32_t least = 0, most = 0;

	for (uint32_t t = 0; t < f->n_trees; t++) {
		const int16_t *leaf = f->leaves + t * SCLS_FOREST_LEAVES;
		int16_t low = leaf[0], high = leaf[0];

		for (uint32_t i = 1; i < SCLS_FOREST_LEAVES; i++) {
			low = leaf[i] < low ? leaf[i] : low;
			high = leaf[i] > high ? leaf[i] : high;
		}
		least += low;
		most += high;
	}
	ck_assert_int_ge(least, INT16_MIN);
	ck_assert_int_le(most, INT16_MAX);
}

/* From first to last, the cuts of a column stand together. */
static void check_order(const scls_cutoff *cut, uint32_t n)
{
	for (uint32_t i = 1; i < n; i++)
		ck_assert_uint_ge(cut[i].column, cut[i - 1].column);
}

/* Cuts of traits and leaves that there are; none that cuts off the last leaf
 * of a tree, so that one is always left. */
static void check_forest(const scls_forest *f, int traits)
{
	ck_assert_uint_gt(f->n_trees, 0);
	ck_assert_uint_le(f->n_trees, SCLS_FOREST_TREES);
	check_leaves(f);
	check_order(f->cuts, f->n_above);
	check_order(f->cuts + f->n_above, f->n_below);
	for (uint32_t i = 0; i < f->n_above + f->n_below; i++) {
		const scls_cutoff *cut = &f->cuts[i];

		uint32_t place = cut->lane / SCLS_FOREST_ROWS;

		ck_assert_uint_lt(cut->column / sizeof(scls_column),
		                  (unsigned)traits);
		ck_assert_uint_lt(place, f->n_trees * SCLS_FOREST_LEAVES / 8);
		ck_assert_uint_ne(cut->leaves, 0);
		ck_assert(place % 4 < 3 || cut->leaves < 128);
	}
}

START_TEST(shipped_tables_are_sound)
{
	const scls_forest *const all[] = {
		&scls_forest_html_early, &scls_forest_html_rest
	};

	for (int i = 0; i < 2; i++)
		check_forest(all[i], SCLS_TRAIT_COUNT);
	check_forest(&scls_forest_text, SCLS_TEXT_TRAIT_COUNT);
	check_forest(&scls_forest_border, SCLS_BORDER_TRAIT_COUNT);
}
END_TEST

SUITE("forest", {
	CASE(every_leaf);
	CASE(every_row);
	CASE(every_leaf_in_a_row_of_its_own);
	CASE(values_beyond_all_limits);
	CASE(as_one_cut_at_a_time);
	CASE(no_trees);
	CASE(shipped_tables_are_sound);
})
