/* line_bits.c - see line_bits.h. */
#include "segment/line/line_bits.h"

#include "base/bits.h"
#include "base/inline.h"
#include "base/utf8.h"
#include "base/vector.h"

#include <string.h>

/* Bytes of another kind at the front, up to the first that begins one. */
static uint32_t whole_characters(scls_span text)
{
	uint32_t n = SCLS_LINE_BITS;

	if (text.size <= n)
		return (uint32_t)text.size;
	while (n > SCLS_LINE_BITS - 3 && scls_utf8_goes_on(text.data[n]))
		n--;
	return n;
}

/* Where a run of letters begins. */
static uint64_t starts(const scls_line_bits *b)
{
	uint64_t letters = b->lower | b->upper;

	return letters & ~(letters << 1);
}

static uint64_t three_bytes(uint64_t first)
{
	return first | first << 1 | first << 2;
}

/* Bytes of each kind. */
typedef struct kinds {
	uint64_t lower, upper, digit, blank;
	uint64_t han;    /* first bytes */
	uint64_t behind; /* bytes that begin no character */
	uint64_t beyond; /* beyond ASCII */
} kinds;

static void put_byte(kinds *k, unsigned char c, uint64_t bit)
{
	if (c >= 'a' && c <= 'z')
		k->lower |= bit;
	else if (c >= 'A' && c <= 'Z')
		k->upper |= bit;
	else if (c >= '0' && c <= '9')
		k->digit |= bit;
	else if (c == ' ')
		k->blank |= bit;
	else if (scls_utf8_starts_han(&c))
		k->han |= bit;
	else if (scls_utf8_goes_on((char)c))
		k->behind |= bit;
	if (c >= 0x80)
		k->beyond |= bit;
}

static kinds kinds_plain(scls_span text)
{
	kinds k = { 0, 0, 0, 0, 0, 0, 0 };

	for (uint32_t i = 0; i < text.size && i < SCLS_LINE_BITS; i++)
		put_byte(&k, (unsigned char)text.data[i], UINT64_C(1) << i);
	return k;
}

/* The line's bits but for their counts, and characters of Han as their first
 * bytes alone. */
SCLS_INLINE void set_bits(const kinds *k, scls_span text, scls_line_bits *b)
{
	uint64_t inside;

	b->size = whole_characters(text);
	inside = ~UINT64_C(0) >> (SCLS_LINE_BITS - b->size);
	b->lower = k->lower & inside;
	b->upper = k->upper & inside;
	b->digit = k->digit & inside;
	b->han = k->han & inside;
	b->other = inside & ~(b->lower | b->upper | b->digit | b->han
	                      | k->blank | k->behind);
	b->beyond = b->other & k->beyond;
}

SCLS_INLINE void set_letters(const kinds *k, scls_span text,
                             scls_letter_bits *b)
{
	uint64_t inside;

	b->size = whole_characters(text);
	inside = ~UINT64_C(0) >> (SCLS_LINE_BITS - b->size);
	b->letters = (k->lower | k->upper) & inside;
	b->han = k->han & inside;
	b->beyond = k->beyond & inside & ~(k->han | k->behind);
}

static void fill_plain(scls_span text, scls_line_bits *b)
{
	kinds k = kinds_plain(text);

	set_bits(&k, text, b);
	b->n_lower = scls_count_bits(b->lower);
	b->n_upper = scls_count_bits(b->upper);
	b->n_digit = scls_count_bits(b->digit);
	b->n_han = scls_count_bits(b->han);
	b->words = scls_count_bits(starts(b));
	b->titled = scls_count_bits(starts(b) & b->upper);
	b->han = three_bytes(b->han);
}

static void letters_plain(scls_span text, scls_letter_bits *b)
{
	kinds k = kinds_plain(text);

	set_letters(&k, text, b);
}

#ifdef SCLS_AVX2
typedef struct bytes {
	__m256i low, high;
} bytes;

SCLS_AVX2
static inline uint64_t bits_of(__m256i low, __m256i high)
{
	return (uint32_t)_mm256_movemask_epi8(low)
	       | (uint64_t)(uint32_t)_mm256_movemask_epi8(high) << 32;
}

SCLS_AVX2
static inline __m256i range(__m256i a, int from, int n)
{
	__m256i off = _mm256_sub_epi8(a, _mm256_set1_epi8((char)from));

	return _mm256_cmpeq_epi8(off, _mm256_min_epu8(
	        off, _mm256_set1_epi8((char)(n - 1))));
}

