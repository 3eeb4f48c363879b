/* fuzz_rules.c - a rule pack: refused with a reason, or it works. */
#include "part.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	spamcls_db_options options = SPAMCLS_DB_OPTIONS_INIT;
	const spamcls_part part = { SPAMCLS_PART_RULES, "pack", data, size };

	options.without_model = 1;
	options.run_rule_tests = size % 2 == 0;
	part_open(&part, 1, &options);
	return 0;
}
