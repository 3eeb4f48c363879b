/*
 * regex.h - PCRE2 behind our allocator and limits.  No other file of the room
 * sets options.
 */
#ifndef SCLS_PATTERN_REGEX_H
#define SCLS_PATTERN_REGEX_H

#include "pattern/rule.h"

/* A general context whose memory comes from the allocator, which must
 * outlive it; NULL where there is no memory. */
pcre2_general_context *
scls_regex_memory(const spamcls_allocator *allocator);

/*
 * Compiles the rule's pattern, into rule->memory.  Machine code is made when it
 * first runs: of the patterns of a set few ever do, and it takes most of the
 * time.  A pattern that is known to be right need not be compiled before, too.
 * Returns SPAMCLS_OK, SPAMCLS_E_SYNTAX with the place in *error, or
 * SPAMCLS_E_NOMEM.
 */
SCLS_MUST_USE scls_status scls_regex_compile(scls_rule *rule,
                                             spamcls_error *error);

/* Gives back what the rule's pattern was compiled to. */
void scls_regex_free(scls_rule *rule);

/* What one session needs to run patterns. */
typedef struct scls_regex_scratch {
	pcre2_match_data *match;
	pcre2_match_context *limits;
	pcre2_jit_stack *stack; /* NULL where PCRE2 makes no machine code */
} scls_regex_scratch;

/* steps is PCRE2's match limit.  Returns SPAMCLS_OK or SPAMCLS_E_NOMEM, with
 * nothing kept. */
SCLS_MUST_USE scls_status
scls_regex_scratch_init(scls_regex_scratch *scratch,
                        pcre2_general_context *memory, uint32_t steps);
void scls_regex_scratch_free(scls_regex_scratch *scratch);

/* What running a pattern came to. */
enum scls_regex_outcome {
	SCLS_REGEX_MISS,
	SCLS_REGEX_HIT,
	SCLS_REGEX_STOPPED, /* a limit was reached, or the pattern does not
	                       compile: no one knows */
	SCLS_REGEX_NOMEM
};

/* Runs the rule's pattern; on a hit *begin and *end say where.  Several
 * threads may run one rule at once. */
enum scls_regex_outcome scls_regex_run(scls_rule *rule,
                                       const scls_regex_scratch *scratch,
                                       const uint32_t *text, uint32_t n,
                                       uint32_t *begin, uint32_t *end);

#endif
