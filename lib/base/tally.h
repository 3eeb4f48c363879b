/*
 * tally.h - a set of numbers, mostly hashes, with how often each was put in.
 *
 * Whoever writes a page can choose its texts so that their hashes fall on one
 * place of a table, and a secret to hash with would be no help: the same bytes
 * are to give the same score everywhere.  So the keys of one place are a
 * digital search tree (Coffman and Eve, 1970; Knuth, volume 3, 6.3): whatever
 * the keys are, none of them lies behind more than 64 others.
 */
#ifndef SCLS_BASE_TALLY_H
#define SCLS_BASE_TALLY_H

#include "base/arena.h"

/* A key and its count; it stays where it is. */
typedef struct scls_tallied {
	uint64_t key;
	uint32_t next[2]; /* numbers of the keys behind it, or 0: by a bit */
	uint32_t count;
} scls_tallied;

/* The set; its memory is the arena's. */
typedef struct scls_tally {
	scls_tallied *place; /* the keys in the order of their coming */
	uint32_t *table;     /* by hash, a key's number from 1 on, or 0 */
	size_t mask;         /* places of table, a power of two, less one */
	uint32_t distinct, most; /* keys, and the largest count */
} scls_tally;

/* Room for n keys.  Returns SPAMCLS_OK or SPAMCLS_E_NOMEM. */
SCLS_MUST_USE scls_status scls_tally_init(scls_tally *tally,
                                          scls_arena *arena, size_t n);

/* Forgets all keys; the room stays. */
void scls_tally_clear(scls_tally *tally);

/* Puts key in once more; returns its place, of tally->place.  A key beyond
 * the room given must have been put in before. */
uint32_t scls_tally_add(scls_tally *tally, uint64_t key);

#endif
