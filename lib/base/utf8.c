/* utf8.c - see utf8.h. */
#include "base/utf8.h"

#define BAD 0xFFFDu

/* What the lead byte promises: bytes in all, and the second byte's range. */
static unsigned lead(unsigned char c, unsigned char *low, unsigned char *high)
{
	*low = 0x80;
	*high = 0xBF;
	if (c < 0x80)
		return 1;
	if (c >= 0xC2 && c <= 0xDF)
		return 2;
	if (c >= 0xE0 && c <= 0xEF) {
		if (c == 0xE0)
			*low = 0xA0;
		if (c == 0xED)
			*high = 0x9F;
		return 3;
	}
	if (c >= 0xF0 && c <= 0xF4) {
		if (c == 0xF0)
			*low = 0x90;
		if (c == 0xF4)
			*high = 0x8F;
		return 4;
	}
	return 0;
}

uint32_t scls_utf8_any(const char *data, size_t size, size_t *at)
{
	const unsigned char *p = (const unsigned char *)data + *at;
	size_t left = size - *at;
	unsigned char low, high;
	unsigned n = lead(p[0], &low, &high);
	uint32_t c;

	if (n <= 1) {
		(*at)++;
		return n ? p[0] : BAD;
	}
	c = p[0] & (0xFFu >> (n + 1));
	for (unsigned i = 1; i < n; i++) {
		if (i == left || p[i] < low || p[i] > high) {
			*at += i;
			return BAD;
		}
		c = c << 6 | (p[i] & 0x3Fu);
		low = 0x80;
		high = 0xBF;
	}
	*at += n;
	return c;
}

#define HIGH UINT64_C(0x8080808080808080)

/* Not 0 where eight bytes at p are ASCII. */
static int ascii8(const char *p)
{
	uint64_t word;

	memcpy(&word, p, sizeof(word));
	return (word & HIGH) == 0;
}

static int ascii32(const char *p)
{
	uint64_t word[4];

	memcpy(word, p, sizeof(word));
	return ((word[0] | word[1] | word[2] | word[3]) & HIGH) == 0;
}

/* Not 0 where a sequence of three bytes begins that has no other form. */
static int is_plain_three(const char *p)
{
	return (unsigned char)p[0] - 0xE1u < 0xFu
	       && (unsigned char)p[0] != 0xED && (p[1] & 0xC0) == 0x80
	       && (p[2] & 0xC0) == 0x80;
}

size_t scls_utf8_valid(const char *data, size_t size)
{
	size_t at = 0;

	while (at < size) {
		size_t from = at;
		unsigned char low, high;
		unsigned n;

		while (size - at >= 32 && ascii32(data + at))
			at += 32;
		while (size - at >= 8 && ascii8(data + at))
			at += 8;
		/* Chinese: one sequence of three bytes behind the other. */
		while (size - at >= 3 && is_plain_three(data + at))
			at += 3;
		if (at == size)
			break;
		from = at;
		n = lead((unsigned char)data[at], &low, &high);
		if (n == 0 || n > size - at)
			return from;
		if (n > 1 && ((unsigned char)data[at + 1] < low
		              || (unsigned char)data[at + 1] > high))
			return from;
		for (unsigned i = 2; i < n; i++)
			if (((unsigned char)data[at + i] & 0xC0) != 0x80)
				return from;
		at += n;
	}
	return size;
}

size_t scls_utf8_put(uint32_t c, char out[4])
{
	unsigned n = c < 0x80 ? 1 : c < 0x800 ? 2 : c < 0x10000 ? 3 : 4;

	if (n == 1) {
		out[0] = (char)c;
		return 1;
	}
	for (unsigned i = n; i-- > 1; c >>= 6)
		out[i] = (char)(0x80 | (c & 0x3F));
	out[0] = (char)((0xF00u >> n) | c);
	return n;
}
