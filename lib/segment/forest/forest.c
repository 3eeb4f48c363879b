/*
 * forest.c - many trees on many rows; see forest.h.
 *
 * The loops over rows have a fixed length and no branches.
 */
#include "segment/forest/forest.h"

#include "base/bits.h"
#include "base/vector.h"

#include <stddef.h>
#include <string.h>

#define BYTES (SCLS_FOREST_LEAVES / 8)

/* The same byte of all rows. */
typedef struct lane {
	uint8_t row[SCLS_FOREST_ROWS];
} lane;

/* The column that the cut reads, and the lane that it writes to. */
SCLS_INLINE const void *column_of(const scls_cutoff *cut,
                                  const scls_column *columns)
{
	return (const char *)columns + cut->column;
}

SCLS_INLINE void *lane_of(const scls_cutoff *cut, void *gone)
{
	return (char *)gone + cut->lane;
}

/* No step depends on what the step before found: nothing to guess wrong. */
SCLS_INLINE void cut_above(const scls_cutoff *cut, const scls_column *columns,
                           lane *gone)
{
	const int16_t *value = column_of(cut, columns);
	uint8_t *row = lane_of(cut, gone), leaves = cut->leaves;
	int16_t limit = cut->limit;

	for (unsigned r = 0; r < SCLS_FOREST_ROWS; r++)
		row[r] |= value[r] >= limit ? leaves : 0;
}

SCLS_INLINE void cut_below(const scls_cutoff *cut, const scls_column *columns,
                           lane *gone)
{
	const int16_t *value = column_of(cut, columns);
	uint8_t *row = lane_of(cut, gone), leaves = cut->leaves;
	int16_t limit = cut->limit;

	for (unsigned r = 0; r < SCLS_FOREST_ROWS; r++)
		row[r] |= value[r] >= limit ? 0 : leaves;
}

/* The first leaf that is left: no row has lost all of them. */
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
		scores[r] += leaves[scls_lowest_bit(left[r])];
}

