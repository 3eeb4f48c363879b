/* test_bits.c - bits are found and counted as one by one. */
#include "base/bits.h"

#include "base/random.h"

#include "../../suite.h"

static uint32_t count_of(uint64_t word)
{
	uint32_t n = 0;

	for (int i = 0; i < 64; i++)
		n += (uint32_t)(word >> i & 1);
	return n;
}

START_TEST(counted)
{
	scls_random r = scls_random_from(1);

	ck_assert_uint_eq(scls_count_bits(0), 0);
	ck_assert_uint_eq(scls_count_bits(UINT64_MAX), 64);
	for (int i = 0; i < 64; i++)
		ck_assert_uint_eq(scls_count_bits(UINT64_C(1) << i), 1);
	for (int i = 0; i < 1000; i++) {
		uint64_t word = scls_random_next(&r) & scls_random_next(&r);

		ck_assert_uint_eq(scls_count_bits(word), count_of(word));
	}
}
END_TEST

START_TEST(lowest)
{
	for (uint32_t i = 0; i < 64; i++) {
		ck_assert_uint_eq(scls_lowest_bit(UINT64_C(1) << i), i);
		ck_assert_uint_eq(scls_lowest_bit(UINT64_MAX << i), i);
	}
}
END_TEST

START_TEST(highest)
{
	for (uint32_t i = 0; i < 64; i++) {
		ck_assert_uint_eq(scls_highest_bit(UINT64_C(1) << i), i);
		ck_assert_uint_eq(scls_highest_bit(UINT64_MAX >> i), 63 - i);
	}
}
END_TEST

SUITE("bits", {
	CASE(counted);
	CASE(lowest);
	CASE(highest);
})
