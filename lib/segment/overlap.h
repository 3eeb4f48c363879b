/* overlap.h - how much of a line's wording was seen before. */
#ifndef SCLS_SEGMENT_OVERLAP_H
#define SCLS_SEGMENT_OVERLAP_H

#include "base/span.h"
#include <stdint.h>

/* A set of hashed word pieces: pairs of wide characters, and words. */
#define SCLS_PIECE_BITS 32768u

typedef struct scls_pieces {
	uint32_t bits[SCLS_PIECE_BITS / 32];
} scls_pieces;

/* How many of a text's pieces, in thousandths, are in each of two sets. */
typedef struct scls_overlap {
	uint16_t asked, grown;
} scls_overlap;

/* Looks up the pieces of text in both; afterwards they are in grown. */
scls_overlap scls_pieces_add(const scls_pieces *asked, scls_pieces *grown,
                             scls_span text);

#endif
