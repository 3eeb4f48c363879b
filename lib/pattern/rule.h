/*
 * rule.h - one rule, from its line in a pack to its compiled form.
 */
#ifndef SCLS_PATTERN_RULE_H
#define SCLS_PATTERN_RULE_H

#include "pattern/pack_line.h"

/* The library's form of PCRE2 takes code points as they are: no conversion
 * of a headline, no map of offsets, and on Chinese text about 1.6 times the
 * speed of the 8-bit form. */
#define PCRE2_CODE_UNIT_WIDTH 32
#include <pcre2.h>

/* What a rule looks at: folded text, skeleton, other rules. */
enum scls_rule_kind { SCLS_RULE_HEADLINE, SCLS_RULE_SKELETON, SCLS_RULE_META };

/* One step of a meta rule in postfix order. */
typedef struct scls_op {
	uint8_t code;   /* enum scls_op_code */
	int32_t value;  /* of a number; the index of a rule */
} scls_op;

/* Test lines that a rule has: of those it must hit, of those it must not. */
#define SCLS_TESTED_OK 1u
#define SCLS_TESTED_FAIL 2u
#define SCLS_TESTED_BOTH 3u

/* Strings and arrays live in the ruleset's arena. */
typedef struct scls_rule {
	const char *name;
	const char *family;          /* never NULL */
	const char *describe_en;
	const char *describe_zh;
	enum scls_rule_kind kind;
	scls_place place;            /* of its name */
	int32_t score;               /* 1/1024 nat */
	uint8_t shadow;              /* not 0: it adds nothing to a score */
	uint8_t has_score;           /* not 0: a line gave it one */
	uint8_t tested;              /* SCLS_TESTED_... */
	uint32_t options;            /* of PCRE2 */
	const uint32_t *pattern;     /* code points, classes replaced */
	const uint16_t *column;      /* of each of them, and of the end */
	uint32_t n_pattern;
	uint64_t classes;            /* whose symbols it asks for, all */
	pcre2_general_context *memory; /* of what it is compiled to */
	pcre2_code *code;            /* NULL in a meta rule, and in one that
	                                is compiled when it first runs */
	_Atomic(pcre2_code *) fast;  /* the same with machine code, or code
	                                itself; NULL until it first runs */
	scls_span expression;        /* of a meta rule */
	uint32_t expression_column;  /* where that begins, from 1 */
	const scls_op *program;      /* the expression, compiled */
	uint32_t n_program;
} scls_rule;

/* Not 0 for a helper: a name that begins with two underscores. */
static inline int scls_rule_is_helper(const scls_rule *rule)
{
	return rule->name[0] == '_' && rule->name[1] == '_';
}

#endif
