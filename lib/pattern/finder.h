/* finder.h - sets of literals, and the groups of a pattern they are found in:
 * what the finder of literals (literals.h) stands on. */
#ifndef SCLS_PATTERN_FINDER_H
#define SCLS_PATTERN_FINDER_H

#include "base/alloc.h"
#include "base/limits.h"
#include <stdint.h>

#define SCLS_LITERALS_MAX 64u   /* of one pattern */
#define SCLS_GROUPS_MAX 24u     /* open groups of one pattern */

/* A literal: size code points of the finder's pool, from index `at` on. */
typedef struct scls_literal {
	uint16_t at, size;
} scls_literal;

/* Any one of these must stand in the text; n is 0 where nothing is known. */
typedef struct scls_literal_set {
	uint32_t n;
	uint32_t worth; /* of its weakest literal: the more, the rarer */
	scls_literal item[SCLS_LITERALS_MAX];
} scls_literal_set;

/* A group that is open, or the whole pattern. */
typedef struct scls_finder_group {
	scls_literal_set best;    /* of the branch that is read */
	scls_literal_set others;  /* of the branches before it, joined */
	int unproved;             /* not 0: a branch before has no literal */
	uint64_t classes;         /* of slots that this branch asks for */
	uint64_t in_all;          /* and every branch before it */
	int silent;               /* not 0: a look-around, proves nothing */
} scls_finder_group;

/* Working memory, much too large for a stack. */
typedef struct scls_finder {
	spamcls_allocator allocator;
	const uint32_t *re;    /* the pattern's code points */
	uint32_t n, at;        /* how many they are, and the next one */
	uint32_t options;      /* of PCRE2, as the pattern begins */
	uint32_t run;          /* pool index where the current run begins */
	uint32_t n_pool;       /* code points in the pool */
	uint32_t n_groups;     /* open ones, the whole pattern included */
	uint64_t classes;      /* of the group that was closed last */
	uint32_t pool[SCLS_MAX_RULE_LINE + 1];
	scls_finder_group group[SCLS_GROUPS_MAX];
} scls_finder;

/* Ends the current run; it counts where it is the best so far. */
void scls_finder_end_run(scls_finder *f);

/* Slots of these classes must stand in what the branch that is read fits. */
void scls_finder_ask(scls_finder *f, uint64_t classes);

/* Offers a set that must be met in the branch that is read. */
void scls_finder_offer(scls_finder *f, const scls_literal_set *set);

/* Opens a group; returns 0 where there are too many. */
int scls_finder_open(scls_finder *f, int silent);

/* Ends a branch of the innermost group. */
void scls_finder_branch(scls_finder *f);

/* Ends the innermost group; *set gets what it proves, f->classes which slots
 * it asks for. */
void scls_finder_close(scls_finder *f, scls_literal_set *set);

/* Adds the literal of the pool; returns 0 where the set is full. */
int scls_finder_add(const scls_finder *f, scls_literal_set *set, uint32_t at,
                    uint32_t size);

#endif
