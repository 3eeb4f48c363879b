/*
 * forest.h - sums of small decision trees over traits, in integers.
 *
 * The tables are written by data/model/train_split.py.  Many rows are scored
 * at once, and no tree is walked: every leaf is a bit, each node's test cuts
 * off the leaves that it rules out, and the first leaf that is left is the
 * tree's answer (QuickScorer: Lucchese et al., SIGIR 2015; many rows by
 * vector instructions: RapidScorer, Ye et al., KDD 2018).
 */
#ifndef SCLS_SEGMENT_FOREST_H
#define SCLS_SEGMENT_FOREST_H

#include <stdint.h>

#define SCLS_FOREST_ROWS 32u   /* scored at once */
#define SCLS_FOREST_TREES 256u /* at most */
#define SCLS_FOREST_LEAVES 32u /* of a tree, at most */

/* Values beyond these are taken for them; no limit is. */
#define SCLS_TRAIT_LEAST (-1000)
#define SCLS_TRAIT_MOST 64000

/* One trait of all rows, as scls_trait_value makes it. */
typedef struct scls_column {
	int16_t value[SCLS_FOREST_ROWS];
} scls_column;

/* The values of 16 bits that stand for all a trait can be. */
static inline int16_t scls_trait_value(int32_t trait)
{
	if (trait < SCLS_TRAIT_LEAST)
		trait = SCLS_TRAIT_LEAST;
	if (trait > SCLS_TRAIT_MOST)
		trait = SCLS_TRAIT_MOST;
	return (int16_t)(trait - (SCLS_TRAIT_MOST + SCLS_TRAIT_LEAST) / 2);
}

/* A node of a tree: its test, and the leaves of one byte that this cuts off.
 * It is small: a forest's nodes are read from first to last, and do not stay
 * in the nearest cache. */
typedef struct scls_cutoff {
	int16_t limit;     /* as scls_trait_value makes it, plus one: the
	                      least value above it */
	uint16_t column;   /* its trait's, in bytes from the first one */
	uint16_t lane;     /* of the bytes of all rows, from the first one */
	uint8_t leaves;    /* a bit for each that is cut off */
} scls_cutoff;

/* One cutoff of the tables: limit and trait as the training has them, place is
 * tree * SCLS_FOREST_LEAVES / 8 + byte. */
#define SCLS_CUT(limit, trait, leaves, place) \
	{ (limit) + 1, (trait) * sizeof(scls_column), \
	  (place) * SCLS_FOREST_ROWS, leaves }

/* All trees, their nodes mixed; tables of the program, never changed. */
typedef struct scls_forest {
	const scls_cutoff *cuts;   /* n_above + n_below of them */
	const int16_t *leaves;     /* 1/1024 nat, SCLS_FOREST_LEAVES a tree;
	                              no sum of them has more bits */
	uint32_t n_above, n_below; /* cuts where the value is above the limit,
	                              then those where it is not; either in
	                              the order of their columns */
	uint32_t n_trees;
	int32_t bias;              /* 1/1024 nat */
} scls_forest;

/* The log-odds of all rows, 1/1024 nat; columns is indexed by trait. */
void scls_forest_score(const scls_forest *forest, const scls_column *columns,
                       int32_t scores[SCLS_FOREST_ROWS]);

/* The forests that there are, and what each tells. */
extern const scls_forest scls_forest_html_early; /* body or not: the first */
extern const scls_forest scls_forest_html_rest;  /* trees, and the others */
extern const scls_forest scls_forest_text;       /* list line or not */
extern const scls_forest scls_forest_border;     /* the list's first line */

#endif
