/*
 * forest.c - many trees on many rows; see forest.h.
 *
 * The loops over rows have a fixed length and no branches, so that compilers
 * make vector instructions of them.
 */
#include "segment/forest.h"

#include <string.h>

#define BYTES (SCLS_FOREST_LEAVES / 8)

/* The same byte of all rows. */
typedef struct lane {
	uint8_t row[SCLS_FOREST_ROWS];
} lane;

/* 255 in the rows whose value is above the limit. */
static inline lane compare(const scls_column *column, int16_t limit)
{
	lane above;

	for (unsigned r = 0; r < SCLS_FOREST_ROWS; r++)
		above.row[r] = column->value[r] > limit ? 255 : 0;
	return above;
}

static inline void cut(lane *gone, const scls_cut *cuts, unsigned n,
                       const lane *where)
{
	for (unsigned i = 0; i < n; i++) {
		uint8_t *row = gone[cuts[i].place].row;
		uint8_t leaves = cuts[i].leaves;

		for (unsigned r = 0; r < SCLS_FOREST_ROWS; r++)
			row[r] |= where->row[r] & leaves;
	}
}

static void cut_all(const scls_forest *forest, const scls_column *columns,
                    lane *gone)
{
	const scls_cut *cuts = forest->cuts;

	for (uint32_t i = 0; i < forest->n_nodes; i++) {
		const scls_node *node = &forest->nodes[i];
		lane where = compare(&columns[node->trait],
		                     scls_trait_value(node->limit));

		cut(gone, cuts, node->above, &where);
		cuts += node->above;
		if (node->below == 0)
			continue;
		for (unsigned r = 0; r < SCLS_FOREST_ROWS; r++)
			where.row[r] = (uint8_t)~where.row[r];
		cut(gone, cuts, node->below, &where);
		cuts += node->below;
	}
}

/* The number of the lowest bit, which there is. */
static inline unsigned lowest(uint32_t bits)
{
#if defined(__GNUC__)
	return (unsigned)__builtin_ctz(bits);
#else
	unsigned n = 0;

	for (; (bits & 1) == 0; bits >>= 1)
		n++;
	return n;
#endif
}

static void add_leaves(const lane *gone, const int16_t *leaves,
                       int32_t *scores)
{
	uint32_t left[SCLS_FOREST_ROWS];

	for (unsigned r = 0; r < SCLS_FOREST_ROWS; r++)
		left[r] = ~((uint32_t)gone[0].row[r]
		            | (uint32_t)gone[1].row[r] << 8
		            | (uint32_t)gone[2].row[r] << 16
		            | (uint32_t)gone[3].row[r] << 24);
	for (unsigned r = 0; r < SCLS_FOREST_ROWS; r++)
		scores[r] += leaves[lowest(left[r])];
}

void scls_forest_score(const scls_forest *forest, const scls_column *columns,
                       int32_t scores[SCLS_FOREST_ROWS])
{
	lane gone[SCLS_FOREST_TREES * BYTES];

	memset(gone, 0, forest->n_trees * BYTES * sizeof(gone[0]));
	cut_all(forest, columns, gone);
	for (unsigned r = 0; r < SCLS_FOREST_ROWS; r++)
		scores[r] = forest->bias;
	for (uint32_t t = 0; t < forest->n_trees; t++)
		add_leaves(&gone[t * BYTES],
		           forest->leaves + t * SCLS_FOREST_LEAVES, scores);
}
