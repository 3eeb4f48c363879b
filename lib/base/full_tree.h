/*
 * full_tree.h - the steps through trees that are filled up: each has as many
 * to every leaf, so no walk ends before another, and no step reads where it
 * leads.
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
	uint16_t value;
} scls_full_test;

/* Trees are walked so many at once: one step of each comes before the next one
 * of any, so none waits for another.  A processor can look at so many that
 * wait, and no more. */
#define SCLS_FULL_LANES 8u

/* Where so many steps through each lead.  first is the first tree's tests, the
 * next one's stand `stride` bytes behind. */
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
