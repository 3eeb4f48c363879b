/* overlap.c - word pieces of any script; see overlap.h. */
#include "segment/overlap.h"

#include "base/hash.h"
#include "base/inline.h"
#include "base/utf8.h"
#include "segment/line_shape.h"

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

static uint32_t lower(uint32_t c)
{
	return c >= 'A' && c <= 'Z' ? c - 'A' + 'a' : c;
}

/* A word that is open, as its hash and its letters. */
typedef struct word {
	uint32_t hash, length;
} word;

static void end_word(count *c, word *w)
{
	if (w->length > 3)
		piece(c, w->hash);
	w->hash = w->length = 0;
}

/* A character of three bytes, without masks. */
static inline uint32_t three_at(const unsigned char *p)
{
	return ((uint32_t)p[0] * 64u + p[1]) * 64u + p[2]
	       - (0xE0u * 4096u + 0x80u * 64u + 0x80u);
}

/* A run of Han characters from at on, the wide character before it given;
 * returns where it ends. */
static size_t count_han(count *c, scls_span text, size_t at, uint32_t *wide)
{
	const unsigned char *p = (const unsigned char *)text.data + at;
	const unsigned char *end = p + (text.size - at);
	uint64_t *words = c->pieces->words, into = c->into, found = 0;
	uint32_t last = three_at(p), n = 0;

	if (*wide)
		piece(c, pair(*wide, last));
	for (p += 3; p < end && scls_utf8_starts_han(p); p += 3, n++) {
		uint32_t x = three_at(p);

		found += look_up(words, into, pair(last, x));
		last = x;
	}
	c->found += found;
	c->n += n;
	*wide = last;
	return at + 3 + 3 * (size_t)n;
}

/* Most words have ASCII letters alone: those from at on; returns where they
 * end. */
static size_t count_letters(scls_span text, size_t at, word *w)
{
	size_t begin = at;

	for (; at < text.size; at++) {
		uint32_t x = (unsigned char)text.data[at] | 0x20u;

		if (x - 'a' > 'z' - 'a')
			break;
		w->hash = w->hash * 31 + x;
	}
	w->length += (uint32_t)(at - begin);
	return at;
}

/* What no such run begins with; returns where it ends. */
static size_t count_other(count *c, scls_span text, size_t at, uint32_t *wide,
                          word *w)
{
	uint32_t x = scls_utf8_next(text.data, text.size, &at);
	scls_mark mark = scls_mark_of(x);

	if (mark == SCLS_MARK_LOWER || mark == SCLS_MARK_UPPER
	    || mark == SCLS_MARK_LETTER) {
		w->hash = w->hash * 31 + lower(x);
		w->length++;
		*wide = 0;
		return count_letters(text, at, w);
	}
	end_word(c, w);
	if (mark == SCLS_MARK_WIDE && *wide)
		piece(c, pair(*wide, x));
	*wide = mark == SCLS_MARK_WIDE ? x : 0;
	return at;
}

static void count_pieces(count *c, scls_span text)
{
	uint32_t wide = 0;    /* the wide character before */
	word w = { 0, 0 };
	size_t at = 0;

	while (at < text.size) {
		const char *next = text.data + at;

		if (scls_utf8_starts_han((const unsigned char *)next)) {
			end_word(c, &w);
			at = count_han(c, text, at, &wide);
		} else {
			at = count_other(c, text, at, &wide, &w);
		}
	}
	end_word(c, &w);
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
