/* line_shape.c - one pass over a line; see line_shape.h. */
#include "segment/line/line_shape.h"

#include "base/bits.h"
#include "base/utf8.h"
#include "segment/line/line_bits.h"

/* What a headline has: columns, code points, and of these letters and digits;
 * at most one sentence ends inside it. */
#define HEADLINE_WIDTH_LEAST 14u
#define HEADLINE_WIDTH_MOST 160u
#define HEADLINE_CHARS_MOST 120u
#define HEADLINE_TEXT_LEAST 7u
#define HEADLINE_INNER_MOST 1u

#define NUMBER_BYTES 12u /* in which a line's own number ends */
#define NUMBER_DIGITS 3u /* that it has at most */

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
	if (c == '.' || c == U'…')
		w->dots += c == '.' ? 1 : 3;
	/* "1." and a dot with nothing before it end no sentence. */
	if (c == '.' && !is_letter(w->before)
	    && w->before != SCLS_MARK_WIDE && w->before != SCLS_MARK_CLOSE
	    && w->before != SCLS_MARK_QUOTE && w->solid != SCLS_MARK_DIGIT)
		return;
	w->open_stop = c < 0x80 ? 1 : 2;
}

/* A character that the bits do not count, and no white space: that is no part
 * of the shape, but for what it stands between. */
static void take(walk *w, uint32_t c, scls_mark mark, scls_shape *shape)
{
	stop_settle(w, mark, shape);
	w->count[mark]++;
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
	w->before = w->solid = mark;
}

static scls_mark mark_at(const scls_line_bits *b, uint32_t at)
{
	uint64_t bit = UINT64_C(1) << at;

	if (b->lower & bit)
		return SCLS_MARK_LOWER;
	if (b->han & bit)
		return SCLS_MARK_WIDE;
	return b->upper & bit ? SCLS_MARK_UPPER : SCLS_MARK_DIGIT;
}

/* The bits count a word where a letter has no bit before it: not right where
 * there is a letter of another kind. */
static void join_word(const walk *w, scls_mark mark, scls_shape *shape)
{
	if (!is_letter(w->before) || !is_letter(mark))
		return;
	shape->words--;
	shape->titled -= mark == SCLS_MARK_UPPER;
}

/* A stretch of what the bits count, and marks that neither end a sentence nor
 * stand in a word: bytes from `from` up to `to`. */
typedef struct stretch {
	uint32_t from, to;
	uint32_t begin, end;   /* its marks: of the first, and of the last; the
	                          latter is 0 where there is none */
	scls_mark first, last;
} stretch;

static void add_mark(stretch *s, scls_mark mark, uint32_t begin, uint32_t end)
{
	if (s->end == 0) {
		s->begin = begin;
		s->first = mark;
	}
	s->end = end;
	s->last = mark;
}

/* What letters, digits and Han characters, whose bits are given, do where
 * they begin. */
static void begin_text(walk *w, const scls_line_bits *b, const stretch *s,
                       uint64_t text, scls_shape *shape)
{
	uint32_t at = scls_lowest_bit(text);
	scls_mark mark = mark_at(b, at);

	/* White space or a mark: of no difference here. */
	if (at > s->from)
		w->before = SCLS_MARK_SPACE;
	join_word(w, mark, shape);
	stop_settle(w, mark, shape);
	if (shape->first == SCLS_MARK_NONE)
		shape->first = (uint8_t)(s->end > 0 && s->begin < at ? s->first
		                                                     : mark);
}

/* As take would one by one, but for what is counted: nearly all of a text. */
static void take_stretch(walk *w, const scls_line_bits *b, const stretch *s,
                         scls_shape *shape)
{
	uint64_t text = scls_bits_between(b->lower | b->upper | b->digit
	                                  | b->han, s->from, s->to);
	uint32_t end = s->end;

	if (s->from == s->to)
		return;
	if (text != 0)
		begin_text(w, b, s, text, shape);
	else if (end > 0 && shape->first == SCLS_MARK_NONE)
		shape->first = (uint8_t)s->first;
	w->before = SCLS_MARK_SPACE;
	if (text == 0 && end == 0)
		return;
	w->dots = 0;
	w->solid = s->last;
	if (text != 0 && scls_highest_bit(text) >= end) {
		end = scls_highest_bit(text) + 1;
		w->solid = mark_at(b, end - 1);
	}
	if (end == s->to)
		w->before = w->solid;
}

