/* groups.h - blocks counted by a key: path, container, text. */
#ifndef SCLS_SEGMENT_GROUPS_H
#define SCLS_SEGMENT_GROUPS_H

#include "base/tally.h"

/* What is added up over blocks. */
typedef struct scls_sum {
	uint32_t n;                 /* blocks */
	uint32_t width, link_width; /* columns of these, and in links */
	uint32_t stops;             /* ends of sentences */
	uint32_t prose, prose_width; /* paragraphs, and their columns */
	uint32_t headlines, bullets; /* blocks that look like one, have one */
} scls_sum;

/* Blocks that share a key are a group; groups have numbers, from 0 on in the
 * order of their coming. */
typedef struct scls_groups {
	scls_tally keys;
	scls_sum *sums;      /* one a group, keys.distinct of them */
} scls_groups;

/* Room for n keys.  Returns SPAMCLS_OK or SPAMCLS_E_NOMEM. */
SCLS_MUST_USE scls_status scls_groups_begin(scls_groups *groups,
                                            scls_arena *arena, uint32_t n);

/* Adds a block to the group of the key, made where there was none; returns the
 * group.  There may be no more keys than there is room for. */
uint32_t scls_groups_add(scls_groups *groups, uint32_t key,
                         const scls_sum *block);

/* Adds b to a. */
void scls_sum_add(scls_sum *a, const scls_sum *b);

/* to - from: the sum of the blocks between two prefixes. */
scls_sum scls_sum_between(const scls_sum *from, const scls_sum *to);

/* part of whole in thousandths; 0 where whole is 0. */
static inline int32_t scls_per_mille(uint32_t part, uint32_t whole)
{
	if (whole == 0)
		return 0;
	return (int32_t)((uint64_t)part * 1000 / whole);
}

/* value, or most where it is larger. */
static inline int32_t scls_capped(uint32_t value, int32_t most)
{
	return value > (uint32_t)most ? most : (int32_t)value;
}

#endif
