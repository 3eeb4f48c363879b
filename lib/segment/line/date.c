/* date.c - see date.h. */
#include "segment/line/date.h"

#include "base/ascii.h"
#include "base/utf8.h"
#include "segment/line/line_shape.h"

/* Bytes of a date and a time in brackets, at most. */
#define DATE_BYTES 40u

/* What is read of a line, from at on. */
typedef struct reading {
	scls_span line;
	size_t at;
} reading;

/* The number at the front, of least to most digits; -1: there is none. */
static int number(reading *r, size_t least, size_t most)
{
	size_t from = r->at;
	int value = 0;

	while (r->at < r->line.size && r->at - from <= most
	       && scls_ascii_is_digit(r->line.data[r->at]))
		value = value * 10 + (r->line.data[r->at++] - '0');
	return r->at - from >= least && r->at - from <= most ? value : -1;
}

static int skip(reading *r, const char *word)
{
	size_t size = strlen(word);

	if (r->line.size - r->at < size
	    || memcmp(r->line.data + r->at, word, size) != 0)
		return 0;
	r->at += size;
	return 1;
}

static scls_mark next_mark(const reading *r, size_t *behind)
{
	*behind = r->at;
	return r->at < r->line.size
	       ? scls_mark_of(scls_utf8_next(r->line.data, r->line.size,
	                                     behind))
	       : SCLS_MARK_NONE;
}

static void skip_spaces(reading *r)
{
	size_t behind;

	while (next_mark(r, &behind) == SCLS_MARK_SPACE)
		r->at = behind;
}

static int is_month(int month)
{
	return month >= 1 && month <= 12;
}

static int is_day(int day)
{
	return day >= 1 && day <= 31;
}

/* What stands between year, month and day: always the same sign. */
static const char *skip_sign(reading *r)
{
	static const char *const signs[] = { "-", "/", ".", "年" };

	for (size_t i = 0; i < sizeof(signs) / sizeof(signs[0]); i++)
		if (skip(r, signs[i]))
			return signs[i];
	return NULL;
}

/* 2021-3-5, 2021/03/05, 2021.3.5, 2021年3月5日 */
static int skip_full_date(reading *r)
{
	int year = number(r, 4, 4);
	const char *sign = year < 1900 || year > 2099 ? NULL : skip_sign(r);
	int is_han = sign != NULL && strlen(sign) > 1;

	return sign != NULL && is_month(number(r, 1, 2))
	       && skip(r, is_han ? "月" : sign) && is_day(number(r, 1, 2))
	       && (!is_han || skip(r, "日"));
}

/* 03-05, 03/05 */
static int skip_short_date(reading *r)
{
	return is_month(number(r, 2, 2)) && (skip(r, "-") || skip(r, "/"))
	       && is_day(number(r, 2, 2));
}

/* 9:30, 09:30:15; a line may do without. */
static void skip_time(reading *r)
{
	size_t from = r->at;
	int hour, minute;

	skip_spaces(r);
	hour = number(r, 1, 2);
	if (hour < 0 || hour > 23 || !skip(r, ":")) {
		r->at = from;
		return;
	}
	minute = number(r, 2, 2);
	if (minute < 0 || minute > 59)
		r->at = from;
	else if (skip(r, ":") && number(r, 2, 2) < 0)
		r->at = from;
}

/* Goes over a date, with its time, and the brackets around it. */
static int skip_date(reading *r)
{
	size_t from, behind;
	scls_mark open = next_mark(r, &behind), close;
	int is_open = open == SCLS_MARK_OPEN || open == SCLS_MARK_QUOTE;

	if (is_open)
		r->at = behind;
	from = r->at;
	if (!skip_full_date(r)) {
		r->at = from;
		if (!skip_short_date(r))
			return 0;
	}
	skip_time(r);
	if (!is_open)
		return 1;
	close = next_mark(r, &behind);
	r->at = behind;
	return close == SCLS_MARK_CLOSE || close == SCLS_MARK_QUOTE;
}

/* Where a date begins that goes on to the end of the line, or the end. */
static size_t last_date(scls_span line)
{
	size_t at = line.size > DATE_BYTES ? line.size - DATE_BYTES : 0;
	/* Nothing is before the line's front; what is cut there, a letter. */
	scls_mark before = at == 0 ? SCLS_MARK_SPACE : SCLS_MARK_NONE;

	while (at < line.size && scls_utf8_goes_on(line.data[at]))
		at++;
	while (at < line.size) {
		reading r = { line, at };
		scls_mark mark = next_mark(&r, &at);

		if (before == SCLS_MARK_SPACE || mark == SCLS_MARK_OPEN
		    || mark == SCLS_MARK_QUOTE) {
			size_t from = r.at;

			if (skip_date(&r) && r.at == line.size)
				return from;
		}
		before = mark;
	}
	return line.size;
}

/* Behind a date with which the line begins, or its front. */
static size_t first_date(scls_span line)
{
	reading r = { line, 0 };
	size_t behind;
	scls_mark mark = next_mark(&r, &behind);
	int is_in_brackets = mark == SCLS_MARK_OPEN || mark == SCLS_MARK_QUOTE;

	if ((!is_in_brackets && mark != SCLS_MARK_DIGIT) || !skip_date(&r))
		return 0;
	return is_in_brackets || next_mark(&r, &behind) == SCLS_MARK_SPACE
	       ? r.at : 0;
}

/* Whether a date may end with the line. */
static int may_end_with_date(scls_span line)
{
	char last = line.data[line.size - 1];

	return scls_ascii_is_digit(last) || last == ')' || last == ']'
	       || scls_span_ends_with(line, "日")
	       || scls_span_ends_with(line, "）")
	       || scls_span_ends_with(line, "】");
}

scls_span scls_without_date(scls_span line)
{
	size_t end, begin;

	if (line.size == 0)
		return line;
	end = may_end_with_date(line) ? last_date(line) : line.size;
	begin = end < line.size ? 0 : first_date(line);
	line.data += begin;
	line.size = end - begin;
	return line;
}
