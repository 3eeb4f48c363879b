/*
 * forest.h - sums of small decision trees over traits, in integers.
 *
 * The tables are written by data/model/train_split.py.
 */
#ifndef SCLS_SEGMENT_FOREST_H
#define SCLS_SEGMENT_FOREST_H

#include <stdint.h>

/* row[trait] <= limit goes left.  A child below 0 is the leaf ~child. */
typedef struct scls_node {
	int32_t limit;
	int16_t left, right;
	uint8_t trait;
} scls_node;

/* Nodes and leaves of a tree, as indexes of the forest's arrays; a tree of
 * one leaf has no node. */
typedef struct scls_tree {
	uint32_t node, leaf;
} scls_tree;

typedef struct scls_forest {
	const scls_node *nodes;
	const int16_t *leaves;   /* 1/1024 nat */
	const scls_tree *trees;
	uint32_t n_trees;
	int32_t bias;            /* 1/1024 nat */
} scls_forest;

/* The log-odds of one row, 1/1024 nat. */
int32_t scls_forest_score(const scls_forest *forest, const int32_t *row);

extern const scls_forest scls_forest_html_first;  /* body or not */
extern const scls_forest scls_forest_html_second;
extern const scls_forest scls_forest_text_first;  /* list line or not */
extern const scls_forest scls_forest_text_second;

#endif
