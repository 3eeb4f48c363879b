/* same_word.c - see same_word.h. */
#include "segment/same_word.h"

#include "base/utf8.h"
#include "segment/line/line_shape.h"

#define MOST_BYTES 64u  /* of a word, with its blanks */
#define LEFT_BYTES 18u  /* of a headline: six Han characters */
#define MOST_WORDS 2u   /* a name, and what its bearer does */
#define EDGE_BYTES 2u   /* no more than a letter and the blank beside it */

/* Where the character that ends at `end`, above 0, begins. */
static size_t before(scls_span line, size_t end)
{
	do
		end--;
	while (end > 0 && scls_utf8_goes_on(line.data[end]));
	return end;
}

/* A blank, or what stands for one between words. */
static int is_blank(scls_span line, size_t at)
{
	uint32_t c = scls_utf8_next(line.data, line.size, &at);

	return scls_mark_of(c) == SCLS_MARK_SPACE || c == '/' || c == 0xb7;
}

/* "Featured", not "in full": what is put to a line begins anew. */
static int begins_anew(scls_span words)
{
	size_t at = 0;

	while (at < words.size && is_blank(words, at))
		(void)scls_utf8_next(words.data, words.size, &at);
	return at < words.size
	       && !(words.data[at] >= 'a' && words.data[at] <= 'z');
}

static scls_span none(void)
{
	return (scls_span){ NULL, 0 };
}

/* The last words with the blanks before them. */
static scls_span last_words(scls_span line, uint32_t words)
{
	size_t least = line.size > MOST_BYTES ? line.size - MOST_BYTES : 0;
	size_t at = line.size;

	for (; words > 0; words--) {
		while (at > least && !is_blank(line, before(line, at)))
			at = before(line, at);
		while (at > least && is_blank(line, before(line, at)))
			at = before(line, at);
	}
	return at > least ? scls_span_between(line.data, at, line.size)
	                  : none();
}

/* The first words with the blanks behind them. */
static scls_span first_words(scls_span line, uint32_t words)
{
	size_t most = line.size > MOST_BYTES
	                      ? scls_utf8_whole(line.data, MOST_BYTES)
	                      : line.size;
	size_t at = 0;

	if (most == 0 || (unsigned char)line.data[0] < 0x80)
		return none();
	for (; words > 0; words--) {
		while (at < most && !is_blank(line, at))
			(void)scls_utf8_next(line.data, most, &at);
		while (at < most && is_blank(line, at))
			(void)scls_utf8_next(line.data, most, &at);
	}
	return at < most ? scls_span_between(line.data, 0, at) : none();
}

/* One end of a list's lines, and how many words are looked at there. */
typedef struct ends {
	const char *text;
	scls_item *items;
	uint32_t n;
	int behind;
	uint32_t words;
} ends;

static scls_span words_of(const ends *e, uint32_t i)
{
	scls_span line = scls_span_between(e->text, e->items[i].begin,
	                                   e->items[i].end);
	scls_span words = e->behind ? last_words(line, e->words)
	                            : first_words(line, e->words);

	return words.size + LEFT_BYTES > line.size || !scls_has_letter(words)
	       || !begins_anew(words) ? none() : words;
}

/* The outermost bytes of an item, which are the same where its words are: read
 * first, for at most lists there is nothing to find. */
static scls_span edge_of(const ends *e, uint32_t i)
{
	uint32_t begin = e->items[i].begin, end = e->items[i].end;

	if (end - begin < LEFT_BYTES)
		return none();
	return e->behind ? scls_span_between(e->text, end - EDGE_BYTES, end)
	                 : scls_span_between(e->text, begin,
	                                     begin + EDGE_BYTES);
}

/* What is asked of an item; nothing where it has no such part. */
typedef scls_span part_of(const ends *e, uint32_t i);

/* What more than half of the items have, if there is such: each other takes a
 * vote away (Boyer and Moore, MJRTY, 1991). */
static scls_span of_more_than_half(const ends *e, part_of *part)
{
	scls_span best = none();
	uint32_t votes = 0;

	for (uint32_t i = 0; i < e->n; i++) {
		scls_span one = part(e, i);

		if (votes == 0)
			best = one;
		votes = scls_span_equal(one, best) ? votes + 1 : votes - 1;
	}
	return best;
}

/* The part that most items have; empty where there is none. */
static scls_span same_part(const ends *e, part_of *part)
{
	scls_span same = of_more_than_half(e, part);
	uint32_t with = 0;

	for (uint32_t i = 0; i < e->n; i++)
		with += scls_span_equal(part(e, i), same) != 0;
	return with < scls_most_items(e->n) ? none() : same;
}

static void cut(const ends *e, scls_span same)
{
	for (uint32_t i = 0; i < e->n; i++) {
		if (!scls_span_equal(words_of(e, i), same))
			continue;
		if (e->behind)
			e->items[i].end -= (uint32_t)same.size;
		else
			e->items[i].begin += (uint32_t)same.size;
	}
}

/* Cuts as many as there are; but more than a few are a part of what each line
 * says. */
static void cut_end(ends *e)
{
	scls_span same = none(), longer;

	if (same_part(e, edge_of).size == 0)
		return;
	for (e->words = 1; ; e->words++) {
		longer = same_part(e, words_of);
		if (longer.size == 0)
			break;
		if (e->words > MOST_WORDS)
			return;
		same = longer;
	}
	e->words--;
	if (same.size > 0)
		cut(e, same);
}

void scls_cut_same_words(const char *text, scls_item *items, uint32_t n)
{
	ends e = { text, items, n, 1, 0 };

	cut_end(&e);
	e.behind = 0;
	cut_end(&e);
}
