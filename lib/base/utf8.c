/* utf8.c - see utf8.h. */
#include "base/utf8.h"

#include "base/vector.h"

/* What the lead byte promises: bytes in all, and the second byte's range. */
static unsigned lead(unsigned char c, unsigned char *low, unsigned char *high)
{
	*low = 0x80;
	*high = 0xBF;
	if (c < 0x80)
		return 1;
	if (c >= 0xC2 && c <= 0xDF)
		return 2;
	if (c >= 0xE0 && c <= 0xEF) {
		if (c == 0xE0)
			*low = 0xA0;
		if (c == 0xED)
			*high = 0x9F;
		return 3;
	}
	if (c >= 0xF0 && c <= 0xF4) {
		if (c == 0xF0)
			*low = 0x90;
		if (c == 0xF4)
			*high = 0x8F;
		return 4;
	}
	return 0;
}

uint32_t scls_utf8_any(const char *data, size_t size, size_t *at)
{
	const unsigned char *p = (const unsigned char *)data + *at;
	size_t left = size - *at;
	unsigned char low, high;
	unsigned n = lead(p[0], &low, &high);
	uint32_t c;

	if (n <= 1) {
		(*at)++;
		return n ? p[0] : SCLS_REPLACEMENT;
	}
	c = p[0] & (0xFFu >> (n + 1));
	for (unsigned i = 1; i < n; i++) {
		if (i == left || p[i] < low || p[i] > high) {
			*at += i;
			return SCLS_REPLACEMENT;
		}
		c = c << 6 | (p[i] & 0x3Fu);
		low = 0x80;
		high = 0xBF;
	}
	*at += n;
	return c;
}

#define HIGH UINT64_C(0x8080808080808080)

/* Not 0 where eight bytes at p are ASCII. */
static int ascii8(const char *p)
{
	uint64_t word;

	memcpy(&word, p, sizeof(word));
	return (word & HIGH) == 0;
}

static int ascii32(const char *p)
{
	uint64_t word[4];

	memcpy(word, p, sizeof(word));
	return ((word[0] | word[1] | word[2] | word[3]) & HIGH) == 0;
}

/* Not 0 where a sequence of three bytes begins that has no other form. */
static int is_plain_three(const char *p)
{
	return (unsigned char)p[0] - 0xE1u < 0xFu
	       && (unsigned char)p[0] != 0xED && scls_utf8_goes_on(p[1])
	       && scls_utf8_goes_on(p[2]);
}

#ifdef SCLS_AVX2
/*
 * 32 bytes at a time: what two neighbours may not be is looked up by three of
 * their halves, and what a third and fourth byte must be is added (Keiser and
 * Lemire, "Validating UTF-8 in less than one instruction per byte", 2021).
 */
#define SHORT 1u       /* a lead without what it promises */
#define LONG 2u        /* a continuation behind ASCII */
#define OVERLONG_3 4u
#define LARGE 8u       /* past U+10FFFF, also where LARGE_1000 is */
#define SURROGATE 16u
#define OVERLONG_2 32u
#define LARGE_1000 64u /* and overlong forms of four bytes */
#define TWO 128u       /* two continuations: right only as 3rd, 4th byte */
#define CARRY (SHORT | LONG | TWO)

/* A table of 16 bytes, once for each half of a vector. */
SCLS_AVX2
static __m256i table_of(const uint8_t table[16])
{
	return _mm256_broadcastsi128_si256(
	        _mm_loadu_si128((const void *)table));
}

SCLS_AVX2
static __m256i high_half(__m256i bytes)
{
	return _mm256_and_si256(_mm256_srli_epi16(bytes, 4),
	                        _mm256_set1_epi8(0x0F));
}

/* What is wrong with bytes and the ones before them. */
SCLS_AVX2
static __m256i wrong_pairs(__m256i bytes, __m256i before)
{
	static const uint8_t first_high[16] = {
		LONG, LONG, LONG, LONG, LONG, LONG, LONG, LONG,
		TWO, TWO, TWO, TWO, SHORT | OVERLONG_2, SHORT,
		SHORT | OVERLONG_3 | SURROGATE, SHORT | LARGE | LARGE_1000
	};
	static const uint8_t first_low[16] = {
		CARRY | OVERLONG_3 | OVERLONG_2 | LARGE_1000,
		CARRY | OVERLONG_2, CARRY, CARRY, CARRY | LARGE,
		CARRY | LARGE | LARGE_1000, CARRY | LARGE | LARGE_1000,
		CARRY | LARGE | LARGE_1000, CARRY | LARGE | LARGE_1000,
		CARRY | LARGE | LARGE_1000, CARRY | LARGE | LARGE_1000,
		CARRY | LARGE | LARGE_1000, CARRY | LARGE | LARGE_1000,
		CARRY | LARGE | LARGE_1000 | SURROGATE,
		CARRY | LARGE | LARGE_1000, CARRY | LARGE | LARGE_1000
	};
	static const uint8_t second_high[16] = {
		SHORT, SHORT, SHORT, SHORT, SHORT, SHORT, SHORT, SHORT,
		LONG | OVERLONG_2 | TWO | OVERLONG_3 | LARGE_1000,
		LONG | OVERLONG_2 | TWO | OVERLONG_3 | LARGE,
		LONG | OVERLONG_2 | TWO | SURROGATE | LARGE,
		LONG | OVERLONG_2 | TWO | SURROGATE | LARGE,
		SHORT, SHORT, SHORT, SHORT
	};
	__m256i low = _mm256_and_si256(before, _mm256_set1_epi8(0x0F));

	return _mm256_and_si256(
	        _mm256_and_si256(
	                _mm256_shuffle_epi8(table_of(first_high),
	                                    high_half(before)),
	                _mm256_shuffle_epi8(table_of(first_low), low)),
	        _mm256_shuffle_epi8(table_of(second_high), high_half(bytes)));
}

