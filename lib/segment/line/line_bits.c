/* line_bits.c - see line_bits.h. */
#include "segment/line/line_bits.h"

#include "base/bits.h"
#include "base/utf8.h"
#include "base/vector.h"

#include <string.h>

/* Bytes of another kind at the front, up to the first that begins one. */
static uint32_t whole_characters(scls_span text)
{
	uint32_t n = SCLS_LINE_BITS;

	if (text.size <= n)
		return (uint32_t)text.size;
	while (n > SCLS_LINE_BITS - 3
	       && ((unsigned char)text.data[n] & 0xC0) == 0x80)
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

static void put_byte(scls_line_bits *b, unsigned char c, uint64_t bit)
{
	if (c >= 'a' && c <= 'z')
		b->lower |= bit;
	else if (c >= 'A' && c <= 'Z')
		b->upper |= bit;
	else if (c >= '0' && c <= '9')
		b->digit |= bit;
	else if (scls_utf8_starts_han(&c))
		b->han |= bit;
	else if (c != ' ' && (c & 0xC0) != 0x80)
		b->other |= bit;
	if (c >= 0x80)
		b->beyond |= bit;
}

static void fill_plain(scls_span text, scls_line_bits *b)
{
	memset(b, 0, sizeof(*b));
	b->size = whole_characters(text);
	for (uint32_t i = 0; i < b->size; i++)
		put_byte(b, (unsigned char)text.data[i], UINT64_C(1) << i);
	b->beyond &= b->other;
	b->n_lower = scls_count_bits(b->lower);
	b->n_upper = scls_count_bits(b->upper);
	b->n_digit = scls_count_bits(b->digit);
	b->n_han = scls_count_bits(b->han);
	b->words = scls_count_bits(starts(b));
	b->titled = scls_count_bits(starts(b) & b->upper);
	b->han = three_bytes(b->han);
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
static inline uint64_t continued(bytes a)
{
	const __m256i first = _mm256_set1_epi8((char)0xC0);

	return bits_of(_mm256_cmpgt_epi8(first, a.low),
	               _mm256_cmpgt_epi8(first, a.high));
}

SCLS_AVX2
static inline bytes load(const char *data)
{
	bytes a = { _mm256_loadu_si256((const void *)data),
		    _mm256_loadu_si256((const void *)(data + 32)) };

	return a;
}

SCLS_AVX2
static inline uint32_t count(uint64_t bits)
{
	return (uint32_t)_mm_popcnt_u64(bits);
}

SCLS_AVX2
static void fill_avx2(scls_span text, scls_line_bits *b)
{
	char copy[SCLS_LINE_BITS] = { 0 };
	uint64_t inside, blank;
	bytes a;

	b->size = whole_characters(text);
	if (text.size < SCLS_LINE_BITS) {
		memcpy(copy, text.data, text.size);
		a = load(copy);
	} else {
		a = load(text.data);
	}
	inside = ~UINT64_C(0) >> (SCLS_LINE_BITS - b->size);
	b->lower = in_range(a, 'a', 26) & inside;
	b->upper = in_range(a, 'A', 26) & inside;
	b->digit = in_range(a, '0', 10) & inside;
	b->han = in_range(a, 0xE4, 6) & inside;
	blank = in_range(a, ' ', 1);
	b->other = inside & ~(b->lower | b->upper | b->digit | b->han | blank
	                      | continued(a));
	b->beyond = b->other & bits_of(a.low, a.high);
	b->n_lower = count(b->lower);
	b->n_upper = count(b->upper);
	b->n_digit = count(b->digit);
	b->n_han = count(b->han);
	b->words = count(starts(b));
	b->titled = count(starts(b) & b->upper);
	b->han = three_bytes(b->han);
}
#endif

void scls_line_bits_of(scls_span text, scls_line_bits *bits)
{
#ifdef SCLS_AVX2
	if (scls_has_avx2()) {
		fill_avx2(text, bits);
		return;
	}
#endif
	fill_plain(text, bits);
}
