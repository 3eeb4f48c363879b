/* bits.h - the lowest bit of a word. */
#ifndef SCLS_BASE_BITS_H
#define SCLS_BASE_BITS_H

#include <stdint.h>

/* The number of the lowest bit of a word that has any. */
static inline uint32_t scls_lowest_bit(uint64_t word)
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

#endif
