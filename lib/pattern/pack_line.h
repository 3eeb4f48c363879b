/*
 * pack_line.h - one line of a rule pack, read word by word.
 *
 * Every error names the place: columns count code points from 1.
 */
#ifndef SCLS_PATTERN_PACK_LINE_H
#define SCLS_PATTERN_PACK_LINE_H

#include "base/span.h"
#include "base/status.h"
#include <stdint.h>

/* Where something stands in a pack. */
typedef struct scls_place {
	const char *file;      /* the pack's name */
	uint32_t line, column; /* from 1 */
} scls_place;

/* A line and how far it is read. */
typedef struct scls_pack_line {
	const char *file;     /* the pack's name */
	uint32_t number;      /* from 1 */
	scls_span text;       /* valid UTF-8 without the line's end */
	size_t at;            /* byte of the next character */
	spamcls_error *error; /* may be NULL */
} scls_pack_line;

/* Moves over blanks; returns 0 where the line ends or a comment begins. */
int scls_pack_more(scls_pack_line *line);

/* The next word, up to a blank; empty at the end of the line. */
scls_span scls_pack_word(scls_pack_line *line);

/* All that is left, without blanks at both ends; comments are text here. */
scls_span scls_pack_rest(scls_pack_line *line);

/* Returns SPAMCLS_OK, or SPAMCLS_E_SYNTAX where anything but a comment is
 * left. */
SCLS_MUST_USE scls_status scls_pack_end(scls_pack_line *line);

/* The column of byte at: characters, from 1. */
uint32_t scls_pack_column(const scls_pack_line *line, size_t at);

/* The place of a word that was read from the line. */
scls_place scls_pack_place(const scls_pack_line *line, scls_span word);

/* Reports message at byte at; returns SPAMCLS_E_SYNTAX. */
scls_status scls_pack_fail(const scls_pack_line *line, size_t at,
                           const char *message);

/* Puts from behind the n bytes that to has, as far as there is room for it and
 * a NUL, which is not put; returns how many it has then. */
size_t scls_message_append(char *to, size_t n, size_t room, const char *from);

/* Reports "before 'word' behind" at place; returns status. */
scls_status scls_place_fail(spamcls_error *error, scls_status status,
                            scls_place place, const char *const part[3]);

#endif
