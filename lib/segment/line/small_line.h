/* small_line.h - a short line in small letters, to look words up in. */
#ifndef SCLS_SEGMENT_SMALL_LINE_H
#define SCLS_SEGMENT_SMALL_LINE_H

#include "base/span.h"

/* Longer lines are text, whatever words they have. */
#define SCLS_SMALL_BYTES 200u

/* Bytes that can be read behind a line, all 0, at least. */
#define SCLS_SMALL_ZEROS 64u

/* A line in small letters, zeros behind it. */
typedef struct scls_small_line {
	char text[(SCLS_SMALL_BYTES / SCLS_SMALL_ZEROS + 2) * SCLS_SMALL_ZEROS];
} scls_small_line;

/* Copies a line of SCLS_SMALL_BYTES at most, letters of ASCII in lower case. */
void scls_lower(scls_span line, scls_small_line *out);

#endif
