/* tree_rows.c - see tree_rows.h. */
#include "base/tree_rows.h"

#include "base/inline.h"
#include "base/vector.h"

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

/* Values of one row, from number `from` on. */
static void to_row(const int32_t *row, uint32_t r, uint32_t from,
                   uint32_t n_values, column *columns)
{
	int16_t values[SCLS_TREE_VALUES];

	bound_all(row + from, n_values - from, values);
	for (uint32_t i = from; i < n_values; i++)
		columns[i].row[r] = values[i - from];
}

#ifdef SCLS_AVX2
#define SIDE 8u /* rows, and values of each, of a square */

/* Bounded, four values of row a and of row b by turns. */
SCLS_AVX2
static inline __m256i two_rows(const int32_t *a, const int32_t *b)
{
	return _mm256_packs_epi32(_mm256_loadu_si256((const void *)a),
	                          _mm256_loadu_si256((const void *)b));
}

/* The value that all rows have in a half, and the next one. */
SCLS_AVX2
static inline void put_two(__m128i low, __m128i high, column *to, uint32_t r)
{
	_mm_storeu_si128((void *)&to[0].row[r], _mm_unpacklo_epi64(low, high));
	_mm_storeu_si128((void *)&to[1].row[r], _mm_unpackhi_epi64(low, high));
}

/* Two values from `to` on and two from there on four behind: `low` has them of
 * the first four rows, `high` of the last. */
SCLS_AVX2
static inline void put_four(__m256i low, __m256i high, column *to, uint32_t r)
{
	put_two(_mm256_castsi256_si128(low), _mm256_castsi256_si128(high), to,
	        r);
	put_two(_mm256_extracti128_si256(low, 1),
	        _mm256_extracti128_si256(high, 1), to + SIDE / 2, r);
}

SCLS_AVX2
static inline void turn_square(const int32_t *rows, uint32_t n_values,
                               column *to, uint32_t r)
{
	__m256i a[SIDE / 2], even, odd, low[2], high[2];

	for (uint32_t i = 0; i < SIDE / 2; i++)
		a[i] = two_rows(rows + i * n_values,
		                rows + (i + SIDE / 2) * n_values);
	even = _mm256_unpacklo_epi16(a[0], a[1]);
	odd = _mm256_unpacklo_epi16(a[2], a[3]);
	low[0] = _mm256_unpacklo_epi32(even, odd);
	low[1] = _mm256_unpackhi_epi32(even, odd);
	even = _mm256_unpackhi_epi16(a[0], a[1]);
	odd = _mm256_unpackhi_epi16(a[2], a[3]);
	high[0] = _mm256_unpacklo_epi32(even, odd);
	high[1] = _mm256_unpackhi_epi32(even, odd);
	put_four(low[0], high[0], to, r);
	put_four(low[1], high[1], to + 2, r);
}

/* As many whole squares as there are in rows r to r + SIDE - 1; returns how
 * many values of each they take. */
SCLS_AVX2
static uint32_t turn_avx2(const int32_t *rows, uint32_t n_values,
                          column *columns, uint32_t r)
{
	uint32_t i = 0;

	for (; i + SIDE <= n_values; i += SIDE)
		turn_square(rows + i, n_values, columns + i, r);
	return i;
}
#endif

/* What is behind the last row does not matter, but is read. */
static void to_columns(const int32_t *rows, uint32_t n, uint32_t n_values,
                       column *columns)
{
	uint32_t r = 0;

	if (n < SCLS_TREE_ROWS)
		memset(columns, 0, n_values * sizeof(*columns));
#ifdef SCLS_AVX2
	for (; scls_has_avx2() && n - r >= SIDE; r += SIDE) {
		const int32_t *first = rows + (size_t)r * n_values;
		uint32_t done = turn_avx2(first, n_values, columns, r);

		for (uint32_t k = 0; k < SIDE; k++)
			to_row(first + (size_t)k * n_values, r + k, done,
			       n_values, columns);
	}
#endif
	for (; r < n; r++)
		to_row(rows + (size_t)r * n_values, r, 0, n_values, columns);
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
