/*
 * forest.c - many trees on many rows; see forest.h.
 *
 * The loops over rows have a fixed length and no branches, so that compilers
 * make vector instructions of them.
 */
#include "segment/forest.h"

#include "base/inline.h"

#include <string.h>

#define BYTES (SCLS_FOREST_LEAVES / 8)

/* The same byte of all rows. */
typedef struct lane {
	uint8_t row[SCLS_FOREST_ROWS];
} lane;

/* No step depends on what the step before found: nothing to guess wrong. */
SCLS_INLINE void cut_above(const scls_cut *cut, const scls_column *columns,
                           lane *gone)
{
	const int16_t *value = columns[cut->trait].value;
	uint8_t *row = gone[cut->place].row, leaves = cut->leaves;
	int16_t limit = cut->limit;

	for (unsigned r = 0; r < SCLS_FOREST_ROWS; r++)
		row[r] |= value[r] > limit ? leaves : 0;
}

SCLS_INLINE void cut_below(const scls_cut *cut, const scls_column *columns,
                           lane *gone)
{
	const int16_t *value = columns[cut->trait].value;
	uint8_t *row = gone[cut->place].row, leaves = cut->leaves;
	int16_t limit = cut->limit;

	for (unsigned r = 0; r < SCLS_FOREST_ROWS; r++)
		row[r] |= value[r] > limit ? 0 : leaves;
}

/* The number of the lowest bit, which there is. */
SCLS_INLINE unsigned lowest(uint32_t bits)
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

SCLS_INLINE void add_leaves(const lane *gone, const int16_t *leaves,
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

SCLS_VECTORS
void scls_forest_score(const scls_forest *forest, const scls_column *columns,
                       int32_t scores[SCLS_FOREST_ROWS])
{
	lane gone[SCLS_FOREST_TREES * BYTES];

	memset(gone, 0, forest->n_trees * BYTES * sizeof(gone[0]));
	for (uint32_t i = 0; i < forest->n_above; i++)
		cut_above(&forest->cuts[i], columns, gone);
	for (uint32_t i = 0; i < forest->n_below; i++)
		cut_below(&forest->cuts[forest->n_above + i], columns, gone);
	for (unsigned r = 0; r < SCLS_FOREST_ROWS; r++)
		scores[r] = forest->bias;
	for (uint32_t t = 0; t < forest->n_trees; t++)
		add_leaves(&gone[t * BYTES],
		           forest->leaves + t * SCLS_FOREST_LEAVES, scores);
}