/* Bytes that are one of n, from `from` on. */
SCLS_AVX2
static inline uint64_t in_range(bytes a, int from, int n)
{
	return bits_of(range(a.low, from, n), range(a.high, from, n));
}

SCLS_AVX2
static inline uint32_t count(uint64_t bits)
{
	return (uint32_t)_mm_popcnt_u64(bits);
}

/* Counts, of an instruction each, what fill_plain counts. */
SCLS_AVX2
static inline void set_counts(scls_line_bits *b)
{
	b->n_lower = count(b->lower);
	b->n_upper = count(b->upper);
	b->n_digit = count(b->digit);
	b->n_han = count(b->han);
	b->words = count(starts(b));
	b->titled = count(starts(b) & b->upper);
	b->han = three_bytes(b->han);
}

/* The front of text, and zeros behind its end. */
SCLS_AVX2
static inline bytes load(scls_span text)
{
	char copy[SCLS_LINE_BITS] = { 0 };
	const char *data = text.data;
	bytes a;

	if (text.size < SCLS_LINE_BITS) {
		memcpy(copy, text.data, text.size);
		data = copy;
	}
	a.low = _mm256_loadu_si256((const void *)data);
	a.high = _mm256_loadu_si256((const void *)(data + 32));
	return a;
}

SCLS_AVX2
static inline kinds kinds_avx2(scls_span text)
{
	bytes a = load(text);
	kinds k = {
		in_range(a, 'a', 26), in_range(a, 'A', 26),
		in_range(a, '0', 10), in_range(a, ' ', 1),
		in_range(a, 0xE4, 6), in_range(a, 0x80, 0x40),
		bits_of(a.low, a.high)
	};

	return k;
}

SCLS_AVX2
static void fill_avx2(scls_span text, scls_line_bits *b)
{
	kinds k = kinds_avx2(text);

	set_bits(&k, text, b);
	set_counts(b);
}

SCLS_AVX2
static void letters_avx2(scls_span text, scls_letter_bits *b)
{
	kinds k = kinds_avx2(text);

	set_letters(&k, text, b);
}

SCLS_AVX512
static inline uint64_t in_range_avx512(__m512i a, int from, int n)
{
	return _mm512_cmplt_epu8_mask(
	        _mm512_sub_epi8(a, _mm512_set1_epi8((char)from)),
	        _mm512_set1_epi8((char)n));
}

/* A short line needs no copy: what is masked is not read. */
SCLS_AVX512
static inline kinds kinds_avx512(scls_span text)
{
	uint64_t there = text.size < SCLS_LINE_BITS
	                         ? (UINT64_C(1) << text.size) - 1
	                         : ~UINT64_C(0);
	__m512i a = _mm512_maskz_loadu_epi8(there, text.data);
	kinds k = {
		in_range_avx512(a, 'a', 26), in_range_avx512(a, 'A', 26),
		in_range_avx512(a, '0', 10), in_range_avx512(a, ' ', 1),
		in_range_avx512(a, 0xE4, 6), in_range_avx512(a, 0x80, 0x40),
		_mm512_movepi8_mask(a)
	};

	return k;
}

SCLS_AVX512
static void fill_avx512(scls_span text, scls_line_bits *b)
{
	kinds k = kinds_avx512(text);

	set_bits(&k, text, b);
	set_counts(b);
}

SCLS_AVX512
static void letters_avx512(scls_span text, scls_letter_bits *b)
{
	kinds k = kinds_avx512(text);

	set_letters(&k, text, b);
}
#endif

void scls_line_bits_of(scls_span text, scls_line_bits *bits)
{
#ifdef SCLS_AVX2
	if (scls_has_avx512()) {
		fill_avx512(text, bits);
		return;
	}
	if (scls_has_avx2()) {
		fill_avx2(text, bits);
		return;
	}
#endif
	fill_plain(text, bits);
}

void scls_letter_bits_of(scls_span text, scls_letter_bits *bits)
{
#ifdef SCLS_AVX2
	if (scls_has_avx512()) {
		letters_avx512(text, bits);
		return;
	}
	if (scls_has_avx2()) {
		letters_avx2(text, bits);
		return;
	}
#endif
	letters_plain(text, bits);
}
