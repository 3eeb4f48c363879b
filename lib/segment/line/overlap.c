/* overlap.c - word pieces of any script; see overlap.h. */
#include "segment/line/overlap.h"

#include "base/bits.h"
#include "base/hash.h"
#include "base/inline.h"
#include "base/utf8.h"
#include "base/vector.h"
#include "segment/line/line_bits.h"
#include "segment/line/line_shape.h"

#define SHORTEST 4u /* letters of a word that is a piece */

/* 31 to the power of so many, of 32 bits. */
#define POWER_4 923521u
#define POWER_8 (POWER_4 * POWER_4)
#define POWER_12 (POWER_8 * POWER_4)

/* A bit of either set. */
#define ASKED (UINT64_C(1) << 32)
#define GROWN UINT64_C(1)

typedef struct count {
	scls_pieces *pieces;
	uint64_t into;  /* the set that gets them */
	uint64_t found; /* in both sets, counted as their bits stand */
	uint32_t n;
} count;

/* Puts the piece into a set; returns its bits in both. */
SCLS_INLINE uint64_t look_up(uint64_t *words, uint64_t into, uint32_t value)
{
	uint32_t bit = (uint32_t)scls_hash_mix(value) % SCLS_PIECE_BITS;
	uint64_t word = words[bit / 32];

	words[bit / 32] = word | into << (bit % 32);
	return word >> (bit % 32) & (ASKED | GROWN);
}

static void piece(count *c, uint32_t value)
{
	c->n++;
	c->found += look_up(c->pieces->words, c->into, value);
}

SCLS_INLINE uint32_t pair(uint32_t wide, uint32_t next)
{
	return wide * 65599u + next;
}

/* A word that is open, as its hash and its letters. */
typedef struct word {
	uint32_t hash, length;
} word;

/* What may go on behind a place: a word, and the wide character before it, or
 * 0. */
typedef struct open_end {
	word word;
	uint32_t wide;
} open_end;

static void end_word(count *c, word *w)
{
	if (w->length >= SHORTEST)
		piece(c, w->hash);
	w->hash = w->length = 0;
}

/* A character of three bytes, without masks. */
SCLS_INLINE uint32_t three_at(const unsigned char *p)
{
	return ((uint32_t)p[0] * 64u + p[1]) * 64u + p[2]
	       - (0xE0u * 4096u + 0x80u * 64u + 0x80u);
}

/* Pairs of Han characters, whose first bytes are given, that touch.  In which
 * order they come does not matter: they are counted. */
SCLS_VECTORS
static void count_han(count *c, const char *text, uint64_t han)
{
	uint64_t *words = c->pieces->words, into = c->into, found = 0;

	han &= han << 3;
	c->n += scls_count_bits(han);
	for (; han != 0; han &= han - 1) {
		const unsigned char *at = (const unsigned char *)text
		                          + scls_lowest_bit(han);

		found += look_up(words, into, pair(three_at(at - 3),
		                                   three_at(at)));
	}
	c->found += found;
}

/* How many bits in a row are set from number `at` on. */
static uint32_t run_length(uint64_t bits, uint32_t at)
{
	uint64_t gaps = ~(bits >> at);

	return gaps ? scls_lowest_bit(gaps) : 64;
}

/* ASCII letters of the word that is open. */
static void add_letters(word *w, const char *letter, uint32_t n)
{
	w->length += n;
	for (; n > 0; n--)
		w->hash = w->hash * 31 + ((unsigned char)*letter++ | 0x20u);
}

/* Words of ASCII letters, each a run of bits that begins with one of first. */
static void words_plain(count *c, const char *text, uint64_t letters,
                        uint64_t first)
{
	for (; first != 0; first &= first - 1) {
		uint32_t at = scls_lowest_bit(first);
		word w = { 0, 0 };

		add_letters(&w, text + at,
		            run_length(letters, at));
		end_word(c, &w);
	}
}