/* The block's bytes as the one, two and three places before see them. */
#define BEFORE(block, last, n) _mm256_alignr_epi8( \
	block, _mm256_permute2x128_si256(last, block, 0x21), 16 - (n))

/* Not 0 where a block that follows `last` goes on rightly. */
SCLS_AVX2
static int is_right(__m256i block, __m256i last)
{
	__m256i third = _mm256_subs_epu8(BEFORE(block, last, 2),
	                                 _mm256_set1_epi8(0xE0 - 0x80));
	__m256i fourth = _mm256_subs_epu8(BEFORE(block, last, 3),
	                                  _mm256_set1_epi8(0xF0 - 0x80));
	__m256i due = _mm256_and_si256(_mm256_or_si256(third, fourth),
	                               _mm256_set1_epi8((char)0x80));
	__m256i wrong = _mm256_xor_si256(
	        due, wrong_pairs(block, BEFORE(block, last, 1)));

	return _mm256_testz_si256(wrong, wrong);
}

/* The start of the sequence that `end` may be inside of. */
static size_t back(const char *data, size_t end)
{
	for (size_t i = 1; i <= 3 && i <= end; i++)
		if (!scls_utf8_goes_on(data[end - i]))
			return end - i;
	return end;
}

/* Bytes at the front that are valid for sure: whole sequences. */
SCLS_AVX2
static size_t valid_blocks(const char *data, size_t size)
{
	__m256i last = _mm256_setzero_si256();
	int ascii = 1;
	size_t at = 0;

	for (; size - at >= 32; at += 32) {
		__m256i block = _mm256_loadu_si256((const void *)(data + at));
		int more = _mm256_movemask_epi8(block);

		if ((more != 0 || !ascii) && !is_right(block, last))
			break;
		ascii = more == 0;
		last = block;
	}
	return back(data, at);
}
#endif

/* How many of the size bytes at data, more than 0, the sequence there has; 0
 * where it is a bad one. */
static size_t sequence_size(const char *data, size_t size)
{
	unsigned char low, high;
	unsigned n = lead((unsigned char)data[0], &low, &high);

	if (n == 0 || n > size)
		return 0;
	if (n > 1 && ((unsigned char)data[1] < low
	              || (unsigned char)data[1] > high))
		return 0;
	for (unsigned i = 2; i < n; i++)
		if (!scls_utf8_goes_on(data[i]))
			return 0;
	return n;
}

/* The bytes at the front that a step of many at once passes: ASCII, and
 * Chinese, one sequence of three bytes behind the other. */
static size_t plain_size(const char *data, size_t size)
{
	size_t at = 0;

	while (size - at >= 32 && ascii32(data + at))
		at += 32;
	while (size - at >= 8 && ascii8(data + at))
		at += 8;
	while (size - at >= 3 && is_plain_three(data + at))
		at += 3;
	return at;
}

size_t scls_utf8_valid(const char *data, size_t size)
{
	size_t at = 0;

#ifdef SCLS_AVX2
	if (scls_has_avx2())
		at = valid_blocks(data, size);
#endif
	while (at < size) {
		size_t n;

		at += plain_size(data + at, size - at);
		n = at < size ? sequence_size(data + at, size - at) : 0;
		if (n == 0)
			break;
		at += n;
	}
	return at;
}

size_t scls_utf8_put(uint32_t c, char out[4])
{
	unsigned n = c < 0x80 ? 1 : c < 0x800 ? 2 : c < 0x10000 ? 3 : 4;

	if (n == 1) {
		out[0] = (char)c;
		return 1;
	}
	for (unsigned i = n; i-- > 1; c >>= 6)
		out[i] = (char)(0x80 | (c & 0x3F));
	out[0] = (char)((0xF00u >> n) | c);
	return n;
}
