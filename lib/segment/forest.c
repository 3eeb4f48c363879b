/* forest.c - walks trees from root to leaf; see forest.h. */
#include "segment/forest.h"

int32_t scls_forest_score(const scls_forest *forest, const int32_t *row)
{
	int32_t score = forest->bias;

	for (uint32_t t = 0; t < forest->n_trees; t++) {
		const scls_node *nodes = forest->nodes + forest->trees[t].node;
		int at = 0;

		/* A child stands behind its parent: the walk ends. */
		do
			at = row[nodes[at].trait] <= nodes[at].limit
			     ? nodes[at].left : nodes[at].right;
		while (at >= 0);
		score += forest->leaves[forest->trees[t].leaf + (uint32_t)~at];
	}
	return score;
}
