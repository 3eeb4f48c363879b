/* utf8.h - UTF-8 as RFC 3629 has it. */
#ifndef SCLS_BASE_UTF8_H
#define SCLS_BASE_UTF8_H

#include "base/inline.h"
#include "base/span.h"
#include <stdint.h>

/* What stands for a bad sequence, as a code point and as its bytes. */
#define SCLS_REPLACEMENT 0xFFFDu
#define SCLS_REPLACEMENT_BYTES "\xEF\xBF\xBD"
#define SCLS_REPLACEMENT_SIZE 3u

/* How many bytes at the front are valid UTF-8; size where all are. */
size_t scls_utf8_valid(const char *data, size_t size);

/* Not 0 where the byte goes on with a character that began before it. */
SCLS_INLINE int scls_utf8_goes_on(char byte)
{
	return (byte & 0xC0) == 0x80;
}

/* How much of the size bytes at data is whole characters, in valid text that
 * goes on behind them: data[size] is looked at. */
static inline size_t scls_utf8_whole(const char *data, size_t size)
{
	while (size > 0 && scls_utf8_goes_on(data[size]))
		size--;
	return size;
}

/* As scls_utf8_next below, for any sequence and without its short ways. */
uint32_t scls_utf8_any(const char *data, size_t size, size_t *at);

/*
 * Decodes the code point at data[*at] and moves *at behind it.  Never reads
 * past size; a bad byte gives U+FFFD and moves by the maximal subpart
 * (Unicode 15, section 3.9).  *at must be below size.
 */
static inline uint32_t scls_utf8_next(const char *data, size_t size,
                                      size_t *at)
{
	const unsigned char *p = (const unsigned char *)data + *at;

	/* ASCII and good sequences of three bytes are most of all text; E0
	 * and ED do not take every second byte. */
	if (p[0] < 0x80) {
		++*at;
		return p[0];
	}
	if (p[0] - 0xE1u < 0xFu && p[0] != 0xED && size - *at >= 3
	    && (p[1] & 0xC0) == 0x80 && (p[2] & 0xC0) == 0x80) {
		*at += 3;
		return (uint32_t)(p[0] & 0xF) << 12
		       | (uint32_t)(p[1] & 0x3F) << 6 | (p[2] & 0x3Fu);
	}
	return scls_utf8_any(data, size, at);
}

/*
 * The character of the three bytes at p where it is one from U+4000 to
 * U+9FFF, else 0: most of Chinese text, and quickly told from all other.
 */
static inline uint32_t scls_utf8_han(const unsigned char *p)
{
	if (p[0] - 0xE4u > 5u || ((p[1] ^ 0x80u) | (p[2] ^ 0x80u)) > 0x3Fu)
		return 0;
	return (p[0] & 0xFu) << 12 | (p[1] & 0x3Fu) << 6 | (p[2] & 0x3Fu);
}

/* Not 0 where such a character begins with the byte at p, in valid text. */
static inline int scls_utf8_starts_han(const unsigned char *p)
{
	return p[0] - 0xE4u < 6u;
}

/* Writes code point c (not a surrogate) to out; returns its 1 to 4 bytes. */
size_t scls_utf8_put(uint32_t c, char out[4]);

#endif
