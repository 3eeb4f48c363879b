/*
 * look.h - what the byte scan looks for within tags and between them, many
 * bytes at a time.
 */
#ifndef SCLS_PAGE_LOOK_H
#define SCLS_PAGE_LOOK_H

#include "base/ascii.h"
#include "base/bits.h"
#include "base/vector.h"

#include <stdint.h>
#include <string.h>

#define SCLS_LOOK 32u /* bytes of a look */

/* White space within tags and between them. */
static inline int scls_is_blank(char c)
{
	return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

/* What the name of a tag or an attribute goes on with. */
static inline int scls_is_of_name(char c)
{
	return scls_ascii_is_letter(c) || scls_ascii_is_digit(c) || c == '-'
	       || c == ':' || c == '_' || c == '.';
}

/* Where c stands among so many bytes, the lowest bit for the first. */
static inline uint64_t scls_look_where(const char *data, char c)
{
#ifdef SCLS_AVX2 /* what any such processor has: vectors of 16 bytes */
	__m128i all = _mm_set1_epi8(c);
	__m128i a = _mm_loadu_si128((const void *)data);
	__m128i b = _mm_loadu_si128((const void *)(data + 16));

	return (uint32_t)_mm_movemask_epi8(_mm_cmpeq_epi8(a, all))
	       | (uint64_t)_mm_movemask_epi8(_mm_cmpeq_epi8(b, all)) << 16;
#else
	uint64_t bits = 0;

	for (uint32_t i = 0; i < SCLS_LOOK; i++)
		bits |= (uint64_t)(data[i] == c) << i;
	return bits;
#endif
}

/* As memchr, without a call where c is near. */
static inline const char *scls_look_for(const char *from, const char *end,
                                        char c)
{
	if ((size_t)(end - from) >= SCLS_LOOK) {
		uint64_t bits = scls_look_where(from, c);

		if (bits != 0)
			return from + scls_lowest_bit(bits);
		from += SCLS_LOOK;
	}
	return memchr(from, c, (size_t)(end - from));
}

/* Behind the ">" that ends the tag whose name or rest is at from, or end;
 * quoted values may hold one. */
const char *scls_look_tag_end(const char *from, const char *end);

/* Behind the white space at from, `to` at the latest; *line becomes 1
 * where a line ends in it.  Up to end can be read. */
const char *scls_look_blanks_end(const char *from, const char *to,
                                 const char *end, int *line);

#endif
