/*
 * seal.h - a file with a size and a checksum in its head: as it is, and once
 * more with both put right, as an attacker would.
 */
#ifndef TEST_FUZZ_SEAL_H
#define TEST_FUZZ_SEAL_H

#include "fuzz.h"

#include "base/bytes.h"
#include "base/hash.h"

/* Where they stand, of what is longer than a head. */
typedef struct seal {
	size_t head, size_at, checksum_at;
} seal;

static void try_sealed(const uint8_t *data, size_t size, seal s,
                       void (*try_file)(const uint8_t *, size_t))
{
	uint8_t *copy = malloc(size + 1);

	if (!copy)
		return;
	try_file(data, size);
	memcpy(copy, data, size);
	if (size >= s.head) {
		scls_put64(copy + s.size_at, size);
		scls_put64(copy + s.checksum_at,
		           scls_hash_file(copy, size, s.checksum_at));
	}
	try_file(copy, size);
	free(copy);
}

#endif
