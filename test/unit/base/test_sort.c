/* test_sort.c - sorting what stands in a row, pointers and records. */
#include "base/sort.h"
#include "../../suite.h"

#include <stdint.h>

#define MOST 100

static int by_value(const void *a, const void *b)
{
	return **(int *const *)a - **(int *const *)b;
}

START_TEST(any_number_in_any_order)
{
	uint32_t random = 7;

	for (size_t n = 0; n <= MOST; n++) {
		int values[MOST + 1];
		int *items[MOST + 1];
		long sum = 0, sorted = 0;

		for (size_t i = 0; i < n; i++) {
			random = random * 1664525u + 1013904223u;
			values[i] = (int)(random >> 26);
			items[i] = &values[i];
			sum += values[i];
		}
		scls_sort(items, n, sizeof(*items), by_value);
		for (size_t i = 0; i < n; i++) {
			sorted += *items[i];
			ck_assert(i == 0 || *items[i - 1] <= *items[i]);
		}
		ck_assert_int_eq(sum, sorted);
	}
}
END_TEST

typedef struct record {
	uint64_t key;
	uint32_t value;
} record;

static int by_key(const void *a, const void *b)
{
	const record *x = a, *y = b;

	return (x->key > y->key) - (x->key < y->key);
}

/* What belongs to a key goes with it; what stands behind n is left alone. */
START_TEST(records)
{
	for (uint32_t n = 0; n < MOST; n++) {
		record items[MOST];

		for (uint32_t i = 0; i < MOST; i++) {
			items[i].value = i * 37 % (n + 1);
			items[i].key = (uint64_t)items[i].value << 40;
		}
		scls_sort(items, n, sizeof(*items), by_key);
		for (uint32_t i = 0; i < MOST; i++) {
			HOLDS(items[i].key == (uint64_t)items[i].value << 40,
			      n);
			HOLDS(i == 0 || i >= n
			      || items[i - 1].key <= items[i].key, n);
			HOLDS(i < n || items[i].value == i * 37 % (n + 1), n);
		}
	}
}
END_TEST

SUITE("sort", {
	CASE(any_number_in_any_order);
	CASE(records);
})
