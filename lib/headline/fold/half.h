/* half.h - what the runs of fold.c and ascii_runs.c share. */
#ifndef SCLS_HEADLINE_HALF_H
#define SCLS_HEADLINE_HALF_H

#include "base/vector.h"
#include <stddef.h>
#include <stdint.h>

#define SCLS_HALF 16u  /* bytes of half a vector, which a source must have */
#define SCLS_WORTH 12u /* bytes: fewer are folded one by one */

#ifdef SCLS_AVX2
/* The `left` bytes at p and zeros, or all of half a vector: nothing is read
 * behind them, but before p. */
SCLS_AVX2
static inline __m128i scls_load_half(const unsigned char *p, size_t left)
{
	static const int8_t from[2 * SCLS_HALF] = {
		0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15,
		-1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1
	};

	if (left >= SCLS_HALF)
		return _mm_loadu_si128((const void *)p);
	return _mm_shuffle_epi8(
	        _mm_loadu_si128((const void *)(p + left - SCLS_HALF)),
	        _mm_loadu_si128((const void *)(from + SCLS_HALF - left)));
}
#endif

#endif
