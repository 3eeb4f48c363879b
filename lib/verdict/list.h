/* list.h - what the lines of one list say together. */
#ifndef SCLS_VERDICT_LIST_H
#define SCLS_VERDICT_LIST_H

#include "verdict/verdict.h"

/* Where a line's score stands: 1024 is the model's threshold for likely. */
#define SCLS_ONE 1024
int32_t scls_level(int32_t score, int32_t likely);

/* Counts over the lines of one list. */
typedef struct scls_list_facts {
	uint32_t list;       /* its index */
	uint32_t n;          /* lines */
	uint32_t certain;
	uint32_t likely;     /* certain ones included */
	uint32_t leaning;    /* lines half way to likely */
	uint32_t ordinary;   /* lines as far below 0 */
	uint32_t run;        /* longest run of leaning lines */
	uint32_t holes;      /* lines with an unfilled slot */
	uint32_t claims;     /* lines that claim, with a figure or an outlook */
	uint32_t trade;      /* lines of downloads, adult, gambling, proxies */
	uint32_t dated;      /* lines with a date at an end */
	uint32_t notices;    /* notices that claim nothing */
	uint32_t off_topic, with_topic;
	int64_t level;       /* sum of the lines' levels, each one bounded */
	/* Of the list's shape. */
	uint32_t framed;     /* lines whose frame another line has, too */
	uint32_t bad_framed; /* of these, lines above level 0 */
	uint32_t subjects;   /* different subjects of these */
	uint32_t same_form;  /* lines with the commonest form of numbers */
	uint32_t same_marks; /* lines with the commonest marks */
	uint32_t spread;     /* of 1024: how much the lengths differ */
	uint32_t pieces;     /* different values in all sketches */
	uint32_t in_order;   /* lines whose number follows the one before */
	uint32_t one_subject;/* lines with the commonest subject */
	uint32_t one_lead;   /* lines with the commonest first characters */
} scls_list_facts;

/* Sums up lines[0..n), n > 0, which all belong to one list; framed[i] is set
 * where line i shares its frame. */
SCLS_MUST_USE scls_status scls_list_sum_up(scls_arena *arena,
                                           const scls_line *lines, size_t n,
                                           uint8_t *framed,
                                           scls_list_facts *facts);

/* The part of it that looks at repetition (list_shape.c). */
SCLS_MUST_USE scls_status scls_list_shape(scls_arena *arena,
                                          const scls_line *lines, size_t n,
                                          uint8_t *framed,
                                          scls_list_facts *facts);

/* Facts to values from -1024 to 1024, by reason; others stay untouched. */
void scls_list_values(const scls_list_facts *facts,
                      int32_t values[SCLS_V_COUNT]);

/* Logarithm of 1 + n to base 2, in 1024ths; 1024 for n = 1. */
int32_t scls_log(uint32_t n);

#endif
