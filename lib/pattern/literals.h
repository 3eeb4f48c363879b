/*
 * literals.h - what must stand in a text for a pattern to fit it.
 *
 * The finder proves little and never guesses: where it does not understand a
 * part of a pattern it proves nothing of it, and the rule then always runs.
 */
#ifndef SCLS_PATTERN_LITERALS_H
#define SCLS_PATTERN_LITERALS_H

#include "base/alloc.h"
#include <stdint.h>

#define SCLS_LITERALS_MAX 64u   /* of one pattern */
#define SCLS_GROUPS_MAX 24u     /* open groups of one pattern */

/* A literal: size code points of the finder's pool. */
typedef struct scls_literal {
	uint16_t at, size;
} scls_literal;

/* Any one of these must stand in the text; n is 0 where nothing is known. */
typedef struct scls_literal_set {
	uint32_t n;
	uint32_t worth; /* of its weakest literal */
	scls_literal item[SCLS_LITERALS_MAX];
} scls_literal_set;

/* A group that is open, or the whole pattern. */
typedef struct scls_group {
	scls_literal_set best;    /* of the branch that is read */
	scls_literal_set others;  /* of the branches before it, joined */
	int unproved;             /* not 0: a branch before has no literal */
	int silent;               /* not 0: a look-around, proves nothing */
} scls_group;

/* Working memory, much too large for a stack. */
typedef struct scls_finder scls_finder;

/* Makes a finder for patterns of up to SCLS_MAX_RULE_LINE code points. */
SCLS_MUST_USE scls_status scls_finder_new(scls_finder **finder,
                                          const spamcls_allocator *allocator);
void scls_finder_free(scls_finder *finder); /* NULL is allowed */

/*
 * Finds what the pattern with these PCRE2 options asks for.  *set borrows
 * from the finder until its next call, and *pool holds its literals.
 */
void scls_finder_run(scls_finder *finder, const uint32_t *pattern, uint32_t n,
                     uint32_t options, const scls_literal_set **set,
                     const uint32_t **pool);

#endif
