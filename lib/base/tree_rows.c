/* tree_rows.c - see tree_rows.h. */
#include "base/tree_rows.h"

#include "base/inline.h"

#include <string.h>

/* Fewer rows than these walk in less time. */
#define FEW (SCLS_TREE_ROWS / 4)

/* A number of each row. */
typedef struct column {
	int16_t row[SCLS_TREE_ROWS];
} column;

/* Beyond 16 bits a value is above all limits, or none: see trees.h. */
SCLS_INLINE int16_t bounded(int32_t value)
{
	value = value > INT16_MAX ? INT16_MAX : value;
	return (int16_t)(value < INT16_MIN ? INT16_MIN : value);
}

SCLS_VECTORS
static void bound_all(const int32_t *restrict row, uint32_t n,
                      int16_t *restrict to)
{
	for (uint32_t i = 0; i < n; i++)
		to[i] = bounded(row[i]);
}

/* What is behind the last row does not matter, but is read. */
static void to_columns(const int32_t *rows, uint32_t n, uint32_t n_values,
                       column *columns)
{
	int16_t values[SCLS_TREE_VALUES];

	if (n < SCLS_TREE_ROWS)
		memset(columns, 0, n_values * sizeof(*columns));
	for (uint32_t r = 0; r < n; r++, rows += n_values) {
		bound_all(rows, n_values, values);
		for (uint32_t i = 0; i < n_values; i++)
			columns[i].row[r] = values[i];
	}
}

/* Each row's leaf, of the two below a last test. */
SCLS_INLINE void choose_leaf(const scls_full_tree *tree, uint32_t test,
                             const column *restrict columns,
                             column *restrict found)
{
	const column *value = &columns[tree->test[test].value];
	const int16_t *leaf = &tree->mean[2 * test - SCLS_TREE_LEAVES];
	int16_t limit = tree->test[test].limit, low = leaf[0], high = leaf[1];

	for (unsigned r = 0; r < SCLS_TREE_ROWS; r++)
		found->row[r] = value->row[r] > limit ? high : low;
}

/* What each row found, below a test, on the side it goes to. */
SCLS_INLINE void choose(const scls_full_tree *tree, uint32_t test,
                        const column *restrict columns, column *found)
{
	const column *value = &columns[tree->test[test].value];
	const column *low = &found[2 * test], *high = low + 1;
	int16_t limit = tree->test[test].limit;
	column *to = &found[test];

	for (unsigned r = 0; r < SCLS_TREE_ROWS; r++) {
		int16_t a = low->row[r], b = high->row[r];

		to->row[r] = value->row[r] > limit ? b : a;
	}
}

SCLS_VECTORS
static void add_trees(const scls_trees *trees,
                      const column *restrict columns,
                      int32_t sums[restrict SCLS_TREE_ROWS])
{
	column found[SCLS_TREE_LEAVES]; /* by the number of the test */

	for (uint32_t t = 0; t < trees->n_roots; t++) {
		const scls_full_tree *tree = &trees->full[t];

		for (uint32_t i = SCLS_TREE_LEAVES / 2; i < SCLS_TREE_LEAVES;
		     i++)
			choose_leaf(tree, i, columns, &found[i]);
		for (uint32_t i = SCLS_TREE_LEAVES / 2; i-- > 1;)
			choose(tree, i, columns, found);
		for (unsigned r = 0; r < SCLS_TREE_ROWS; r++)
			sums[r] += found[1].row[r];
	}
}

void scls_trees_sum_rows(const scls_trees *trees, const int32_t *rows,
                         uint32_t n, uint32_t n_values, int32_t *sums)
{
	int32_t all[SCLS_TREE_ROWS] = { 0 };
	column columns[SCLS_TREE_VALUES];

	if (trees->full && n >= FEW && n_values <= SCLS_TREE_VALUES) {
		to_columns(rows, n, n_values, columns);
		add_trees(trees, columns, all);
		memcpy(sums, all, n * sizeof(*sums));
		return;
	}
	for (uint32_t r = 0; r < n; r++)
		sums[r] = scls_trees_sum(trees, rows + (size_t)r * n_values);
}
