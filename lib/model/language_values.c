/* language_values.c - what a second look sees of a line's language. */
#include "model/second.h"

#include "base/limits.h"
#include "base/vector.h"

#include <string.h>

#define ONE 1024 /* a share of all, a mean of one character */

/* What is looked at along the line: how likely each character is among honest
 * lines, among templates, and how much more among templates. */
enum course { HONEST, TEMPLATES, TOWARDS, COURSES };

static const uint32_t widths[] = { 2, 4, 8, 16 };
#define WIDTHS (sizeof(widths) / sizeof(widths[0]))
/* Values of one width: the least of each course and the most of the last. */
#define OF_WIDTH 4

#define LANES 8u /* of a vector: so many sums behind a line's can be read */

/* Each character, and the sums of those before each place. */
typedef struct line {
	uint32_t n;
	int32_t nats[SCLS_MAX_HEADLINE + 1];
	int32_t sums[SCLS_MAX_HEADLINE + 2 + LANES];
} line;

static void follow(line *l, const scls_likelihood *r, enum course course)
{
	const int32_t *honest = r->nats[SCLS_OF_HONEST];
	const int32_t *templates = r->nats[SCLS_OF_TEMPLATES];

	l->n = r->n;
	for (uint32_t i = 0; i < r->n; i++)
		l->nats[i] = course == HONEST ? honest[i]
		             : course == TEMPLATES ? templates[i]
		                                   : templates[i] - honest[i];
	l->sums[0] = 0;
	for (uint32_t i = 0; i < r->n; i++)
		l->sums[i + 1] = l->sums[i] + l->nats[i];
	memset(l->sums + l->n + 1, 0, LANES * sizeof(*l->sums));
}

/* The least and the most of the sums of some characters in a row. */
typedef struct extremes {
	int32_t low, high;
} extremes;

static extremes windows_plain(const line *l, uint32_t width)
{
	extremes e = { INT32_MAX, INT32_MIN };

	for (uint32_t i = 0; i + width <= l->n; i++) {
		int32_t sum = l->sums[i + width] - l->sums[i];

		e.low = sum < e.low ? sum : e.low;
		e.high = sum > e.high ? sum : e.high;
	}
	return e;
}

#ifdef SCLS_AVX2
/* The largest of eight numbers. */
SCLS_AVX2
static inline int32_t largest(__m256i a)
{
	__m128i x = _mm_max_epi32(_mm256_castsi256_si128(a),
	                          _mm256_extracti128_si256(a, 1));

	x = _mm_max_epi32(x, _mm_srli_si128(x, 8));
	x = _mm_max_epi32(x, _mm_srli_si128(x, 4));
	return _mm_cvtsi128_si32(x);
}

/* Ones in those of eight lanes that are among n. */
SCLS_AVX2
static inline __m256i lanes_of(uint32_t n)
{
	return _mm256_cmpgt_epi32(_mm256_set1_epi32((int)n),
	                          _mm256_setr_epi32(0, 1, 2, 3, 4, 5, 6, 7));
}

/* What is no window is taken for the first one. */
SCLS_AVX2
static extremes windows_avx2(const line *l, uint32_t width)
{
	uint32_t n = l->n + 1 - width;
	__m256i first = _mm256_set1_epi32(l->sums[width]);
	__m256i low = first, high = first;

	for (uint32_t i = 0; i < n; i += LANES) {
		__m256i sum = _mm256_sub_epi32(
		        _mm256_loadu_si256((const void *)
		                           (l->sums + i + width)),
		        _mm256_loadu_si256((const void *)(l->sums + i)));

		sum = _mm256_blendv_epi8(first, sum, lanes_of(n - i));
		low = _mm256_min_epi32(low, sum);
		high = _mm256_max_epi32(high, sum);
	}
	/* No sum is the least number that there is. */
	low = _mm256_sub_epi32(_mm256_setzero_si256(), low);
	return (extremes){ -largest(low), largest(high) };
}
#endif

static extremes windows_of(const line *l, uint32_t width)
{
#ifdef SCLS_AVX2
	if (scls_has_avx2())
		return windows_avx2(l, width);
#endif
	return windows_plain(l, width);
}

/* Means of so many characters in a row, or of all where there are fewer. */
static void put_windows(const line *l, uint32_t width, int32_t *least,
                        int32_t *most)
{
	uint32_t w = width < l->n ? width : l->n;
	extremes e = windows_of(l, w);

	*least = e.low / (int32_t)w;
	*most = e.high / (int32_t)w;
}

static void put_course(const line *l, enum course course, int32_t *values)
{
	values[SCLS_K_USUAL + course] = l->sums[l->n] / (int32_t)l->n;
	for (uint32_t w = 0; w < WIDTHS; w++) {
		int32_t *v = values + SCLS_K_USUAL_2 + OF_WIDTH * w, most;

		put_windows(l, widths[w], &v[course],
		            course == TOWARDS ? &v[COURSES] : &most);
	}
}

static int32_t share(uint32_t n, const line *l)
{
	return (int32_t)(n * ONE / l->n);
}

/* The share of characters that are rarer than so many nats. */
static int32_t share_below(const line *l, int32_t nats)
{
	uint32_t n = 0;

	for (uint32_t i = 0; i < l->n; i++)
		n += l->nats[i] < nats * ONE;
	return share(n, l);
}

static int32_t share_above(const line *l, int32_t nats)
{
	uint32_t n = 0;

	for (uint32_t i = 0; i < l->n; i++)
		n += l->nats[i] > nats * ONE;
	return share(n, l);
}

/* The longest n-grams that were ever counted: in the mean, and the shares of
 * those of one and of two characters at most. */
static void put_known(const scls_likelihood *r, enum scls_language_of of,
                      int32_t values[3])
{
	const uint8_t *known = r->known[of];
	uint32_t sum = 0, one = 0, two = 0;

	for (uint32_t i = 0; i < r->n; i++) {
		sum += known[i];
		one += known[i] <= 1;
		two += known[i] <= 2;
	}
	values[0] = (int32_t)(sum * ONE / r->n);
	values[1] = (int32_t)(one * ONE / r->n);
	values[2] = (int32_t)(two * ONE / r->n);
}

void scls_language_values(const scls_likelihood *r,
                          int32_t values[SCLS_K_COUNT])
{
	line l;

	if (r->n == 0)
		return;
	follow(&l, r, HONEST);
	put_course(&l, HONEST, values);
	values[SCLS_K_RARER_6] = share_below(&l, -6);
	values[SCLS_K_RARER_8] = share_below(&l, -8);
	values[SCLS_K_RARER_10] = share_below(&l, -10);
	follow(&l, r, TEMPLATES);
	put_course(&l, TEMPLATES, values);
	follow(&l, r, TOWARDS);
	put_course(&l, TOWARDS, values);
	values[SCLS_K_TOWARDS_ANY] = share_above(&l, 0);
	values[SCLS_K_TOWARDS_FAR] = share_above(&l, 2);
	put_known(r, SCLS_OF_HONEST, values + SCLS_K_KNOWN_HONEST);
	put_known(r, SCLS_OF_TEMPLATES, values + SCLS_K_KNOWN_TEMPLATES);
}
