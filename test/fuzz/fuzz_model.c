/* fuzz_model.c - the bytes of a model: refused with a reason, or they work. */
#include "part.h"
#include "seal.h"

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
	try_sealed(data, size, (seal){ 64, 24, 32 }, try_model);
	return 0;
}
