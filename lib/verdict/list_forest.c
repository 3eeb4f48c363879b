/* list_forest.c - see list_forest.h; the trees are in list_forest.inc. */
#include "verdict/list_forest.h"

#include "base/inline.h"
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
SCLS_INLINE uint32_t step(uint32_t at, const int32_t *values)
{
	const scls_list_node *node = &list_nodes[at];
	uint32_t right = values[node->trait] > node->limit;
	uint32_t left_child = node->left, right_child = node->right;
	uint32_t stay = 0u - (left_child == 0);

	return (left_child & (right - 1)) | (right_child & (0u - right))
	       | (at & stay);
}

/*
 * The leaves' means: what is between them and the roots' is the sum.  Where
 * weights are asked for, each step adds to that of the reason that it belongs
 * to; a leaf's last is to itself.
 */
SCLS_INLINE int32_t walk(const int32_t *values, int32_t *weights)
{
	int32_t sum = -scls_list_forest_start();

	_Static_assert(TREES % LANES == 0, "no tree is left over");
	for (size_t from = 0; from < TREES; from += LANES) {
		uint32_t at[LANES], inner;

		for (size_t k = 0; k < LANES; k++)
			at[k] = list_roots[from + k];
		/* A child stands behind its parent: the walk ends. */
		do {
			inner = 0;
			for (size_t k = 0; k < LANES; k++) {
				const scls_list_node *node =
					&list_nodes[at[k]];

				at[k] = step(at[k], values);
				inner |= list_nodes[at[k]].left;
				if (weights)
					weights[reason_of[node->trait]] +=
						list_nodes[at[k]].mean
						- node->mean;
			}
		} while (inner != 0);
		for (size_t k = 0; k < LANES; k++)
			sum += list_nodes[at[k]].mean;
	}
	return sum;
}

int32_t scls_list_forest_sum(const int32_t values[SCLS_L_COUNT])
{
	return walk(values, NULL);
}

void scls_list_forest_weigh(const int32_t values[SCLS_L_COUNT],
                            int32_t weights[SCLS_V_COUNT])
{
	(void)walk(values, weights);
}
