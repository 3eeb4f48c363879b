/* test_groups.c - blocks counted by a key. */
#include "segment/groups.h"

#include "../../suite.h"

static spamcls_allocator allocator;
static scls_arena arena;
static scls_groups groups;

static uint32_t count(uint32_t key)
{
	scls_sum one = { 1, 10, 2, 3, 1, 10, 1, 0 };

	return scls_groups_add(&groups, key, &one);
}

START_TEST(keys_are_kept_apart)
{
	allocator = scls_alloc_default();
	scls_arena_init(&arena, &allocator);
	ck_assert_int_eq(scls_groups_begin(&groups, &arena, 1000), 0);
	for (uint32_t i = 0; i < 1000; i++)
		for (uint32_t k = 0; k <= i % 3; k++)
			ck_assert_uint_eq(count(i * 64), i);
	for (uint32_t i = 0; i < 1000; i++) {
		ck_assert_uint_eq(groups.sums[i].n, i % 3 + 1);
		ck_assert_uint_eq(groups.sums[i].width, 10 * (i % 3 + 1));
	}
	scls_arena_free(&arena);
}
END_TEST

START_TEST(no_keys_at_all)
{
	allocator = scls_alloc_default();
	scls_arena_init(&arena, &allocator);
	ck_assert_int_eq(scls_groups_begin(&groups, &arena, 0), 0);
	scls_arena_free(&arena);
}
END_TEST

START_TEST(sums_between_prefixes)
{
	scls_sum a = { 1, 2, 3, 4, 5, 6, 7, 8 };
	scls_sum b = { 10, 20, 30, 40, 50, 60, 70, 80 };
	scls_sum c = scls_sum_between(&a, &b);

	ck_assert_uint_eq(c.n, 9);
	ck_assert_uint_eq(c.width, 18);
	ck_assert_uint_eq(c.link_width, 27);
	ck_assert_uint_eq(c.stops, 36);
	ck_assert_uint_eq(c.prose, 45);
	ck_assert_uint_eq(c.prose_width, 54);
	ck_assert_uint_eq(c.headlines, 63);
	ck_assert_uint_eq(c.bullets, 72);
	scls_sum_add(&c, &a);
	ck_assert_mem_eq(&c, &b, sizeof(b));
}
END_TEST

START_TEST(shares_and_caps)
{
	ck_assert_int_eq(scls_per_mille(1, 3), 333);
	ck_assert_int_eq(scls_per_mille(5, 0), 0);
	ck_assert_int_eq(scls_per_mille(UINT32_MAX, UINT32_MAX), 1000);
	ck_assert_int_eq(scls_capped(5, 10), 5);
	ck_assert_int_eq(scls_capped(UINT32_MAX, 10), 10);
}
END_TEST

SUITE("groups", {
	CASE(keys_are_kept_apart);
	CASE(no_keys_at_all);
	CASE(sums_between_prefixes);
	CASE(shares_and_caps);
})
