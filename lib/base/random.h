/*
 * random.h - numbers that look random, the same for one seed everywhere:
 * SplitMix64 (Steele et al., 2014).
 */
#ifndef SCLS_BASE_RANDOM_H
#define SCLS_BASE_RANDOM_H

#include "base/hash.h"

/* Where in the sequence it is. */
typedef struct scls_random {
	uint64_t state;
} scls_random;

/* Seeds that differ by one are far apart. */
static inline scls_random scls_random_from(uint64_t seed)
{
	return (scls_random){ scls_hash_mix(seed + 1) };
}

/* All 64 bits. */
static inline uint64_t scls_random_next(scls_random *r)
{
	r->state += SCLS_GOLDEN;
	return scls_hash_mix(r->state);
}

/* From 0 to less than 1. */
static inline double scls_random_unit(scls_random *r)
{
	return (double)(scls_random_next(r) >> 11) / 9007199254740992.0;
}

#endif
