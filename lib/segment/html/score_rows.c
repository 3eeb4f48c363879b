/* score_rows.c - all blocks of a page by the trees of HTML; see traits.h. */
#include "segment/html/traits.h"

_Static_assert(SCLS_TRAIT_COUNT <= SCLS_TRAITS_MOST, "room of a row");

#define ROWS SCLS_FOREST_ROWS

static uint32_t rows_from(const scls_view *view, uint32_t begin)
{
	return view->n - begin < ROWS ? view->n - begin : ROWS;
}

static void put_rows(const scls_view *view, uint32_t begin,
                     scls_column *columns)
{
	int32_t row[SCLS_ROW_ROOM(SCLS_TRAIT_COUNT)] = { 0 };

	for (uint32_t r = 0; r < rows_from(view, begin); r++) {
		scls_traits_of(view, begin + r, row);
		scls_columns_put(columns, r, row, SCLS_TRAIT_COUNT);
	}
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
	scls_column *columns = scls_columns_take(view->draft->arena,
	                                         SCLS_TRAIT_COUNT);
	int32_t some[ROWS], more[ROWS];

	if (columns == NULL)
		return SPAMCLS_E_NOMEM;
	for (uint32_t i = 0; i < view->n; i += ROWS) {
		uint32_t n = rows_from(view, i);

		put_rows(view, i, columns);
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
