/* fuzz_links.c - a title and bare links to a verdict. */
#include "fuzz.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	fuzz_classify(fuzz_session(), data, size, SPAMCLS_KIND_LINKS, NULL);
	return 0;
}
