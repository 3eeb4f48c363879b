/*
 * set.h - the compiled set as the room's own files see it.
 */
#ifndef SCLS_PATTERN_SET_H
#define SCLS_PATTERN_SET_H

#include "base/arena.h"
#include "pattern/automaton.h"
#include "pattern/regex.h"
#include "pattern/ruleset.h"

/* Immutable once it is made, but for what patterns are compiled to when they
 * first run (rule.h: fast). */
struct scls_ruleset {
	spamcls_allocator allocator;
	scls_arena arena;              /* names, texts, patterns, programs */
	pcre2_general_context *memory; /* takes it from allocator */
	scls_rule *rules;              /* in the order of their definitions */
	size_t n_rules, rules_room;
	int known;                     /* patterns wait until they run */
	scls_rule_test *tests;         /* in the order of the packs */
	size_t n_tests, tests_room;
	scls_automaton *automaton;     /* reports the index of a rule on the
	                                  folded headline */
	scls_automaton *for_skeleton;  /* the same on the skeleton; apart, as
	                                  text says nothing of the other's */
	uint32_t n_words;              /* of each of the three bit sets */
	uint64_t *always;              /* patterns without any literal */
	uint64_t *on_headline;         /* patterns of each kind */
	uint64_t *on_skeleton;
	uint32_t *metas;               /* in an order in which they can run */
	uint32_t n_metas;
	int idle;                      /* not 0: a meta rule hits where no
	                                  pattern does */
	uint64_t hash;                 /* as of scls_set_hash */
};

/* Compiles the set's rules: patterns, prefilter.  Errors as
 * scls_ruleset_new; what was made stays in the set. */
SCLS_MUST_USE scls_status scls_set_compile(scls_ruleset *set,
                                           spamcls_error *error);

/* The hash of what the rules mean. */
uint64_t scls_set_hash(const scls_ruleset *set);

/* Switches the prefilter off (on = 0), for tests and measurements. */
void scls_matcher_prefilter(scls_matcher *matcher, int on);

#endif
