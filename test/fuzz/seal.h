/*
 * seal.h - size and checksum of a file, put right: an attacker would do as
 * much.
 */
#ifndef TEST_FUZZ_SEAL_H
#define TEST_FUZZ_SEAL_H

#include <stddef.h>
#include <stdint.h>

static void seal_number(uint8_t *at, uint64_t value)
{
	for (int i = 0; i < 8; i++)
		at[i] = (uint8_t)(value >> 8 * i);
}

/* FNV-1a, 64 bits, over all bytes, those of the checksum taken as zero. */
static void seal(uint8_t *data, size_t size, size_t size_at,
                 size_t checksum_at)
{
	uint64_t hash = UINT64_C(0xCBF29CE484222325);

	seal_number(data + size_at, size);
	seal_number(data + checksum_at, 0);
	for (size_t i = 0; i < size; i++)
		hash = (hash ^ data[i]) * UINT64_C(0x100000001B3);
	seal_number(data + checksum_at, hash);
}

#endif
