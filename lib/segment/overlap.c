/* overlap.c - word pieces of any script; see overlap.h. */
#include "segment/overlap.h"

#include "base/hash.h"
#include "base/utf8.h"
#include "segment/line_shape.h"

typedef struct count {
	scls_pieces *set;
	int add;
	uint32_t n, known;
} count;

static void piece(count *c, uint32_t value)
{
	uint32_t bit = (uint32_t)scls_hash_mix(value) % SCLS_PIECE_BITS;
	uint32_t *word = &c->set->bits[bit / 32];
	uint32_t mask = UINT32_C(1) << (bit % 32);

	c->n++;
	c->known += (*word & mask) != 0;
	if (c->add)
		*word |= mask;
}

static uint32_t lower(uint32_t c)
{
	return c >= 'A' && c <= 'Z' ? c - 'A' + 'a' : c;
}

uint32_t scls_pieces_share(scls_pieces *set, scls_span text, int add)
{
	count c = { set, add, 0, 0 };
	uint32_t wide = 0;    /* the wide character before */
	uint32_t word = 0;    /* hash of the open word */
	uint32_t length = 0;  /* and its letters */
	size_t at = 0;

	while (at < text.size) {
		uint32_t x = scls_utf8_next(text.data, text.size, &at);
		scls_mark mark = scls_mark_of(x);
		int is_word = mark == SCLS_MARK_LOWER
		              || mark == SCLS_MARK_UPPER
		              || mark == SCLS_MARK_LETTER;

		if (is_word) {
			word = word * 31 + lower(x);
			length++;
		}
		if (length > 3 && (!is_word || at >= text.size))
			piece(&c, word);
		if (!is_word)
			word = length = 0;
		if (mark == SCLS_MARK_WIDE && wide)
			piece(&c, wide * 65599u + x);
		wide = mark == SCLS_MARK_WIDE ? x : 0;
	}
	return c.n ? c.known * 1000 / c.n : 0;
}
