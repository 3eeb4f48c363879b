/* strongest.c - the strongest of many weights; see second.h. */
#include "model/second.h"

#include "base/vector.h"

#define LANES SCLS_SECOND_BEHIND

/* The largest of weights below a bound, or -1, and how often it stands there;
 * a flip of -1 has turned all bits of a weight over. */
typedef struct largest {
	int value;
	uint32_t n;
} largest;

static largest find_plain(const int8_t *weights, uint32_t n, int flip,
                          int bound)
{
	largest l = { -1, 0 };

	for (uint32_t i = 0; i < n; i++) {
		int value = weights[i] ^ flip;

		if (value >= bound || value < l.value)
			continue;
		l.n = value == l.value ? l.n + 1 : 1;
		l.value = value;
	}
	return l;
}

#ifdef SCLS_AVX2
SCLS_AVX2
static inline __m256i flipped(const int8_t *weights, int flip)
{
	return _mm256_xor_si256(_mm256_loadu_si256((const void *)weights),
	                        _mm256_set1_epi8((char)flip));
}

SCLS_AVX2
static int largest_lane(__m256i v)
{
	__m128i x = _mm_max_epi8(_mm256_castsi256_si128(v),
	                         _mm256_extracti128_si256(v, 1));

	x = _mm_max_epi8(x, _mm_srli_si128(x, 8));
	x = _mm_max_epi8(x, _mm_srli_si128(x, 4));
	x = _mm_max_epi8(x, _mm_srli_si128(x, 2));
	x = _mm_max_epi8(x, _mm_srli_si128(x, 1));
	return (int8_t)_mm_extract_epi8(x, 0);
}

SCLS_AVX2
static largest find_avx2(const int8_t *weights, uint32_t n, int flip,
                         int bound)
{
	const __m256i none = _mm256_set1_epi8(-1);
	__m256i below = _mm256_set1_epi8((char)(bound - 1)), most = none;
	largest l = { -1, 0 };

	for (uint32_t i = 0; i < n; i += LANES) {
		__m256i v = flipped(weights + i, flip);

		most = _mm256_max_epi8(most, _mm256_or_si256(
		        v, _mm256_cmpgt_epi8(v, below)));
	}
	l.value = largest_lane(most);
	most = _mm256_set1_epi8((char)l.value);
	for (uint32_t i = 0; i < n; i += LANES)
		l.n += (uint32_t)__builtin_popcount((uint32_t)
		        _mm256_movemask_epi8(_mm256_cmpeq_epi8(
		                most, flipped(weights + i, flip))));
	return l;
}
#endif

static largest find(const int8_t *weights, uint32_t n, int flip, int bound)
{
#ifdef SCLS_AVX2
	if (scls_has_avx2())
		return find_avx2(weights, n, flip, bound);
#endif
	return find_plain(weights, n, flip, bound);
}

void scls_strongest(const int8_t *weights, uint32_t n, int against,
                    int8_t ranks[SCLS_RANKS])
{
	int flip = against ? -1 : 0;
	largest l = { INT8_MAX + 1, 0 };
	uint32_t rank = 0;

	do {
		l = find(weights, n, flip, l.value);
		if (l.value < 0)
			break;
		for (; l.n > 0 && rank < SCLS_RANKS; l.n--)
			ranks[rank++] = (int8_t)(l.value ^ flip);
	} while (rank < SCLS_RANKS);
	while (rank < SCLS_RANKS)
		ranks[rank++] = 0;
}
