/*
 * once.h - an n-gram counts once in a line, however often it stands there.
 *
 * "A vs B vs C vs D" says "vs" once (binary instead of term frequency: Pang,
 * Lee and Vaithyanathan, 2002): what a line repeats is its repeats' business.
 */
#ifndef SCLS_HEADLINE_ONCE_H
#define SCLS_HEADLINE_ONCE_H

#include "feature/feature.h"

#define SCLS_ONCE_BITS 10 /* of a place in the filter */

/* A repeat that stands so many n-grams later counts again, so that a long
 * line costs no more by the n-gram than a short one. */
#define SCLS_ONCE_WINDOW 256u

/* A filter: the round in which an id of that place was met.  All zero at
 * first; good for 127 calls. */
typedef struct scls_once {
	uint8_t round;
	uint8_t met[1 << SCLS_ONCE_BITS];
} scls_once;

/* Of equal ids from number `from` on the first is kept.  Returns 0 where there
 * are no equal ones. */
int scls_keep_first(scls_once *once, scls_features *features, uint32_t from);

#define SCLS_ONCE_LANES 8u /* numbers behind the last that can be read */

/* Not 0 where two of n tokens may be the same: of a short line 0 where none
 * is, nor is the same as what is read behind the last. */
int scls_may_repeat(const uint32_t *token, uint32_t n);

#endif
