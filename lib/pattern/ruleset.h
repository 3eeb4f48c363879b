/*
 * ruleset.h - rule packs compiled into one immutable set: the product of the
 * pattern room.
 *
 * A rule is a PCRE2 pattern on the folded headline or on its skeleton, or an
 * expression over other rules.  A literal prefilter decides which patterns
 * run at all.
 */
#ifndef SCLS_PATTERN_RULESET_H
#define SCLS_PATTERN_RULESET_H

#include "headline/headline.h"

typedef struct scls_ruleset scls_ruleset;   /* immutable, shared */
typedef struct scls_matcher scls_matcher;   /* match data of one session */

/* One pack in memory. */
typedef struct scls_pack {
	const char *name;  /* of the file, for errors */
	scls_span text;
} scls_pack;

/*
 * Compiles n packs.  On failure *error has file, line, column and reason.
 * Returns SPAMCLS_OK, SPAMCLS_E_SYNTAX, SPAMCLS_E_LIMIT or SPAMCLS_E_NOMEM.
 */
SCLS_MUST_USE scls_status
scls_ruleset_new(scls_ruleset **set, const scls_pack *packs, size_t n,
                 const spamcls_allocator *allocator, spamcls_error *error);

/* The same of packs that are known to be right, as those that are built in:
 * whether folding changes a pattern's characters is not asked, and a pattern
 * is compiled when it first runs, for most never do.  One that cannot be
 * counts as one that ran out of steps. */
SCLS_MUST_USE scls_status
scls_ruleset_known(scls_ruleset **set, const scls_pack *packs, size_t n,
                   const spamcls_allocator *allocator, spamcls_error *error);
void scls_ruleset_free(scls_ruleset *set); /* NULL is allowed */

/* What is known of rule i, 0 <= i < scls_ruleset_size. */
typedef struct scls_rule_info {
	const char *name;        /* all strings are the set's */
	const char *family;      /* "" where none is given */
	const char *describe_en; /* "" where none is given */
	const char *describe_zh;
	int32_t score;           /* 1/1024 nat; 0 for shadow and helper rules */
	int shadow;              /* not 0: it adds nothing to a score */
} scls_rule_info;

/* How many rules there are: helpers and shadow rules, too. */
uint32_t scls_ruleset_size(const scls_ruleset *set);
void scls_ruleset_info(const scls_ruleset *set, uint32_t rule,
                       scls_rule_info *info);

/* A hash of all packs' meaning, for the database id. */
uint64_t scls_ruleset_hash(const scls_ruleset *set);

/* The test lines of the packs. */
typedef struct scls_rule_test {
	uint32_t rule;     /* its index */
	int expect;        /* not 0: the rule must hit ("ok") */
	scls_span text;
	const char *file;  /* of the test, and its line */
	uint32_t line;
} scls_rule_test;

/* Sets *tests, which are the set's; returns how many there are. */
uint32_t scls_ruleset_tests(const scls_ruleset *set,
                            const scls_rule_test **tests);

/* A matcher for one session; the set must outlive it.  regex_steps is the PCRE2
 * match limit of one rule on one headline.  Returns SPAMCLS_OK or
 * SPAMCLS_E_NOMEM. */
SCLS_MUST_USE scls_status scls_matcher_new(scls_matcher **matcher,
                                           const scls_ruleset *set,
                                           uint32_t regex_steps);
void scls_matcher_free(scls_matcher *matcher); /* NULL is allowed */

/* One rule that fits, with its evidence in units of the headline. */
typedef struct scls_hit {
	uint32_t rule;       /* its index */
	uint16_t begin, end; /* begin == end for a meta rule */
} scls_hit;

/*
 * Runs the rules on one headline.  *hits borrows from the matcher until its
 * next call, in the order of the rules.  *flags gets
 * SPAMCLS_FLAG_REGEX_LIMIT or-ed in where a rule ran out of steps.
 * Returns SPAMCLS_OK or SPAMCLS_E_NOMEM.
 */
SCLS_MUST_USE scls_status scls_match(scls_matcher *matcher,
                                     const scls_headline *headline,
                                     const scls_hit **hits, size_t *n,
                                     uint32_t *flags);

#endif
