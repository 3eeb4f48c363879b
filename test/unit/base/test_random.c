/* test_random.c - the same seed, the same numbers; spread over their range. */
#include "base/random.h"

#include "../../suite.h"

START_TEST(same_seed_same_numbers)
{
	scls_random a = scls_random_from(5), b = scls_random_from(5);
	scls_random c = scls_random_from(6);

	for (int i = 0; i < 100; i++) {
		uint64_t x = scls_random_next(&a);

		ck_assert_uint_eq(x, scls_random_next(&b));
		ck_assert_uint_ne(x, scls_random_next(&c));
	}
}
END_TEST

START_TEST(units_fill_their_range)
{
	scls_random r = scls_random_from(1);
	int tenths[10] = { 0 };

	for (int i = 0; i < 10000; i++) {
		double x = scls_random_unit(&r);

		ck_assert(x >= 0 && x < 1);
		tenths[(int)(x * 10)]++;
	}
	for (int i = 0; i < 10; i++)
		ck_assert_int_gt(tenths[i], 850);
}
END_TEST

SUITE("random", {
	CASE(same_seed_same_numbers);
	CASE(units_fill_their_range);
})
