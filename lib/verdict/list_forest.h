/*
 * list_forest.h - small decision trees over a list's values, in integers.
 *
 * Every node knows the mean score of what reaches it, so each step from root
 * to leaf is a summand of its own and belongs to the value it asked for: the
 * reasons add up exactly (Saabas, 2014).
 */
#ifndef SCLS_VERDICT_LIST_FOREST_H
#define SCLS_VERDICT_LIST_FOREST_H

#include "verdict/list.h"

/* values[trait] <= limit goes left; a leaf has no children (left 0). */
typedef struct scls_list_node {
	int32_t limit;
	int32_t mean;        /* 1/1024 nat */
	uint16_t left, right;/* nodes */
	uint8_t trait;       /* SCLS_L_... */
} scls_list_node;

/* The sum of the roots: where every list starts. */
int32_t scls_list_forest_start(void);

/* What all reasons weigh together, start not included: less work than telling
 * them apart. */
int32_t scls_list_forest_sum(const int32_t values[SCLS_L_COUNT]);

/* Adds what each reason weighs to weights[]; start not included. */
void scls_list_forest_weigh(const int32_t values[SCLS_L_COUNT],
                            int32_t weights[SCLS_V_COUNT]);

#endif
