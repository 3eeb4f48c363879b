/* fuzz_text.c - plain text to a verdict. */
#include "fuzz.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	fuzz_classify(fuzz_session(), data, size, SPAMCLS_KIND_TEXT, NULL);
	return 0;
}
