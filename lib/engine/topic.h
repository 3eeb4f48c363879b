/*
 * topic.h - does a line speak of what the body speaks of?
 *
 * A Bloom filter (Bloom, 1970) of the body's pairs of characters and words;
 * a body too long for it has no topic.
 */
#ifndef SCLS_ENGINE_TOPIC_H
#define SCLS_ENGINE_TOPIC_H

#include "base/arena.h"
#include "headline/headline.h"
#include "verdict/verdict.h"

/* What a body speaks of; its bits are the arena's. */
typedef struct scls_topic {
	uint64_t *bits;
	uint32_t pairs; /* put in, each as often as it stands there */
} scls_topic;

/* An empty one; returns SPAMCLS_OK or SPAMCLS_E_NOMEM. */
SCLS_MUST_USE scls_status scls_topic_init(scls_topic *topic,
                                          scls_arena *arena);

/* Puts the pairs of a piece of body in. */
void scls_topic_add(scls_topic *topic, const scls_headline *piece);

/* Of 1024, the share of the line's pairs that the body has; SCLS_NO_TOPIC where
 * the body is too short or too long, or the line has none. */
uint16_t scls_topic_share(const scls_topic *topic, const scls_headline *line);

#endif
