/* hash.h - hashes that are the same on every machine. */
#ifndef SCLS_BASE_HASH_H
#define SCLS_BASE_HASH_H

#include "base/inline.h"

#include <stddef.h>
#include <stdint.h>

/* FNV-1a, 64 bit (Fowler, Noll, Vo), over size bytes from seed. */
uint64_t scls_hash_bytes(uint64_t seed, const void *data, size_t size);

/* Another one, eight bytes a step: for texts that are compared by it. */
uint64_t scls_hash_text(const void *data, size_t size);

#define SCLS_HASH_SEED UINT64_C(0xcbf29ce484222325)

/* A bijective mix of 64 bits (finaliser of SplitMix64, Steele et al. 2014). */
SCLS_INLINE uint64_t scls_hash_mix(uint64_t x)
{
	x ^= x >> 30;
	x *= UINT64_C(0xbf58476d1ce4e5b9);
	x ^= x >> 27;
	x *= UINT64_C(0x94d049bb133111eb);
	return x ^ (x >> 31);
}

#endif
