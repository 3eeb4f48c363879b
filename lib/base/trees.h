/*
 * trees.h - small decision trees over integers, whose steps add up.
 *
 * Every node knows the mean score of what reaches it, so each step from root
 * to leaf is a summand of its own and belongs to the value it asked for: the
 * reasons add up exactly (Saabas, 2014).
 */
#ifndef SCLS_BASE_TREES_H
#define SCLS_BASE_TREES_H

#include "base/full_tree.h"

#include <stddef.h>
#include <stdint.h>

/* values[value] <= limit goes left.  A child stands behind its parent, so
 * every walk ends; a leaf has none (left 0). */
typedef struct scls_tree_node {
	int32_t limit;
	int32_t mean;        /* 1/1024 nat */
	uint16_t left, right;/* nodes */
	uint16_t value;      /* the one that is asked for */
} scls_tree_node;

/* This many trees are walked at once; n_roots is a multiple of it. */
#define SCLS_TREE_LANES 4u

/* A tree of no more steps than this may be filled up, so that every walk takes
 * just as many: tests level by level, from number 1 on, then the leaves. */
#define SCLS_TREE_STEPS 4u
#define SCLS_TREE_LEAVES (1u << SCLS_TREE_STEPS)

/* One that is filled up. */
typedef struct scls_full_tree {
	scls_full_test test[SCLS_TREE_LEAVES];
	int16_t mean[SCLS_TREE_LEAVES]; /* of each leaf, 1/1024 nat */
} scls_full_tree;

/* Borrowed, of a model. */
typedef struct scls_trees {
	const scls_tree_node *nodes;
	const uint16_t *roots;
	uint32_t n_roots;
	const scls_full_tree *full; /* of scls_trees_fill, or NULL */
} scls_trees;

/* How many full trees these become: as they are walked SCLS_FULL_LANES at once,
 * trees that add nothing fill the last lanes. */
#define SCLS_TREES_FULL(n_roots) \
	(((size_t)(n_roots) + SCLS_FULL_LANES - 1) \
	 / SCLS_FULL_LANES * SCLS_FULL_LANES)

/* Fills all trees up, which takes SCLS_TREES_FULL full ones.  Returns 0 where
 * one has too many steps, or a limit or a leaf's mean of more than 16 bits.
 * No limit is the largest of them: what a value is beyond them is the same to
 * all tests. */
int scls_trees_fill(const scls_trees *trees, scls_full_tree *full);

/* The sum of the roots: where every walk starts. */
int32_t scls_trees_start(const scls_trees *trees);

/* The sum of the leaves that the values lead to, start included. */
int32_t scls_trees_sum(const scls_trees *trees, const int32_t *values);

/* The same; what each value's steps add, start not included, is added to
 * weights[slot[value]]. */
int32_t scls_trees_weigh(const scls_trees *trees, const int32_t *values,
                         const uint8_t *slot, int32_t *weights);

#endif
