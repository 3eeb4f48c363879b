/* fold.c - see fold.h. */
#include "headline/fold.h"

#include "base/bits.h"
#include "base/reference.h"
#include "base/utf8.h"
#include "base/vector.h"
#include "headline/fold/ascii_runs.h"
#include "headline/fold/fold_table.inc"
#include "headline/fold/half.h"

#define SECOND 12u /* of these, where the second half begins */

#define HANGUL_L 0x1100u
#define HANGUL_V 0x1161u
#define HANGUL_T 0x11A7u
#define HANGUL_S 0xAC00u

static uint32_t fold_of(uint32_t c)
{
	if (c < FOLD_DIRECT)
		return fold_units[c];
	return fold_units[fold_blocks[c / FOLD_BLOCK] * (uint32_t)FOLD_BLOCK
	                  + c % FOLD_BLOCK];
}

static void push(scls_units *u, uint32_t unit, uint32_t from, uint32_t to)
{
	if (u->n == u->room) {
		u->cut = 1;
		return;
	}
	u->unit[u->n] = unit;
	u->from[u->n] = from;
	u->to[u->n] = to;
	u->n++;
	u->signs |= scls_unit_signs(unit);
}

/* Hangul composition by arithmetic: Unicode 15, section 3.12. */
static uint32_t compose_hangul(uint32_t a, uint32_t b)
{
	if (a - HANGUL_L < 19u && b - HANGUL_V < 21u)
		return HANGUL_S + ((a - HANGUL_L) * 21u + b - HANGUL_V) * 28u;
	if (a - HANGUL_S < 11172u && (a - HANGUL_S) % 28u == 0
	    && b - HANGUL_T - 1 < 27u)
		return a + b - HANGUL_T;
	return 0;
}

/* The composite of a and mark b, or 0: binary search in fold_pairs. */
static uint32_t compose(uint32_t a, uint32_t b)
{
	uint32_t low = 0, high = FOLD_PAIRS;

	if (b - HANGUL_V < 0x100u)
		return compose_hangul(a, b);
	while (low < high) {
		uint32_t mid = (low + high) / 2;
		const uint32_t *pair = fold_pairs[mid];

		if (pair[0] == a && pair[1] == b)
			return pair[2];
		if (pair[0] < a || (pair[0] == a && pair[1] < b))
			low = mid + 1;
		else
			high = mid;
	}
	return 0;
}

static int is_mark(uint32_t c)
{
	return c - 0x300u < 0x70u || c - 0x3099u < 2u || c - HANGUL_V < 0x9Fu;
}

/* A mark joins the unit before it where the two have a composite. */
static int join_mark(scls_units *u, uint32_t c, uint32_t to)
{
	uint32_t whole;

	if (!is_mark(c) || u->n == 0)
		return 0;
	whole = compose(u->unit[u->n - 1], c);
	if (whole == 0) {
		if (c >= HANGUL_V)
			return 0;
		u->hidden++; /* stacked marks hide a word from a filter */
		return 1;
	}
	u->unit[u->n - 1] = whole;
	u->to[u->n - 1] = to;
	u->signs |= scls_unit_signs(whole);
	return 1;
}

/* Of what is dropped: no mark that cannot be seen. */
static int is_pictograph(uint32_t c)
{
	return c >= 0x2190 && c != 0xFEFF && c - 0xFE00 > 15u && c < 0xE0000;
}

/* Selects the form of the character before it, joins two pictographs, or says
 * whose flag the one before is: without one, such tags only hide a word. */
static int goes_with_another(const scls_units *u, uint32_t c)
{
	return c - 0xFE00 <= 15u || c - 0xE0100 < 240u || c == 0x200D
	       || (c - 0xE0020 < 96u && u->emoji > 0);
}

static void push_folded(scls_units *u, uint32_t c, uint32_t from, uint32_t to)
{
	uint32_t folded = fold_of(c);

	if (folded == 0) {
		if (!join_mark(u, c, to))
			push(u, c, from, to);
	} else if (folded == FOLD_DROP) {
		if (is_pictograph(c))
			u->emoji++;
		else if (!goes_with_another(u, c))
			u->hidden++;
	} else if (folded >= FOLD_SEQUENCE && folded < 0xF900) {
		uint32_t at = fold_sequence_at[folded - FOLD_SEQUENCE];
		uint32_t end = fold_sequence_at[folded - FOLD_SEQUENCE + 1];

		for (; at < end; at++)
			push(u, fold_sequences[at], from, to);
	} else {
		push(u, folded, from, to);
	}
}

