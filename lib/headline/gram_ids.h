/*
 * gram_ids.h - from a line's tokens, as hashes, to the ids of its n-grams.
 *
 * Feature hashing (Weinberger et al., 2009): products of 32 bits, whose upper
 * bits hang on all bits of both factors (Knuth, 6.4) and are what an id keeps.
 */
#ifndef SCLS_HEADLINE_GRAM_IDS_H
#define SCLS_HEADLINE_GRAM_IDS_H

#include "feature/feature.h"

#define SCLS_GRAM_PRIME 0x9E3779B1u
#define SCLS_GRAM_STEP 0x85EBCA6Bu /* tells a token's place in the n-gram */

/* The loops run in steps of so many, and over what is behind the last. */
#define SCLS_GRAM_LANES 8u

static inline uint32_t scls_gram_join(uint32_t hash, uint32_t more)
{
	return (hash ^ more) * SCLS_GRAM_PRIME;
}

/*
 * The ids of n tokens alone, of n pairs and of n triples.  hash[0] is the
 * token that the first of them ends with; a pair ends with it and begins one
 * before, a triple two before.  ids has room for n and SCLS_GRAM_LANES more,
 * hash can be read as far.
 */
void scls_gram_ones(const uint32_t *hash, uint32_t n, enum scls_group group,
                    uint32_t *ids);
void scls_gram_twos(const uint32_t *hash, uint32_t n, enum scls_group group,
                    uint32_t *ids);
void scls_gram_threes(const uint32_t *hash, uint32_t n, enum scls_group group,
                      uint32_t *ids);

#endif
