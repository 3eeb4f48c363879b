/*
 * clean.c - the second step of folding; see fold.h.
 *
 * One pass that writes behind itself: whatever is removed is skipped.
 */
#include "headline/fold.h"

#include "base/bits.h"
#include "headline/latin.h"

#define FILLER_RUN 3 /* separators in a row that make spaced-out text */

/* Marks that stand between characters only to break words up. */
static int is_filler(uint32_t c)
{
	switch (c) {
	case ' ': case '*': case U'·': case '.': case '_': case '-': case '~':
	case '^': case '|': case '/': case '\\': case '+': case '=':
	case '\'': case '`': case U'●': case U'★': case U'☆':
	case U'◆': case U'◇': case U'■': case U'□': case U'、':
	case U'█': case U'•':
		return 1;
	default:
		return 0;
	}
}

/* The same, where one alone between two Han characters is enough. */
static int is_lone_filler(uint32_t c)
{
	return c == '*' || c == U'·' || c == '^' || c == '`' || c == '.'
	       || c == U'★' || c == U'☆' || c == U'●';
}

/* How many separators a spaced-out run has that starts at letter i. */
static uint32_t run_length(const scls_units *u, uint32_t i)
{
	uint32_t n = 0, mark = 0;

	while (i + 2 < u->n && scls_is_han(u->unit[i])
	       && is_filler(u->unit[i + 1]) && scls_is_han(u->unit[i + 2])
	       && (n == 0 || u->unit[i + 1] == mark)) {
		mark = u->unit[i + 1];
		i += 2;
		n++;
	}
	return n;
}

static void copy(scls_units *u, uint32_t to, uint32_t from)
{
	if (to == from)
		return;
	u->unit[to] = u->unit[from];
	u->from[to] = u->from[from];
	u->to[to] = u->to[from];
}

/* Not 0 where no two Han characters touch, and one and the same mark stands
 * wherever a single one keeps two apart: all of it is spaced out. */
static int all_spaced(const scls_units *u)
{
	uint32_t spaced = 0, mark = 0;

	for (uint32_t i = 1; i < u->n; i++) {
		if (!scls_is_han(u->unit[i]))
			continue;
		if (scls_is_han(u->unit[i - 1]))
			return 0;
		if (i < 2 || !scls_is_han(u->unit[i - 2])
		    || !is_filler(u->unit[i - 1]))
			continue;
		if (spaced++ > 0 && u->unit[i - 1] != mark)
			return 0;
		mark = u->unit[i - 1];
	}
	return spaced >= FILLER_RUN;
}

/* Not 0 where a character is not followed by another at once. */
static int may_run(const scls_units *u, uint32_t i)
{
	return i + 2 < u->n && scls_is_han(u->unit[i])
	       && !scls_is_han(u->unit[i + 1]);
}

/* 0 where no mark stands between two that may be Han: nothing to drop. */
static int may_have_fillers(const scls_units *u)
{
	for (uint32_t i = 1; i + 1 < u->n; i++)
		if (u->unit[i] < 0x3002 && u->unit[i - 1] >= 0x0E01
		    && u->unit[i + 1] >= 0x0E01 && is_filler(u->unit[i]))
			return 1;
	return 0;
}

static void drop_fillers(scls_units *u)
{
	uint32_t out = 0, i = 0, shortest = all_spaced(u) ? 1 : FILLER_RUN;

	while (i < u->n) {
		uint32_t run = may_run(u, i) ? run_length(u, i) : 0;

		if (run > 0 && run < shortest
		    && !is_lone_filler(u->unit[i + 1]))
			run = 0;
		u->hidden += run;
		for (; run > 0; run--, i += 2)
			copy(u, out++, i);
		copy(u, out++, i++);
	}
	u->n = out;
}

/* A space counts only between two words or two Han characters. */
static int space_counts(const scls_units *u, uint32_t out, uint32_t next)
{
	uint32_t a, b;

	if (out == 0 || next == u->n || u->unit[next] == ' ')
		return 0;
	a = u->unit[out - 1];
	b = u->unit[next];
	return scls_is_han(a) == scls_is_han(b);
}

/* Spaces of 64 units that may go: where no character is Han, those beside
 * another one, or at an end of the units looked at. */
static uint64_t may_go(const scls_units *u, uint32_t from)
{
	uint32_t n = u->n - from < 64 ? u->n - from : 64;
	uint64_t spaces = scls_range_bits(u->unit + from, n, ' ', ' ');

	if ((u->signs & SCLS_SIGN_HAN) != 0)
		return spaces;
	return spaces & (spaces >> 1 | UINT64_C(1) << (n - 1) | 1u);
}

