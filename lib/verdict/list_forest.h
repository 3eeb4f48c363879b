/*
 * list_forest.h - small decision trees over a list's values, whose steps add
 * up (as in base/trees.h), and to which reasons they belong.
 */
#ifndef SCLS_VERDICT_LIST_FOREST_H
#define SCLS_VERDICT_LIST_FOREST_H

#include "verdict/list.h"

/* The sum of the roots: where every list starts. */
int32_t scls_list_forest_start(void);

/* What all reasons weigh together, start not included: less work than telling
 * them apart. */
int32_t scls_list_forest_sum(const int32_t values[SCLS_L_COUNT]);

/* Adds what each reason weighs to weights[]; start not included. */
void scls_list_forest_weigh(const int32_t values[SCLS_L_COUNT],
                            int32_t weights[SCLS_V_COUNT]);

#endif
