/* score_rows.c - all blocks of a page by two forests; see traits.h. */
#include "segment/traits.h"

#include "base/inline.h"

#define ROWS SCLS_FOREST_ROWS

/* A row's length in whole vectors. */
#define LENGTH (((unsigned)SCLS_TRAIT_COUNT + 15u) / 16u * 16u)

/* Writes traits [begin, end) of a row behind those of the other rows. */
SCLS_VECTORS
static void put_row(scls_column *columns, unsigned r,
                    const int32_t row[LENGTH], int begin, int end)
{
	int16_t values[LENGTH];

	for (unsigned t = 0; t < LENGTH; t++)
		values[t] = scls_trait_value(row[t]);
	for (int t = begin; t < end; t++)
		columns[t].value[r] = values[t];
}

static uint32_t rows_from(const scls_view *view, uint32_t begin)
{
	return view->n - begin < ROWS ? view->n - begin : ROWS;
}

/* The second round keeps what the first has written. */
static void put_rows(const scls_view *view, uint32_t begin, int second,
                     scls_column *columns)
{
	int32_t row[LENGTH] = { 0 };

	for (uint32_t r = 0; r < rows_from(view, begin); r++) {
		if (second) {
			scls_traits_second(view, begin + r, row);
			put_row(columns, r, row, SCLS_TRAIT_FIRST_COUNT,
			        SCLS_TRAIT_COUNT);
		} else {
			scls_traits_first(view, begin + r, row);
			put_row(columns, r, row, 0, SCLS_TRAIT_FIRST_COUNT);
		}
	}
}

static void score(const scls_view *view, const scls_forest *forest,
                  int second, scls_column *columns, int32_t *scores)
{
	int32_t some[ROWS];

	for (uint32_t i = 0; i < view->n; i += ROWS) {
		put_rows(view, i, second, columns);
		scls_forest_score(forest, columns, some);
		memcpy(scores + i, some,
		       rows_from(view, i) * sizeof(*scores));
		columns += SCLS_TRAIT_COUNT;
	}
}

/* Room for the rows of the page, or of the first of them; the last are not all
 * blocks. */
static scls_column *take_columns(const scls_view *view, size_t n)
{
	scls_column *columns;

	n *= SCLS_TRAIT_COUNT;
	columns = scls_arena_take_array(view->draft->arena, n + 1,
	                                sizeof(*columns));
	if (columns != NULL && n > 0)
		memset(columns + n - SCLS_TRAIT_COUNT, 0,
		       SCLS_TRAIT_COUNT * sizeof(*columns));
	return columns;
}

scls_status scls_view_score(scls_view *view, const scls_forest *first,
                            const scls_forest *second, int32_t *scores)
{
	scls_column *columns = take_columns(view, ((size_t)view->n + ROWS - 1)
	                                          / ROWS);

	if (columns == NULL)
		return SPAMCLS_E_NOMEM;
	score(view, first, 0, columns, scores);
	scls_view_scores(view, scores);
	score(view, second, 1, columns, scores);
	return SPAMCLS_OK;
}

static int in_doubt(const int32_t *scores, uint32_t n)
{
	int32_t most = INT32_MIN;

	for (uint32_t i = 0; i < n; i++)
		most = scores[i] > most ? scores[i] : most;
	return most >= SCLS_NO_DOUBT;
}

scls_status scls_view_score_staged(const scls_view *view,
                                   const scls_forest *early,
                                   const scls_forest *rest, int32_t *scores)
{
	scls_column *columns = take_columns(view, 1);
	int32_t some[ROWS], more[ROWS];

	if (columns == NULL)
		return SPAMCLS_E_NOMEM;
	for (uint32_t i = 0; i < view->n; i += ROWS) {
		uint32_t n = rows_from(view, i);

		put_rows(view, i, 0, columns);
		scls_forest_score(early, columns, some);
		if (in_doubt(some, n)) {
			scls_forest_score(rest, columns, more);
			for (uint32_t r = 0; r < n; r++)
				some[r] += more[r];
		}
		memcpy(scores + i, some, n * sizeof(*scores));
	}
	return SPAMCLS_OK;
}
