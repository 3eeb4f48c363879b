/* set_off.c - see set_off.h. */
#include "segment/set_off.h"

#include "base/utf8.h"
#include "segment/line/bracket.h"
#include "segment/line/line_shape.h"

#define MOST_BYTES 64u  /* of a name, with what sets it off */

/* A hyphen within a word sets nothing off; behind a character of a script that
 * writes no words apart it does. */
static int is_hyphen_apart(uint32_t before)
{
	scls_mark mark = scls_mark_of(before);

	return before < 0x80 ? scls_ascii_is_space((char)before)
	       : mark != SCLS_MARK_LOWER && mark != SCLS_MARK_UPPER;
}

static int sets_off(uint32_t c, uint32_t before)
{
	switch (c) {
	case '|': case '_':
	case 0x2013: case 0x2014: case 0x2015: /* dashes */
	case 0x2022: case 0xff0d: case 0xff5c: /* bullet, wide hyphen, bar */
		return 1;
	case '-':
		return is_hyphen_apart(before);
	default:
		return 0;
	}
}

static int is_dash(uint32_t c)
{
	return c == '-' || c == 0xff0d || (c >= 0x2013 && c <= 0x2015);
}

static scls_span name_from(const char *data, size_t size)
{
	scls_span name = { data, size };

	return scls_has_letter(name) ? name : (scls_span){ data, 0 };
}

/* Behind blanks and whatever sets a name off, from `at` on. */
static size_t past_marks(scls_span line, size_t at)
{
	while (at < line.size) {
		size_t next = at;
		uint32_t c = scls_utf8_next(line.data, line.size, &next);

		if (scls_mark_of(c) != SCLS_MARK_SPACE && !sets_off(c, ' '))
			break;
		at = next;
	}
	return at;
}

scls_span scls_set_off_before(scls_span line)
{
	size_t end = line.size < MOST_BYTES ? line.size : MOST_BYTES;
	size_t at = 0;
	uint32_t before = 'a';
	uint32_t closing;

	end = end < line.size ? scls_utf8_whole(line.data, end) : end;
	if (end == 0)
		return name_from(line.data, 0);
	closing = scls_closing_of(scls_utf8_next(line.data, end, &at));
	while (at < end) {
		uint32_t c = scls_utf8_next(line.data, end, &at);

		if (closing != 0 ? c == closing : sets_off(c, before))
			return name_from(line.data, past_marks(line, at));
		before = c;
	}
	return name_from(line.data, 0);
}

/* The last character of a line that has one. */
static uint32_t last_of(scls_span line)
{
	size_t at = line.size - 1;

	while (at > 0 && scls_utf8_goes_on(line.data[at]))
		at--;
	return scls_utf8_next(line.data, line.size, &at);
}

/* Whether a name begins with c: with the bracket that the line's last one
 * closes, or with what sets it off. */
static int begins_name(uint32_t c, uint32_t before, uint32_t last)
{
	return scls_is_closing(last) ? scls_closing_of(c) == last
	                             : sets_off(c, before);
}

/* Where blanks that end at `at` begin. */
static size_t before_blanks(scls_span line, size_t at)
{
	while (at > 0 && scls_ascii_is_space(line.data[at - 1]))
		at--;
	return at;
}

scls_span scls_set_off_behind(scls_span line)
{
	size_t at = line.size > MOST_BYTES ? line.size - MOST_BYTES : 0;
	size_t found = line.size;
	uint32_t last = line.size > 0 ? last_of(line) : 0;
	uint32_t before = 'a';

	while (at < line.size && scls_utf8_goes_on(line.data[at]))
		at++;
	while (at < line.size) {
		size_t begin = at;
		uint32_t c = scls_utf8_next(line.data, line.size, &at);

		if (begins_name(c, before, last) && !sets_off(before, ' '))
			found = begin;
		before = c;
	}
	found = before_blanks(line, found);
	return name_from(line.data + found, line.size - found);
}

int scls_is_by_dash(scls_span name)
{
	size_t at = 0;

	while (at < name.size)
		if (is_dash(scls_utf8_next(name.data, name.size, &at)))
			return 1;
	return 0;
}