#ifdef SCLS_AVX2
/* Elements of a table of 16 bits, of an even number of them. */
SCLS_AVX2
static __m256i look_up(const uint16_t *table, __m256i at)
{
	__m256i pair = _mm256_i32gather_epi32(
	        (const int *)(const void *)table, _mm256_srli_epi32(at, 1), 4);
	__m256i half = _mm256_slli_epi32(
	        _mm256_and_si256(at, _mm256_set1_epi32(1)), 4);

	return _mm256_and_si256(_mm256_srlv_epi32(pair, half),
	                        _mm256_set1_epi32(0xFFFF));
}

/* fold_of of eight code points below FOLD_DIRECT. */
SCLS_AVX2
static __m256i fold_eight(__m256i c)
{
	return look_up(fold_units, c);
}

/* The code points of eight sequences of three bytes, of which `left` bytes
 * stand at p: 0 where there is none, or one below U+2000. */
SCLS_AVX2
static __m256i decode_eight(const unsigned char *p, size_t left)
{
	const __m256i order = _mm256_set_epi8(
	        -1, 9, 10, 11, -1, 6, 7, 8, -1, 3, 4, 5, -1, 0, 1, 2,
	        -1, 9, 10, 11, -1, 6, 7, 8, -1, 3, 4, 5, -1, 0, 1, 2);
	__m128i first = scls_load_half(p, left);
	__m128i second = scls_load_half(p + SECOND, left - SECOND);
	__m256i v = _mm256_shuffle_epi8(_mm256_set_m128i(second, first),
	                                order);
	__m256i is_three = _mm256_cmpeq_epi32(
	        _mm256_and_si256(v, _mm256_set1_epi32(0xF0C0C0)),
	        _mm256_set1_epi32(0xE08080));
	__m256i high = _mm256_and_si256(_mm256_srli_epi32(v, 4),
	                                _mm256_set1_epi32(0xF000));
	__m256i middle = _mm256_and_si256(_mm256_srli_epi32(v, 2),
	                                  _mm256_set1_epi32(0xFC0));
	__m256i low = _mm256_and_si256(v, _mm256_set1_epi32(0x3F));
	__m256i c = _mm256_or_si256(_mm256_or_si256(high, middle), low);

	is_three = _mm256_and_si256(is_three, scls_between(c, 0x2000, 0xFFFF));
	return _mm256_and_si256(c, is_three);
}

/* Of code points and what the table has for them: those that become one unit
 * and join nothing. */
SCLS_AVX2
static uint32_t simple_ones(__m256i c, __m256i folded)
{
	__m256i simple = _mm256_or_si256(
	        scls_between(c, 0x2000, 0x3098),
	        _mm256_or_si256(scls_between(c, 0x309B, 0xD7FF),
	                        scls_between(c, 0xE000, 0xFFFF)));
	__m256i other = _mm256_or_si256(
	        scls_between(folded, FOLD_SEQUENCE, 0xF8FF),
	        _mm256_cmpeq_epi32(folded, _mm256_set1_epi32(FOLD_DROP)));

	return (uint32_t)_mm256_movemask_ps(_mm256_castsi256_ps(
	        _mm256_andnot_si256(other, simple)));
}

/* The signs of n units; most are Han. */
static unsigned signs_of(const uint32_t *unit, uint32_t n, uint32_t han)
{
	unsigned signs = han != 0 ? SCLS_SIGN_HAN : 0;

	for (han = ~han & ((1u << n) - 1); han != 0; han &= han - 1)
		signs |= scls_unit_signs(unit[scls_lowest_bit(han)]);
	return signs;
}

/* Folds up to eight characters whose bytes begin at byte `at` of the source,
 * to unit number `to`.  Returns how many there are. */
SCLS_AVX2
static inline uint32_t fold_up_to_eight(scls_span source, size_t at,
                                        scls_units *u, uint32_t to)
{
	const __m256i steps = _mm256_set_epi32(21, 18, 15, 12, 9, 6, 3, 0);
	const unsigned char *p = (const unsigned char *)source.data + at;
	__m256i c = decode_eight(p, source.size - at), folded = fold_eight(c);
	__m256i from = _mm256_add_epi32(_mm256_set1_epi32((int)at), steps);
	uint32_t n = scls_lowest_bit(~(uint64_t)simple_ones(c, folded));
	__m256i han;

	folded = _mm256_blendv_epi8(folded, c, _mm256_cmpeq_epi32(
	        folded, _mm256_setzero_si256()));
	han = scls_between(folded, 0x4E00, 0x9FFF);
	_mm256_storeu_si256((void *)(u->unit + to), folded);
	_mm256_storeu_si256((void *)(u->from + to), from);
	_mm256_storeu_si256((void *)(u->to + to), _mm256_add_epi32(
	        from, _mm256_set1_epi32(3)));
	u->signs |= signs_of(u->unit + to, n,
	                     (uint32_t)_mm256_movemask_ps(
	                             _mm256_castsi256_ps(han))
	                     & ((1u << n) - 1));
	return n;
}

