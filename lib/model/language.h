/*
 * language.h - two language models of characters: one of honest lines, one of
 * templates.
 *
 * A weight says for which of the two an n-gram speaks, not how usual it is: a
 * line of common words in an order that nobody writes weighs little, yet an
 * honest line seldom has it.  So a second look asks both how likely each
 * character is behind the three before it.  The estimate of n characters leans
 * on that of n - 1 where little was counted (MacKay and Peto, "A hierarchical
 * Dirichlet language model", 1995).  A byte for each n-gram, by its hash alone,
 * holds the logarithms of both counts, four bits each.
 */
#ifndef SCLS_MODEL_LANGUAGE_H
#define SCLS_MODEL_LANGUAGE_H

#include "base/alloc.h"
#include "base/status.h"
#include "headline/measure.h"

#include <stdint.h>

/* Levels of counts, each about twice the one before; 0 was never counted. */
#define SCLS_LANGUAGE_LEVELS 16u

/* The two models. */
enum scls_language_of { SCLS_OF_HONEST, SCLS_OF_TEMPLATES, SCLS_OF_COUNT };

/* Both models, and tables of what their levels mean. */
typedef struct scls_language {
	const unsigned char *levels; /* borrowed; NULL where there is none */
	uint32_t mask;               /* how many they are, less one */
	uint32_t characters[SCLS_OF_COUNT]; /* what each was counted from */
	/* 1/2^30: how likely a character is, by its level alone. */
	uint32_t first[SCLS_OF_COUNT][SCLS_LANGUAGE_LEVELS];
	/* And behind a context of a level, by the level of both; and what part
	 * of the shorter context's estimate that leaves. */
	uint32_t given[SCLS_LANGUAGE_LEVELS][SCLS_LANGUAGE_LEVELS];
	uint32_t left[SCLS_LANGUAGE_LEVELS];
	int32_t whole[32];  /* 1/1024 nat: of 2^number / 2^30 */
} scls_language;

/* Sets the tables of a language whose other members are set. */
void scls_language_open(scls_language *language);

/* Room behind the last character, which loops by vectors write to. */
#define SCLS_LIKELIHOOD_BEHIND 8u

/* How likely each character of a line is, in 1/1024 nat (about 0 at most), and
 * how many characters the longest n-gram has that was ever counted. */
typedef struct scls_likelihood {
	int32_t *nats[SCLS_OF_COUNT];
	uint8_t *known[SCLS_OF_COUNT];
	uint32_t n; /* characters; 0 where there is no language */
} scls_likelihood;

/* Room for n characters.  Returns SPAMCLS_OK or SPAMCLS_E_NOMEM. */
SCLS_MUST_USE scls_status
scls_likelihood_new(scls_likelihood *likelihood, uint32_t n,
                    const spamcls_allocator *allocator);
/* Gives it back; n is the one it was made for. */
void scls_likelihood_free(scls_likelihood *likelihood, uint32_t n,
                          const spamcls_allocator *allocator);

/* Reads n characters, 1 at least, by their keys, the shortest n-gram's first.
 * Up to SCLS_LIKELIHOOD_BEHIND more than n are written. */
void scls_language_read(const scls_language *language,
                        uint32_t (*keys)[SCLS_SEQUENCE], uint32_t n,
                        scls_likelihood *likelihood);

/* Counts, to learn from. */
typedef struct scls_language_counts {
	uint32_t *n[SCLS_OF_COUNT]; /* by the hash of an n-gram */
	uint32_t mask;              /* how many they are, less one */
	uint32_t characters[SCLS_OF_COUNT]; /* that were counted */
} scls_language_counts;

/* Room for 2^bits n-grams.  Returns SPAMCLS_OK or SPAMCLS_E_NOMEM. */
SCLS_MUST_USE scls_status
scls_language_counts_new(scls_language_counts *counts, uint32_t bits,
                         const spamcls_allocator *allocator);
void scls_language_counts_free(scls_language_counts *counts,
                               const spamcls_allocator *allocator);

/* Counts a line of n characters; no n-gram that would begin before it. */
void scls_language_count(scls_language_counts *counts,
                         enum scls_language_of of,
                         uint32_t (*keys)[SCLS_SEQUENCE], uint32_t n);

/* Fills levels, of counts->mask + 1 bytes, and makes *language of them. */
void scls_language_compile(const scls_language_counts *counts,
                           unsigned char *levels, scls_language *language);

#endif
