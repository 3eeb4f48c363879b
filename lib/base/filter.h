/*
 * filter.h - where in a text a sequence of a set may begin.
 *
 * A Bloom filter (1970) over the first units of each sequence, with both of
 * its bits in one word (Putze, Sanders and Singler, 2007): a place that it
 * leaves out begins none, and of the others few are named.  64 places are
 * asked for at once, without a branch.
 */
#ifndef SCLS_BASE_FILTER_H
#define SCLS_BASE_FILTER_H

#include <stdint.h>

#define SCLS_FILTER_BITS 19u  /* that choose a place in `more`: enough for
                                 some ten thousand sequences */
#define SCLS_FILTER_FEW 3u    /* so many bits less are enough for some
                                 hundred, and are read faster */
#define SCLS_FILTER_BEHIND 10u /* units behind a text that can be read */

/* All zero but fewer: an empty set. */
typedef struct scls_filter {
	uint32_t fewer;         /* bits: 0 or SCLS_FILTER_FEW */
	uint32_t one[1u << 11]; /* sequences of one unit, by its last 16 bits */
	uint32_t more[1u << (SCLS_FILTER_BITS - 5)]; /* those of two units, and
	                            of others the first three */
} scls_filter;

#define SCLS_FILTER_BYTES 256u /* units that are asked about apart */

/* A filter of few sequences, and of those of two units and more the first
 * and the second ones that are below SCLS_FILTER_BYTES, a bit each: text of
 * an alphabet begins hardly any, which these tell sooner.  All zero but
 * all.fewer: an empty one. */
typedef struct scls_byte_filter {
	scls_filter all;    /* sequences of any length */
	uint32_t first[SCLS_FILTER_BYTES / 32];
	uint32_t second[SCLS_FILTER_BYTES / 32];
} scls_byte_filter;

/* Adds a sequence of n units, n above 0. */
void scls_filter_add(scls_filter *filter, const uint32_t *unit, uint32_t n);
void scls_byte_filter_add(scls_byte_filter *filter, const uint32_t *unit,
                          uint32_t n);

/*
 * A bit for each of the first 64 of n units where a sequence may begin, the
 * lowest for unit[0].  Up to SCLS_FILTER_BEHIND units behind the last are
 * read: their values do not matter.
 */
uint64_t scls_filter_places(const scls_filter *filter, const uint32_t *unit,
                            uint32_t n);
uint64_t scls_byte_filter_places(const scls_byte_filter *filter,
                                 const uint32_t *unit, uint32_t n);

#endif
