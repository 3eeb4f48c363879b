/* list.h - what the lines of one list say together. */
#ifndef SCLS_VERDICT_LIST_H
#define SCLS_VERDICT_LIST_H

#include "verdict/verdict.h"

#define SCLS_ONE 1024

/* What the forest sees of a list, in the order of values.def; shares and
 * levels in 1024ths. */
enum scls_value_id {
#define SCLS_VALUE(id, reason, way) SCLS_L_##id,
#include "verdict/values.def"
#undef SCLS_VALUE
	SCLS_L_COUNT
};

/* Where a line's score stands: SCLS_ONE is the threshold for likely. */
int32_t scls_level(int32_t score, int32_t likely);

/* A line's width in columns; narrow ones are the words of a menu. */
uint32_t scls_line_width(const scls_line *line);

/* The width from which lines[0..n) are looked at: 0 where there are hardly
 * any wide ones. */
uint32_t scls_list_width(const scls_line *lines, size_t n);

/* Copies the lines of that width to out, which has room for n, and returns
 * how many they are: at least one where n > 0. */
size_t scls_list_pick(const scls_line *lines, size_t n, scls_line *out);

/* Counts over the lines of one list. */
typedef struct scls_list_facts {
	uint32_t list;       /* its index */
	uint32_t n;          /* lines */
	uint32_t certain;
	uint32_t likely;     /* certain ones included */
	uint32_t halfway;    /* lines half way to likely */
	uint32_t above;      /* lines above level 0 */
	uint32_t low;        /* lines as far below 0 as halfway above */
	uint32_t lowest;     /* and as likely above */
	uint32_t run;        /* longest run of lines above a quarter */
	uint32_t holes;      /* lines with an unfilled slot */
	uint32_t claims;     /* lines that claim, with a figure or an outlook */
	uint32_t codas;      /* lines with an outlook or a question */
	uint32_t trade;      /* lines of downloads, adult, gambling, proxies */
	uint32_t dated;      /* lines with a date at an end */
	uint32_t notices;    /* notices that claim nothing */
	uint32_t off_topic, with_topic;
	uint32_t slots;
	uint32_t units;      /* of all lines */
	uint32_t han, latin;
	int64_t level;       /* sum of the lines' levels, each one bounded */
	int32_t quantile[5]; /* of the levels: 10, 25, 50, 75, 90 of 100 */
	/* Of the list's shape. */
	uint32_t framed;     /* lines whose frame another line has, too */
	uint32_t bad_framed; /* of these, lines above level 0 */
	uint32_t subjects;   /* different subjects of these */
	uint32_t frame_most; /* lines of the commonest frame */
	uint32_t names, named; /* different first names, lines with one */
	uint32_t phrases;    /* values in the lines' sketches of phrases */
	uint32_t shared;     /* of these, values that another line has, too */
	uint32_t same_form;  /* lines with the commonest form of numbers */
	uint32_t same_marks; /* lines with the commonest marks */
	uint32_t spread;     /* of 1024: how much the lengths differ */
	uint32_t pieces;     /* different values in all sketches */
	uint32_t in_order;   /* lines whose number follows the one before */
	uint32_t one_subject;/* lines with the commonest subject */
	uint32_t one_lead;   /* lines with the commonest first characters */
	uint32_t one_tail;   /* lines with the commonest last characters */
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

/* Facts to what the forest sees. */
void scls_list_values(const scls_list_facts *facts,
                      int32_t values[SCLS_L_COUNT]);

/* Logarithm of 1 + n to base 2, in 1024ths; 1024 for n = 1. */
int32_t scls_log(uint32_t n);

#endif