static void score_plain(const scls_forest *forest, const scls_column *columns,
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

#ifdef SCLS_AVX2
_Static_assert(SCLS_FOREST_ROWS == 32 && SCLS_FOREST_LEAVES == 32,
               "a row is a byte of a vector, a leaf a bit of four bytes");

/* The values of all rows, which are read once for all cuts of a column. */
typedef struct values {
	__m256i first, last;
} values;

SCLS_AVX2
static inline values values_of(const scls_cutoff *cut,
                               const scls_column *columns)
{
	const __m256i *value = column_of(cut, columns);

	return (values){ _mm256_loadu_si256(value),
		         _mm256_loadu_si256(value + 1) };
}

/*
 * A byte for each row, all ones where the value is not above the limit: rows 0
 * to 7, 16 to 23, 8 to 15, 24 to 31, as packing leaves them.
 */
SCLS_AVX2
static inline __m256i not_above(const scls_cutoff *cut, values v)
{
	__m256i limit = _mm256_set1_epi16(cut->limit);

	return _mm256_packs_epi16(_mm256_cmpgt_epi16(limit, v.first),
	                          _mm256_cmpgt_epi16(limit, v.last));
}

#define CUTS 4u  /* of one column, made without asking for each */
#define AHEAD 64 /* so many cuts are fetched before */

/* Whether the next cuts are all of the column: they are in order, so the last
 * of them tells.  The answer waits for them: they are not in the nearest
 * cache. */
static inline int has_cuts(const scls_cutoff *cut, const scls_cutoff *end,
                           uint16_t column)
{
	SCLS_PREFETCH(cut + AHEAD);
	return end - cut >= (ptrdiff_t)CUTS
	       && cut[CUTS - 1].column == column;
}

SCLS_AVX2
static inline void add_avx2(const scls_cutoff *cut, __m256i *gone,
                            __m256i leaves)
{
	__m256i *to = lane_of(cut, gone);

	*to = _mm256_or_si256(*to, leaves);
}

SCLS_AVX2
static inline __m256i leaves_of(const scls_cutoff *cut)
{
	return _mm256_set1_epi8((char)cut->leaves);
}

SCLS_AVX2
static inline void above_avx2(const scls_cutoff *cut, values v, __m256i *gone)
{
	add_avx2(cut, gone, _mm256_andnot_si256(not_above(cut, v),
	                                        leaves_of(cut)));
}

SCLS_AVX2
static inline void below_avx2(const scls_cutoff *cut, values v, __m256i *gone)
{
	add_avx2(cut, gone, _mm256_and_si256(not_above(cut, v),
	                                     leaves_of(cut)));
}

SCLS_AVX2
static void cut_avx2(const scls_forest *forest, const scls_column *columns,
                     __m256i *gone)
{
	const scls_cutoff *cut = forest->cuts, *above = cut + forest->n_above;
	const scls_cutoff *end = above + forest->n_below;

	while (cut < above) {
		uint16_t column = cut->column;
		values v = values_of(cut, columns);

		for (; has_cuts(cut, above, column); cut += CUTS)
			for (unsigned k = 0; k < CUTS; k++)
				above_avx2(cut + k, v, gone);
		for (; cut < above && cut->column == column; cut++)
			above_avx2(cut, v, gone);
	}
	while (cut < end) {
		uint16_t column = cut->column;
		values v = values_of(cut, columns);

		for (; cut < end && cut->column == column; cut++)
			below_avx2(cut, v, gone);
	}
}

/* The leaf of each row: its number's last three bits, and as masks the two
 * bits above them. */
typedef struct answer {
	__m256i low, eight, sixteen;
} answer;

/* The first leaf that is left, in the first byte that has one. */
SCLS_AVX2
static inline answer first_left(const __m256i *gone)
{
	const __m256i all = _mm256_set1_epi8(-1), four = _mm256_set1_epi8(15);
	const __m256i first = _mm256_broadcastsi128_si256(_mm_setr_epi8(
	        8, 0, 1, 0, 2, 0, 1, 0, 3, 0, 1, 0, 2, 0, 1, 0));
	__m256i one = _mm256_cmpeq_epi8(gone[0], all);
	__m256i two = _mm256_and_si256(one, _mm256_cmpeq_epi8(gone[1], all));
	__m256i three = _mm256_and_si256(two, _mm256_cmpeq_epi8(gone[2], all));
	__m256i left = _mm256_or_si256(
	        _mm256_or_si256(_mm256_xor_si256(gone[0], all),
	                        _mm256_andnot_si256(gone[1], one)),
	        _mm256_or_si256(_mm256_andnot_si256(gone[2], two),
	                        _mm256_andnot_si256(gone[3], three)));
	__m256i below = _mm256_shuffle_epi8(first,
	                                    _mm256_and_si256(left, four));
	__m256i above = _mm256_shuffle_epi8(first, _mm256_and_si256(
	        _mm256_srli_epi16(left, 4), four));
	answer a = { _mm256_min_epu8(below, _mm256_add_epi8(
	                     above, _mm256_set1_epi8(4))),
	             _mm256_xor_si256(_mm256_xor_si256(one, two), three),
	             two };

	return a;
}

/* The bytes of table at `low`, or 0 where it is above 127; behind those of its
 * first half stand the ones of its second. */
SCLS_AVX2
static inline __m256i look_up(__m256i table, __m256i low, __m256i high)
{
	__m256i first = _mm256_permute2x128_si256(table, table, 0x00);
	__m256i second = _mm256_permute2x128_si256(table, table, 0x11);

	return _mm256_or_si256(_mm256_shuffle_epi8(first, low),
	                       _mm256_shuffle_epi8(second, high));
}

/* Packed like rows: leaves 0 to 7, 16 to 23, 8 to 15, 24 to 31. */
SCLS_AVX2
static inline void add_leaves_avx2(const __m256i *gone, const int16_t *leaves,
                                   __m256i sums[2])
{
	const __m256i byte = _mm256_set1_epi16(255);
	const __m256i *leaf = (const void *)leaves;
	__m256i a = _mm256_loadu_si256(leaf);
	__m256i b = _mm256_loadu_si256(leaf + 1);
	answer at = first_left(gone);
	__m256i place = _mm256_or_si256(at.low, _mm256_and_si256(
	        at.sixteen, _mm256_set1_epi8(8)));
	__m256i other = _mm256_or_si256(place, _mm256_xor_si256(
	        at.eight, _mm256_set1_epi8(-1)));
	__m256i low, high;

	place = _mm256_or_si256(place, at.eight);
	low = look_up(_mm256_packus_epi16(_mm256_and_si256(a, byte),
	                                  _mm256_and_si256(b, byte)),
	              place, other);
	high = look_up(_mm256_packus_epi16(_mm256_srli_epi16(a, 8),
	                                   _mm256_srli_epi16(b, 8)),
	               place, other);
	sums[0] = _mm256_add_epi16(sums[0], _mm256_unpacklo_epi8(low, high));
	sums[1] = _mm256_add_epi16(sums[1], _mm256_unpackhi_epi8(low, high));
}

/* Four lanes at once: the C library's way for that many bytes is slow to
 * begin. */
SCLS_AVX2
static void clear_avx2(const scls_forest *forest, __m256i *gone)
{
	const __m256i none = _mm256_setzero_si256();

	for (uint32_t t = 0; t < forest->n_trees; t++, gone += BYTES) {
		_mm256_storeu_si256(gone, none);
		_mm256_storeu_si256(gone + 1, none);
		_mm256_storeu_si256(gone + 2, none);
		_mm256_storeu_si256(gone + 3, none);
	}
}

SCLS_AVX2
static void sum_avx2(const scls_forest *forest, const __m256i *gone,
                     __m256i sums[2])
{
	sums[0] = sums[1] = _mm256_setzero_si256();
	for (uint32_t t = 0; t < forest->n_trees; t++)
		add_leaves_avx2(&gone[t * BYTES],
		                forest->leaves + t * SCLS_FOREST_LEAVES, sums);
}

SCLS_AVX2
static void set_scores(const scls_forest *forest, const __m256i sums[2],
                       int32_t scores[SCLS_FOREST_ROWS])
{
	int16_t sum[SCLS_FOREST_ROWS];

	memcpy(sum, sums, sizeof(sum));
	for (unsigned r = 0; r < SCLS_FOREST_ROWS; r++)
		scores[r] = forest->bias + sum[r];
}

SCLS_AVX2
static void score_avx2(const scls_forest *forest, const scls_column *columns,
                       int32_t scores[SCLS_FOREST_ROWS])
{
	__m256i gone[SCLS_FOREST_TREES * BYTES], sums[2];

	clear_avx2(forest, gone);
	cut_avx2(forest, columns, gone);
	sum_avx2(forest, gone, sums);
	set_scores(forest, sums, scores);
}

/* The leaves that the cut takes from the rows of a mask. */
SCLS_AVX512
static inline void cut_masked(const scls_cutoff *cut, __mmask32 rows,
                              __m256i *gone)
{
	__m256i *to = lane_of(cut, gone);

	*to = _mm256_or_si256(*to, _mm256_maskz_set1_epi8(
	        rows, (char)cut->leaves));
}

SCLS_AVX512
static inline void above_avx512(const scls_cutoff *cut, __m512i v,
                                __m256i *gone)
{
	cut_masked(cut, _mm512_cmpge_epi16_mask(
	        v, _mm512_set1_epi16(cut->limit)), gone);
}

SCLS_AVX512
static inline void below_avx512(const scls_cutoff *cut, __m512i v,
                                __m256i *gone)
{
	cut_masked(cut, _mm512_cmplt_epi16_mask(
	        v, _mm512_set1_epi16(cut->limit)), gone);
}

/* A row is a bit of a mask, and its byte stands in the rows' order. */
SCLS_AVX512
static void cut_avx512(const scls_forest *forest, const scls_column *columns,
                       __m256i *gone)
{
	const scls_cutoff *cut = forest->cuts, *above = cut + forest->n_above;
	const scls_cutoff *end = above + forest->n_below;

	while (cut < above) {
		uint16_t column = cut->column;
		__m512i v = _mm512_loadu_si512(column_of(cut, columns));

		for (; has_cuts(cut, above, column); cut += CUTS)
			for (unsigned k = 0; k < CUTS; k++)
				above_avx512(cut + k, v, gone);
		for (; cut < above && cut->column == column; cut++)
			above_avx512(cut, v, gone);
	}
	while (cut < end) {
		uint16_t column = cut->column;
		__m512i v = _mm512_loadu_si512(column_of(cut, columns));

		for (; cut < end && cut->column == column; cut++)
			below_avx512(cut, v, gone);
	}
}

SCLS_AVX512
static void score_avx512(const scls_forest *forest,
                         const scls_column *columns,
                         int32_t scores[SCLS_FOREST_ROWS])
{
	__m256i gone[SCLS_FOREST_TREES * BYTES], sums[2], ordered[2];

	clear_avx2(forest, gone);
	cut_avx512(forest, columns, gone);
	sum_avx2(forest, gone, sums);
	ordered[0] = _mm256_permute2x128_si256(sums[0], sums[1], 0x20);
	ordered[1] = _mm256_permute2x128_si256(sums[0], sums[1], 0x31);
	set_scores(forest, ordered, scores);
}
#endif

void scls_forest_score(const scls_forest *forest, const scls_column *columns,
                       int32_t scores[SCLS_FOREST_ROWS])
{
#ifdef SCLS_AVX2
	if (scls_has_avx512()) {
		score_avx512(forest, columns, scores);
		return;
	}
	if (scls_has_avx2()) {
		score_avx2(forest, columns, scores);
		return;
	}
#endif
	score_plain(forest, columns, scores);
}