#ifdef SCLS_AVX2
/* Where 16 bits in a row begin. */
static uint64_t runs_of_16(uint64_t bits)
{
	bits &= bits >> 1;
	bits &= bits >> 2;
	bits &= bits >> 4;
	return bits & bits >> 8;
}

/* The hash of the n bytes at letter, 16 at most, of 16 that can be read. */
SCLS_AVX2
static inline uint32_t hash_avx2(const char *letter, uint32_t n)
{
	static const char places[32] = {
		-1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1,
		0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15
	};
	__m128i a = _mm_or_si128(_mm_loadu_si128((const void *)letter),
	                         _mm_set1_epi8(0x20));

	/* The last one to the vector's end, zeroes before the first. */
	a = _mm_shuffle_epi8(a, _mm_loadu_si128((const void *)(places + n)));
	a = _mm_maddubs_epi16(a, _mm_set1_epi16(1 << 8 | 31));
	a = _mm_madd_epi16(a, _mm_set1_epi32(1 << 16 | 31 * 31));
	a = _mm_mullo_epi32(a, _mm_setr_epi32((int)POWER_12, (int)POWER_8,
	                                      (int)POWER_4, 1));
	return (uint32_t)scls_sum_four(a);
}

/* Places where a vector would be read from beyond what can be read. */
static uint64_t too_far(const char *text, const char *end)
{
	size_t size = end ? (size_t)(end - text) : 0;

	if (size >= 16 + SCLS_LINE_BITS)
		return 0;
	return size < 16 ? ~UINT64_C(0) : ~UINT64_C(0) << (size - 16) << 1;
}

/* Counts in variables of its own: what is written to the sets could else be
 * the counts. */
SCLS_AVX2
static void words_avx2(count *c, const char *text, uint64_t letters,
                       uint64_t first)
{
	uint64_t *words = c->pieces->words, into = c->into, found = 0;
	uint64_t far = too_far(text, c->pieces->text_end);

	/* Longer words than a vector are read one by one, too. */
	far |= runs_of_16(letters) & letters >> 16;
	words_plain(c, text, letters, first & far);
	first &= ~far;
	c->n += scls_count_bits(first);
	for (; first != 0; first &= first - 1) {
		uint32_t at = scls_lowest_bit(first);

		/* They end before the last bit: no need to ask. */
		found += look_up(words, into, hash_avx2(
		        text + at, scls_lowest_bit(~(letters >> at))));
	}
	c->found += found;
}
#endif

static void count_words(count *c, const char *text, uint64_t letters)
{
	uint64_t first = letters & ~(letters << 1);

	first &= letters >> 1 & letters >> 2 & letters >> 3;
#ifdef SCLS_AVX2
	if (scls_has_avx2()) {
		words_avx2(c, text, letters, first);
		return;
	}
#endif
	words_plain(c, text, letters, first);
}

/* Where the letters before `to` begin, `from` at the earliest. */
static uint32_t last_word(uint64_t letters, uint32_t from, uint32_t to)
{
	uint64_t gaps = scls_bits_between(~letters, from, to);

	return gaps ? scls_highest_bit(gaps) + 1 : from;
}

/* A stretch of the line: ASCII and Han from `from` up to `to`. */
typedef struct run {
	const char *text;
	uint32_t from, to;
	int goes_on; /* a word may, behind it */
} run;

/* Letters at the front go on with the word that is open, which else ends.
 * Returns where they end. */
static uint32_t join_word(count *c, const run *r, uint64_t letters, word *w)
{
	uint32_t n;

	if (w->length == 0)
		return r->from;
	n = run_length(letters, r->from);
	add_letters(w, r->text + r->from, n);
	if (r->from + n < r->to)
		end_word(c, w);
	return r->from + n;
}

/* The wide character before the run makes a pair with a Han character at its
 * front; one at its end goes on behind it. */
static void join_wide(count *c, const run *r, uint64_t han, uint32_t *wide)
{
	const unsigned char *text = (const unsigned char *)r->text;

	if (*wide && han >> r->from & 1)
		piece(c, pair(*wide, three_at(text + r->from)));
	*wide = r->to >= 3 && han >> (r->to - 3) & 1
	        ? three_at(text + r->to - 3) : 0;
}

