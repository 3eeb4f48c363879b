/*
 * sample.h - which pieces of a text are read where not all are.
 *
 * Of a text longer than the limit: its first quarter of the limit, its last,
 * and pieces in between, evenly spaced, that make up the other half.  What is
 * counted there is as dense as in the whole.
 */
#ifndef SCLS_ENGINE_SAMPLE_H
#define SCLS_ENGINE_SAMPLE_H

#include <stdint.h>

#define SCLS_PIECE 600u /* bytes of a piece at most */

/* Of the piece that begins a text of size bytes: whole code points, and no more
 * of them than there is room for. */
uint32_t scls_piece_size(const char *data, uint32_t size, uint32_t room);

/* How far a text is read.  total and limit are the caller's; all else is zero
 * to begin with. */
typedef struct scls_sample {
	uint64_t total; /* bytes of the text */
	uint64_t at;    /* of these, gone by */
	uint64_t taken; /* and of these, read */
	uint32_t limit; /* bytes that may be read */
} scls_sample;

/* Not 0 where the next piece, of that size, is to be read.  The first and the
 * last are, whatever the limit. */
int scls_sample_takes(scls_sample *sample, uint32_t size);

/* What was counted in the pieces that were read, for the whole text. */
uint32_t scls_sample_whole(const scls_sample *sample, uint32_t count);

#endif
