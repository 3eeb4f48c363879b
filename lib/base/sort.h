/* sort.h - sorting without memory of its own, which qsort may take. */
#ifndef SCLS_BASE_SORT_H
#define SCLS_BASE_SORT_H

#include "base/inline.h"

#include <stddef.h>
#include <string.h>

#define SCLS_SORT_MOST 16u /* bytes of an item */

/* Below 0, 0, above 0 for two items, as qsort asks it. */
typedef int (*scls_compare)(const void *a, const void *b);

/* Two items change places; size is SCLS_SORT_MOST at most. */
SCLS_INLINE void scls_sort_swap(char *a, char *b, size_t size)
{
	char kept[SCLS_SORT_MOST];

	memcpy(kept, a, size);
	memcpy(a, b, size);
	memcpy(b, kept, size);
}

/* Lets item i of a heap of n sink to its place. */
SCLS_INLINE void scls_sort_sift(char *items, size_t i, size_t n, size_t size,
                                scls_compare compare)
{
	for (size_t child; (child = 2 * i + 1) < n; i = child) {
		char *larger = items + child * size;

		if (child + 1 < n && compare(larger, larger + size) < 0) {
			child++;
			larger += size;
		}
		if (compare(larger, items + i * size) <= 0)
			break;
		scls_sort_swap(items + i * size, larger, size);
	}
}

/* Sorts n items of size bytes, SCLS_SORT_MOST at most, where they stand (heap
 * sort: Williams 1964): items that compare alike come in any order, the same on
 * every machine. */
SCLS_INLINE void scls_sort(void *items, size_t n, size_t size,
                           scls_compare compare)
{
	for (size_t i = n / 2; i-- > 0;)
		scls_sort_sift(items, i, n, size, compare);
	while (n > 1) {
		scls_sort_swap(items, (char *)items + --n * size, size);
		scls_sort_sift(items, 0, n, size, compare);
	}
}

#endif
