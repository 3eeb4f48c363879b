/*
 * body.h - what the verdict needs to know of lines, title and body, from
 * text.
 */
#ifndef SCLS_ENGINE_BODY_H
#define SCLS_ENGINE_BODY_H

#include "engine/session.h"
#include "engine/topic.h"

/* Fills *line from a scored headline; its topic is left unknown. */
void scls_line_from(const spamcls_db *db, const scls_headline_score *score,
                    uint32_t list, scls_line *line);

/* The block that has most of a sign; most is 0 where none has it. */
typedef struct scls_spot {
	uint32_t begin, end;
	uint32_t most;
} scls_spot;

/* What a page's body says: its signs, its subjects, and by reason where. */
typedef struct scls_reading {
	scls_body body;
	scls_topic topic;
	scls_spot spots[SCLS_V_COUNT];
} scls_reading;

/*
 * Reads the body block by block.  Returns SPAMCLS_OK or SPAMCLS_E_NOMEM
 * (arena).
 */
SCLS_MUST_USE scls_status scls_body_from(spamcls_session *session,
                                         const scls_page *page,
                                         const scls_split *split,
                                         scls_reading *reading);

/* Adds what the title says: score, suffix of another trade, topic. */
void scls_body_title(const spamcls_db *db, const scls_headline_score *score,
                     const scls_topic *topic, scls_body *body);

/* Marks of a spinning program or a filter evader in a piece of body. */
#define SCLS_TRICKS_FIRST 16u

typedef struct scls_tricks {
	uint32_t spun_seen;    /* a bit for each spun word seen */
	uint64_t pinyin_seen;  /* a bit for each reading, by its hash */
	uint32_t pinyin;
	int knows_first;       /* first is filled in */
	uint64_t first[SCLS_TRICKS_FIRST]; /* characters that spun words
	                          begin with, by their last ten bits */
} scls_tricks;

void scls_tricks_add(scls_tricks *tricks, const scls_headline *piece);
void scls_tricks_sum(const scls_tricks *tricks, scls_body *body);

/* Counters of phrases and paragraphs, of a fixed size. */
typedef struct scls_repeats {
	uint16_t *phrase;
	uint64_t *paragraph;
	uint32_t counted, most; /* phrases */
} scls_repeats;

SCLS_MUST_USE scls_status scls_repeats_init(scls_repeats *repeats,
                                            scls_arena *arena);
void scls_repeats_add(scls_repeats *repeats, const scls_headline *piece);
/* Not 0 where a paragraph of these bytes stood before. */
int scls_repeats_seen(scls_repeats *repeats, scls_span paragraph);
/* Of 1024: the share of the commonest phrase. */
uint32_t scls_repeats_stuffed(const scls_repeats *repeats);

#endif
