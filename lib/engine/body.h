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

/* A line's sketch: MinHash (Broder, 1997) over pairs of neighbours in its
 * skeleton. */
void scls_line_sketch(const scls_headline *headline,
                      uint32_t out[SCLS_SKETCH]);

/* The block that has most of a sign; most is 0 where none has it. */
typedef struct scls_spot {
	uint32_t begin, end; /* bytes of the page's text */
	uint32_t most;       /* how often it has the sign */
} scls_spot;

/* What a page's body says: its signs, its subjects, and by reason where. */
typedef struct scls_reading {
	scls_body body;
	scls_topic topic;
	scls_spot spots[SCLS_V_COUNT]; /* by SCLS_V_... */
	uint32_t flags;    /* SPAMCLS_FLAG_SAMPLED_BODY */
} scls_reading;

/*
 * Reads the body block by block: as many bytes of paragraphs as the session's
 * limit, and a quarter as many of headings, references and short lines; of more
 * a sample.  Returns SPAMCLS_OK or SPAMCLS_E_NOMEM (arena).
 */
SCLS_MUST_USE scls_status scls_body_from(spamcls_session *session,
                                         const scls_page *page,
                                         const scls_split *split,
                                         scls_reading *reading);

/* Adds what the title says: score, suffix of another trade, topic. */
void scls_body_title(const spamcls_db *db, const scls_headline_score *score,
                     const scls_topic *topic, scls_body *body);

#endif
