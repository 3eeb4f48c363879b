/* test_alloc.c - allocation and growth, also where there is no memory. */
#include "base/alloc.h"
#include "../../suite.h"

#include <stdint.h>
#include <string.h>

static size_t left; /* bytes that may still be had */

static void *scarce(void *context, void *old, size_t old_size, size_t new_size)
{
	(void)context;
	if (new_size > old_size && new_size - old_size > left)
		return NULL;
	left = left + old_size - new_size;
	if (new_size == 0) {
		free(old);
		return NULL;
	}
	return realloc(old, new_size);
}

static const spamcls_allocator small = { scarce, NULL };

START_TEST(the_default)
{
	spamcls_allocator a = scls_alloc_default();
	char *data = scls_alloc(&a, 10);

	ck_assert_ptr_nonnull(data);
	memset(data, 1, 10);
	data = a.resize(a.context, data, 10, 20);
	ck_assert_int_eq(data[9], 1);
	ck_assert_ptr_null(a.resize(a.context, data, 20, 0));
	ck_assert_ptr_null(scls_alloc(&a, 0));
}
END_TEST

START_TEST(cleared)
{
	spamcls_allocator a = scls_alloc_default();
	uint64_t *data = scls_alloc_zero(&a, 4, sizeof(*data));

	for (unsigned i = 0; i < 4; i++)
		ck_assert_uint_eq(data[i], 0);
	scls_free(&a, data, 4 * sizeof(*data));
	scls_free(&a, NULL, 10);
	ck_assert_ptr_null(scls_alloc_zero(&a, SIZE_MAX / 2, 4));
	ck_assert_ptr_null(scls_alloc_zero(&a, 0, 4));
}
END_TEST

START_TEST(growth)
{
	spamcls_allocator a = scls_alloc_default();
	size_t capacity = 0;
	int *items = NULL;

	for (size_t n = 1; n <= 1000; n++) {
		size_t before = capacity;

		ck_assert_int_eq(scls_grow(&a, (void **)&items, &capacity, n,
		                           sizeof(*items)), SPAMCLS_OK);
		ck_assert_uint_ge(capacity, n);
		if (capacity != before && before > 8)
			ck_assert_uint_ge(capacity, before + before / 2);
		items[n - 1] = (int)n;
	}
	for (int n = 1; n <= 1000; n++)
		ck_assert_int_eq(items[n - 1], n);
	scls_free(&a, items, capacity * sizeof(*items));
}
END_TEST

/* What could not grow is as it was. */
START_TEST(no_memory)
{
	size_t capacity = 0;
	char *items = NULL;

	left = 8;
	ck_assert_int_eq(scls_grow(&small, (void **)&items, &capacity, 8, 1),
	                 SPAMCLS_OK);
	memset(items, 7, 8);
	ck_assert_int_eq(scls_grow(&small, (void **)&items, &capacity, 9, 1),
	                 SPAMCLS_E_NOMEM);
	ck_assert_uint_eq(capacity, 8);
	ck_assert_int_eq(items[7], 7);
	scls_free(&small, items, capacity);
	ck_assert_uint_eq(left, 8);
}
END_TEST

START_TEST(too_large)
{
	spamcls_allocator a = scls_alloc_default();
	size_t capacity = 0;
	void *items = NULL;

	ck_assert_int_eq(scls_grow(&a, &items, &capacity, SIZE_MAX / 4, 8),
	                 SPAMCLS_E_NOMEM);
	ck_assert_ptr_null(items);
	ck_assert_uint_eq(capacity, 0);
}
END_TEST

SUITE("alloc", {
	CASE(the_default);
	CASE(cleared);
	CASE(growth);
	CASE(no_memory);
	CASE(too_large);
})