/* The first space that goes, or the end. */
static uint32_t first_to_go(const scls_units *u)
{
	for (uint32_t from = 0; from < u->n; from += 64) {
		uint64_t spaces = may_go(u, from);

		for (; spaces != 0; spaces &= spaces - 1) {
			uint32_t at = from + scls_lowest_bit(spaces);

			if (!space_counts(u, at, at + 1))
				return at;
		}
	}
	return u->n;
}

static void drop_spaces(scls_units *u)
{
	uint32_t out = first_to_go(u);

	for (uint32_t i = out; i < u->n; i++)
		if (u->unit[i] != ' ' || space_counts(u, out, i + 1))
			copy(u, out++, i);
	u->n = out;
}

static uint32_t digit_look(uint32_t c)
{
	if (c == 'o')
		return '0';
	return c == 'l' || c == 'i' ? '1' : c;
}

static int numberish(uint32_t c)
{
	return scls_is_digit(c) || c == 'o' || c == 'l' || c == 'i' || c == '.';
}

/* What stands behind numbers and never behind words. */
static int follows_number(const scls_units *u, uint32_t at)
{
	static const uint32_t marks[] = { '%', U'亿', U'万', U'倍' };

	for (unsigned i = 0; at < u->n && i < 4; i++)
		if (u->unit[at] == marks[i])
			return 1;
	return 0;
}

/* Letters inside a number of two real digits or more (3o8.7%), an o behind a
 * digit (8o), or letters before what follows numbers alone (ll.o%). */
static void restore_digits(scls_units *u)
{
	uint32_t i = 0;

	while (i < u->n) {
		uint32_t end = i, digits = 0, letters = 0, strokes = 0;

		if (scls_is_han(u->unit[i])) {
			i++;
			continue;
		}
		for (; end < u->n && numberish(u->unit[end]); end++) {
			digits += (uint32_t)scls_is_digit(u->unit[end]);
			letters += u->unit[end] >= 'a';
			strokes += u->unit[end] >= 'a' && u->unit[end] < 'o';
		}
		if (letters
		    && ((digits >= 2 && scls_is_digit(u->unit[end - 1]))
		        || (scls_is_digit(u->unit[i]) && strokes == 0)
		        || follows_number(u, end))
		    && (i == 0 || !scls_is_latin(
		        u->unit[i - 1]))
		    && (end == u->n || !scls_is_latin(u->unit[end])))
			for (uint32_t k = i; k < end; k++)
				u->unit[k] = digit_look(u->unit[k]);
		i = end > i ? end : i + 1;
		while (i < u->n && scls_is_latin(u->unit[i - 1])
		       && scls_is_latin(u->unit[i]))
			i++;
	}
}

/* What an ASCII mark, digit or letter counts as. */
#define S (SCLS_SIGN_SPACE | SCLS_SIGN_FILLER)
#define F SCLS_SIGN_FILLER
#define L SCLS_SIGN_LOOK
#define D SCLS_SIGN_DIGIT
const uint8_t scls_ascii_signs[128] = {
	[' '] = S, ['*'] = F, ['.'] = F, ['_'] = F, ['-'] = F, ['~'] = F,
	['^'] = F, ['|'] = F, ['/'] = F, ['\\'] = F, ['+'] = F, ['='] = F,
	['\''] = F, ['`'] = F, ['o'] = L, ['l'] = L, ['i'] = L, ['%'] = D,
	['0'] = D, ['1'] = D, ['2'] = D, ['3'] = D, ['4'] = D, ['5'] = D,
	['6'] = D, ['7'] = D, ['8'] = D, ['9'] = D
};
#undef S
#undef F
#undef L
#undef D

unsigned scls_unit_signs(uint32_t c)
{
	if (c < 128)
		return scls_ascii_signs[c];
	if (is_filler(c))
		return SCLS_SIGN_FILLER;
	return scls_is_han(c) ? SCLS_SIGN_HAN : 0;
}

static int has(const scls_units *u, unsigned signs)
{
	return (u->signs & signs) != 0;
}

void scls_clean(scls_units *u)
{
	if (has(u, SCLS_SIGN_FILLER) && has(u, SCLS_SIGN_HAN)
	    && may_have_fillers(u))
		drop_fillers(u);
	if (has(u, SCLS_SIGN_SPACE))
		drop_spaces(u);
	/* Other marks that follow numbers are Han. */
	if (has(u, SCLS_SIGN_LOOK)
	    && has(u, SCLS_SIGN_DIGIT | SCLS_SIGN_HAN))
		restore_digits(u);
}
