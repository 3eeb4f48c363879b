/* test_wilson.c - the interval against the formula in doubles. */
#include "mine/wilson.h"
#include "../../suite.h"

#include <math.h>

static void expect(uint64_t k, uint64_t n, double within)
{
	double z2 = 1.96 * 1.96, p = (double)k / (double)n, m = (double)n;
	double width = 1.96 * sqrt(z2 + 4 * m * p * (1 - p));
	double low = (2 * (double)k + z2 - width) / (2 * (m + z2));
	double high = (2 * (double)k + z2 + width) / (2 * (m + z2));
	spamcls_share s = scls_wilson(k, n);

	ck_assert_double_le(fabs(s.share / 1e6 - p), within);
	ck_assert_double_le(fabs(s.low / 1e6 - low), within);
	ck_assert_double_le(fabs(s.high / 1e6 - high), within);
	ck_assert_uint_le(s.low, s.share);
	ck_assert_uint_le(s.share, s.high);
	ck_assert_uint_le(s.high, 1000000);
}

START_TEST(small_numbers)
{
	for (uint64_t n = 1; n <= 200; n++)
		for (uint64_t k = 0; k <= n; k++)
			expect(k, n, 2e-5);
}
END_TEST

START_TEST(large_numbers)
{
	for (unsigned bits = 8; bits < 64; bits++) {
		uint64_t n = UINT64_C(1) << bits;
		double within = bits < 29 ? 2e-6 : 6e-5;

		expect(0, n - 1, within);
		expect(n / 3, n, within);
		expect(n / 1000, n, within);
		expect(n - 1, n, within);
		expect(n, n, within);
	}
	expect(UINT64_MAX, UINT64_MAX, 6e-5);
}
END_TEST

START_TEST(of_nothing)
{
	spamcls_share s = scls_wilson(0, 0);

	ck_assert_uint_eq(s.share, 0);
	ck_assert_uint_eq(s.low, 0);
	ck_assert_uint_eq(s.high, 1000000);
}
END_TEST

SUITE("wilson", {
	CASE(small_numbers);
	CASE(large_numbers);
	CASE(of_nothing);
})
