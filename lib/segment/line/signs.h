/* signs.h - what stands between headlines in a row: bars, dots, gaps. */
#ifndef SCLS_SEGMENT_SIGNS_H
#define SCLS_SEGMENT_SIGNS_H

#include "base/span.h"
#include <stdint.h>

/* White space of several columns, as a sign. */
#define SCLS_GAP_SIGN 0u

/* Different signs of a line that are told, at most. */
#define SCLS_SIGNS_MOST 4u

/* The signs of a line, each once. */
typedef struct scls_signs {
	uint32_t of[SCLS_SIGNS_MOST];
	uint32_t n;
} scls_signs;

/* Sets *s to those of the line. */
void scls_signs_of(scls_span line, scls_signs *s);

/* Whether a sign, no gap, stands at `at`, behind so many blank columns; *end is
 * behind it and the white space after it. */
int scls_sign_between(scls_span line, size_t at, uint32_t blanks,
                      uint32_t *sign, size_t *end);

#endif
