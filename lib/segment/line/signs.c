/* signs.c - see text_signs.h. */
#include "segment/line/signs.h"

#include "base/bits.h"
#include "base/utf8.h"
#include "segment/line/columns.h"
#include "segment/line/line_bits.h"
#include "segment/line/line_shape.h"

static int is_bar(uint32_t c)
{
	return c == '|' || c == U'｜' || c == U'│';
}

/* Signs that need no white space around them. */
static int is_close(uint32_t c)
{
	return is_bar(c) || c == U'、';
}

/* What may stand between two texts with white space around it. */
static int is_sign(uint32_t c)
{
	return scls_mark_of(c) == SCLS_MARK_BULLET || c == '/' || c == U'／'
	       || c == U'→' || is_close(c);
}

int scls_sign_between(scls_span line, size_t at, uint32_t blanks,
                      uint32_t *sign, size_t *end)
{
	uint32_t columns;

	*end = at;
	if (at >= line.size)
		return 0;
	*sign = scls_utf8_next(line.data, line.size, end);
	if (!is_sign(*sign))
		return 0;
	*end = scls_past_blanks(line, *end, &columns);
	return is_close(*sign) || (blanks > 0 && columns > 0);
}

static void add_sign(scls_signs *s, uint32_t sign)
{
	for (uint32_t k = 0; k < s->n; k++)
		if (s->of[k] == sign)
			return;
	if (s->n < SCLS_SIGNS_MOST)
		s->of[s->n++] = sign;
}

/* 0 where nothing in the line is a sign or white space that may be a gap's:
 * letters, digits and single blanks are not looked at. */
static int may_have_signs(scls_span line)
{
	scls_line_bits bits;

	if (scls_has_gap(line))
		return 1;
	for (; line.size > 0; line.data += bits.size, line.size -= bits.size) {
		scls_line_bits_of(line, &bits);
		for (; bits.other != 0; bits.other &= bits.other - 1) {
			size_t at = scls_lowest_bit(bits.other);
			uint32_t c = scls_utf8_next(line.data, line.size, &at);

			if (scls_mark_of(c) == SCLS_MARK_SPACE || is_sign(c))
				return 1;
		}
	}
	return 0;
}

void scls_signs_of(scls_span line, scls_signs *s)
{
	size_t at = 0, past;
	uint32_t blanks, sign;

	s->n = 0;
	if (!may_have_signs(line))
		return;
	while (at < line.size) {
		at = scls_past_blanks(line, at, &blanks);
		if (scls_sign_between(line, at, blanks, &sign, &past))
			add_sign(s, sign);
		else if (blanks >= SCLS_GAP_COLUMNS)
			add_sign(s, SCLS_GAP_SIGN);
		if (at < line.size)
			(void)scls_utf8_next(line.data, line.size, &at);
	}
}
