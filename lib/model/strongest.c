/* strongest.c - the strongest of many weights; see second.h. */
#include "model/second.h"

#include "base/vector.h"

#define LANES SCLS_SECOND_BEHIND

/* How many of n weights are at least that, with all their bits turned over by
 * a flip of -1. */
static uint32_t count_plain(const int8_t *weights, uint32_t n, int flip,
                            int least)
{
	uint32_t count = 0;

	for (uint32_t i = 0; i < n; i++)
		count += (weights[i] ^ flip) >= least;
	return count;
}

#ifdef SCLS_AVX2
SCLS_AVX2
static uint32_t count_avx2(const int8_t *weights, uint32_t n, int flip,
                           int least)
{
	__m256i flips = _mm256_set1_epi8((char)flip);
	__m256i below = _mm256_set1_epi8((char)(least - 1));
	uint32_t count = 0;

	for (uint32_t i = 0; i < n; i += LANES) {
		__m256i w = _mm256_loadu_si256((const void *)(weights + i));
		__m256i is = _mm256_cmpgt_epi8(_mm256_xor_si256(w, flips),
		                               below);

		count += (uint32_t)__builtin_popcount(
		        (uint32_t)_mm256_movemask_epi8(is));
	}
	return count;
}
#endif

static uint32_t count(const int8_t *weights, uint32_t n, int flip, int least)
{
#ifdef SCLS_AVX2
	if (scls_has_avx2())
		return count_avx2(weights, n, flip, least);
#endif
	return count_plain(weights, n, flip, least);
}

/* Bit by bit from the top: the largest value that enough of them reach.  A
 * flip makes the weights below 0 those from 0 on, in reverse order. */
int32_t scls_strongest(const int8_t *weights, uint32_t n, uint32_t rank,
                       int against)
{
	int flip = against ? -1 : 0, value = 0;

	if (count(weights, n, flip, 0) < rank)
		return 0;
	for (int bit = 64; bit > 0; bit /= 2)
		value |= count(weights, n, flip, value | bit) >= rank ? bit
		                                                      : 0;
	return value ^ flip;
}
