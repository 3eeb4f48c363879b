/*
 * verdict.h - headline scores, list shape and body signals to one verdict:
 * the product of the verdict room.
 *
 * The room never sees text: it gets numbers, classes and hashes, and gives a
 * score that is the exact sum of its reasons.
 */
#ifndef SCLS_VERDICT_VERDICT_H
#define SCLS_VERDICT_VERDICT_H

#include "base/arena.h"

/* Values of a line's sketch; three in a row that two lines share make them
 * lines of one frame. */
#define SCLS_SKETCH 12u
#define SCLS_SKETCH_BAND 3u
#define SCLS_NO_TOPIC UINT16_MAX
/* Values of the sketch of a line's phrases; SCLS_NO_PHRASE: none there. */
#define SCLS_PHRASES 8u
#define SCLS_NO_PHRASE UINT32_MAX
/* Lengths at which two lines' beginnings, or ends, are compared. */
#define SCLS_AFFIXES 4u

/* Pieces of a skeleton in its head[k], and in its foot[k]. */
extern const uint16_t scls_affix_pieces[SCLS_AFFIXES];

/* What kinds of words a line has: bits of scls_line.kinds. */
#define SCLS_LINE_CLAIM 1u    /* rise, breakthrough, first, hype */
#define SCLS_LINE_CODA 2u     /* outlook, revelation, question */
#define SCLS_LINE_TRADE 4u    /* downloads, adult, gambling, proxies */
#define SCLS_LINE_DATED 8u    /* begins or ends with a date */
#define SCLS_LINE_NOTICE 16u  /* ends as a notice of an office does */
#define SCLS_LINE_PERSON 32u
#define SCLS_LINE_YEAR 64u
#define SCLS_LINE_QUEST 128u  /* asks */
#define SCLS_LINE_QUOTE 256u  /* quotes, or names a work */

/* What the verdict needs to know of one line of a list. */
typedef struct scls_line {
	uint32_t list;        /* index of its list */
	int32_t score;        /* of the headline by itself */
	int32_t likely;       /* thresholds of the headline model */
	int32_t certain;      /* in 1/1024 nat, as the score is */
	uint32_t kinds;       /* SCLS_LINE_... */
	uint64_t subject;     /* hash of its first name; 0: none */
	uint64_t thing;       /* hash of its first thing; 0: none */
	uint64_t lead;        /* hash of its first characters */
	uint64_t tail;        /* hash of its last ones */
	uint64_t marks;       /* hash of its marks in order; 0: none */
	uint64_t numbers;     /* hash of its numbers' forms; 0: none */
	int64_t count;        /* value of its first number, in thousandths */
	uint32_t sketch[SCLS_SKETCH]; /* of the skeleton's pairs (MinHash) */
	uint32_t phrase[SCLS_PHRASES]; /* of its text's pieces (MinHash) */
	uint32_t head[SCLS_AFFIXES]; /* hashes of the skeleton's beginnings, */
	uint32_t foot[SCLS_AFFIXES]; /* and of its ends; 0: it is shorter */
	uint16_t pieces;      /* of the skeleton */
	uint16_t length;      /* folded units */
	uint16_t han, latin;  /* of these, units of the two scripts */
	uint16_t topic;       /* of 1024, the share of its pairs of characters
	                         that the body has, too; or SCLS_NO_TOPIC */
	uint8_t slots;        /* unfilled ones, too */
	uint8_t holes;        /* unfilled slots */
	uint8_t fillers;      /* invisible or filler marks removed */
} scls_line;

#define SCLS_OUTLINE 4u /* headings: fewer are no outline */

/* What the verdict needs to know of title and body. */
typedef struct scls_body {
	uint32_t units;       /* of body text */
	uint32_t blocks;
	uint32_t figures;     /* numbers with decimals, without a link beside */
	uint32_t precise;     /* of these, with two decimals or more */
	uint32_t headings;
	uint32_t stock;       /* of these, claims without name or date */
	int named;            /* a person or a day, what a report has: where
	                         there are SCLS_OUTLINE headings */
	uint32_t references;  /* blocks with that role */
	uint32_t bare;        /* of these, an institution and a year alone */
	uint32_t repeated;    /* units of paragraphs that stood before */
	uint32_t stuffed;     /* of 1024: share of the commonest phrase */
	uint32_t spun;        /* words that only spinning programs write */
	uint32_t pinyin;      /* characters with their reading in brackets */
	uint32_t fillers;     /* marks between characters removed */
	uint32_t hidden_bytes;/* of text that a reader does not see */
	int cut_off;          /* the body breaks off in mid-sentence */
	int has_title;        /* 0: the next four say nothing */
	int32_t title_score;  /* of the title as a headline */
	int32_t title_likely; /* the headline model's threshold */
	int title_suffix;     /* ends with a trade that its front has not */
	uint16_t title_topic; /* as scls_line.topic */
} scls_body;

/* One summand of the page's score. */
typedef struct scls_reason {
	uint32_t id;          /* SCLS_V_... */
	int32_t weight;       /* 1/1024 nat */
	uint32_t list;        /* whose evidence it is; UINT32_MAX: the page's */
} scls_reason;

/* Ids of the page's reasons, in the order of reasons.def. */
enum scls_reason_id {
#define SCLS_REASON(id, name, en, zh) SCLS_V_##id,
#include "verdict/reasons.def"
#undef SCLS_REASON
	SCLS_V_COUNT
};

/* Each reason stands there once at most. */
#define SCLS_MAX_REASONS SCLS_V_COUNT

/* What a page is, and why. */
typedef struct scls_verdict {
	spamcls_verdict verdict;
	int32_t score;        /* 1/1024 nat */
	float probability;    /* that it is a farm's */
	uint32_t n_reasons;
	scls_reason reasons[SCLS_MAX_REASONS]; /* weights sum to score */
} scls_verdict;

/* A reason's stable name, and its text: another one where this weight says that
 * the evidence is missing. */
const char *scls_reason_name(uint32_t id);
const char *scls_reason_text_en(uint32_t id, int32_t weight);
const char *scls_reason_text_zh(uint32_t id, int32_t weight);

/* How far the score is above that from which a page is suspect: scores differ
 * with each learning of the tables. */
int32_t scls_above_suspect(int32_t score);

/*
 * Judges a page.  Lines of one list stand together.  context gets, for each
 * of the n lines, what its list adds to the line's own score (never below
 * 0).  Returns SPAMCLS_OK or SPAMCLS_E_NOMEM (arena).
 */
SCLS_MUST_USE scls_status scls_judge(scls_arena *arena,
                                     const scls_line *lines, size_t n,
                                     const scls_body *body, int32_t *context,
                                     scls_verdict *verdict);

#endif
