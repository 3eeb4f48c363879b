/*
 * line_shape.h - what a line looks like, whatever its language: counted in code
 * points and columns, never in words.
 */
#ifndef SCLS_SEGMENT_LINE_SHAPE_H
#define SCLS_SEGMENT_LINE_SHAPE_H

#include "base/span.h"
#include <stdint.h>

/* What a code point is good for in a line. */
typedef enum scls_mark {
	SCLS_MARK_NONE = 0, /* before the first, or white space only */
	SCLS_MARK_SPACE, SCLS_MARK_DIGIT, SCLS_MARK_LOWER, SCLS_MARK_UPPER,
	SCLS_MARK_LETTER,   /* of a script without case */
	SCLS_MARK_WIDE,     /* Han, kana, Hangul: two columns */
	SCLS_MARK_STOP,     /* . ! ? and their like: may end a sentence */
	SCLS_MARK_COMMA, SCLS_MARK_COLON, SCLS_MARK_OPEN, SCLS_MARK_CLOSE,
	SCLS_MARK_QUOTE, SCLS_MARK_BULLET, SCLS_MARK_OTHER
} scls_mark;

extern const uint8_t scls_mark_ascii[128]; /* scls_mark of each */
scls_mark scls_mark_search(uint32_t c);    /* of any other */

/* What c is good for. */
static inline scls_mark scls_mark_of(uint32_t c)
{
	if (c < 0x80)
		return (scls_mark)scls_mark_ascii[c];
	/* The commonest by far in the pages this library is for. */
	if (c - 0x30fcu <= 0x9fffu - 0x30fcu)
		return SCLS_MARK_WIDE;
	return scls_mark_search(c);
}

/* Whether it is that of a letter, of any script. */
static inline int scls_mark_is_letter(scls_mark mark)
{
	return mark == SCLS_MARK_LOWER || mark == SCLS_MARK_UPPER
	       || mark == SCLS_MARK_LETTER || mark == SCLS_MARK_WIDE;
}

/* Whether one of them stands in the text. */
int scls_has_letter(scls_span text);

/* What is counted of a line; code points where nothing else is said. */
typedef struct scls_shape {
	uint32_t chars;    /* code points that are no white space */
	uint32_t width;    /* columns, white space left out */
	uint32_t wide;     /* Han, kana, Hangul */
	uint32_t han;      /* of these, Han alone */
	uint32_t letters;  /* of any other script */
	uint32_t upper;    /* of these, capitals */
	uint32_t words;    /* runs of letters: for shares, not for limits */
	uint32_t titled;   /* runs that begin with a capital */
	uint32_t digits;
	uint32_t commas;
	uint32_t stops;    /* sentence ends */
	uint32_t inner;    /* sentence ends with text behind them */
	uint32_t colons;
	uint32_t quotes;   /* quotes and brackets */
	uint32_t others;   /* bars, arrows, signs */
	uint8_t first;     /* scls_mark of the first code point */
	uint8_t last;      /* of the last; STOP only where a sentence ends */
	uint8_t numbered;  /* a number and a space, dot or bracket in front */
	uint8_t ellipsis;  /* ends with three dots */
} scls_shape;

/* Fills *shape for the text; text must be valid UTF-8. */
void scls_shape_of(scls_span text, scls_shape *shape);

/*
 * Not 0 where the line reads like a headline: no sentence inside it, long
 * enough to say something and short enough to stand in a list.
 */
int scls_shape_is_headline(const scls_shape *shape);

/* The same of a text whose shape nobody knows yet. */
int scls_is_headline(scls_span text);

/* Not 0 where text ends as a sentence does; headlines, too, ask and cry out. */
int scls_ends_sentence(scls_span text);

#endif
