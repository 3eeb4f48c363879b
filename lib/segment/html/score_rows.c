/* score_rows.c - all blocks of a page by the trees of HTML; see traits.h. */
#include "segment/forest/rows.h"
#include "segment/html/traits.h"

_Static_assert(SCLS_TRAIT_COUNT <= SCLS_TRAITS_MOST, "room of a row");

#define ROWS SCLS_FOREST_ROWS

static uint32_t rows_from(const scls_view *view, uint32_t begin)
{
	return view->n - begin < ROWS ? view->n - begin : ROWS;
}

static void put_rows(const scls_view *view, uint32_t begin, scls_rows *rows)
{
	int32_t row[SCLS_ROW_ROOM(SCLS_TRAIT_COUNT)] = { 0 };

	for (uint32_t r = 0; r < rows_from(view, begin); r++) {
		scls_traits_of(view, begin + r, row);
		scls_rows_put(rows, r, row);
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
	int32_t some[ROWS], more[ROWS];
	scls_rows rows;

	SCLS_TRY(scls_rows_take(&rows, view->draft->arena, SCLS_TRAIT_COUNT));
	for (uint32_t i = 0; i < view->n; i += ROWS) {
		uint32_t n = rows_from(view, i);
		const scls_column *columns;

		put_rows(view, i, &rows);
		columns = scls_rows_turn(&rows);
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
