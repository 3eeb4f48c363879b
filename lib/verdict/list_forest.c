/*
 * list_forest.c - see list_forest.h; the trees are in list_forest.inc.
 *
 * They are filled up: each has as many steps to every leaf, so no walk ends
 * before another, and none leads to where memory has to be waited for.
 */
#include "verdict/list_forest.h"

#define STEPS 5u /* of each tree */
#define LANES 8u /* trees walked at once */

/* Goes to number 2n + 1 where the value is above the limit, else to 2n. */
typedef struct list_test {
	int16_t limit;
	uint16_t value;
} list_test;

#include "verdict/list_forest.inc"

#define TREES (sizeof(list_tests) / sizeof(list_tests[0]))

_Static_assert(TREES % LANES == 0, "no tree is left over");
_Static_assert(sizeof(list_tests[0]) == (1u << STEPS) * sizeof(list_test)
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

/* The number of each tree's leaf.  One step of some trees comes before the next
 * one of any: none waits for another. */
static void find_leaves(const int32_t *values, uint8_t leaves[TREES])
{
	for (size_t t = 0; t < TREES; t += LANES) {
		size_t at[LANES];

		for (size_t k = 0; k < LANES; k++)
			at[k] = 1;
		for (unsigned step = 0; step < STEPS; step++)
			for (size_t k = 0; k < LANES; k++) {
				list_test test = list_tests[t + k][at[k]];

				at[k] = 2 * at[k]
				        + (values[test.value] > test.limit);
			}
		for (size_t k = 0; k < LANES; k++)
			leaves[t + k] = (uint8_t)at[k];
	}
}

int32_t scls_list_forest_sum(const int32_t values[SCLS_L_COUNT])
{
	uint8_t leaves[TREES];
	int32_t sum = 0;

	find_leaves(values, leaves);
	for (size_t t = 0; t < TREES; t++)
		sum += list_means[t][leaves[t]];
	return sum - list_start;
}

void scls_list_forest_weigh(const int32_t values[SCLS_L_COUNT],
                            int32_t weights[SCLS_V_COUNT])
{
	uint8_t leaves[TREES];
	int32_t by_value[SCLS_L_COUNT] = { 0 };

	find_leaves(values, leaves);
	for (size_t t = 0; t < TREES; t++)
		for (unsigned step = 0; step < STEPS; step++) {
			unsigned to = (unsigned)leaves[t] >> step;

			by_value[list_tests[t][to / 2].value]
				+= list_means[t][to] - list_means[t][to / 2];
		}
	for (size_t i = 0; i < SCLS_L_COUNT; i++)
		weights[reason_of[i]] += by_value[i];
}
