/* language_values.c - what a second look sees of a line's language. */
#include "model/second.h"

#include "base/limits.h"
#include "base/vector.h"

#include <string.h>

#define ONE 1024 /* a share of all, a mean of one character */

/* What is looked at along the line: how likely each character is among honest
 * lines, among templates, and how much more among templates. */
enum course { HONEST, TEMPLATES, TOWARDS, COURSES };

/* Widths of windows: 2, 4, 8, 16. */
#define WIDTHS 4
/* Values of one width: the least of each course and the most of the last. */
#define OF_WIDTH 4
#define MOST COURSES

#define LANES 8u /* of a vector */
_Static_assert(LANES <= SCLS_LIKELIHOOD_BEHIND, "room behind a line");

/* The sums of the characters before each place. */
typedef struct line {
	uint32_t n;
	int32_t honest[SCLS_MAX_HEADLINE + 2];
	int32_t templates[SCLS_MAX_HEADLINE + 2];
} line;

static void add_up(line *l, const scls_likelihood *r)
{
	int32_t honest = 0, templates = 0;

	l->n = r->n;
	l->honest[0] = l->templates[0] = 0;
	for (uint32_t i = 0; i < r->n; i++) {
		l->honest[i + 1] = honest += r->nats[SCLS_OF_HONEST][i];
		l->templates[i + 1] = templates
			+= r->nats[SCLS_OF_TEMPLATES][i];
	}
}

static int32_t smaller(int32_t a, int32_t b)
{
	return a < b ? a : b;
}

/* The sums of some characters in a row: as OF_WIDTH says. */
static void windows_plain(const line *l, uint32_t width, int32_t to[OF_WIDTH])
{
	int32_t least[OF_WIDTH] = { INT32_MAX, INT32_MAX, INT32_MAX,
		                    INT32_MAX };

	for (uint32_t i = 0; i + width <= l->n; i++) {
		int32_t honest = l->honest[i + width] - l->honest[i];
		int32_t templates = l->templates[i + width] - l->templates[i];
		int32_t towards = templates - honest;

		least[HONEST] = smaller(least[HONEST], honest);
		least[TEMPLATES] = smaller(least[TEMPLATES], templates);
		least[TOWARDS] = smaller(least[TOWARDS], towards);
		least[MOST] = smaller(least[MOST], -towards);
	}
	memcpy(to, least, sizeof(least));
	to[MOST] = -to[MOST];
}

#ifdef SCLS_AVX2
SCLS_AVX2
static inline __m256i window(const int32_t *sums, uint32_t width)
{
	return _mm256_sub_epi32(
	        _mm256_loadu_si256((const void *)(sums + width)),
	        _mm256_loadu_si256((const void *)sums));
}

/* Of two vectors' numbers the smaller ones, a and b in turn. */
SCLS_AVX2
static inline __m256i fold_two(__m256i a, __m256i b)
{
	return _mm256_min_epi32(_mm256_unpacklo_epi32(a, b),
	                        _mm256_unpackhi_epi32(a, b));
}

/* The least of each of four vectors, the last one's with its sign changed. */
SCLS_AVX2
static inline __m128i least_of(const __m256i v[OF_WIDTH])
{
	__m256i a = fold_two(v[0], v[1]), b = fold_two(v[2], v[3]);
	__m256i all = _mm256_min_epi32(_mm256_unpacklo_epi64(a, b),
	                               _mm256_unpackhi_epi64(a, b));

	return _mm_sign_epi32(_mm_min_epi32(_mm256_castsi256_si128(all),
	                                    _mm256_extracti128_si256(all, 1)),
	                      _mm_setr_epi32(1, 1, 1, -1));
}

/* Of LANES windows at least: the last vector's may have been seen before. */
SCLS_AVX2
static void windows_avx2(const line *l, uint32_t width, int32_t to[OF_WIDTH])
{
	const __m256i most = _mm256_set1_epi32(INT32_MAX);
	__m256i least[OF_WIDTH] = { most, most, most, most };
	uint32_t last = l->n + 1 - width - LANES;

	for (uint32_t i = 0; i < last + LANES; i += LANES) {
		uint32_t at = i < last ? i : last;
		__m256i honest = window(l->honest + at, width);
		__m256i templates = window(l->templates + at, width);

		least[HONEST] = _mm256_min_epi32(least[HONEST], honest);
		least[TEMPLATES] = _mm256_min_epi32(least[TEMPLATES],
		                                    templates);
		least[TOWARDS] = _mm256_min_epi32(
		        least[TOWARDS], _mm256_sub_epi32(templates, honest));
		least[MOST] = _mm256_min_epi32(
		        least[MOST], _mm256_sub_epi32(honest, templates));
	}
	_mm_storeu_si128((void *)to, least_of(least));
}
#endif

