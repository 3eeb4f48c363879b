/* list_forest.c - see list_forest.h; the trees are in list_forest.inc. */
#include "verdict/list_forest.h"

#include "verdict/list_forest.inc"

#define TREES (sizeof(list_roots) / sizeof(list_roots[0]))
#define LANES 4u /* trees that are walked at once */

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

/* One step from a node, or none where it is a leaf: without a branch, and the
 * step of one tree does not wait for that of another. */
static const scls_list_node *step(const scls_list_node *node,
                                  const int32_t *values, int32_t *weights)
{
	uint32_t self = (uint32_t)(node - list_nodes);
	uint32_t left = node->left ? node->left : self;
	uint32_t right = node->left ? node->right : self;
	const scls_list_node *child = &list_nodes[
	        values[node->trait] <= node->limit ? left : right];

	weights[reason_of[node->trait]] += child->mean - node->mean;
	return child;
}

/* LANES trees from number `from` on, or the last ones. */
static void weigh_some(size_t from, const int32_t *values, int32_t *weights)
{
	size_t n = TREES - from < LANES ? TREES - from : LANES;
	const scls_list_node *node[LANES];
	uint32_t inner;

	for (size_t k = 0; k < n; k++)
		node[k] = &list_nodes[list_roots[from + k]];
	/* A child stands behind its parent: the walk ends. */
	do {
		inner = 0;
		for (size_t k = 0; k < n; k++) {
			node[k] = step(node[k], values, weights);
			inner |= node[k]->left;
		}
	} while (inner != 0);
}

void scls_list_forest_weigh(const int32_t values[SCLS_L_COUNT],
                            int32_t weights[SCLS_V_COUNT])
{
	for (size_t from = 0; from < TREES; from += LANES)
		weigh_some(from, values, weights);
}
