/* overlap.h - how much of a line's wording was seen before. */
#ifndef SCLS_SEGMENT_OVERLAP_H
#define SCLS_SEGMENT_OVERLAP_H

#include "base/span.h"

/* A set of hashed word pieces: pairs of wide characters, and words. */
#define SCLS_PIECE_BITS 32768u

typedef struct scls_pieces {
	uint32_t bits[SCLS_PIECE_BITS / 32];
} scls_pieces;

/* How many pieces of text, in thousandths, are in the set; with add, they
 * are in it afterwards. */
uint32_t scls_pieces_share(scls_pieces *set, scls_span text, int add);

#endif
