/* test_forest.c - trees walked to their leaves. */
#include "segment/forest.h"

#include "segment/traits.h"

#include "../../suite.h"

static const scls_node nodes[] = {
	{ 10, 1, -1, 0 }, { -5, -2, -3, 1 }, /* the first tree */
	{ 0, -1, -2, 2 }                     /* the second */
};
static const int16_t leaves[] = { 100, -20, 3, 1000, -1000 };
static const scls_tree trees[] = { { 0, 0 }, { 2, 3 } };
static const scls_forest forest = { nodes, leaves, trees, 2, 7 };

static int32_t score(int32_t a, int32_t b, int32_t c)
{
	int32_t row[3] = { a, b, c };

	return scls_forest_score(&forest, row);
}

START_TEST(every_leaf)
{
	ck_assert_int_eq(score(11, 0, 0), 7 + 100 + 1000);
	ck_assert_int_eq(score(10, -5, 0), 7 - 20 + 1000);
	ck_assert_int_eq(score(10, -4, 0), 7 + 3 + 1000);
	ck_assert_int_eq(score(10, -4, 1), 7 + 3 - 1000);
}
END_TEST

START_TEST(no_trees)
{
	scls_forest none = { NULL, NULL, NULL, 0, -9 };
	int32_t row[1] = { 0 };

	ck_assert_int_eq(scls_forest_score(&none, row), -9);
}
END_TEST

/* A child stands behind its parent, so that every walk ends, and a tree reads
 * traits that there are. */
static void check_tree(const scls_forest *f, uint32_t t, int traits)
{
	uint32_t end = t + 1 < f->n_trees ? f->trees[t + 1].leaf : UINT32_MAX;
	uint32_t first = f->trees[t].node;
	uint32_t n = t + 1 < f->n_trees ? f->trees[t + 1].node - first : 1;

	for (uint32_t i = 0; i < n; i++) {
		const scls_node *node = &f->nodes[first + i];
		int children[2] = { node->left, node->right };

		ck_assert_int_lt(node->trait, traits);
		for (int side = 0; side < 2; side++) {
			if (children[side] >= 0)
				ck_assert_int_gt(children[side], (int)i);
			else
				ck_assert_uint_lt(f->trees[t].leaf
					+ (uint32_t)~children[side], end);
		}
	}
}

START_TEST(shipped_tables_are_sound)
{
	const scls_forest *const all[] = {
		&scls_forest_html_first, &scls_forest_text_first,
		&scls_forest_html_second, &scls_forest_text_second
	};

	for (int i = 0; i < 4; i++) {
		ck_assert_uint_gt(all[i]->n_trees, 0);
		for (uint32_t t = 0; t + 1 < all[i]->n_trees; t++)
			check_tree(all[i], t, i < 2 ? SCLS_TRAIT_FIRST_COUNT
			                            : SCLS_TRAIT_COUNT);
	}
}
END_TEST

SUITE("forest", {
	CASE(every_leaf);
	CASE(no_trees);
	CASE(shipped_tables_are_sound);
})
