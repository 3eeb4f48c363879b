/* test_buckets.c - n-grams are told apart; a full bucket keeps the largest. */
#include "model/buckets.h"

#include "../../suite.h"

#include <string.h>

#define BUCKETS 4u
#define MASK (BUCKETS - 1)

static unsigned char buckets[BUCKETS * SCLS_BUCKET_SIZE];

static void begin(void)
{
	memset(buckets, 0, sizeof(buckets));
}

static int32_t weight(uint32_t id)
{
	return scls_bucket_weight(buckets, MASK, id);
}

/* The k-th id of bucket 1 whose tag none before it has. */
static uint32_t nth(uint32_t k)
{
	unsigned char seen[256] = { 0 };
	uint32_t id = 1;

	for (;; id += BUCKETS) {
		uint32_t tag = scls_bucket_tag(id);

		if (!seen[tag] && k-- == 0)
			return id;
		seen[tag] = 1;
	}
}

START_TEST(empty_ones_weigh_nothing)
{
	for (uint32_t id = 0; id < 100000; id++) {
		ck_assert_uint_ne(scls_bucket_tag(id), 0);
		ck_assert_int_eq(weight(id), 0);
	}
	ck_assert_uint_eq(scls_buckets_used(buckets, MASK), 0);
}
END_TEST

START_TEST(every_place_is_found)
{
	for (uint32_t k = 0; k < SCLS_BUCKET_PLACES; k++)
		scls_bucket_put(buckets, MASK, nth(k),
		                (int8_t)(k % 2 ? -128 + (int)k : 127));
	for (uint32_t k = 0; k < SCLS_BUCKET_PLACES; k++)
		ck_assert_int_eq(weight(nth(k)),
		                 k % 2 ? -128 + (int)k : 127);
	ck_assert_int_eq(weight(nth(4)), 0);
	ck_assert_uint_eq(scls_buckets_used(buckets, MASK), 4);
}
END_TEST

START_TEST(a_full_bucket_keeps_the_largest)
{
	for (uint32_t k = 0; k < 6; k++)
		scls_bucket_put(buckets, MASK, nth(k), (int8_t)(10 + (int)k));
	ck_assert_int_eq(weight(nth(0)), 0);
	ck_assert_int_eq(weight(nth(1)), 0);
	ck_assert_int_eq(weight(nth(5)), 15);
	scls_bucket_put(buckets, MASK, nth(6), -5);
	ck_assert_int_eq(weight(nth(6)), 0);
	scls_bucket_put(buckets, MASK, nth(6), -128);
	ck_assert_int_eq(weight(nth(6)), -128);
}
END_TEST

START_TEST(a_tag_keeps_its_larger_weight)
{
	scls_bucket_put(buckets, MASK, nth(0), 3);
	scls_bucket_put(buckets, MASK, nth(0), -7);
	scls_bucket_put(buckets, MASK, nth(0), 5);
	scls_bucket_put(buckets, MASK, nth(1), 0);
	ck_assert_int_eq(weight(nth(0)), -7);
	ck_assert_uint_eq(scls_buckets_used(buckets, MASK), 1);
}
END_TEST

/* Of n-grams that were never put in, few find the tag of another. */
START_TEST(strangers_are_told_apart)
{
	uint32_t found = 0;

	for (uint32_t k = 0; k < SCLS_BUCKET_PLACES; k++)
		scls_bucket_put(buckets, MASK, nth(k), 9);
	for (uint32_t i = 0; i < 10000; i++)
		found += weight(1 + BUCKETS * (1000003 + i * 7919)) != 0;
	ck_assert_uint_lt(found, 300); /* 4 of 255: 157 are expected */
}
END_TEST

SUITE("buckets", {
	tcase_add_checked_fixture(tcase, begin, NULL);
	CASE(empty_ones_weigh_nothing);
	CASE(every_place_is_found);
	CASE(a_full_bucket_keeps_the_largest);
	CASE(a_tag_keeps_its_larger_weight);
	CASE(strangers_are_told_apart);
})
