/* hash.c - see hash.h. */
#include "base/hash.h"

uint64_t scls_hash_bytes(uint64_t seed, const void *data, size_t size)
{
	const unsigned char *p = data;

	for (size_t i = 0; i < size; i++)
		seed = (seed ^ p[i]) * UINT64_C(0x100000001b3);
	return seed;
}
