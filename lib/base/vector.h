/*
 * vector.h - for the few loops that take many numbers or bytes at once.
 *
 * Compilers do not make gathers or masks of a loop by themselves, so these are
 * written out, each beside the plain loop that all other processors run:
 *
 *   #ifdef SCLS_AVX2
 *   SCLS_AVX2 static ... f_avx2(...)
 *   #endif
 *   ... f(...) { #ifdef SCLS_AVX2 if (scls_has_avx2()) ... #endif ... }
 *
 * Both give the same numbers.  SCLS_PORTABLE leaves the plain ones alone.
 */
#ifndef SCLS_BASE_VECTOR_H
#define SCLS_BASE_VECTOR_H

#if defined(__x86_64__) && defined(__GNUC__) && !defined(SCLS_PORTABLE)
#include <immintrin.h>
#include <stdint.h>

/* Before a function that is compiled for such processors. */
#define SCLS_AVX2 __attribute__((target("avx2")))
#define SCLS_AVX512 __attribute__((target("avx2,avx512bw,avx512vl")))

/* Whether this one is; asked as often as one likes. */
static inline int scls_has_avx2(void)
{
	return __builtin_cpu_supports("avx2") != 0;
}

/* The same of AVX-512 with masks of bytes and of words. */
static inline int scls_has_avx512(void)
{
	return __builtin_cpu_supports("avx512bw")
	       && __builtin_cpu_supports("avx512vl");
}

/* The sum of four numbers. */
SCLS_AVX2
static inline int32_t scls_sum_four(__m128i a)
{
	a = _mm_add_epi32(a, _mm_shuffle_epi32(a, 0x4E));
	a = _mm_add_epi32(a, _mm_shuffle_epi32(a, 0xB1));
	return _mm_cvtsi128_si32(a);
}

/* The sum of eight. */
SCLS_AVX2
static inline int32_t scls_sum_eight(__m256i a)
{
	return scls_sum_four(_mm_add_epi32(_mm256_castsi256_si128(a),
	                                   _mm256_extracti128_si256(a, 1)));
}

/* All ones in the first n of eight numbers, n <= 8, and zeros behind. */
SCLS_AVX2
static inline __m256i scls_first_of_eight(uint32_t n)
{
	static const int32_t ones[16] = {
		-1, -1, -1, -1, -1, -1, -1, -1, 0, 0, 0, 0, 0, 0, 0, 0
	};

	return _mm256_loadu_si256((const void *)(ones + 8 - n));
}

/* All ones where a is between from and to: eight numbers with a sign. */
SCLS_AVX2
static inline __m256i scls_between(__m256i a, int from, int to)
{
	return _mm256_and_si256(
	        _mm256_cmpgt_epi32(a, _mm256_set1_epi32(from - 1)),
	        _mm256_cmpgt_epi32(_mm256_set1_epi32(to + 1), a));
}
#endif

#endif
