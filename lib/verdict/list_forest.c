/* list_forest.c - see list_forest.h; the trees are in list_forest.inc. */
#include "verdict/list_forest.h"

#include "base/trees.h"
#include "verdict/list_forest.inc"

#define TREES (sizeof(list_roots) / sizeof(list_roots[0]))

_Static_assert(TREES % SCLS_TREE_LANES == 0, "no tree is left over");

static const scls_trees trees = { list_nodes, list_roots, TREES,
                                  NULL };

static const uint8_t reason_of[SCLS_L_COUNT] = {
#define SCLS_VALUE(id, reason, way) SCLS_V_##reason,
#include "verdict/values.def"
#undef SCLS_VALUE
};

int32_t scls_list_forest_start(void)
{
	return scls_trees_start(&trees);
}

int32_t scls_list_forest_sum(const int32_t values[SCLS_L_COUNT])
{
	return scls_trees_sum(&trees, values) - scls_trees_start(&trees);
}

void scls_list_forest_weigh(const int32_t values[SCLS_L_COUNT],
                            int32_t weights[SCLS_V_COUNT])
{
	(void)scls_trees_weigh(&trees, values, reason_of, weights);
}
