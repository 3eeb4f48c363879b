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
