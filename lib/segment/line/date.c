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

static int is_year(int year)
{
	return year >= 1900 && year <= 2099;
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
	const char *sign = is_year(number(r, 4, 4)) ? skip_sign(r) : NULL;
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

/* 05.03.2021, 3/5/2021 */
static int skip_late_year(reading *r)
{
	int day = number(r, 1, 2);
	const char *sign = is_day(day) ? skip_sign(r) : NULL;

	return sign != NULL && strlen(sign) == 1 && is_day(number(r, 1, 2))
	       && skip(r, sign) && is_year(number(r, 4, 4));
}

/* 3月5日 */
static int skip_han_day(reading *r)
{
	return is_month(number(r, 1, 2)) && skip(r, "月")
	       && is_day(number(r, 1, 2)) && skip(r, "日");
}

/* How the names of months begin, in small letters, as those of English, German,
 * Spanish, French, Indonesian and Russian do. */
static int is_month_front(const char *word, size_t size)
{
	static const char *const fronts[] = {
		"jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep",
		"oct", "nov", "dec", "mär", "mai", "okt", "dez", "ene", "abr",
		"ago", "dic", "fév", "avr", "aoû", "déc", "mei", "agu", "des",
		"янв", "фев", "мар", "апр", "мая", "июн", "июл", "авг", "сен",
		"окт", "ноя", "дек"
	};

	for (size_t i = 0; i < sizeof(fronts) / sizeof(fronts[0]); i++) {
		size_t n = strlen(fronts[i]);

		if (size >= n && scls_ascii_lower(word[0]) == fronts[i][0]
		    && memcmp(word + 1, fronts[i] + 1, n - 1) == 0)
			return 1;
	}
	return 0;
}

/* Bytes of a month's name, at most. */
#define MONTH_BYTES 16u

static int skip_month_name(reading *r)
{
	size_t from = r->at, behind;

	for (;;) {
		scls_mark mark = next_mark(r, &behind);

		if (mark != SCLS_MARK_LOWER && mark != SCLS_MARK_UPPER)
			break;
		r->at = behind;
	}
	return r->at - from <= MONTH_BYTES
	       && is_month_front(r->line.data + from, r->at - from);
}

/* White space, and what may stand before it. */
static int skip_gap(reading *r, const char *mark)
{
	size_t from;

	(void)skip(r, mark);
	from = r->at;
	skip_spaces(r);
	return r->at > from;
}

/* "March 5, 2021" */
static int skip_month_first(reading *r)
{
	return skip_month_name(r) && skip_gap(r, ".") && is_day(number(r, 1, 2))
	       && skip_gap(r, ",") && is_year(number(r, 4, 4));
}

/* "5 March 2021", "5. März 2021", "5 de marzo de 2021" */
static int skip_day_first(reading *r)
{
	if (!is_day(number(r, 1, 2)) || !skip_gap(r, "."))
		return 0;
	(void)skip(r, "de ");
	if (!skip_month_name(r) || !skip_gap(r, "."))
		return 0;
	(void)skip(r, "de ");
	return is_year(number(r, 4, 4));
}

/* A date of any form. */
static int skip_any(reading *r)
{
	static int (*const forms[])(reading *r) = {
		skip_full_date, skip_late_year, skip_short_date, skip_han_day,
		skip_day_first, skip_month_first
	};
	size_t from = r->at;

	for (size_t i = 0; i < sizeof(forms) / sizeof(forms[0]); i++) {
		r->at = from;
		if (forms[i](r))
			return 1;
	}
	return 0;
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
	size_t behind;
	scls_mark open = next_mark(r, &behind), close;
	int is_open = open == SCLS_MARK_OPEN || open == SCLS_MARK_QUOTE;

	if (is_open)
		r->at = behind;
	if (!skip_any(r))
		return 0;
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

	if ((!is_in_brackets && mark != SCLS_MARK_DIGIT
	     && mark != SCLS_MARK_UPPER) || !skip_date(&r))
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

static int sets_off(uint32_t c)
{
	return c == '-' || c == '|' || c == ',' || (c >= 0x2012 && c <= 0x2015)
	       || scls_mark_of(c) == SCLS_MARK_BULLET
	       || scls_mark_of(c) == SCLS_MARK_SPACE;
}

/* Where a line ends that is cut at `at` if what sets the date off, a dash
 * behind white space, belongs to the date. */
static size_t before_marks(scls_span line, size_t at)
{
	size_t end = at, marks = 0;

	while (end > 0) {
		size_t from = end - 1, next;
		uint32_t c;

		while (from > 0 && scls_utf8_goes_on(line.data[from]))
			from--;
		next = from;
		c = scls_utf8_next(line.data, line.size, &next);
		if (!sets_off(c))
			break;
		marks += scls_mark_of(c) != SCLS_MARK_SPACE;
		end = from;
	}
	return marks > 0 ? end : at;
}

scls_span scls_without_date(scls_span line)
{
	size_t end, begin;

	if (line.size == 0)
		return line;
	end = may_end_with_date(line) ? last_date(line) : line.size;
	begin = end < line.size ? 0 : first_date(line);
	if (end < line.size)
		end = before_marks(line, end);
	line.data += begin;
	line.size = end - begin;
	return line;
}
