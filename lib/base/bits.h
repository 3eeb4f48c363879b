/* bits.h - the lowest bit of a word, the highest, and how many it has. */
#ifndef SCLS_BASE_BITS_H
#define SCLS_BASE_BITS_H

#include "base/inline.h"

#include <stdint.h>

/* The number of the lowest bit of a word that has any. */
SCLS_INLINE uint32_t scls_lowest_bit(uint64_t word)
{
#if defined(__GNUC__)
	return (uint32_t)__builtin_ctzll(word);
#else
	uint32_t n = 0;

	for (; (word & 1) == 0; word >>= 1)
		n++;
	return n;
#endif
}

/* The number of its highest bit. */
SCLS_INLINE uint32_t scls_highest_bit(uint64_t word)
{
#if defined(__GNUC__)
	return 63u - (uint32_t)__builtin_clzll(word);
#else
	uint32_t n = 0;

	while (word >>= 1)
		n++;
	return n;
#endif
}

/* How many bits are set: by pairs, fours and bytes (Warren, 2002). */
SCLS_INLINE uint32_t scls_count_bits(uint64_t word)
{
	word -= word >> 1 & UINT64_C(0x5555555555555555);
	word = (word & UINT64_C(0x3333333333333333))
	       + (word >> 2 & UINT64_C(0x3333333333333333));
	word = (word + (word >> 4)) & UINT64_C(0x0F0F0F0F0F0F0F0F);
	return (uint32_t)(word * UINT64_C(0x0101010101010101) >> 56);
}

#endif
