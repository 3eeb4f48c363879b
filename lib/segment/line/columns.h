/* columns.h - what stands apart in a line, behind a tab or several blanks. */
#ifndef SCLS_SEGMENT_COLUMNS_H
#define SCLS_SEGMENT_COLUMNS_H

#include "base/span.h"
#include <stdint.h>

/* Columns of white space, at least, between two texts that are not of one
 * piece. */
#define SCLS_GAP_COLUMNS 3u

/* Not 0 where a tab or two blanks are in the line: a quick look. */
int scls_has_gap(scls_span line);

/* Behind the white space at `at`, of which *columns are there: a tab is as wide
 * as any gap. */
size_t scls_past_blanks(scls_span line, size_t at, uint32_t *columns);

/*
 * What stands behind the last white space of so many columns in a line, and
 * sets rest to what does before.  Empty where there is none.  line is valid
 * UTF-8 without white space at its ends.
 */
scls_span scls_last_column(scls_span line, uint32_t least, scls_span *rest);

#endif
