/* test_vector.c - sums and masks of eight numbers, as one by one. */
#include "base/vector.h"

#include "base/random.h"

#include "../../suite.h"

#ifdef SCLS_AVX2
SCLS_AVX2
static int32_t sum_of_eight(const int32_t *of)
{
	return scls_sum_eight(_mm256_loadu_si256((const void *)of));
}

SCLS_AVX2
static int32_t sum_of_four(const int32_t *of)
{
	return scls_sum_four(_mm_loadu_si128((const void *)of));
}

SCLS_AVX2
static void first_of_eight(uint32_t n, int32_t *to)
{
	_mm256_storeu_si256((void *)to, scls_first_of_eight(n));
}

SCLS_AVX2
static void between(const int32_t *of, int from, int to, int32_t *is)
{
	_mm256_storeu_si256((void *)is, scls_between(
	        _mm256_loadu_si256((const void *)of), from, to));
}
#endif

/* Numbers with a sign, each of which tells its place. */
START_TEST(sums)
{
#ifdef SCLS_AVX2
	scls_random r = scls_random_from(1);

	for (int i = 0; scls_has_avx2() && i < 1000; i++) {
		int32_t of[8], four = 0, eight = 0;

		for (int k = 0; k < 8; k++) {
			of[k] = (int32_t)(scls_random_next(&r) % 200001)
			        - 100000;
			four += k < 4 ? of[k] : 0;
			eight += of[k];
		}
		ck_assert_int_eq(sum_of_four(of), four);
		ck_assert_int_eq(sum_of_eight(of), eight);
	}
#endif
}
END_TEST

START_TEST(first_ones)
{
#ifdef SCLS_AVX2
	for (uint32_t n = 0; scls_has_avx2() && n <= 8; n++) {
		int32_t is[8];

		first_of_eight(n, is);
		for (uint32_t k = 0; k < 8; k++)
			ck_assert_int_eq(is[k], k < n ? -1 : 0);
	}
#endif
}
END_TEST

/* Both ends belong to it. */
START_TEST(between_two)
{
#ifdef SCLS_AVX2
	static const int32_t of[8] = { -9, 4, 5, 6, 7, 8, 9, INT32_MAX };
	int32_t is[8];

	if (!scls_has_avx2())
		return;
	between(of, 5, 8, is);
	for (int k = 0; k < 8; k++)
		ck_assert_int_eq(is[k], of[k] >= 5 && of[k] <= 8 ? -1 : 0);
#endif
}
END_TEST

SUITE("vector", {
	CASE(sums);
	CASE(first_ones);
	CASE(between_two);
})
