/* trees.c - see trees.h. */
#include "base/trees.h"

#include "base/inline.h"

#include <string.h>

int32_t scls_trees_start(const scls_trees *trees)
{
	int32_t sum = 0;

	for (uint32_t t = 0; t < trees->n_roots; t++)
		sum += trees->nodes[trees->roots[t]].mean;
	return sum;
}

/* One step from a node, or none where it is a leaf: without a branch, and the
 * step of one tree does not wait for that of another. */
SCLS_INLINE uint32_t step(const scls_tree_node *nodes, uint32_t at,
                          const int32_t *values)
{
	const scls_tree_node *node = &nodes[at];
	uint32_t right = values[node->value] > node->limit;
	uint32_t left_child = node->left, right_child = node->right;
	uint32_t stay = 0u - (left_child == 0);

	return (left_child & (right - 1)) | (right_child & (0u - right))
	       | (at & stay);
}

/* Where weights are asked for, each step adds to that of the value that it
 * asked for; a leaf's last is to itself. */
SCLS_INLINE int32_t walk(const scls_trees *trees, const int32_t *values,
                         const uint8_t *slot, int32_t *weights)
{
	const scls_tree_node *nodes = trees->nodes;
	int32_t sum = 0;

	for (uint32_t from = 0; from < trees->n_roots;
	     from += SCLS_TREE_LANES) {
		uint32_t at[SCLS_TREE_LANES], inner;

		for (size_t k = 0; k < SCLS_TREE_LANES; k++)
			at[k] = trees->roots[from + k];
		/* A child stands behind its parent: the walk ends. */
		do {
			inner = 0;
			for (size_t k = 0; k < SCLS_TREE_LANES; k++) {
				const scls_tree_node *node = &nodes[at[k]];

				at[k] = step(nodes, at[k], values);
				inner |= nodes[at[k]].left;
				if (weights)
					weights[slot[node->value]] +=
						nodes[at[k]].mean - node->mean;
			}
		} while (inner != 0);
		for (size_t k = 0; k < SCLS_TREE_LANES; k++)
			sum += nodes[at[k]].mean;
	}
	return sum;
}

static int is_small(int32_t number)
{
	return number == (int16_t)number;
}

/* What comes after a leaf is that leaf again, whatever the answer. */
static int fill_one(const scls_trees *trees, uint16_t root,
                    scls_full_tree *full)
{
	uint16_t at[2 * SCLS_TREE_LEAVES] = { 0, root };
	size_t i;

	for (i = 1; i < SCLS_TREE_LEAVES; i++) {
		const scls_tree_node *node = &trees->nodes[at[i]];
		int leaf = node->left == 0;

		if (!leaf && (!is_small(node->limit)
		              || node->limit == INT16_MAX))
			return 0;
		full->test[i].limit = leaf ? 0 : (int16_t)node->limit;
		full->test[i].value = leaf ? 0 : node->value;
		at[2 * i] = leaf ? at[i] : node->left;
		at[2 * i + 1] = leaf ? at[i] : node->right;
	}
	for (; i < 2 * SCLS_TREE_LEAVES; i++) {
		const scls_tree_node *leaf = &trees->nodes[at[i]];

		full->mean[i - SCLS_TREE_LEAVES] = (int16_t)leaf->mean;
		if (leaf->left != 0 || !is_small(leaf->mean))
			return 0;
	}
	return 1;
}

int scls_trees_fill(const scls_trees *trees, scls_full_tree *full)
{
	size_t behind = SCLS_TREES_FULL(trees->n_roots) - trees->n_roots;

	for (uint32_t t = 0; t < trees->n_roots; t++)
		if (!fill_one(trees, trees->roots[t], &full[t]))
			return 0;
	memset(full + trees->n_roots, 0, behind * sizeof(*full));
	return 1;
}

static int32_t sum_full(const scls_trees *trees, const int32_t *values)
{
	const scls_full_tree *tree = trees->full;
	const scls_full_tree *end = tree + trees->n_roots;
	int32_t sum = 0;

	for (; tree < end; tree += SCLS_FULL_LANES) {
		size_t leaves[SCLS_FULL_LANES];

		scls_full_leaves(tree->test, sizeof(*tree), SCLS_TREE_STEPS,
		                 values, leaves);
		for (size_t k = 0; k < SCLS_FULL_LANES; k++)
			sum += tree[k].mean[leaves[k] - SCLS_TREE_LEAVES];
	}
	return sum;
}

int32_t scls_trees_sum(const scls_trees *trees, const int32_t *values)
{
	if (trees->full)
		return sum_full(trees, values);
	return walk(trees, values, NULL, NULL);
}

int32_t scls_trees_weigh(const scls_trees *trees, const int32_t *values,
                         const uint8_t *slot, int32_t *weights)
{
	return walk(trees, values, slot, weights);
}
