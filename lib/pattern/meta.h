/*
 * meta.h - meta rules: expressions over other rules.
 *
 * A rule is 1 where it hits and 0 where not; || && == != < <= > >= + - * !
 * and parentheses work as in C.  A meta rule hits where its value is not 0.
 */
#ifndef SCLS_PATTERN_META_H
#define SCLS_PATTERN_META_H

#include "pattern/draft.h"

/* The steps of a program; OPEN, a parenthesis, is in none once it is made. */
enum scls_op_code {
	SCLS_OP_NUMBER, SCLS_OP_RULE, SCLS_OP_NOT, SCLS_OP_MINUS, SCLS_OP_MUL,
	SCLS_OP_ADD, SCLS_OP_SUB, SCLS_OP_LT, SCLS_OP_LE, SCLS_OP_GT,
	SCLS_OP_GE, SCLS_OP_EQ, SCLS_OP_NE, SCLS_OP_AND, SCLS_OP_OR,
	SCLS_OP_OPEN
};

/* Turns the rule's expression into its program, names looked up in draft.
 * Returns SPAMCLS_OK, SPAMCLS_E_SYNTAX with the place in the draft's error, or
 * SPAMCLS_E_NOMEM. */
SCLS_MUST_USE scls_status scls_meta_compile(scls_pack_draft *draft,
                                            scls_rule *rule);

/*
 * Fills order with the indexes of the meta rules, each behind those it asks
 * for, and *n with their number.  order has room for all rules.  Returns
 * SPAMCLS_OK, SPAMCLS_E_SYNTAX where they ask in a circle, or SPAMCLS_E_NOMEM.
 */
SCLS_MUST_USE scls_status scls_meta_order(scls_pack_draft *draft,
                                          uint32_t *order, uint32_t *n);

/* The value of the rule where hit[i] is not 0 for every rule i that hits. */
int64_t scls_meta_value(const scls_rule *rule, const uint8_t *hit);

#endif
