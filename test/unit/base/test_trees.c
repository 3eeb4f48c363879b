/* test_trees.c - walks of small trees, and steps that add up. */
#include "base/tree_rows.h"

#include "base/random.h"

#include "../../suite.h"

#include <string.h>

#define TREES 8u
#define VALUES 5u

/* values[0] <= 10 ? -1 : values[1] <= 0 ? 7 : 30, and three leaves. */
static const scls_tree_node nodes[] = {
	{ 10, 5, 1, 2, 0 }, { 0, -1, 0, 0, 0 }, { 0, 12, 3, 4, 1 },
	{ 0, 7, 0, 0, 0 }, { 0, 30, 0, 0, 0 }, { 0, 100, 0, 0, 0 },
};
static const uint16_t roots[] = { 0, 5, 5, 5 };
static const scls_trees few = { nodes, roots, 4, NULL };

START_TEST(each_leaf)
{
	ck_assert_int_eq(scls_trees_start(&few), 305);
	ck_assert_int_eq(scls_trees_sum(&few, (int32_t[]){ 10, 9 }), 299);
	ck_assert_int_eq(scls_trees_sum(&few, (int32_t[]){ 11, 0 }), 307);
	ck_assert_int_eq(scls_trees_sum(&few, (int32_t[]){ 11, 1 }), 330);
}
END_TEST

/* Each step belongs to the value it asked for. */
START_TEST(steps_by_value)
{
	static const uint8_t slot[] = { 1, 0 };
	int32_t weights[2] = { 1000, 2000 };

	ck_assert_int_eq(scls_trees_weigh(&few, (int32_t[]){ 11, 1 }, slot,
	                                  weights), 330);
	ck_assert_int_eq(weights[1], 2000 + 12 - 5);
	ck_assert_int_eq(weights[0], 1000 + 30 - 12);
}
END_TEST

/* Grows a tree of nodes from `n` on, some `most` of them; returns how many
 * there are then. */
static uint32_t grow(scls_random *r, scls_tree_node *node, uint32_t n,
                     uint32_t most)
{
	uint32_t first = n++;

	for (uint32_t at = first; at < n; at++) {
		int leaf = n - first > most || scls_random_next(r) % 3 == 0;

		node[at].limit = (int32_t)(scls_random_next(r) % 9) - 4;
		node[at].mean = (int32_t)(scls_random_next(r) % 99) - 49;
		node[at].value = (uint16_t)(scls_random_next(r) % VALUES);
		node[at].left = node[at].right = 0;
		if (leaf)
			continue;
		node[at].left = (uint16_t)n++;
		node[at].right = (uint16_t)n++;
	}
	return n;
}

static int32_t one_walk(const scls_tree_node *node, uint32_t at,
                        const int32_t *values)
{
	while (node[at].left != 0)
		at = values[node[at].value] <= node[at].limit
		     ? node[at].left : node[at].right;
	return node[at].mean;
}

/* Trees of all shapes, beside one walk after another. */
START_TEST(any_trees)
{
	static const uint8_t slot[VALUES] = { 0, 1, 2, 1, 0 };
	static scls_tree_node node[TREES * 64];
	scls_random r = scls_random_from(3);
	uint16_t root[TREES];
	scls_trees trees = { node, root, TREES, NULL };

	for (int round = 0; round < 500; round++) {
		int32_t values[VALUES], weights[3] = { 0, 0, 0 }, sum = 0;
		uint32_t n = 0;

		for (uint32_t t = 0; t < TREES; t++) {
			root[t] = (uint16_t)n;
			n = grow(&r, node, n, 20);
		}
		for (uint32_t i = 0; i < VALUES; i++)
			values[i] = (int32_t)(scls_random_next(&r) % 11) - 5;
		for (uint32_t t = 0; t < TREES; t++)
			sum += one_walk(node, root[t], values);
		ck_assert_int_eq(scls_trees_sum(&trees, values), sum);
		ck_assert_int_eq(scls_trees_weigh(&trees, values, slot,
		                                  weights), sum);
		ck_assert_int_eq(scls_trees_start(&trees) + weights[0]
		                 + weights[1] + weights[2], sum);
	}
}
END_TEST

/* TREES trees of few steps. */
static void plant(scls_random *r, scls_tree_node *node, uint16_t *root)
{
	uint32_t n = 0;

	for (uint32_t t = 0; t < TREES; t++) {
		root[t] = (uint16_t)n;
		n = grow(r, node, n, 8);
	}
}

/* On both sides of the limits. */
static int32_t some_value(scls_random *r)
{
	return (int32_t)(scls_random_next(r) % 11) - 5;
}

