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

static largest find(const int8_t *weights, uint32_t n, int flip, int bound)
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

static uint32_t put(int8_t ranks[SCLS_RANKS], uint32_t rank, largest l,
                    int flip)
{
	for (; l.n > 0 && rank < SCLS_RANKS; l.n--)
		ranks[rank++] = (int8_t)(l.value ^ flip);
	return rank;
}

static uint32_t put_plain(const int8_t *weights, uint32_t n, int flip,
                          int8_t ranks[SCLS_RANKS])
{
	largest l = find(weights, n, flip, INT8_MAX + 1);
	uint32_t rank = 0;

	while (l.value >= 0 && rank < SCLS_RANKS) {
		rank = put(ranks, rank, l, flip);
		l = find(weights, n, flip, l.value);
	}
	return rank;
}

#ifdef SCLS_AVX2
SCLS_AVX2
static inline __m256i flipped(const int8_t *weights, int flip)
{
	return _mm256_xor_si256(_mm256_loadu_si256((const void *)weights),
	                        _mm256_set1_epi8((char)flip));
}

/* No lane is below -1: what each lacks of 127 is a byte without a sign. */
SCLS_AVX2
static inline int largest_lane(__m256i v)
{
	__m128i x = _mm_max_epi8(_mm256_castsi256_si128(v),
	                         _mm256_extracti128_si256(v, 1));

	x = _mm_sub_epi8(_mm_set1_epi8(INT8_MAX), x);
	x = _mm_min_epu8(x, _mm_srli_epi16(x, 8));
	return INT8_MAX - _mm_extract_epi16(_mm_minpos_epu16(x), 0);
}

/* Counts how often one stands there, and returns the largest below it. */
SCLS_AVX2
static inline int find_next(const int8_t *weights, uint32_t n, int flip,
                            largest *l)
{
	const __m256i value = _mm256_set1_epi8((char)l->value);
	const __m256i below = _mm256_set1_epi8((char)(l->value - 1));
	__m256i next = _mm256_set1_epi8(-1);

	l->n = 0;
	for (uint32_t i = 0; i < n; i += LANES) {
		__m256i v = flipped(weights + i, flip);

		l->n += (uint32_t)__builtin_popcount((uint32_t)
		        _mm256_movemask_epi8(_mm256_cmpeq_epi8(v, value)));
		next = _mm256_max_epi8(next, _mm256_or_si256(
		        v, _mm256_cmpgt_epi8(v, below)));
	}
	return largest_lane(next);
}

SCLS_AVX2
static uint32_t put_avx2(const int8_t *weights, uint32_t n, int flip,
                         int8_t ranks[SCLS_RANKS])
{
	__m256i most = _mm256_set1_epi8(-1);
	uint32_t rank = 0;
	int next;

	for (uint32_t i = 0; i < n; i += LANES)
		most = _mm256_max_epi8(most, flipped(weights + i, flip));
	next = largest_lane(most);
	while (next >= 0 && rank < SCLS_RANKS) {
		largest l = { next, 0 };

		next = find_next(weights, n, flip, &l);
		rank = put(ranks, rank, l, flip);
	}
	return rank;
}
#endif

static uint32_t put_strongest(const int8_t *weights, uint32_t n, int flip,
                              int8_t ranks[SCLS_RANKS])
{
#ifdef SCLS_AVX2
	if (scls_has_avx2())
		return put_avx2(weights, n, flip, ranks);
#endif
	return put_plain(weights, n, flip, ranks);
}

void scls_strongest(const int8_t *weights, uint32_t n, int against,
                    int8_t ranks[SCLS_RANKS])
{
	uint32_t rank = put_strongest(weights, n, against ? -1 : 0, ranks);

	while (rank < SCLS_RANKS)
		ranks[rank++] = 0;
}
