/* test_tally.c - keys, their counts and their places. */
#include "verdict/tally.h"

#include "base/random.h"

#include "../../suite.h"

#define KEYS 300u

START_TEST(a_key_stays_where_it_is)
{
	spamcls_allocator allocator = scls_alloc_default();
	scls_arena arena;
	scls_tally t;
	uint32_t place[KEYS];

	scls_arena_init(&arena, &allocator);
	ck_assert_int_eq(scls_tally_init(&t, &arena, KEYS), SPAMCLS_OK);
	for (uint32_t i = 0; i < KEYS; i++)
		place[i] = scls_tally_add(&t, (uint64_t)i << 32);
	ck_assert_uint_eq(t.distinct, KEYS);
	ck_assert_uint_eq(t.most, 1);
	for (uint32_t i = 0; i < KEYS; i++) {
		ck_assert_uint_eq(scls_tally_add(&t, (uint64_t)i << 32),
		                  place[i]);
		ck_assert_uint_eq(t.place[place[i]].key, (uint64_t)i << 32);
		ck_assert_uint_eq(t.place[place[i]].count, 2);
	}
	ck_assert_uint_eq(t.distinct, KEYS);
	scls_arena_free(&arena);
}
END_TEST

START_TEST(counts_are_those_of_the_keys)
{
	scls_random r = scls_random_from(3);
	spamcls_allocator allocator = scls_alloc_default();
	uint32_t count[16] = { 0 }, most = 0;
	scls_arena arena;
	scls_tally t;

	scls_arena_init(&arena, &allocator);
	ck_assert_int_eq(scls_tally_init(&t, &arena, 16), SPAMCLS_OK);
	for (uint32_t i = 0; i < KEYS; i++) {
		uint32_t k = (uint32_t)(scls_random_next(&r) % 16);
		uint32_t at = scls_tally_add(&t, k * UINT64_C(0x10001));

		count[k]++;
		most = count[k] > most ? count[k] : most;
		ck_assert_uint_eq(t.place[at].count, count[k]);
		ck_assert_uint_eq(t.most, most);
	}
	scls_arena_free(&arena);
}
END_TEST

SUITE("tally", {
	CASE(a_key_stays_where_it_is);
	CASE(counts_are_those_of_the_keys);
})
