/* rows.c - see rows.h. */
#include "segment/forest/rows.h"

#include "base/inline.h"
#include "base/vector.h"

#include <string.h>

#define LINE sizeof(scls_column)

scls_status scls_rows_take(scls_rows *rows, scls_arena *arena, uint32_t n)
{
	size_t size;
	char *data;

	rows->room = SCLS_ROW_ROOM(n);
	size = rows->room * LINE;
	data = scls_arena_take(arena, 2 * size + LINE);
	if (data == NULL)
		return SPAMCLS_E_NOMEM;
	data += (LINE - (uintptr_t)data % LINE) % LINE;
	rows->columns = (void *)data;
	rows->values = (void *)(data + size);
	rows->n = 0;
	return SPAMCLS_OK;
}

/* Zeros to the rows before number r that have no values so far. */
static void clear_before(scls_rows *rows, uint32_t r)
{
	if (r <= rows->n)
		return;
	memset(rows->values + (size_t)rows->n * rows->room, 0,
	       (size_t)(r - rows->n) * rows->room * sizeof(*rows->values));
	rows->n = r;
}

SCLS_VECTORS
static void set_values(const int32_t *restrict row, uint32_t room,
                       int16_t *restrict values)
{
	for (uint32_t t = 0; t < room; t++)
		values[t] = scls_trait_value(row[t]);
}

void scls_rows_put(scls_rows *rows, uint32_t r, const int32_t *row)
{
	clear_before(rows, r);
	set_values(row, rows->room, rows->values + (size_t)r * rows->room);
	rows->n = r < rows->n ? rows->n : r + 1;
}

static void turn_plain(scls_rows *rows)
{
	const int16_t *value = rows->values;

	for (uint32_t r = 0; r < SCLS_FOREST_ROWS; r++)
		for (uint32_t t = 0; t < rows->room; t++)
			rows->columns[t].value[r] = *value++;
}

#ifdef SCLS_AVX2
#define SIDE 8u /* traits of a square, and rows of either of two */

/* Eight traits of rows r and r + SIDE. */
SCLS_AVX2
static inline __m256i two_rows(const scls_rows *rows, uint32_t r, uint32_t t)
{
	const int16_t *value = rows->values + (size_t)r * rows->room + t;
	__m128i low = _mm_loadu_si128((const void *)value);

	value += SIDE * rows->room;
	return _mm256_inserti128_si256(
	        _mm256_castsi128_si256(low),
	        _mm_loadu_si128((const void *)value), 1);
}

/* Values of a row by turns with those of the row half the square behind it.  In
 * the number of a value's place, row and then trait, this moves the highest bit
 * behind the lowest: three times, and trait and row have changed places. */
SCLS_AVX2
static inline void weave(const __m256i a[SIDE], __m256i to[SIDE])
{
	for (unsigned i = 0; i < SIDE / 2; i++) {
		to[2 * i] = _mm256_unpacklo_epi16(a[i], a[i + SIDE / 2]);
		to[2 * i + 1] = _mm256_unpackhi_epi16(a[i], a[i + SIDE / 2]);
	}
}

SCLS_AVX2
static inline void turn_squares(scls_rows *rows, uint32_t r, uint32_t t)
{
	__m256i a[SIDE], b[SIDE];

	for (uint32_t i = 0; i < SIDE; i++)
		a[i] = two_rows(rows, r + i, t);
	weave(a, b);
	weave(b, a);
	weave(a, b);
	for (uint32_t i = 0; i < SIDE; i++)
		_mm256_storeu_si256((void *)&rows->columns[t + i].value[r],
		                    b[i]);
}

SCLS_AVX2
static void turn_avx2(scls_rows *rows)
{
	for (uint32_t t = 0; t < rows->room; t += SIDE)
		for (uint32_t r = 0; r < SCLS_FOREST_ROWS; r += 2 * SIDE)
			turn_squares(rows, r, t);
}
#endif

const scls_column *scls_rows_turn(scls_rows *rows)
{
	clear_before(rows, SCLS_FOREST_ROWS);
#ifdef SCLS_AVX2
	if (scls_has_avx2()) {
		turn_avx2(rows);
		return rows->columns;
	}
#endif
	turn_plain(rows);
	return rows->columns;
}
