/*
 * verdict.h - headline scores, list shape and body signals to one verdict:
 * the product of the verdict room.
 *
 * The room never sees text: it gets numbers and classes, and gives a score
 * that is the exact sum of its reasons.
 */
#ifndef SCLS_VERDICT_VERDICT_H
#define SCLS_VERDICT_VERDICT_H

#include "base/arena.h"
#include "feature/feature.h"

/* What the verdict needs to know of one line of a list. */
typedef struct scls_line {
	uint32_t list;        /* index of its list */
	int32_t score;        /* of the headline by itself */
	int32_t likely;       /* thresholds of the headline model */
	int32_t certain;
	uint64_t classes;     /* bit per slot class that stands in it */
	uint64_t skeleton;    /* hash of the whole skeleton */
	uint64_t head, tail;  /* hashes of the skeleton's first and last part */
	uint64_t subject;     /* hash of its first named thing; 0: none */
	uint16_t length;      /* folded units */
	uint8_t holes;        /* unfilled slots */
	uint8_t slots;
	uint8_t has_number;
} scls_line;

/* What the verdict needs to know of the body. */
typedef struct scls_body {
	uint32_t units;       /* of body text */
	uint32_t sentences;
	uint32_t percents;    /* percentages with decimals */
	uint32_t numbers;     /* numbers with decimals */
	uint32_t headings;
	uint32_t bullets;
	int cut_off;          /* the body breaks off in mid-sentence */
	int32_t title_score;  /* of the title as a headline */
	uint32_t hidden_units;/* of text that a reader does not see */
} scls_body;

/* One summand of the page's score. */
typedef struct scls_reason {
	uint32_t id;          /* SCLS_V_... */
	int32_t weight;
	uint32_t list;        /* whose evidence it is; UINT32_MAX: the page's */
} scls_reason;

/* Ids of the page's reasons, in the order of reasons.def. */
enum scls_reason_id {
#define SCLS_REASON(id, name, en, zh) SCLS_V_##id,
#include "verdict/reasons.def"
#undef SCLS_REASON
	SCLS_V_COUNT
};

#define SCLS_MAX_REASONS 32u

typedef struct scls_verdict {
	spamcls_verdict verdict;
	int32_t score;
	float probability;
	uint32_t n_reasons;
	scls_reason reasons[SCLS_MAX_REASONS]; /* weights sum to score */
} scls_verdict;

/* A reason's stable name and text. */
const char *scls_reason_name(uint32_t id);
const char *scls_reason_text_en(uint32_t id);
const char *scls_reason_text_zh(uint32_t id);

/*
 * Judges a page.  context gets, for each of the n lines, what its list adds
 * to the line's own score (never below 0).  Returns SPAMCLS_OK or
 * SPAMCLS_E_NOMEM (arena).
 */
SCLS_MUST_USE scls_status scls_judge(scls_arena *arena,
                                     const scls_line *lines, size_t n,
                                     const scls_body *body, int32_t *context,
                                     scls_verdict *verdict);

#endif
