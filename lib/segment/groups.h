/* groups.h - blocks counted by a key: path, container, text. */
#ifndef SCLS_SEGMENT_GROUPS_H
#define SCLS_SEGMENT_GROUPS_H

#include "base/arena.h"

/* What is added up over blocks. */
typedef struct scls_sum {
	uint32_t n, width, link_width, stops, prose, prose_width, headlines,
	         bullets;
} scls_sum;

/* Blocks that share a key. */
typedef struct scls_group {
	uint32_t key;
	scls_sum sum;
} scls_group;

/* A table of groups, open addressing, a power of two in size. */
typedef struct scls_groups {
	scls_group *slots;
	uint32_t mask;
} scls_groups;

/* Room for n keys.  Returns SPAMCLS_OK or SPAMCLS_E_NOMEM. */
SCLS_MUST_USE scls_status scls_groups_begin(scls_groups *groups,
                                            scls_arena *arena, uint32_t n);

/* The slot of the key, made where there was none.  No more keys than there
 * is room for may be asked. */
uint32_t scls_groups_slot(scls_groups *groups, uint32_t key);

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
