/* test_sort.c - sorting pointers. */
#include "base/sort.h"
#include "../../suite.h"

#include <stdint.h>

#define MOST 100

static int by_value(const void *a, const void *b)
{
	return *(const int *)a - *(const int *)b;
}

START_TEST(any_number_in_any_order)
{
	uint32_t random = 7;

	for (size_t n = 0; n <= MOST; n++) {
		int values[MOST + 1];
		void *items[MOST + 1];
		long sum = 0, sorted = 0;

		for (size_t i = 0; i < n; i++) {
			random = random * 1664525u + 1013904223u;
			values[i] = (int)(random >> 26);
			items[i] = &values[i];
			sum += values[i];
		}
		scls_sort(items, n, by_value);
		for (size_t i = 0; i < n; i++) {
			sorted += *(int *)items[i];
			ck_assert(i == 0 || *(int *)items[i - 1]
			                    <= *(int *)items[i]);
		}
		ck_assert_int_eq(sum, sorted);
	}
}
END_TEST

SUITE("sort", { CASE(any_number_in_any_order); })
