/* fuzz_html.c - a page of HTML to a verdict. */
#include "fuzz.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	fuzz_classify(fuzz_session(), data, size, SPAMCLS_KIND_HTML, NULL);
	return 0;
}
