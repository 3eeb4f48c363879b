/* ascii_runs.c - see ascii_runs.h. */
#include "headline/fold/ascii_runs.h"

#include "base/bits.h"
#include "headline/fold/half.h"

#ifdef SCLS_AVX2
/* Signs of 16 bytes of ASCII: a row of the table for each 16 of them. */
SCLS_AVX2
static inline __m128i ascii_signs(__m128i c)
{
	__m128i signs = _mm_setzero_si128();

	for (unsigned row = ' '; row < 128; row += SCLS_HALF) {
		/* In another row, the highest bit, which stands for none. */
		__m128i at = _mm_adds_epu8(
		        _mm_xor_si128(c, _mm_set1_epi8((char)row)),
		        _mm_set1_epi8(0x70));

		signs = _mm_or_si128(signs, _mm_shuffle_epi8(_mm_loadu_si128(
		        (const void *)(scls_ascii_signs + row)), at));
	}
	return signs;
}

/* As they are folded: control characters are blanks. */
SCLS_AVX2
static inline __m128i small_letters(__m128i c)
{
	__m128i upper = _mm_and_si128(
	        _mm_cmpgt_epi8(c, _mm_set1_epi8('A' - 1)),
	        _mm_cmpgt_epi8(_mm_set1_epi8('Z' + 1), c));

	c = _mm_or_si128(c, _mm_and_si128(upper, _mm_set1_epi8(0x20)));
	return _mm_max_epu8(c, _mm_set1_epi8(' '));
}

SCLS_AVX2
static inline void put_eight(scls_units *u, uint32_t n, __m128i c, size_t at)
{
	const __m256i steps = _mm256_set_epi32(7, 6, 5, 4, 3, 2, 1, 0);
	__m256i from = _mm256_add_epi32(_mm256_set1_epi32((int)at), steps);

	_mm256_storeu_si256((void *)(u->unit + n), _mm256_cvtepu8_epi32(c));
	_mm256_storeu_si256((void *)(u->from + n), from);
	_mm256_storeu_si256((void *)(u->to + n), _mm256_add_epi32(
	        from, _mm256_set1_epi32(1)));
}

/* How many of the first n bytes come before the first that is not ASCII or
 * may begin a reference. */
SCLS_AVX2
static inline uint32_t plain_bytes(__m128i c, uint32_t n)
{
	__m128i other = _mm_or_si128(c, _mm_cmpeq_epi8(
	        c, _mm_set1_epi8('&')));

	return scls_lowest_bit((uint32_t)_mm_movemask_epi8(other)
	                       | UINT64_C(1) << n);
}

/* Of the first n bytes, the signs that there are. */
SCLS_AVX2
static inline unsigned signs_in(__m128i signs, uint32_t n)
{
	const __m128i places = _mm_setr_epi8(0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10,
	                                     11, 12, 13, 14, 15);
	__m128i in = _mm_cmpgt_epi8(_mm_set1_epi8((char)n), places);

	signs = _mm_and_si128(signs, in);
	signs = _mm_or_si128(signs, _mm_srli_si128(signs, 8));
	signs = _mm_or_si128(signs, _mm_srli_si128(signs, 4));
	signs = _mm_or_si128(signs, _mm_srli_si128(signs, 2));
	signs = _mm_or_si128(signs, _mm_srli_si128(signs, 1));
	return (unsigned)_mm_cvtsi128_si32(signs) & 0xFFu;
}

/* As long as 16 units have room; the rest is folded one by one. */
SCLS_AVX2
static size_t ascii_avx2(scls_span source, size_t at, scls_units *u)
{
	const unsigned char *p = (const unsigned char *)source.data;
	__m128i signs = _mm_setzero_si128();
	uint32_t n = SCLS_HALF;

	while (n == SCLS_HALF && at < source.size
	       && u->room - u->n >= SCLS_HALF) {
		size_t left = source.size - at;
		__m128i c = scls_load_half(p + at, left);

		left = left < SCLS_HALF ? left : SCLS_HALF;
		n = plain_bytes(c, (uint32_t)left);
		c = small_letters(c);
		put_eight(u, u->n, c, at);
		put_eight(u, u->n + 8, _mm_srli_si128(c, 8), at + 8);
		u->n += n;
		at += n;
		if (n == SCLS_HALF)
			signs = _mm_or_si128(signs, ascii_signs(c));
		else
			u->signs |= signs_in(ascii_signs(c), n);
	}
	u->signs |= signs_in(signs, SCLS_HALF);
	return at;
}
#endif

/* One by one. */
static size_t ascii_plain(scls_span source, size_t at, scls_units *u)
{
	const unsigned char *p = (const unsigned char *)source.data;
	uint32_t *unit = u->unit, *from = u->from, *to = u->to;
	uint32_t n = u->n, room = u->room;
	unsigned signs = 0;

	for (; at < source.size && n < room; at++) {
		uint32_t c = p[at];

		if (c >= 0x80 || c == '&')
			break;
		c = c < ' ' ? ' ' : c - 'A' < 26u ? c + ('a' - 'A') : c;
		signs |= scls_ascii_signs[c];
		unit[n] = c;
		from[n] = (uint32_t)at;
		to[n++] = (uint32_t)at + 1;
	}
	u->signs |= signs;
	u->n = n;
	return at;
}

size_t scls_fold_ascii(scls_span source, size_t at, scls_units *u)
{
#ifdef SCLS_AVX2
	if (source.size - at >= SCLS_WORTH && source.size >= SCLS_HALF
	    && (unsigned char)source.data[at + SCLS_WORTH - 1] < 0x80
	    && scls_has_avx2())
		at = ascii_avx2(source, at, u);
#endif
	return ascii_plain(source, at, u);
}
