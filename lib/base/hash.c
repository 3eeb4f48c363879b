/* hash.c - see hash.h. */
#include "base/hash.h"

uint64_t scls_hash_bytes(uint64_t seed, const void *data, size_t size)
{
	const unsigned char *p = data;

	for (size_t i = 0; i < size; i++)
		seed = (seed ^ p[i]) * UINT64_C(0x100000001b3);
	return seed;
}

uint64_t scls_hash_file(const void *data, size_t size, size_t at)
{
	static const unsigned char zero[8];
	const unsigned char *behind = (const unsigned char *)data + at + 8;
	uint64_t hash = scls_hash_bytes(SCLS_HASH_SEED, data, at);

	hash = scls_hash_bytes(hash, zero, sizeof(zero));
	return scls_hash_bytes(hash, behind, size - at - 8);
}

/* Eight bytes as one number, whatever the machine's own order is; compilers
 * see that it is one load. */
static uint64_t word_at(const unsigned char *p)
{
	return (uint64_t)p[0] | (uint64_t)p[1] << 8 | (uint64_t)p[2] << 16
	       | (uint64_t)p[3] << 24 | (uint64_t)p[4] << 32
	       | (uint64_t)p[5] << 40 | (uint64_t)p[6] << 48
	       | (uint64_t)p[7] << 56;
}

uint64_t scls_hash_text(const void *data, size_t size)
{
	const unsigned char *p = data;
	uint64_t hash = SCLS_HASH_SEED ^ size;

	for (; size >= 8; size -= 8, p += 8) {
		hash = (hash ^ word_at(p)) * SCLS_GOLDEN;
		hash ^= hash >> 32;
	}
	return scls_hash_mix(scls_hash_bytes(hash, p, size));
}
