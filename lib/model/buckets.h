/*
 * buckets.h - the weights of n-grams: four to a bucket of eight bytes, each
 * with a tag that tells its n-gram from others.
 *
 * In a plain hash table an n-gram that nobody has seen gets the weight of
 * another: of a headline of new words that is noise, and noise is what false
 * alarms are made of.  Here it finds no tag, and weighs nothing (but for one
 * in some seventy).  A bucket that is full keeps its largest weights.
 *
 *   byte 0 to 3: tags, 0 where the place is empty; 4 to 7: weights, int8
 */
#ifndef SCLS_MODEL_BUCKETS_H
#define SCLS_MODEL_BUCKETS_H

#include "base/bits.h"
#include "base/bytes.h"
#include "base/inline.h"

#include <stddef.h>

#define SCLS_BUCKET_SIZE 8u   /* bytes */
#define SCLS_BUCKET_PLACES 4u /* n-grams */

/* An id times this has the tag in its upper byte. */
#define SCLS_BUCKET_TAG 0x9E3779B1u

/* The tag of an n-gram, never 0.  The bucket comes from the hash's low bits,
 * the tag from all. */
SCLS_INLINE uint32_t scls_bucket_tag(uint32_t id)
{
	uint32_t tag = (id * SCLS_BUCKET_TAG) >> 24;

	return tag + (tag == 0);
}

/*
 * The n-gram's weight, 0 if it has none; mask is the number of buckets, a
 * power of two, less one.  The four tags are compared at once: the lowest
 * byte that is zero is found without fail (Lamport, 1975).
 */
SCLS_INLINE int32_t scls_bucket_weight(const unsigned char *buckets,
                                       uint32_t mask, uint32_t id)
{
	uint64_t b = scls_get64(buckets
	                        + (size_t)(id & mask) * SCLS_BUCKET_SIZE);
	uint32_t x = (uint32_t)b ^ scls_bucket_tag(id) * 0x01010101u;
	uint32_t zero = (x - 0x01010101u) & ~x & 0x80808080u;
	/* Of no tag the place is one that no bucket has: its weight is 0. */
	uint32_t bit = scls_lowest_bit(zero | UINT64_C(0x80) << 32);

	return (int8_t)((b >> 32 >> (bit - 7)) & 0xFFu);
}

/*
 * Gives the n-gram that weight; a tag that is there already, and a full
 * bucket, keep what weighs more.  Weight 0 is not kept.
 */
void scls_bucket_put(unsigned char *buckets, uint32_t mask, uint32_t id,
                     int8_t weight);

/* How many places are taken. */
uint32_t scls_buckets_used(const unsigned char *buckets, uint32_t mask);

#endif
