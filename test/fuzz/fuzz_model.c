/*
 * fuzz_model.c - the bytes of a model: refused with a reason, or they work.
 *
 * As they are, and once more with size and checksum put right.
 */
#include "part.h"
#include "seal.h"

#define HEAD 64
#define SIZE_AT 24
#define CHECKSUM_AT 32

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
		seal(copy, size, SIZE_AT, CHECKSUM_AT);
	try_model(copy, size);
	free(copy);
	return 0;
}
