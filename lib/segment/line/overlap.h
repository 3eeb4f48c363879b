/* overlap.h - how much of a line's wording was seen before. */
#ifndef SCLS_SEGMENT_OVERLAP_H
#define SCLS_SEGMENT_OVERLAP_H

#include "base/span.h"
#include <stdint.h>

/* Hashed word pieces: pairs of wide characters, and words. */
#define SCLS_PIECE_BITS 32768u

/* Two sets of them side by side, so that one look tells of both: the asked one
 * in the upper halves of the words, the growing one in the lower ones. */
typedef struct scls_pieces {
	uint64_t words[SCLS_PIECE_BITS / 32]; /* 32 bits of each set a word */
	const char *text_end; /* what all texts end before, or NULL: words of
	                         the last one are not read faster */
} scls_pieces;

/* How many of a text's pieces, in thousandths, are in each of the sets. */
typedef struct scls_overlap {
	uint16_t asked, grown;
} scls_overlap;

/* The pieces of text are in the asked set from now on. */
void scls_pieces_ask(scls_pieces *pieces, scls_span text);

/* Looks up the pieces of text in both; afterwards they are in the growing one.
 * text must be valid UTF-8, here as there. */
scls_overlap scls_pieces_add(scls_pieces *pieces, scls_span text);

#endif
