/* text_score.c - the lines in doubt, many at once; see text_view.h. */
#include "segment/forest/rows.h"
#include "segment/text/text_view.h"

_Static_assert(SCLS_TEXT_TRAIT_COUNT <= SCLS_TRAITS_MOST, "room of a row");

#define ROWS SCLS_FOREST_ROWS

/* Lines that wait for the forest, and a row for the traits of one. */
typedef struct batch {
	scls_rows rows;
	int32_t row[SCLS_ROW_ROOM(SCLS_TEXT_TRAIT_COUNT)];
	uint32_t lines[ROWS];
	uint32_t n;
} batch;

static void add_line(batch *b, const scls_text_view *view, uint32_t i)
{
	scls_text_traits(view, i, b->row);
	scls_rows_put(&b->rows, b->n, b->row);
	b->lines[b->n++] = i;
}

static void ask(batch *b, const scls_forest *forest, int32_t *scores)
{
	int32_t some[ROWS];

	scls_forest_score(forest, scls_rows_turn(&b->rows), some);
	for (uint32_t r = 0; r < b->n; r++)
		scores[b->lines[r]] = some[r];
	b->n = 0;
}

scls_status scls_text_score(const scls_text_view *view,
                            const scls_forest *forest, int32_t *scores)
{
	batch b = { .n = 0 };

	SCLS_TRY(scls_rows_take(&b.rows, view->draft->arena,
	                        SCLS_TEXT_TRAIT_COUNT));
	for (uint32_t i = 0; i < view->n; i++) {
		scores[i] = SCLS_TEXT_SURE;
		if (view->notes[i].asked)
			add_line(&b, view, i);
		if (b.n == ROWS)
			ask(&b, forest, scores);
	}
	if (b.n > 0)
		ask(&b, forest, scores);
	return SPAMCLS_OK;
}

/* The trees of the border learned from scores that are no surer. */
static int32_t sure(int32_t score)
{
	if (score < SCLS_TEXT_SURE)
		return SCLS_TEXT_SURE;
	return score > -SCLS_TEXT_SURE ? -SCLS_TEXT_SURE : score;
}

void scls_text_sum_scores(scls_text_view *view, const int32_t *scores)
{
	view->score_sums[0] = 0;
	for (uint32_t i = 0; i < view->n; i++)
		view->score_sums[i + 1] = view->score_sums[i] + sure(scores[i]);
}