static void add_bits(walk *w, const scls_line_bits *b, scls_shape *shape)
{
	w->count[SCLS_MARK_LOWER] += b->n_lower;
	w->count[SCLS_MARK_UPPER] += b->n_upper;
	w->count[SCLS_MARK_DIGIT] += b->n_digit;
	w->count[SCLS_MARK_WIDE] += b->n_han;
	shape->han += b->n_han;
	shape->words += b->words;
	shape->titled += b->titled;
}

/* White space, and marks that have no more to say than that they are there. */
static int is_plain(scls_mark mark)
{
	return mark > SCLS_MARK_STOP || mark == SCLS_MARK_SPACE;
}

/* Takes what stands at the front of text; returns its bytes. */
static size_t take_some(walk *w, scls_span text, scls_shape *shape)
{
	scls_line_bits b;
	stretch s = { 0, 0, 0, 0, SCLS_MARK_NONE, SCLS_MARK_NONE };

	scls_line_bits_of(text, &b);
	add_bits(w, &b, shape);
	for (uint64_t left = b.other; left != 0; left &= left - 1) {
		uint32_t begin = scls_lowest_bit(left);
		size_t end = begin;
		uint32_t c = scls_utf8_next(text.data, text.size, &end);
		scls_mark mark = scls_mark_of(c);

		if (is_plain(mark)) {
			w->count[mark]++;
			if (mark != SCLS_MARK_SPACE)
				add_mark(&s, mark, begin, (uint32_t)end);
			continue;
		}
		s.to = begin;
		take_stretch(w, &b, &s, shape);
		take(w, c, mark, shape);
		s.from = (uint32_t)end;
		s.end = 0;
	}
	s.to = b.size;
	take_stretch(w, &b, &s, shape);
	return b.size;
}

/* "1 Name", "1. Name", "(2) Name", "3、Name" but not "2025年" or "3D". */
static int is_numbered(scls_span text)
{
	size_t at = 0;
	size_t digits = 0;
	uint32_t c = 0;

	while (at < text.size && at < NUMBER_BYTES) {
		c = scls_utf8_next(text.data, text.size, &at);
		if (scls_mark_of(c) == SCLS_MARK_DIGIT)
			digits++;
		else if (digits > 0 || (c != '(' && c != '[' && c != U'（'
		                        && c != U'【'))
			break;
	}
	if (digits == 0 || digits > NUMBER_DIGITS || at >= text.size)
		return 0;
	return c == ' ' || c == '.' || c == ')' || c == ']' || c == U'、'
	       || c == U'）' || c == U'．' || c == U'】' || c == 0x3000;
}

/* A digit or an opening bracket, and some of these count as quotes, is the
 * first of such a line. */
static int may_be_numbered(const scls_shape *shape)
{
	return shape->first == SCLS_MARK_DIGIT
	       || shape->first == SCLS_MARK_OPEN
	       || shape->first == SCLS_MARK_QUOTE;
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
	shape->numbered = may_be_numbered(shape)
	                  && is_numbered(scls_span_trim(text));
}

int scls_shape_is_headline(const scls_shape *shape)
{
	if (shape->width < HEADLINE_WIDTH_LEAST
	    || shape->width > HEADLINE_WIDTH_MOST
	    || shape->chars > HEADLINE_CHARS_MOST)
		return 0;
	if (shape->inner > HEADLINE_INNER_MOST
	    || shape->last == SCLS_MARK_COLON
	    || shape->last == SCLS_MARK_COMMA)
		return 0;
	return shape->letters + shape->wide + shape->digits
	       >= HEADLINE_TEXT_LEAST;
}

int scls_is_headline(scls_span text)
{
	scls_shape shape;

	scls_shape_of(text, &shape);
	return scls_shape_is_headline(&shape);
}

int scls_ends_sentence(scls_span text)
{
	return scls_span_ends_with(text, ".") || scls_span_ends_with(text, "。");
}
