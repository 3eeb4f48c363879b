/* hash.h - hashes that are the same on every machine. */
#ifndef SCLS_BASE_HASH_H
#define SCLS_BASE_HASH_H

#include "base/inline.h"

#include <stddef.h>
#include <stdint.h>

/* FNV-1a, 64 bit (Fowler, Noll, Vo), over size bytes from seed. */
uint64_t scls_hash_bytes(uint64_t seed, const void *data, size_t size);

/* The same of a file whose own checksum stands at byte `at`: its eight bytes
 * count as zero. */
uint64_t scls_hash_file(const void *data, size_t size, size_t at);

/* Another one, eight bytes a step: for texts that are compared by it. */
uint64_t scls_hash_text(const void *data, size_t size);

/* The seed of FNV-1a where there is no other. */
#define SCLS_HASH_SEED UINT64_C(0xcbf29ce484222325)

/* 2^64 over the golden ratio: the upper half of a product with it hangs on all
 * bits of the other factor (Knuth, volume 3, 6.4). */
#define SCLS_GOLDEN UINT64_C(0x9E3779B97F4A7C15)

/* Factors of hashes of 32 bits, one for each of the numbers that are hashed
 * together: 2^32 over the golden ratio, and other odd ones far from it and from
 * one another (of xxHash, Collet, and MurmurHash3, Appleby).  By the last one a
 * sum of such products is mixed. */
#define SCLS_ODD_1 0x9E3779B1u
#define SCLS_ODD_2 0x85EBCA6Bu
#define SCLS_ODD_3 0xC2B2AE35u
#define SCLS_ODD_4 0x27D4EB2Fu
#define SCLS_ODD_5 0x165667B1u
#define SCLS_ODD_6 0x2C1B3C6Du

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
