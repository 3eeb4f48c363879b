/* list_forest.c - see list_forest.h; the trees are in list_forest.inc. */
#include "verdict/list_forest.h"

#include "verdict/list_forest.inc"

#define TREES (sizeof(list_roots) / sizeof(list_roots[0]))

static const uint8_t reason_of[SCLS_L_COUNT] = {
#define SCLS_VALUE(id, reason, way) SCLS_V_##reason,
#include "verdict/values.def"
#undef SCLS_VALUE
};

int32_t scls_list_forest_start(void)
{
	int32_t sum = 0;

	for (size_t t = 0; t < TREES; t++)
		sum += list_nodes[list_roots[t]].mean;
	return sum;
}

void scls_list_forest_weigh(const int32_t values[SCLS_L_COUNT],
                            int32_t weights[SCLS_V_COUNT])
{
	for (size_t t = 0; t < TREES; t++) {
		const scls_list_node *node = &list_nodes[list_roots[t]];

		/* A child stands behind its parent: the walk ends. */
		while (node->left != 0) {
			const scls_list_node *child = &list_nodes[
			        values[node->trait] <= node->limit
			                ? node->left : node->right];

			weights[reason_of[node->trait]] += child->mean
			                                   - node->mean;
			node = child;
		}
	}
}
