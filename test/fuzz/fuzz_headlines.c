/* fuzz_headlines.c - lines to scores, slots and reasons. */
#include "fuzz.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	const char *at = (const char *)data, *end = at + size;

	while (at < end) {
		const char *stop = memchr(at, '\n', (size_t)(end - at));

		stop = stop ? stop : end;
		fuzz_headline(fuzz_session(), at, (size_t)(stop - at));
		at = stop + 1;
	}
	return 0;
}
