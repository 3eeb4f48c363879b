/* list.h - what the lines of one list say together. */
#ifndef SCLS_VERDICT_LIST_H
#define SCLS_VERDICT_LIST_H

#include "verdict/verdict.h"

/* Counts over the lines of one list. */
typedef struct scls_list_evidence {
	uint32_t list;       /* its index */
	uint32_t n;          /* lines */
	uint32_t certain;
	uint32_t likely;     /* certain ones included */
	uint32_t leaning;    /* lines whose own score is above half of likely */
	uint32_t holes;      /* lines with an unfilled slot */
	uint32_t repeats;    /* lines whose frame another line has, too */
	uint32_t subjects;   /* different subjects among them */
	uint32_t numbered;   /* lines with a number */
	int64_t lean;        /* sum of the lines' scores, each one bounded */
} scls_list_evidence;

/* Sums up lines[0..n), which all belong to one list. */
SCLS_MUST_USE scls_status scls_list_sum_up(scls_arena *arena,
                                           const scls_line *lines, size_t n,
                                           scls_list_evidence *evidence);

#endif