/* Trees of few steps filled up give the sums that walks do. */
START_TEST(full_trees)
{
	static scls_tree_node node[TREES * 64];
	scls_full_tree full[SCLS_TREES_FULL(TREES)];
	scls_random r = scls_random_from(4);
	uint16_t root[TREES];
	uint32_t filled = 0;

	for (int round = 0; round < 500; round++) {
		scls_trees trees = { node, root, TREES, NULL };
		int32_t values[VALUES], sum;

		plant(&r, node, root);
		for (uint32_t i = 0; i < VALUES; i++)
			values[i] = some_value(&r);
		values[0] += round % 3 ? 0 : round % 2 ? 1 << 20 : -(1 << 20);
		sum = scls_trees_sum(&trees, values);
		if (!scls_trees_fill(&trees, full))
			continue;
		trees.full = full;
		ck_assert_int_eq(scls_trees_sum(&trees, values), sum);
		/* Some alone, which are no whole number of lanes. */
		trees.n_roots = TREES / 2;
		ck_assert_int_ne(scls_trees_fill(&trees, full), 0);
		trees.full = NULL;
		sum = scls_trees_sum(&trees, values);
		trees.full = full;
		ck_assert_int_eq(scls_trees_sum(&trees, values), sum);
		filled++;
	}
	ck_assert_uint_gt(filled, 50);
}
END_TEST

#define EDGES 6

/* Few rows and many, with values at and beyond 16 bits, beside one by one. */
START_TEST(many_rows)
{
	static const int32_t edges[EDGES] = { INT32_MIN, INT32_MAX,
		                              INT16_MIN, INT16_MAX,
		                              INT16_MIN - 1, INT16_MAX + 1 };
	static scls_tree_node node[TREES * 64];
	scls_full_tree full[SCLS_TREES_FULL(TREES)];
	scls_random r = scls_random_from(5);
	uint16_t root[TREES];
	uint32_t filled = 0;

	for (int round = 0; round < 500; round++) {
		scls_trees trees = { node, root, TREES, NULL };
		int32_t rows[SCLS_TREE_ROWS][VALUES], sums[SCLS_TREE_ROWS];
		uint32_t many = (uint32_t)round % (SCLS_TREE_ROWS + 1);

		plant(&r, node, root);
		for (uint32_t i = 0; i < many * VALUES; i++)
			rows[i / VALUES][i % VALUES] = some_value(&r);
		if (many > 1) {
			rows[0][0] = edges[round % EDGES];
			rows[many - 1][0] = edges[(round + 1) % EDGES];
		}
		if (scls_trees_fill(&trees, full))
			trees.full = full;
		filled += trees.full != NULL && many >= SCLS_TREE_ROWS / 4;
		scls_trees_sum_rows(&trees, rows[0], many, VALUES, sums);
		trees.full = NULL;
		for (uint32_t i = 0; i < many; i++)
			ck_assert_int_eq(sums[i],
			                 scls_trees_sum(&trees, rows[i]));
	}
	ck_assert_uint_gt(filled, 50);
}
END_TEST

/* Rows of more values than vectors have room for are walked. */
START_TEST(wide_rows)
{
	enum { WIDE = SCLS_TREE_VALUES + 1 };
	static int32_t rows[SCLS_TREE_ROWS][WIDE];
	int32_t sums[SCLS_TREE_ROWS];

	for (uint32_t i = 0; i < SCLS_TREE_ROWS; i++) {
		rows[i][0] = (int32_t)i;
		rows[i][1] = i % 2;
	}
	scls_trees_sum_rows(&few, rows[0], SCLS_TREE_ROWS, WIDE, sums);
	for (uint32_t i = 0; i < SCLS_TREE_ROWS; i++)
		ck_assert_int_eq(sums[i], i <= 10 ? 299 : i % 2 ? 330 : 307);
}
END_TEST

/* A chain of `steps` tests, each of which goes on to the right; its last leaf
 * has the mean. */
static int fills(uint32_t steps, int32_t limit, int32_t mean)
{
	scls_tree_node node[2 * SCLS_TREE_STEPS + 4];
	uint16_t root[] = { 0 };
	scls_trees trees = { node, root, 1, NULL };
	scls_full_tree full[SCLS_TREES_FULL(1)];

	memset(node, 0, sizeof(node));
	for (uint32_t i = 0; i < steps; i++) {
		node[2 * i].left = (uint16_t)(2 * i + 1);
		node[2 * i].right = (uint16_t)(2 * i + 2);
		node[2 * i].limit = limit;
	}
	node[2 * steps].mean = mean;
	return scls_trees_fill(&trees, full);
}

START_TEST(not_all_can_be_filled)
{
	ck_assert_int_ne(fills(0, 0, 0), 0);
	ck_assert_int_ne(fills(SCLS_TREE_STEPS, INT16_MAX - 1, 0), 0);
	ck_assert_int_ne(fills(SCLS_TREE_STEPS, INT16_MIN, 0), 0);
	ck_assert_int_eq(fills(SCLS_TREE_STEPS + 1, 0, 0), 0);
	ck_assert_int_eq(fills(1, INT16_MAX, 0), 0);
	ck_assert_int_eq(fills(1, INT16_MIN - 1, 0), 0);
	ck_assert_int_ne(fills(1, 0, INT16_MAX), 0);
	ck_assert_int_ne(fills(1, 0, INT16_MIN), 0);
	ck_assert_int_eq(fills(1, 0, INT16_MAX + 1), 0);
	ck_assert_int_eq(fills(1, 0, INT16_MIN - 1), 0);
}
END_TEST

SUITE("trees", {
	CASE(full_trees);
	CASE(many_rows);
	CASE(wide_rows);
	CASE(not_all_can_be_filled);
	CASE(each_leaf);
	CASE(steps_by_value);
	CASE(any_trees);
})
