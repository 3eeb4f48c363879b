/*
 * glance.h - a first look at a line's characters, for those who want no more
 * of most honest headlines.
 *
 * A small linear model of one to three characters in a row, which a cache
 * holds whole, comes before slots, rules and n-grams (a cascade: Viola and
 * Jones, 2001).  A line that comes to less than its threshold has that sum,
 * shifted, for its score; of all others the sum is forgotten.
 */
#ifndef SCLS_MODEL_GLANCE_H
#define SCLS_MODEL_GLANCE_H

#include "base/nat.h"
#include "feature/feature.h"
#include "headline/measure.h"

/* Characters in a row, at most. */
#define SCLS_GLANCE_MOST 3u
/* All share 2^SCLS_GLANCE_BITS weights, a byte each: with a quarter as many
 * three times as much garbage is lost. */
#define SCLS_GLANCE_BITS 18u
#define SCLS_GLANCE_SIZE (1u << SCLS_GLANCE_BITS)
/* Of a step of a weight, in 1/1024 nat. */
#define SCLS_GLANCE_SCALE 16
/* The reason that it gives for a score. */
#define SCLS_GLANCE_NAME "glance.characters"
#define SCLS_GLANCE_EN "characters in a row as ordinary headlines have them"
#define SCLS_GLANCE_ZH "用字与普通标题一样"

typedef struct scls_glance {
	const int8_t *weights; /* borrowed; NULL where there is none */
	int32_t least;         /* what comes to less is not looked at again */
	int32_t shift;         /* 0 or less: what is added then, so that such a
	                          score says as much as any other of its size */
	uint64_t terms;        /* hash of the lexicon and the rules beside which
	                          it was learned: others may see what it does
	                          not */
} scls_glance;

/* What n characters come to, in 1/1024 nat, by their keys
 * (scls_measure_sequence). */
int32_t scls_glance_sum(const scls_glance *glance,
                        uint32_t (*keys)[SCLS_SEQUENCE], uint32_t n);

/* Appends the same as hashed features, to learn from; what has no room is left
 * out. */
void scls_glance_features(uint32_t (*keys)[SCLS_SEQUENCE], uint32_t n,
                          scls_features *features);

#endif
