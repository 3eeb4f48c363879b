/* json_line.c - see json_line.h. */
#include "json_line.h"

#include <stdlib.h>
#include <string.h>

#define DIGITS 4
#define ESCAPE (2 + DIGITS) /* characters of \u and what it names */

static _Thread_local int no_memory;

static void *take(size_t size)
{
	void *made = malloc(size);

	no_memory |= !made && size > 0;
	return made;
}

void json_line_begin(void)
{
	json_set_alloc_funcs(take, free);
}

int json_line_no_memory(void)
{
	return no_memory;
}

/* The code unit that an escape at from names; 0: none stands there. */
static unsigned long unit_at(const char *from, const char *end)
{
	char digits[DIGITS + 1] = "", *behind;
	unsigned long unit;

	if (end - from < ESCAPE || from[0] != '\\' || from[1] != 'u')
		return 0;
	memcpy(digits, from + 2, DIGITS);
	unit = strtoul(digits, &behind, 16);
	return behind == digits + DIGITS ? unit : 0;
}

static int is_first(unsigned long unit)
{
	return unit >= 0xD800 && unit <= 0xDBFF;
}

static int is_second(unsigned long unit)
{
	return unit >= 0xDC00 && unit <= 0xDFFF;
}

/* Writes U+FFFD over escapes that are half of a pair: programs that cut text
 * in the middle of one write such lines.  Returns 0 where there is none. */
static int mend_halves(char *from, const char *end)
{
	int mended = 0;

	while ((from = memchr(from, '\\', (size_t)(end - from)))) {
		unsigned long unit = unit_at(from, end);
		int pair = is_first(unit)
		           && is_second(unit_at(from + ESCAPE, end));
		int step;

		if (!pair && (is_first(unit) || is_second(unit))) {
			memcpy(from + 2, "fffd", DIGITS);
			mended = 1;
		}
		step = pair ? 2 * ESCAPE : unit > 0 ? ESCAPE : 2;
		if (end - from <= step)
			break;
		from += step;
	}
	return mended;
}

static json_t *load(spamcls_span line, json_error_t *error)
{
	json_t *made = json_loadb(line.data, line.size, JSON_ALLOW_NUL, error);

	if (!made && json_error_code(error) == json_error_numeric_overflow)
		made = json_loadb(line.data, line.size, JSON_ALLOW_NUL
		                  | JSON_DECODE_INT_AS_REAL, error);
	return made;
}

json_t *json_line_load(spamcls_span line, json_error_t *error)
{
	json_error_t own;
	json_t *made;
	char *copy;

	error = error ? error : &own;
	no_memory = 0;
	made = load(line, error);
	if (made || json_error_code(error) != json_error_invalid_syntax
	    || no_memory || !(copy = take(line.size + 1)))
		return made;
	memcpy(copy, line.data, line.size);
	if (mend_halves(copy, copy + line.size)) {
		spamcls_span mended = { copy, line.size };

		made = load(mended, error);
	}
	free(copy);
	return made;
}

/* Not 0 where an odd number of backslashes stands between from and at. */
static int is_escaped(spamcls_span line, size_t from, size_t at)
{
	size_t n = 0;

	while (at - n > from && line.data[at - n - 1] == '\\')
		n++;
	return n % 2 != 0;
}

/* Behind the string that begins at i: a page's text may be all of the line. */
static size_t past_string(spamcls_span line, size_t i)
{
	size_t from = i + 1, at = from;
	const char *mark;

	while (at < line.size
	       && (mark = memchr(line.data + at, '"', line.size - at))) {
		at = (size_t)(mark - line.data);
		if (!is_escaped(line, from, at))
			return at + 1;
		at++;
	}
	return line.size + 1;
}

/* Behind what stands at i of the characters. */
static size_t past(spamcls_span line, size_t i, const char *characters)
{
	while (i < line.size && line.data[i] != '\0'
	       && strchr(characters, line.data[i]))
		i++;
	return i;
}

#define BLANKS " \t\r\n"

/* Not 0 where the string, its marks included, is the name: any character may
 * be written as an escape. */
static int is_name(spamcls_span string, const char *name)
{
	size_t size = strlen(name);
	json_t *made;
	int same;

	if (!memchr(string.data, '\\', string.size))
		return string.size == size + 2
		       && memcmp(string.data + 1, name, size) == 0;
	made = json_loadb(string.data, string.size,
	                  JSON_DECODE_ANY | JSON_ALLOW_NUL, NULL);
	same = made && json_string_length(made) == size
	       && memcmp(json_string_value(made), name, size) == 0;
	json_decref(made);
	return same;
}

/* The number of a name, whose string begins at i, if it is that name's. */
static spamcls_span number_of(spamcls_span line, size_t i, const char *name)
{
	size_t end = past_string(line, i);
	size_t colon = past(line, end, BLANKS), from, stop;
	spamcls_span string = { line.data + i, end - i };
	spamcls_span number = { "", 0 };

	if (colon >= line.size || line.data[colon] != ':'
	    || !is_name(string, name))
		return number;
	from = past(line, colon + 1, BLANKS);
	stop = past(line, from, "+-.0123456789Ee");
	number.data = line.data + from;
	number.size = stop - from;
	return number;
}

int json_line_number(spamcls_span line, const char *name, spamcls_span *number)
{
	size_t depth = 0, i = 0;

	number->size = 0;
	while (i < line.size) {
		char c = line.data[i];

		if (c == '"' && depth == 1) {
			spamcls_span found = number_of(line, i, name);

			/* Of two of a name the last counts. */
			if (found.size > 0)
				*number = found;
		}
		depth += c == '{' || c == '[';
		depth -= c == '}' || c == ']';
		i = c == '"' ? past_string(line, i) : i + 1;
	}
	return number->size > 0;
}
