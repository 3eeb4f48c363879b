/*
 * tree_rows.h - filled trees on many rows of values at once.
 *
 * No row walks: of every test all rows' answers are taken, and choose among
 * what its two children came to, from the leaves up to the root.  That is more
 * tests than a walk has, but vectors do them, a row a number of 16 bits.
 */
#ifndef SCLS_BASE_TREE_ROWS_H
#define SCLS_BASE_TREE_ROWS_H

#include "base/trees.h"

#define SCLS_TREE_ROWS 32u    /* at once */
#define SCLS_TREE_VALUES 256u /* of a row, at most */

/* The sums of scls_trees_sum for n rows, SCLS_TREE_ROWS at most, each of
 * n_values numbers, more than any tree asks for, behind the one before. */
void scls_trees_sum_rows(const scls_trees *trees, const int32_t *rows,
                         uint32_t n, uint32_t n_values, int32_t *sums);

#endif
