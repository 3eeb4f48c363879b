/* level.c - see level.h. */
#include "segment/line/level.h"

#include "base/ascii.h"
#include "base/hash.h"

/* Signs within a number. */
static int is_in_number(char c)
{
	return scls_ascii_is_digit(c) || c == '.' || c == ',' || c == ':';
}

static size_t number_end(scls_span line, size_t at)
{
	while (at < line.size && is_in_number(line.data[at]))
		at++;
	return at;
}

uint32_t scls_level_key(scls_span line)
{
	uint64_t key = SCLS_HASH_SEED;

	for (size_t at = 0; at < line.size;) {
		char c = scls_ascii_lower(line.data[at]);

		at = scls_ascii_is_digit(c) ? number_end(line, at) : at + 1;
		if (scls_ascii_is_space(c))
			continue;
		if (scls_ascii_is_digit(c))
			c = '0';
		key = (key ^ (unsigned char)c) * SCLS_GOLDEN;
		key ^= key >> 32;
	}
	return (uint32_t)key | 1u;
}