static void windows_of(const line *l, uint32_t width, int32_t to[OF_WIDTH])
{
#ifdef SCLS_AVX2
	if (scls_has_avx2() && l->n + 1 >= width + LANES) {
		windows_avx2(l, width, to);
		return;
	}
#endif
	windows_plain(l, width, to);
}

/* Means of 2^bits characters in a row, as a division rounds them, or of all
 * where there are fewer. */
static void put_windows(const line *l, unsigned bits, const int32_t *means,
                        int32_t to[OF_WIDTH])
{
	int32_t sums[OF_WIDTH];

	if (l->n <= 1u << bits) {
		memcpy(to, means, COURSES * sizeof(*to));
		to[MOST] = means[TOWARDS];
		return;
	}
	windows_of(l, 1u << bits, sums);
	for (int k = 0; k < OF_WIDTH; k++) {
		uint32_t minus = 0u - (sums[k] < 0);
		uint32_t size = ((uint32_t)sums[k] ^ minus) - minus;

		to[k] = (int32_t)((size >> bits ^ minus) - minus);
	}
}

static void put_means(const line *l, int32_t means[COURSES])
{
	int32_t honest = l->honest[l->n], templates = l->templates[l->n];
	int32_t n = (int32_t)l->n;

	means[HONEST] = honest / n;
	means[TEMPLATES] = templates / n;
	means[TOWARDS] = (templates - honest) / n;
}

/* How many characters are rarer among honest lines than so many nats, or more
 * likely by so many among templates; and of the longest n-grams that were ever
 * counted their characters, and how many have one and two at most. */
typedef struct counts {
	uint32_t rarer[3], towards[2];
	uint32_t known[SCLS_OF_COUNT][3];
} counts;

static const int32_t rarer[3] = { -6 * ONE, -8 * ONE, -10 * ONE };
static const int32_t towards[2] = { 0, 2 * ONE };

static void count_nats(const scls_likelihood *r, counts *c)
{
	for (uint32_t i = 0; i < r->n; i++) {
		int32_t honest = r->nats[SCLS_OF_HONEST][i];
		int32_t more = r->nats[SCLS_OF_TEMPLATES][i] - honest;

		for (int k = 0; k < 3; k++)
			c->rarer[k] += honest < rarer[k];
		for (int k = 0; k < 2; k++)
			c->towards[k] += more > towards[k];
	}
}

static void count_known(const uint8_t *known, uint32_t n, uint32_t count[3])
{
	for (uint32_t i = 0; i < n; i++) {
		count[0] += known[i];
		count[1] += known[i] <= 1;
		count[2] += known[i] <= 2;
	}
}

static void count_plain(const scls_likelihood *r, counts *c)
{
	count_nats(r, c);
	for (int of = 0; of < SCLS_OF_COUNT; of++)
		count_known(r->known[of], r->n, c->known[of]);
}

#ifdef SCLS_AVX2
/* Ones in the first n of LANES lanes, and in those of bytes. */
SCLS_AVX2
static inline __m256i first_lanes(uint32_t n)
{
	return _mm256_cmpgt_epi32(_mm256_set1_epi32((int)n),
	                          _mm256_setr_epi32(0, 1, 2, 3, 4, 5, 6, 7));
}

SCLS_AVX2
static inline uint32_t count_above(__m256i a, __m256i b)
{
	return (uint32_t)__builtin_popcount((uint32_t)_mm256_movemask_ps(
	        _mm256_castsi256_ps(_mm256_cmpgt_epi32(a, b))));
}

