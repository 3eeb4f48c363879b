/* test_score_rows.c - early trees that leave no doubt, and the others. */
#include "segment/html/traits.h"

#include "draft_fixture.h"

#define BLOCKS (2u * SCLS_FOREST_ROWS + 3u)
#define LIMIT(x) ((x) - (SCLS_TRAIT_MOST + SCLS_TRAIT_LEAST) / 2)

static scls_view view;

/* Early: a wide block SCLS_NO_DOUBT, all others one less. */
static const scls_cutoff wide[] = {
	SCLS_CUT(LIMIT(100), SCLS_TRAIT_width, 1, 0)
};
static const int16_t wide_leaves[SCLS_FOREST_LEAVES] = {
	SCLS_NO_DOUBT - 1, SCLS_NO_DOUBT
};
static const scls_forest early = { wide, wide_leaves, 1, 0, 1, 0 };
static const scls_forest rest = { NULL, NULL, 0, 0, 0, 500 };

static void score(uint32_t wide_block, int32_t *scores)
{
	static char line[400];

	memset(line, 'x', sizeof(line) - 1);
	fixture_begin(&f, SPAMCLS_KIND_HTML);
	for (uint32_t i = 0; i < BLOCKS; i++)
		fixture_add(&f, i == wide_block ? line : "x");
	fixture_draft();
	ck_assert_int_eq(scls_view_begin(&view, &draft), 0);
	ck_assert_int_eq(scls_view_score_staged(&view, &early, &rest, scores),
	                 0);
	fixture_end(&f);
}

START_TEST(rows_around_a_doubt_are_asked)
{
	int32_t scores[BLOCKS];

	score(SCLS_FOREST_ROWS + 1, scores);
	for (uint32_t i = 0; i < BLOCKS; i++) {
		int32_t more = i / SCLS_FOREST_ROWS == 1 ? 500 : 0;

		ck_assert_int_eq(scores[i], SCLS_NO_DOUBT + more
		                 - (i != SCLS_FOREST_ROWS + 1));
	}
}
END_TEST

/* The last rows are not all blocks; what is none is in no doubt. */
START_TEST(last_rows)
{
	int32_t scores[BLOCKS];

	score(BLOCKS - 1, scores);
	ck_assert_int_eq(scores[BLOCKS - 1], SCLS_NO_DOUBT + 500);
	ck_assert_int_eq(scores[BLOCKS - 2], SCLS_NO_DOUBT + 499);
	ck_assert_int_eq(scores[BLOCKS - 4], SCLS_NO_DOUBT - 1);
	score(0, scores);
	ck_assert_int_eq(scores[BLOCKS - 1], SCLS_NO_DOUBT - 1);
}
END_TEST

SUITE("score_rows", {
	CASE(rows_around_a_doubt_are_asked);
	CASE(last_rows);
})
