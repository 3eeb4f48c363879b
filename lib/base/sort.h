/* sort.h - sorting without memory of its own, which qsort may take. */
#ifndef SCLS_BASE_SORT_H
#define SCLS_BASE_SORT_H

#include <stddef.h>

/* Below 0, 0, above 0, as strcmp. */
typedef int (*scls_compare)(const void *a, const void *b);

/* Sorts n pointers by what they point to (heap sort: Williams 1964). */
void scls_sort(void **items, size_t n, scls_compare compare);

#endif
