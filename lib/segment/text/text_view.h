/*
 * text_view.h - a plain-text page seen by its forest: sums over its lines, and
 * from them the traits of any one line.
 */
#ifndef SCLS_SEGMENT_TEXT_VIEW_H
#define SCLS_SEGMENT_TEXT_VIEW_H

#include "base/nat.h"
#include "segment/forest/forest.h"
#include "segment/split_draft.h"

/* Columns of the forest: SCLS_TEXT_<NAME>, in the order of text_traits.def. */
typedef enum scls_text_trait {
#define T(name) SCLS_TEXT_##name,
#include "segment/text/text_traits.def"
#undef T
	SCLS_TEXT_TRAIT_COUNT
} scls_text_trait;

/* What windows of lines are looked at for: widths in columns and their squares,
 * shares in thousandths, yes is 1000. */
enum {
	SCLS_TEXT_MEAN_WIDTH, SCLS_TEXT_MEAN_SQUARE, SCLS_TEXT_MEAN_HEADLINE,
	SCLS_TEXT_MEAN_SEEN, SCLS_TEXT_MEAN_END, SCLS_TEXT_MEAN_DIGITS,
	SCLS_TEXT_MEAN_UPPER, SCLS_TEXT_MEAN_TITLED, SCLS_TEXT_MEAN_NARROW,
	SCLS_TEXT_MEAN_COLON, SCLS_TEXT_MEAN_BULLET, SCLS_TEXT_MEAN_LOWER,
	SCLS_TEXT_MEAN_SIGNS, SCLS_TEXT_MEANS,
	SCLS_TEXT_MEANS_ROOM = 16 /* whole vectors of them */
};

/* Sums over the lines before one. */
typedef struct scls_text_sum {
	uint64_t of[SCLS_TEXT_MEANS_ROOM]; /* by SCLS_TEXT_MEAN_... */
	uint64_t width, prose_width;       /* columns, those of paragraphs */
	uint32_t prose;                    /* paragraphs */
	uint32_t wide, chars;              /* as in scls_shape */
} scls_text_sum;

/* What is known of a line beside its shape. */
typedef struct scls_text_note {
	uint32_t end;            /* of the page, as this line sees it */
	uint16_t title_pm, seen_pm; /* of its wording, in thousandths, what the
	                               title has, and the page before it */
	uint16_t since_phrase;   /* lines; SCLS_FAR_AWAY: none */
	uint8_t last_phrase;     /* the last telling phrase before it */
	uint8_t prose, headline; /* 1: it may be a paragraph, a headline */
	uint8_t asked;           /* whether the forest has to be asked */
} scls_text_note;

/* The page added up; all arrays are the arena's of the draft. */
typedef struct scls_text_view {
	const scls_draft *draft;
	scls_text_note *notes;  /* one a line */
	scls_text_sum *before;  /* n + 1: sums of the lines before */
	int64_t *score_sums;    /* n + 1: sums of the scores of the lines
	                           before; 0 until scls_text_sum_scores */
	uint32_t *last_prose, *next_prose; /* lines; UINT32_MAX: none */
	uint32_t n;             /* lines */
} scls_text_view;

/* 0 where from the first line that the forest would be asked about, or that is
 * a list's heading, to the last one there are less than so many: no run is
 * longer, and nothing has to be added up. */
int scls_text_may_have_run(const scls_draft *draft, uint32_t least);

/* Adds the page up.  Returns SPAMCLS_OK or SPAMCLS_E_NOMEM. */
SCLS_MUST_USE scls_status scls_text_view_begin(scls_text_view *view,
                                               const scls_draft *draft);

/* The traits of line i. */
void scls_text_traits(const scls_text_view *view, uint32_t i,
                      int32_t row[SCLS_TEXT_TRAIT_COUNT]);

/* Means over lines [from, end), all -1 where there is none; returns to behind
 * them.  from may be below 0.  to has room for SCLS_TEXT_MEANS_ROOM. */
int32_t *scls_text_window(const scls_text_view *view, int64_t from,
                          int64_t end, int32_t *to);

/* The score of lines that are not asked about, 1/1024 nat. */
#define SCLS_TEXT_SURE (-4 * SCLS_NAT)

/* The log-odds of all lines, 1/1024 nat, to stand in a list.  Returns
 * SPAMCLS_OK or SPAMCLS_E_NOMEM. */
SCLS_MUST_USE scls_status scls_text_score(const scls_text_view *view,
                                          const scls_forest *forest,
                                          int32_t *scores);

/* Adds up these scores, each within SCLS_TEXT_SURE, for what looks at many
 * lines at once: the border. */
void scls_text_sum_scores(scls_text_view *view, const int32_t *scores);

#endif