/* As many as there are in a row.  Eight are gone by as soon as it is guessed
 * that there are eight, not when it is known. */
SCLS_AVX2
static size_t fold_eights(scls_span source, size_t at, scls_units *u)
{
	const unsigned char *p = (const unsigned char *)source.data;
	uint32_t to = u->n, n = 0;

	while (source.size - at >= SCLS_WORTH && p[at] >= 0xE2
	       && u->room - to >= 8) {
		n = fold_up_to_eight(source, at, u, to);
		if (n < 8)
			break;
		at += 3 * 8;
		to += 8;
		n = 0;
	}
	u->n = to + n;
	return at + 3 * (size_t)n;
}
#endif

/* Characters in a row that fold to one unit each and join nothing: most of a
 * Chinese headline, so that nothing but them is looked at here. */
static size_t fold_plain_han(scls_span source, size_t at, scls_units *u)
{
	const unsigned char *p = (const unsigned char *)source.data;
	uint32_t *unit = u->unit, *from = u->from, *to = u->to;
	uint32_t n = u->n, room = u->room;

	for (; source.size - at >= 3 && n < room; at += 3) {
		uint32_t c = scls_utf8_han(p + at), folded;

		if (c == 0)
			break;
		folded = fold_of(c);
		folded = folded == 0 ? c : folded;
		if (folded - 0x3400u >= 0x6C00u)
			break;
		unit[n] = folded;
		from[n] = (uint32_t)at;
		to[n++] = (uint32_t)at + 3;
	}
	u->signs |= n > u->n ? SCLS_SIGN_HAN : 0;
	u->n = n;
	return at;
}

static size_t fold_han(scls_span source, size_t at, scls_units *u)
{
#ifdef SCLS_AVX2
	if (source.size - at >= SCLS_WORTH && source.size >= SCLS_HALF
	    && scls_has_avx2())
		return fold_eights(source, at, u);
#endif
	return fold_plain_han(source, at, u);
}

static size_t fold_runs(scls_span source, size_t at, scls_units *u)
{
	size_t from;

	do {
		from = at;
		at = scls_fold_ascii(source, fold_han(source, at, u), u);
	} while (at > from);
	return at;
}

/* The code point at *at, noted where it stands for a bad sequence: U+FFFD
 * itself has three bytes, and no bad sequence begins as it does and has as
 * many. */
static uint32_t next_of(scls_span source, size_t *at, scls_units *u)
{
	size_t from = *at;
	uint32_t c = scls_utf8_next(source.data, source.size, at);

	u->bad |= c == SCLS_REPLACEMENT
	          && !(*at - from == SCLS_REPLACEMENT_SIZE
	               && source.data[from] == SCLS_REPLACEMENT_BYTES[0]);
	return c;
}

/* What the "&" at *at stands for.  Where that is an "&" of its own, the page
 * has escaped twice (&amp;#37;): what is behind it is read as a reference. */
static uint32_t reference_at(scls_span source, size_t *at)
{
	uint32_t c = scls_reference_next(source.data, source.size, at);

	while (c == '&') {
		size_t behind = *at - 1;
		uint32_t next = scls_reference_next(source.data, source.size,
		                                    &behind);

		if (behind == *at)
			break;
		*at = behind;
		c = next;
	}
	return c;
}

void scls_fold(scls_span source, scls_units *u)
{
	size_t at = 0;

	u->n = u->hidden = u->emoji = u->signs = 0;
	u->cut = u->bad = 0;
	while ((at = fold_runs(source, at, u)) < source.size && !u->cut) {
		size_t from = at;
		uint32_t c = (unsigned char)source.data[at];

		if (c < 0x80 && c != '&') {
			u->cut = 1; /* or the run would have gone on */
			break;
		}
		if (c == '&')
			c = reference_at(source, &at);
		else
			c = next_of(source, &at, u);
		push_folded(u, c, (uint32_t)from, (uint32_t)at);
	}
}
