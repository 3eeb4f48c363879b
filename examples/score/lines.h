/*
 * lines.h - a file line by line, or so many bytes on, however long it is.
 */
#ifndef LINES_H
#define LINES_H

#include "packed/packed.h"
#include "tool.h"

#define LINES_MOST ((size_t)64 << 20) /* bytes of one line */

/* A file that is open. */
typedef struct lines {
	packed_file *in;
	tool_file buffer;  /* what was read and not yet handed out */
	size_t at;         /* of buffer: where the next line begins */
	int end;           /* the file has nothing more */
	unsigned long number; /* of the last line, from 1 */
	const char *why;   /* of LINES_BROKEN: a constant */
} lines;

/* What lines_next found. */
typedef enum lines_found {
	LINES_END = 0,
	LINES_ONE,         /* a line */
	LINES_LONG,        /* one above the limit; it was left out */
	LINES_BROKEN       /* the file cannot be read on, or no memory */
} lines_found;

/* Opens a file, packed or not; "-" is standard input.  Returns NULL, or why it
 * cannot be opened (a constant). */
const char *lines_open(const char *path, lines *file);

/* The next line, without its end, and the first without a byte order mark;
 * borrowed until the next call. */
lines_found lines_next(lines *file, spamcls_span *line);

/* What comes next, size bytes or all there are; nothing is taken.  Borrowed
 * until the next call. */
spamcls_span lines_ahead(lines *file, size_t size);

/*
 * Takes the next size bytes and appends the first most of them to *out.
 * Returns LINES_ONE, LINES_END where the file has fewer, or LINES_BROKEN.
 */
lines_found lines_bytes(lines *file, uint64_t size, size_t most,
                        tool_file *out);

/* After LINES_BROKEN: goes on where the next member of a packed file begins,
 * which need not be a line's beginning.  Returns 0 where there is none. */
int lines_resume(lines *file);

/* Closes it and frees the buffer; a line that was handed out goes with it. */
void lines_close(lines *file);

/* Not 0 where a line has nothing but blanks. */
int lines_blank(const spamcls_span *line);

#endif
