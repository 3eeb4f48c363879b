/* gram_rows.c - n-grams of one kind, which stand in a row; see second.h. */
#include "model/second.h"

#include "base/bits.h"
#include "base/vector.h"

#define LANES SCLS_SECOND_BEHIND

static uint32_t size_plain(const uint32_t *ids, uint32_t n)
{
	uint32_t i = 0;

	while (i < n && (ids[i] ^ ids[0]) >> SCLS_HASH_BITS == 0)
		i++;
	return i;
}

static uint32_t add_plain(const int8_t *weights, uint32_t n,
                          scls_weight_sums *sums)
{
	uint32_t some = 0;

	for (uint32_t i = 0; i < n; i++) {
		int32_t weight = weights[i];

		sums->in_favour += weight > 0 ? weight : 0;
		sums->against += weight < 0 ? weight : 0;
		sums->none += weight == 0;
		some |= (uint32_t)(weight != 0) << i;
	}
	return some;
}

#ifdef SCLS_AVX2
#define IDS 8u /* of a vector */

static const int8_t first_lanes[2 * LANES] = {
	-1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1,
	-1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1,
};

/* Eight ids, or as many as there are: what is none is of no kind. */
SCLS_AVX2
static inline __m256i eight_of(const uint32_t *ids, uint32_t n)
{
	if (n >= IDS)
		return _mm256_loadu_si256((const void *)ids);
	return _mm256_maskload_epi32((const void *)ids,
	                             scls_first_of_eight(n));
}

SCLS_AVX2
static uint32_t size_avx2(const uint32_t *ids, uint32_t n)
{
	const __m256i first = _mm256_set1_epi32((int)ids[0]);

	for (uint32_t i = 0;; i += IDS) {
		__m256i other = _mm256_srli_epi32(_mm256_xor_si256(
		        first, eight_of(ids + i, n - i)), SCLS_HASH_BITS);
		uint32_t others = (uint32_t)_mm256_movemask_ps(
		        _mm256_castsi256_ps(_mm256_cmpgt_epi32(
		                other, _mm256_setzero_si256())));

		if (others != 0)
			return i + scls_lowest_bit(others);
	}
}

/* The sum of both, below and above bit 32. */
SCLS_AVX2
static inline uint64_t two_sums(__m256i low, __m256i high)
{
	__m256i both = _mm256_add_epi64(low, _mm256_slli_epi64(high, 32));
	__m128i x = _mm_add_epi64(_mm256_castsi256_si128(both),
	                          _mm256_extracti128_si256(both, 1));

	return (uint64_t)_mm_cvtsi128_si64(
	        _mm_add_epi64(x, _mm_unpackhi_epi64(x, x)));
}

SCLS_AVX2
static uint32_t add_avx2(const int8_t *weights, uint32_t n,
                         scls_weight_sums *sums)
{
	const __m256i zero = _mm256_setzero_si256();
	__m256i v = _mm256_and_si256(
	        _mm256_loadu_si256((const void *)weights),
	        _mm256_loadu_si256((const void *)(first_lanes + LANES - n)));
	__m256i against = _mm256_sub_epi8(zero, _mm256_min_epi8(v, zero));
	uint64_t both = two_sums(
	        _mm256_sad_epu8(_mm256_max_epi8(v, zero), zero),
	        _mm256_sad_epu8(against, zero));
	uint32_t some = ~(uint32_t)_mm256_movemask_epi8(
	        _mm256_cmpeq_epi8(v, zero));

	sums->in_favour += (int32_t)(uint32_t)both;
	sums->against -= (int32_t)(both >> 32);
	sums->none += (int32_t)n - __builtin_popcount(some);
	return some;
}
#endif

uint32_t scls_row_size(const uint32_t *ids, uint32_t n)
{
#ifdef SCLS_AVX2
	if (scls_has_avx2())
		return size_avx2(ids, n);
#endif
	return size_plain(ids, n);
}

uint32_t scls_weights_add(const int8_t *weights, uint32_t n,
                          scls_weight_sums *sums)
{
#ifdef SCLS_AVX2
	if (scls_has_avx2())
		return add_avx2(weights, n, sums);
#endif
	return add_plain(weights, n, sums);
}
