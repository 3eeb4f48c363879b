/*
 * fuzz_robots.c - robots.txt and a path, as the crawler reads them.
 *
 * The bytes up to the first NUL are the path.
 */
#include "fuzz.h"

#include "../../examples/crawler/robots.c"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	const uint8_t *nul = memchr(data, 0, size);
	crawl_robots robots;

	if (!nul)
		return 0;
	memset(&robots, 0, sizeof(robots));
	if (crawl_robots_read(&robots, (const char *)nul + 1,
	                      size - (size_t)(nul + 1 - data), "spamcls"))
		crawl_robots_allow(&robots, (const char *)data);
	crawl_robots_free(&robots);
	return 0;
}
