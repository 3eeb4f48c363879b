/*
 * latin.h - where the words of alphabets, and other ranges of units, stand in
 * a line.
 */
#ifndef SCLS_HEADLINE_LATIN_H
#define SCLS_HEADLINE_LATIN_H

#include <stdint.h>

/* Words of bits that a line of n units takes. */
#define SCLS_BITS_ROOM(n) ((n) / 64u + 1u)

/* A bit for each of n units that scls_is_latin knows, and one that is 0; up
 * to seven units behind the last are read. */
void scls_latin_bits(const uint32_t *unit, uint32_t n, uint64_t *bits);

/* A bit for each of the first 64 of n units that is from `from` to `to`; up
 * to seven units behind the last are read. */
uint64_t scls_range_bits(const uint32_t *unit, uint32_t n, uint32_t from,
                         uint32_t to);

/* The first place from `at` on whose bit is that (0 or 1), or n. */
uint32_t scls_next_bit(const uint64_t *bits, uint32_t n, uint32_t at,
                       unsigned bit);

#endif
