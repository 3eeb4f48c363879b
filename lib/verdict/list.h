/*
 * list.h - what the lines of one list say together.
 *
 * Lines are borrowed and stay as they are; nothing here keeps a pointer to them
 * but the group that is called back with.  What can fail fails with
 * SPAMCLS_E_NOMEM alone, where the arena has no room; its memory is given back
 * with the arena.
 */
#ifndef SCLS_VERDICT_LIST_H
#define SCLS_VERDICT_LIST_H

#include "verdict/verdict.h"

/* The unit of shares and levels. */
#define SCLS_ONE 1024

/* What the forest sees of a list, in the order of values.def; shares and
 * levels in 1024ths. */
enum scls_value_id {
#define SCLS_VALUE(id, reason, way) SCLS_L_##id,
#include "verdict/values.def"
#undef SCLS_VALUE
	SCLS_L_COUNT
};

/* Where a line's score stands: SCLS_ONE is the threshold for likely (one below
 * half a nat counts as that), below 0 is ordinary; 3 * SCLS_ONE at most, either
 * way. */
int32_t scls_level(int32_t score, int32_t likely);

/* A line's width in columns; narrow ones are the words of a menu. */
uint32_t scls_line_width(const scls_line *line);

/* The mean of the levels of lines[0..n), n > 0, each one bounded by SCLS_ONE
 * either way. */
int32_t scls_list_usual_level(const scls_line *lines, size_t n);

/* The worst lines in a row of lines[0..n), beside lines of a usual level: how
 * many, from lines[*from] on; 0 where they are hardly any, or all: *from says
 * nothing then. */
size_t scls_list_stretch(const scls_line *lines, size_t n, int32_t usual,
                         size_t *from);

/* Whether lines[0..n) beside their worst stretch, from lines[from] on, are
 * plainly ordinary; 0 where there is no stretch. */
int scls_list_is_diluted(const scls_line *lines, size_t n, size_t from,
                         size_t stretch);

/* Counts over the lines of one list; level as scls_level has it. */
typedef struct scls_list_facts {
	uint32_t list;       /* its index */
	uint32_t n;          /* lines */
	uint32_t part, of;   /* its part of the page's lines: n and n, where
	                        nothing else is known */
	uint32_t certain;    /* lines from that threshold on */
	uint32_t likely;     /* certain ones included */
	uint32_t halfway;    /* lines half way to likely, or beyond */
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
	uint32_t persons, years, quests, quotes; /* lines with one */
	uint32_t figures;    /* lines with a number */
	uint32_t with_topic; /* lines that have a topic */
	uint32_t off_topic;  /* of these, lines that have little of the body */
	uint32_t slots;      /* of all lines */
	uint32_t units;      /* of all lines */
	uint32_t han, latin; /* of these, units of the two scripts */
	int64_t level;       /* sum of the lines' levels, each one bounded by
	                        1.5 * SCLS_ONE either way */
	int32_t quantile[5]; /* of the levels, in steps of 64: what 10, 25, 50,
	                        75 and 90 of 100 lines stay below */
	/* Of the list's shape. */
	uint32_t calm_framed;/* lines below level 0 whose frame another line
	                        has, too */
	uint32_t bad_framed; /* all others whose frame another has */
	uint32_t subjects;   /* different subjects of these */
	uint32_t frame_most; /* those of their commonest frame */
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
	uint32_t affix;      /* pieces in beginnings and ends that come again */
	uint32_t skeleton;   /* pieces of all skeletons */
	uint32_t heads, feet;/* lines whose beginning, whose end comes again */
} scls_list_facts;

/* Sums up lines[0..n), n > 0, as those of one list, that of lines[0].  Every
 * framed[i] is filled in: 1 where line i shares its frame, else 0. */
SCLS_MUST_USE scls_status scls_list_sum_up(scls_arena *arena,
                                           const scls_line *lines, size_t n,
                                           uint8_t *framed,
                                           scls_list_facts *facts);

/* The part of it that looks at repetition (list_shape.c): fills framed, and in
 * *facts, whose n is set, the list's shape. */
SCLS_MUST_USE scls_status scls_list_shape(scls_arena *arena,
                                          const scls_line *lines, size_t n,
                                          uint8_t *framed,
                                          scls_list_facts *facts);

/* The part of that which looks at beginnings and ends that come again
 * (list_affix.c). */
SCLS_MUST_USE scls_status scls_list_affixes(scls_arena *arena,
                                            const scls_line *lines, size_t n,
                                            scls_list_facts *facts);

/* Lines of a page that are looked at together (line_groups.c). */
typedef struct scls_lines {
	const scls_line *lines;
	const uint32_t *at;  /* where they stand among the page's lines */
	size_t n;
	int whole;           /* all lists of the page together */
	int diluted;         /* its worst stretch, called next, speaks for it:
	                        what stands beside is ordinary */
	uint32_t part, of;   /* as in scls_list_facts */
} scls_lines;

/* Gets a group, which lasts for the call; a status other than SPAMCLS_OK ends
 * the round. */
typedef scls_status scls_lines_call(void *user, const scls_lines *group);

/*
 * Calls back for every group of the page's n lines, of which those of one list
 * stand together: each list and behind it its worst stretch, and the one that
 * is worst beside the list's own lines where that is another; at last, where
 * there are several lists, the same of all of them together.  Words of a menu
 * are left out where there are wider lines.  Ends with the first status that
 * is not SPAMCLS_OK; SPAMCLS_E_NOMEM where the arena has no room.
 */
SCLS_MUST_USE scls_status scls_lines_each(scls_arena *arena,
                                          const scls_line *lines, size_t n,
                                          scls_lines_call *call, void *user);

/* Facts, of which n is not 0, to what the forest sees. */
void scls_list_values(const scls_list_facts *facts,
                      int32_t values[SCLS_L_COUNT]);

/* Logarithm of 1 + n to base 2, in 1024ths; 1024 for n = 1. */
int32_t scls_log(uint32_t n);

#endif
