/* sort.c - see sort.h. */
#include "base/sort.h"

/* Lets item i of a heap of n sink to its place. */
static void sift(void **items, size_t i, size_t n, scls_compare compare)
{
	void *item = items[i];

	for (size_t child; (child = 2 * i + 1) < n; i = child) {
		if (child + 1 < n
		    && compare(items[child], items[child + 1]) < 0)
			child++;
		if (compare(items[child], item) <= 0)
			break;
		items[i] = items[child];
	}
	items[i] = item;
}

void scls_sort(void **items, size_t n, scls_compare compare)
{
	for (size_t i = n / 2; i-- > 0;)
		sift(items, i, n, compare);
	while (n > 1) {
		void *last = items[--n];

		items[n] = items[0];
		items[0] = last;
		sift(items, 0, n, compare);
	}
}
