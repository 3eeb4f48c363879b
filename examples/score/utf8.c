/* utf8.c - see utf8.h. */
#include "utf8.h"

#include <string.h>

/* Not 0 where a lead byte and the next one make a code point in too many
 * bytes, half of a pair, or one above U+10FFFF. */
static int is_out_of_range(unsigned char lead, unsigned char next)
{
	return (lead == 0xE0 && next < 0xA0) || (lead == 0xED && next > 0x9F)
	       || (lead == 0xF0 && next < 0x90)
	       || (lead == 0xF4 && next > 0x8F);
}

size_t utf8_sequence(const unsigned char *data, size_t size)
{
	size_t n = data[0] < 0x80 ? 1 : data[0] < 0xC2 ? 0
	           : data[0] < 0xE0 ? 2 : data[0] < 0xF0 ? 3
	           : data[0] < 0xF5 ? 4 : 0;

	if (n > size || (n > 1 && is_out_of_range(data[0], data[1])))
		return 0;
	for (size_t i = 1; i < n; i++)
		if ((data[i] & 0xC0) != 0x80)
			return 0;
	return n;
}

size_t utf8_mark(const char *data, size_t size)
{
	return size >= 3 && memcmp(data, "\xEF\xBB\xBF", 3) == 0 ? 3 : 0;
}
