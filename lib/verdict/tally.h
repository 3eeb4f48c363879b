/* tally.h - a set of hashes with how often each was put in. */
#ifndef SCLS_VERDICT_TALLY_H
#define SCLS_VERDICT_TALLY_H

#include "base/arena.h"

/* A key and its count; it stays where it is. */
typedef struct scls_tallied {
	uint64_t key;
	uint32_t count;
} scls_tallied;

typedef struct scls_tally {
	scls_tallied *place; /* the keys in the order of their coming */
	uint32_t *table;     /* by hash, a key's number from 1 on, or 0 */
	size_t mask;
	uint32_t distinct, most; /* keys, and the largest count */
} scls_tally;

/* Room for n keys.  Returns SPAMCLS_OK or SPAMCLS_E_NOMEM. */
SCLS_MUST_USE scls_status scls_tally_init(scls_tally *tally,
                                          scls_arena *arena, size_t n);

/* Puts key in once more; returns its place, of tally->place.  A key beyond
 * the room given must have been put in before. */
uint32_t scls_tally_add(scls_tally *tally, uint64_t key);

#endif
