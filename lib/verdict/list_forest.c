/*
 * list_forest.c - see list_forest.h; the trees are in list_forest.inc, filled
 * up (base/full_tree.h).
 */
#include "verdict/list_forest.h"

#include "base/full_tree.h"

#define STEPS 5u /* of each tree */

#include "verdict/list_forest.inc"

#define TREES (sizeof(list_tests) / sizeof(list_tests[0]))

_Static_assert(TREES % SCLS_FULL_LANES == 0, "no tree is left over");
_Static_assert(sizeof(list_tests[0]) == (1u << STEPS) * sizeof(scls_full_test)
               && sizeof(list_means[0]) == (2u << STEPS) * sizeof(int16_t)
               && sizeof(list_means) / sizeof(list_means[0]) == TREES,
               "all numbers of all trees");

static const uint8_t reason_of[SCLS_L_COUNT] = {
#define SCLS_VALUE(id, reason, way) SCLS_V_##reason,
#include "verdict/values.def"
#undef SCLS_VALUE
};

int32_t scls_list_forest_start(void)
{
	return list_start;
}

/* The number of each tree's leaf. */
static void find_leaves(const int32_t *values, size_t leaves[TREES])
{
	for (size_t t = 0; t < TREES; t += SCLS_FULL_LANES)
		scls_full_leaves(list_tests[t], sizeof(list_tests[t]), STEPS,
		                 values, leaves + t);
}

int32_t scls_list_forest_sum(const int32_t values[SCLS_L_COUNT])
{
	size_t leaves[TREES];
	int32_t sum = 0;

	find_leaves(values, leaves);
	for (size_t t = 0; t < TREES; t++)
		sum += list_means[t][leaves[t]];
	return sum - list_start;
}

void scls_list_forest_weigh(const int32_t values[SCLS_L_COUNT],
                            int32_t weights[SCLS_V_COUNT])
{
	size_t leaves[TREES];
	int32_t by_value[SCLS_L_COUNT] = { 0 };

	find_leaves(values, leaves);
	for (size_t t = 0; t < TREES; t++)
		for (unsigned step = 0; step < STEPS; step++) {
			size_t to = leaves[t] >> step;

			by_value[list_tests[t][to / 2].value]
				+= list_means[t][to] - list_means[t][to / 2];
		}
	for (size_t i = 0; i < SCLS_L_COUNT; i++)
		weights[reason_of[i]] += by_value[i];
}
