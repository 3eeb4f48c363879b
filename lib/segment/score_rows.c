/* score_rows.c - all blocks of a page by one or two forests; see traits.h. */
#include "segment/traits.h"

#define ROWS SCLS_FOREST_ROWS

/* Writes traits [begin, end) of a row behind those of the other rows. */
static void put_row(scls_column *columns, unsigned r, const int32_t *row,
                    int begin, int end)
{
	for (int t = begin; t < end; t++)
		columns[t].value[r] = scls_trait_value(row[t]);
}

static uint32_t rows_from(const scls_view *view, uint32_t begin)
{
	return view->n - begin < ROWS ? view->n - begin : ROWS;
}

/* The second round keeps what the first has written. */
static void put_rows(const scls_view *view, uint32_t begin, int second,
                     scls_column *columns)
{
	int32_t row[SCLS_TRAIT_COUNT];

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

scls_status scls_view_score(scls_view *view, const scls_forest *first,
                            const scls_forest *second, int32_t *scores)
{
	size_t n = ((size_t)view->n + ROWS - 1) / ROWS * SCLS_TRAIT_COUNT;
	scls_column *columns = scls_arena_take_array(view->draft->arena,
	                                             n + 1, sizeof(*columns));

	if (columns == NULL)
		return SPAMCLS_E_NOMEM;
	/* Of the last rows not all are blocks. */
	if (n > 0)
		memset(columns + n - SCLS_TRAIT_COUNT, 0,
		       SCLS_TRAIT_COUNT * sizeof(*columns));
	score(view, first, 0, columns, scores);
	if (second == NULL)
		return SPAMCLS_OK;
	scls_view_scores(view, scores);
	score(view, second, 1, columns, scores);
	return SPAMCLS_OK;
}
