/* line_shape.c - one pass over a line; see line_shape.h. */
#include "segment/line_shape.h"

#include "base/utf8.h"

/* Where the pass stands. */
typedef struct walk {
	scls_mark before;   /* the mark before this one, white space too */
	scls_mark solid;    /* the last mark that was no white space */
	int open_stop;      /* a stop waits to see what follows it */
	uint32_t dots;      /* of the run that ends here */
	uint32_t count[SCLS_MARK_OTHER + 1]; /* of each mark */
} walk;

static int is_letter(scls_mark mark)
{
	return mark == SCLS_MARK_LOWER || mark == SCLS_MARK_UPPER
	       || mark == SCLS_MARK_LETTER;
}

static int is_text(scls_mark mark)
{
	return is_letter(mark) || mark == SCLS_MARK_WIDE
	       || mark == SCLS_MARK_DIGIT;
}

/* A stop is a sentence's end where no letter or digit touches it behind; the
 * ones of the wide scripts are always. */
static void stop_settle(walk *w, scls_mark mark, scls_shape *shape)
{
	if (w->open_stop == 0 || !is_text(mark))
		return;
	if (w->open_stop == 2 || w->before != SCLS_MARK_STOP
	    || mark == SCLS_MARK_WIDE) {
		shape->stops++;
		shape->inner++;
	}
	w->open_stop = 0;
}

static void count_word(const walk *w, scls_mark mark, scls_shape *shape)
{
	if (is_letter(w->before))
		return;
	shape->words++;
	shape->titled += mark == SCLS_MARK_UPPER;
}

static void count_stop(walk *w, uint32_t c)
{
	if (c == '.' || c == 0x2026)
		w->dots += c == '.' ? 1 : 3;
	/* "1." and a dot with nothing before it end no sentence. */
	if (c == '.' && !is_letter(w->before)
	    && w->before != SCLS_MARK_WIDE && w->before != SCLS_MARK_CLOSE
	    && w->before != SCLS_MARK_QUOTE && w->solid != SCLS_MARK_DIGIT)
		return;
	w->open_stop = c < 0x80 ? 1 : 2;
}

/* White space is no part of the shape, but for what it stands between. */
static void take_solid(walk *w, uint32_t c, scls_mark mark, scls_shape *shape)
{
	if (shape->first == SCLS_MARK_NONE)
		shape->first = (uint8_t)mark;
	if (mark == SCLS_MARK_STOP)
		count_stop(w, c);
	else
		w->dots = 0;
	if (is_letter(mark))
		count_word(w, mark, shape);
	if (mark == SCLS_MARK_WIDE)
		shape->han += c >= 0x3400 && (c < 0xa000 || c >= 0xf900);
	w->solid = mark;
}

static void take(walk *w, uint32_t c, scls_shape *shape)
{
	scls_mark mark = scls_mark_of(c);

	stop_settle(w, mark, shape);
	w->count[mark]++;
	if (mark != SCLS_MARK_SPACE)
		take_solid(w, c, mark, shape);
	w->before = mark;
}

/* Bytes at the front of text that are Han characters of the plane's middle. */
static size_t han_bytes(scls_span text)
{
	const unsigned char *p = (const unsigned char *)text.data;
	const unsigned char *end = p + text.size;

	while (p < end && scls_utf8_starts_han(p))
		p += 3;
	return (size_t)(p - (const unsigned char *)text.data);
}

/* As take would, one by one: most of a Chinese page. */
static void take_han(walk *w, uint32_t n, scls_shape *shape)
{
	stop_settle(w, SCLS_MARK_WIDE, shape);
	w->count[SCLS_MARK_WIDE] += n;
	shape->han += n;
	if (shape->first == SCLS_MARK_NONE)
		shape->first = SCLS_MARK_WIDE;
	w->dots = 0;
	w->solid = w->before = SCLS_MARK_WIDE;
}

static size_t lower_bytes(scls_span text)
{
	size_t n = 0;

	while (n < text.size && text.data[n] >= 'a' && text.data[n] <= 'z')
		n++;
	return n;
}

/* And most of an English one: words with one space between them, which have n
 * letters. */
