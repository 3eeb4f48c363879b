/* fuzz_lexicon.c - a lexicon: refused with a reason, or it works. */
#include "part.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	spamcls_db_options options = SPAMCLS_DB_OPTIONS_INIT;
	const spamcls_part parts[] = {
		{ SPAMCLS_PART_LEXICON, "lexicon", data, size },
		{ SPAMCLS_PART_RULES, "none", "", 0 },
	};

	options.without_model = 1;
	part_open(parts, 2, &options);
	return 0;
}
