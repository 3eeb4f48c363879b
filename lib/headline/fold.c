/* fold.c - see fold.h. */
#include "headline/fold.h"

#include "base/utf8.h"
#include "headline/entity.h"
#include "headline/fold_table.inc"

#define HANGUL_L 0x1100u
#define HANGUL_V 0x1161u
#define HANGUL_T 0x11A7u
#define HANGUL_S 0xAC00u

static uint32_t fold_of(uint32_t c)
{
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

static void push_folded(scls_units *u, uint32_t c, uint32_t from, uint32_t to)
{
	uint32_t folded = fold_of(c);

	if (folded == 0) {
		if (!join_mark(u, c, to))
			push(u, c, from, to);
	} else if (folded == FOLD_DROP) {
		if (c >= 0x2190 && c != 0xFEFF && c - 0xFE00 > 15u)
			u->emoji++;
		else if (c - 0xFE00 > 15u && c != 0x200D)
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

/* Characters in a row that fold to one unit each and join nothing: most of a
 * Chinese headline, so that nothing but them is looked at here. */
static size_t fold_han(scls_span source, size_t at, scls_units *u)
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

/* The same for ASCII, but for what may begin an entity. */
static size_t fold_ascii(scls_span source, size_t at, scls_units *u)
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

static size_t fold_runs(scls_span source, size_t at, scls_units *u)
{
	size_t from;

	do {
		from = at;
		at = fold_ascii(source, fold_han(source, at, u), u);
	} while (at > from);
	return at;
}

void scls_fold(scls_span source, scls_units *u)
{
	size_t at = 0;

	u->n = u->hidden = u->emoji = u->signs = 0;
	u->cut = 0;
	while ((at = fold_runs(source, at, u)) < source.size && !u->cut) {
		size_t from = at;
		uint32_t c = (unsigned char)source.data[at];

		if (c < 0x80 && c != '&') {
			u->cut = 1; /* or the run would have gone on */
			break;
		}
		if (c == '&')
			c = scls_entity_next(source, &at);
		else
			c = scls_utf8_next(source.data, source.size, &at);
		push_folded(u, c, (uint32_t)from, (uint32_t)at);
	}
}
