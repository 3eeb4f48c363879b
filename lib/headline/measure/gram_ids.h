/*
 * gram_ids.h - from a line's tokens, as hashes, to the ids of its n-grams.
 *
 * Feature hashing (Weinberger et al., 2009): products of 32 bits, whose upper
 * bits hang on all bits of both factors (Knuth, 6.4) and are what an id keeps.
 */
#ifndef SCLS_HEADLINE_GRAM_IDS_H
#define SCLS_HEADLINE_GRAM_IDS_H

#include "feature/feature.h"

#define SCLS_GRAM_PRIME 0x9E3779B1u /* 2^32 / 1.618, about, and odd */
#define SCLS_GRAM_STEP 0x85EBCA6Bu /* tells a token's place in the n-gram */

/* The loops run in steps of so many, and over what is behind the last. */
#define SCLS_GRAM_LANES 8u

/* The hash of an n-gram with one token more. */
static inline uint32_t scls_gram_join(uint32_t hash, uint32_t more)
{
	return (hash ^ more) * SCLS_GRAM_PRIME;
}

/*
 * The ids of all n-grams of n tokens with an edge before and one behind them,
 * hash[-1] and hash[n]: those of `least` to `most` tokens, 1 to 3, the shorter
 * ones first.  An edge alone is none.  ids has room for SCLS_GRAM_LANES more,
 * and as far behind the edge hash can be read.
 */
void scls_gram_ids(const uint32_t *hash, uint32_t n, enum scls_group group,
                   uint32_t least, uint32_t most, uint32_t *ids);

/* How many there are of that many tokens: in pairs either edge takes part, in
 * triples both do or none. */
static inline uint32_t scls_gram_count(uint32_t n, uint32_t size)
{
	return size == 2 ? n + 1 : n;
}

#endif
