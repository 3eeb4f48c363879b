/*
 * tricks.h - spun words, bracketed pinyin and repetition in a body.
 */
#ifndef SCLS_ENGINE_TRICKS_H
#define SCLS_ENGINE_TRICKS_H

#include "base/arena.h"
#include "base/filter.h"
#include "headline/headline.h"
#include "verdict/verdict.h"

/* Marks of a spinning program or a filter evader in a piece of body. */
typedef struct scls_tricks {
	const scls_byte_filter *filter; /* where one may begin */
	uint32_t spun_seen;    /* a bit for each spun word seen */
	uint64_t pinyin_seen;  /* a bit for each reading, by its hash */
	uint32_t pinyin;       /* characters with their reading in brackets */
} scls_tricks;

/* Adds what tricks begin with: once for each database. */
void scls_tricks_filter(scls_byte_filter *filter);

/* Counts those of a piece of body. */
void scls_tricks_add(scls_tricks *tricks, const scls_headline *piece);

/* Says to body how many there were so far. */
void scls_tricks_sum(const scls_tricks *tricks, scls_body *body);

/* Counters of phrases and paragraphs, of a fixed size. */
typedef struct scls_repeats {
	uint16_t *phrase;    /* how often, by hash */
	uint64_t *paragraph; /* hashes of those seen, by hash; 0: none */
	uint32_t counted;  /* phrases */
} scls_repeats;

/* None so far; returns SPAMCLS_OK or SPAMCLS_E_NOMEM. */
SCLS_MUST_USE scls_status scls_repeats_init(scls_repeats *repeats,
                                            scls_arena *arena);

/* Counts the phrases of a piece of body. */
void scls_repeats_add(scls_repeats *repeats, const scls_headline *piece);

/* Not 0 where a paragraph of these bytes stood before. */
int scls_repeats_seen(scls_repeats *repeats, scls_span paragraph);

/* Of 1024: the share of the commonest phrase. */
uint32_t scls_repeats_stuffed(const scls_repeats *repeats);

#endif