/* Of lanes that are none nothing is counted: no nats are 0 nats. */
SCLS_AVX2
static inline void count_eight_nats(const scls_likelihood *r, uint32_t i,
                                    __m256i lanes, counts *c)
{
	__m256i honest = _mm256_and_si256(lanes, _mm256_loadu_si256(
	        (const void *)(r->nats[SCLS_OF_HONEST] + i)));
	__m256i templates = _mm256_and_si256(lanes, _mm256_loadu_si256(
	        (const void *)(r->nats[SCLS_OF_TEMPLATES] + i)));
	__m256i more = _mm256_sub_epi32(templates, honest);

	for (int k = 0; k < 3; k++)
		c->rarer[k] += count_above(_mm256_set1_epi32(rarer[k]),
		                           honest);
	for (int k = 0; k < 2; k++)
		c->towards[k] += count_above(more,
		                             _mm256_set1_epi32(towards[k]));
}

/* Eight of the one and eight of the other; sums of the one and the other. */
SCLS_AVX2
static inline void count_eight_known(const scls_likelihood *r, uint32_t i,
                                     __m128i ones, __m128i sums[3])
{
	const __m128i zero = _mm_setzero_si128();
	__m128i v = _mm_unpacklo_epi64(
	        _mm_loadl_epi64((const void *)(r->known[0] + i)),
	        _mm_loadl_epi64((const void *)(r->known[1] + i)));

	sums[0] = _mm_add_epi64(sums[0], _mm_sad_epu8(_mm_and_si128(
	        v, _mm_cmpgt_epi8(ones, zero)), zero));
	for (int k = 1; k < 3; k++) {
		__m128i few = _mm_cmpeq_epi8(v, _mm_min_epu8(
		        v, _mm_set1_epi8((char)k)));

		sums[k] = _mm_add_epi64(sums[k], _mm_sad_epu8(
		        _mm_and_si128(few, ones), zero));
	}
}

SCLS_AVX2
static void count_avx2(const scls_likelihood *r, counts *c)
{
	__m128i sums[3] = { _mm_setzero_si128(), _mm_setzero_si128(),
		            _mm_setzero_si128() };

	for (uint32_t i = 0; i < r->n; i += LANES) {
		__m256i lanes = first_lanes(r->n - i);
		__m128i ones = _mm_packs_epi32(
		        _mm256_castsi256_si128(lanes),
		        _mm256_extracti128_si256(lanes, 1));

		ones = _mm_and_si128(_mm_packs_epi16(ones, ones),
		                     _mm_set1_epi8(1));
		count_eight_nats(r, i, lanes, c);
		count_eight_known(r, i, ones, sums);
	}
	for (int k = 0; k < 3; k++) {
		c->known[0][k] = (uint32_t)_mm_cvtsi128_si32(sums[k]);
		c->known[1][k] = (uint32_t)_mm_extract_epi32(sums[k], 2);
	}
}
#endif

static void count(const scls_likelihood *r, counts *c)
{
	memset(c, 0, sizeof(*c));
#ifdef SCLS_AVX2
	if (scls_has_avx2()) {
		count_avx2(r, c);
		return;
	}
#endif
	count_plain(r, c);
}

/* Shares of n characters. */
static void put_shares(const uint32_t *of, int n_counts, uint32_t n,
                       int32_t *to)
{
	for (int k = 0; k < n_counts; k++)
		to[k] = (int32_t)(of[k] * ONE / n);
}

void scls_language_values(const scls_likelihood *r,
                          int32_t values[SCLS_K_COUNT])
{
	counts c;
	line l;

	if (r->n == 0)
		return;
	add_up(&l, r);
	put_means(&l, values + SCLS_K_USUAL);
	for (unsigned w = 0; w < WIDTHS; w++)
		put_windows(&l, w + 1, values + SCLS_K_USUAL,
		            values + SCLS_K_USUAL_2 + OF_WIDTH * w);
	count(r, &c);
	put_shares(c.rarer, 3, r->n, values + SCLS_K_RARER_6);
	put_shares(c.towards, 2, r->n, values + SCLS_K_TOWARDS_ANY);
	put_shares(c.known[SCLS_OF_HONEST], 3, r->n,
	           values + SCLS_K_KNOWN_HONEST);
	put_shares(c.known[SCLS_OF_TEMPLATES], 3, r->n,
	           values + SCLS_K_KNOWN_TEMPLATES);
}