static void take_lower(walk *w, uint32_t n, uint32_t words, scls_shape *shape)
{
	stop_settle(w, SCLS_MARK_LOWER, shape);
	w->count[SCLS_MARK_LOWER] += n;
	if (shape->first == SCLS_MARK_NONE)
		shape->first = SCLS_MARK_LOWER;
	w->dots = 0;
	shape->words += words - (uint32_t)is_letter(w->before);
	w->solid = w->before = SCLS_MARK_LOWER;
}

/* Takes such words at the front of text; returns their bytes. */
static size_t take_words(walk *w, scls_span text, scls_shape *shape)
{
	size_t at = lower_bytes(text), letters = at;
	uint32_t words = 1;

	if (at == 0)
		return 0;
	while (text.size - at > 1 && text.data[at] == ' ') {
		scls_span rest = { text.data + at + 1, text.size - at - 1 };
		size_t n = lower_bytes(rest);

		if (n == 0)
			break;
		letters += n;
		words++;
		at += n + 1;
	}
	take_lower(w, (uint32_t)letters, words, shape);
	return at;
}

/* Takes what stands at the front of text; the bytes that were taken. */
static size_t take_some(walk *w, scls_span text, scls_shape *shape)
{
	size_t n = han_bytes(text), at = 0;

	if (n > 0) {
		take_han(w, (uint32_t)(n / 3), shape);
		return n;
	}
	n = take_words(w, text, shape);
	if (n > 0)
		return n;
	if (text.data[0] == ' ') {
		w->before = SCLS_MARK_SPACE;
		return 1;
	}
	take(w, scls_utf8_next(text.data, text.size, &at), shape);
	return at;
}

/* "1 Name", "1. Name", "(2) Name", "3、Name" but not "2025年" or "3D". */
static int is_numbered(scls_span text)
{
	size_t at = 0;
	size_t digits = 0;
	uint32_t c = 0;

	while (at < text.size && at < 12) {
		c = scls_utf8_next(text.data, text.size, &at);
		if (scls_mark_of(c) == SCLS_MARK_DIGIT)
			digits++;
		else if (digits > 0 || (c != '(' && c != '[' && c != 0xff08
		                        && c != 0x3010))
			break;
	}
	if (digits == 0 || digits > 3 || at >= text.size)
		return 0;
	return c == ' ' || c == '.' || c == ')' || c == ']' || c == 0x3001
	       || c == 0xff09 || c == 0xff0e || c == 0x3011 || c == 0x3000;
}

static void add_counts(const uint32_t *count, scls_shape *shape)
{
	shape->upper = count[SCLS_MARK_UPPER];
	shape->letters = count[SCLS_MARK_LOWER] + count[SCLS_MARK_UPPER]
	                 + count[SCLS_MARK_LETTER];
	shape->wide = count[SCLS_MARK_WIDE];
	shape->digits = count[SCLS_MARK_DIGIT];
	shape->commas = count[SCLS_MARK_COMMA];
	shape->colons = count[SCLS_MARK_COLON];
	shape->quotes = count[SCLS_MARK_OPEN] + count[SCLS_MARK_CLOSE]
	                + count[SCLS_MARK_QUOTE];
	shape->others = count[SCLS_MARK_BULLET] + count[SCLS_MARK_OTHER];
	shape->chars = shape->letters + shape->wide + shape->digits
	               + shape->commas + shape->colons + shape->quotes
	               + shape->others + count[SCLS_MARK_STOP];
	shape->width = shape->chars + shape->wide;
}

void scls_shape_of(scls_span text, scls_shape *shape)
{
	walk w = { SCLS_MARK_NONE, SCLS_MARK_NONE, 0, 0, { 0 } };
	scls_span rest = text;

	memset(shape, 0, sizeof(*shape));
	while (rest.size > 0) {
		size_t n = take_some(&w, rest, shape);

		rest.data += n;
		rest.size -= n;
	}
	add_counts(w.count, shape);
	if (w.open_stop)
		shape->stops++;
	shape->last = (uint8_t)(w.open_stop ? SCLS_MARK_STOP : w.solid);
	shape->ellipsis = w.dots >= 3;
	shape->numbered = (uint8_t)is_numbered(scls_span_trim(text));
}

int scls_shape_is_headline(const scls_shape *shape)
{
	if (shape->width < 14 || shape->width > 160 || shape->chars > 120)
		return 0;
	if (shape->inner > 1 || shape->last == SCLS_MARK_COLON
	    || shape->last == SCLS_MARK_COMMA)
		return 0;
	return shape->letters + shape->wide + shape->digits >= 7;
}
