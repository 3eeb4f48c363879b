/*
 * full_tree.h - walks through trees that are filled up: all leaves are the
 * same number of steps from the root, so no walk ends before another, and
 * where a step leads is computed, not read.
 */
#ifndef SCLS_BASE_FULL_TREE_H
#define SCLS_BASE_FULL_TREE_H

#include "base/inline.h"

#include <stddef.h>
#include <stdint.h>

/* From number n to 2n + 1 where the value is above the limit, else to 2n; the
 * first is number 1. */
typedef struct scls_full_test {
	int16_t limit;
	uint16_t value; /* which one is asked for */
} scls_full_test;

/* This many trees are walked at once, a step of each before the next step of
 * any, so that none waits for another: about as many loads as a processor
 * keeps under way. */
#define SCLS_FULL_LANES 8u

/* The number of the leaf that each tree's walk of `steps` steps ends at.  first
 * is the first tree's tests; the next one's stand `stride` bytes behind. */
SCLS_INLINE void scls_full_leaves(const void *first, size_t stride,
                                  unsigned steps, const int32_t *values,
                                  size_t leaves[SCLS_FULL_LANES])
{
	for (size_t k = 0; k < SCLS_FULL_LANES; k++)
		leaves[k] = 1;
	for (unsigned step = 0; step < steps; step++)
		for (size_t k = 0; k < SCLS_FULL_LANES; k++) {
			const scls_full_test *tests = (const void *)
				((const char *)first + k * stride);
			scls_full_test test = tests[leaves[k]];

			leaves[k] = 2 * leaves[k]
			            + (values[test.value] > test.limit);
		}
}

#endif
