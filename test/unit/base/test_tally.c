/* test_tally.c - keys, their counts and their places. */
#include "base/tally.h"

#include "base/hash.h"
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

/* How many keys lie before this one, itself among them. */
static uint32_t steps(const scls_tally *t, uint64_t key)
{
	uint64_t bits = key * SCLS_GOLDEN;
	uint32_t n = t->table[(size_t)(bits >> 32) & t->mask], step = 1;

	for (; t->place[n - 1].key != key; bits <<= 1, step++)
		n = t->place[n - 1].next[bits >> 63];
	return step;
}

/* 1 over SCLS_GOLDEN, by Newton: each round doubles the bits that are right. */
static uint64_t inverse(void)
{
	uint64_t x = SCLS_GOLDEN;

	for (int i = 0; i < 5; i++)
		x *= 2 - SCLS_GOLDEN * x;
	return x;
}

/* Puts in KEYS keys that all fall on one place; returns the most steps. */
static uint32_t most_steps(scls_tally *t, uint64_t (*bits_of)(uint32_t))
{
	uint64_t back = inverse();
	uint32_t most = 0;

	for (uint32_t i = 0; i < KEYS; i++)
		ck_assert_uint_eq(scls_tally_add(t, bits_of(i) * back), i);
	for (uint32_t i = 0; i < KEYS; i++) {
		uint32_t n = steps(t, bits_of(i) * back);

		most = n > most ? n : most;
		ck_assert_uint_eq(scls_tally_add(t, bits_of(i) * back), i);
	}
	return most;
}

/* Keys of one place that differ in the bits the tree asks for first ... */
static uint64_t early(uint32_t i)
{
	return (uint64_t)i << 50 | 5;
}

/* ... and in those it asks for last. */
static uint64_t late(uint32_t i)
{
	return i;
}

/* One bit apart each from the one before: the longest way there is. */
static uint64_t one_bit(uint32_t i)
{
	return i < 20 ? UINT64_C(1) << 63 >> i : (uint64_t)i << 18 & 0xFFFFFFFF;
}

START_TEST(no_keys_lie_behind_many)
{
	static uint64_t (*const ways[])(uint32_t) = { early, late, one_bit };
	spamcls_allocator allocator = scls_alloc_default();
	scls_arena arena;
	scls_tally t;

	scls_arena_init(&arena, &allocator);
	ck_assert_int_eq(scls_tally_init(&t, &arena, KEYS), SPAMCLS_OK);
	for (size_t w = 0; w < sizeof(ways) / sizeof(ways[0]); w++) {
		scls_tally_clear(&t);
		ck_assert_uint_le(most_steps(&t, ways[w]), 65);
		ck_assert_uint_eq(t.distinct, KEYS);
		ck_assert_uint_eq(t.most, 2);
	}
	scls_arena_free(&arena);
}
END_TEST

SUITE("tally", {
	CASE(no_keys_lie_behind_many);
	CASE(a_key_stays_where_it_is);
	CASE(counts_are_those_of_the_keys);
})