static void count_letters(count *c, const run *r, uint64_t letters, word *w)
{
	uint32_t begin = join_word(c, r, letters, w), end = r->to;

	if (begin < r->to && r->goes_on) {
		end = last_word(letters, begin, r->to);
		add_letters(w, r->text + end, r->to - end);
	}
	letters = scls_bits_between(letters, begin, end);
	if (letters != 0)
		count_words(c, r->text, letters);
}

static void count_run(count *c, const scls_letter_bits *b, const run *r,
                      open_end *open)
{
	uint64_t letters = scls_bits_between(b->letters, r->from, r->to);

	if (r->from == r->to)
		return;
	if (letters != 0 || open->word.length > 0)
		count_letters(c, r, letters, &open->word);
	join_wide(c, r, b->han, &open->wide);
}

/* A character that the bits do not count, x, and no gap. */
static void count_other(count *c, uint32_t x, scls_mark mark, open_end *open)
{
	if (mark != SCLS_MARK_WIDE) {
		open->word.hash = open->word.hash * 31 + x;
		open->word.length++;
		open->wide = 0;
		return;
	}
	end_word(c, &open->word);
	if (open->wide)
		piece(c, pair(open->wide, x));
	open->wide = x;
}

/* What belongs to no piece: between two of them it is as good as a blank. */
static int is_gap(scls_mark mark)
{
	return mark != SCLS_MARK_WIDE && mark != SCLS_MARK_LETTER
	       && mark != SCLS_MARK_LOWER && mark != SCLS_MARK_UPPER;
}

/* So many bytes that no word is cut, unless it fills them all. */
static uint32_t whole_words(scls_span text, const scls_letter_bits *b)
{
	uint32_t end;

	if (text.size <= b->size)
		return b->size;
	end = last_word(b->letters, 0, b->size);
	return end > 0 ? end : b->size;
}

/* Counts what stands at the front of text; returns its bytes. */
static uint32_t count_some(count *c, scls_span text, open_end *open)
{
	scls_letter_bits b;
	run r = { text.data, 0, 0, 1 };
	uint64_t left;
	uint32_t size;

	scls_letter_bits_of(text, &b);
	if (b.han != 0)
		count_han(c, text.data, b.han);
	size = whole_words(text, &b);
	left = scls_bits_between(b.beyond, 0, size);
	for (; left != 0; left &= left - 1) {
		size_t at = scls_lowest_bit(left), end = at;
		uint32_t x = scls_utf8_next(text.data, text.size, &end);
		scls_mark mark = scls_mark_of(x);

		if (is_gap(mark))
			continue;
		r.to = (uint32_t)at;
		count_run(c, &b, &r, open);
		count_other(c, x, mark, open);
		r.from = (uint32_t)end;
	}
	r.to = size;
	r.goes_on = size == b.size && size < text.size;
	count_run(c, &b, &r, open);
	return size;
}

static void count_pieces(count *c, scls_span text)
{
	open_end open = { { 0, 0 }, 0 };

	while (text.size > 0) {
		uint32_t size = count_some(c, text, &open);

		text.data += size;
		text.size -= size;
	}
	end_word(c, &open.word);
}

static uint16_t per_mille(uint32_t part, uint32_t whole)
{
	return (uint16_t)(whole ? (uint64_t)part * 1000 / whole : 0);
}

void scls_pieces_ask(scls_pieces *pieces, scls_span text)
{
	count c = { pieces, ASKED, 0, 0 };

	count_pieces(&c, text);
}

scls_overlap scls_pieces_add(scls_pieces *pieces, scls_span text)
{
	count c = { pieces, GROWN, 0, 0 };
	scls_overlap overlap;

	count_pieces(&c, text);
	overlap.asked = per_mille((uint32_t)(c.found >> 32), c.n);
	overlap.grown = per_mille((uint32_t)c.found, c.n);
	return overlap;
}
