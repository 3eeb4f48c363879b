/*
 * body.h - what the verdict needs to know of lines and body, from text.
 */
#ifndef SCLS_ENGINE_BODY_H
#define SCLS_ENGINE_BODY_H

#include "engine/session.h"

/* Fills *line from a scored headline. */
void scls_line_from(const spamcls_db *db, const scls_headline_score *score,
                    uint32_t list, scls_line *line);

/* Reads the body's blocks: numbers, sentences, how it ends. */
void scls_body_from(spamcls_session *session, const scls_page *page,
                    const scls_split *split, scls_body *body);

#endif
