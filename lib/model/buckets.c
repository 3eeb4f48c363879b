/* buckets.c - see buckets.h. */
#include "model/buckets.h"

#include <stdlib.h>

static int size_of(unsigned char weight)
{
	return abs((int8_t)weight);
}

/* The place for the tag: its own, or the one with the least weight. */
static uint32_t place_for(const unsigned char *bucket, uint32_t tag)
{
	const unsigned char *weights = bucket + SCLS_BUCKET_PLACES;
	uint32_t least = 0;

	for (uint32_t i = 0; i < SCLS_BUCKET_PLACES; i++) {
		if (bucket[i] == tag)
			return i;
		if (size_of(weights[i]) < size_of(weights[least]))
			least = i;
	}
	return least;
}

void scls_bucket_put(unsigned char *buckets, uint32_t mask, uint32_t id,
                     int8_t weight)
{
	unsigned char *bucket = buckets
	                        + (size_t)(id & mask) * SCLS_BUCKET_SIZE;
	unsigned char *weights = bucket + SCLS_BUCKET_PLACES;
	uint32_t tag = scls_bucket_tag(id), at = place_for(bucket, tag);

	if (abs(weight) <= size_of(weights[at]))
		return;
	bucket[at] = (unsigned char)tag;
	weights[at] = (unsigned char)weight;
}

uint32_t scls_buckets_used(const unsigned char *buckets, uint32_t mask)
{
	uint32_t used = 0;

	for (size_t b = 0; b <= mask; b++)
		for (uint32_t i = 0; i < SCLS_BUCKET_PLACES; i++)
			used += buckets[b * SCLS_BUCKET_SIZE + i] != 0;
	return used;
}
