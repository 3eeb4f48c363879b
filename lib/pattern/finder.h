/* finder.h - the two halves of the finder of literals; see literals.h. */
#ifndef SCLS_PATTERN_FINDER_H
#define SCLS_PATTERN_FINDER_H

#include "base/limits.h"
#include "pattern/literals.h"

struct scls_finder {
	spamcls_allocator allocator;
	const uint32_t *re;
	uint32_t n, at;        /* of the pattern */
	uint32_t options;
	uint32_t run;          /* pool index where the current run begins */
	uint32_t n_pool;
	uint32_t n_groups;     /* open ones, the whole pattern included */
	uint32_t pool[SCLS_MAX_RULE_LINE + 1];
	scls_group group[SCLS_GROUPS_MAX];
};

/* Ends the current run; it counts where it is the best so far. */
void scls_finder_end_run(scls_finder *f);

/* Offers a set that must be met in the branch that is read. */
void scls_finder_offer(scls_finder *f, const scls_literal_set *set);

/* Opens a group; returns 0 where there are too many. */
int scls_finder_open(scls_finder *f, int silent);

/* Ends a branch of the innermost group. */
void scls_finder_branch(scls_finder *f);

/* Ends the innermost group; *set gets what it proves. */
void scls_finder_close(scls_finder *f, scls_literal_set *set);

/* How much a code point narrows a search. */
uint32_t scls_finder_worth(uint32_t c);

/* Adds the literal of the pool; returns 0 where the set is full. */
int scls_finder_add(const scls_finder *f, scls_literal_set *set, uint32_t at,
                    uint32_t size);

#endif
