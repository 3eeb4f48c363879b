/*
 * fuzz_model.c - the bytes of a model: refused with a reason, or they work.
 *
 * As they are, and once more with size and checksum put right: an attacker
 * would do as much.
 */
#include "part.h"

#define HEAD 64
#define SIZE_AT 24
#define CHECKSUM_AT 32

static void put64(uint8_t *at, uint64_t value)
{
	for (int i = 0; i < 8; i++)
		at[i] = (uint8_t)(value >> 8 * i);
}

/* FNV-1a, 64 bits, over all bytes, those of the checksum taken as zero. */
static void put_right(uint8_t *data, size_t size)
{
	uint64_t hash = UINT64_C(0xCBF29CE484222325);

	put64(data + SIZE_AT, size);
	put64(data + CHECKSUM_AT, 0);
	for (size_t i = 0; i < size; i++)
		hash = (hash ^ data[i]) * UINT64_C(0x100000001B3);
	put64(data + CHECKSUM_AT, hash);
}

static void try_model(const uint8_t *data, size_t size)
{
	const spamcls_part parts[] = {
		{ SPAMCLS_PART_RULES, "none", "", 0 },
		{ SPAMCLS_PART_MODEL, "model", data, size },
	};

	part_open(parts, 2, NULL);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	uint8_t *copy = malloc(size + 1);

	if (!copy)
		return 0;
	try_model(data, size);
	memcpy(copy, data, size);
	if (size >= HEAD)
		put_right(copy, size);
	try_model(copy, size);
	free(copy);
	return 0;
}
