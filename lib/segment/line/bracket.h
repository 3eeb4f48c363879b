/* bracket.h - the brackets that names, numbers and marks stand in. */
#ifndef SCLS_SEGMENT_BRACKET_H
#define SCLS_SEGMENT_BRACKET_H

#include <stdint.h>

/* The bracket that ends what the bracket c begins, or 0. */
static inline uint32_t scls_closing_of(uint32_t c)
{
	switch (c) {
	case '(': return ')';
	case '[': return ']';
	case 0x3010: return 0x3011;
	case 0x3014: return 0x3015;
	case 0xff08: return 0xff09;
	case 0xff3b: return 0xff3d;
	default: return 0;
	}
}

/* Whether c is one that ends. */
static inline int scls_is_closing(uint32_t c)
{
	return c == ')' || c == ']' || c == 0x3011 || c == 0x3015
	       || c == 0xff09 || c == 0xff3d;
}

#endif
