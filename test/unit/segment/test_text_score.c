/* test_text_score.c - the forest is asked about lines in doubt alone. */
#include "segment/text/text_view.h"

#include "draft_fixture.h"

#define SHORT (2u * SCLS_FOREST_ROWS + 3u)
#define LIMIT(x) ((x) - (SCLS_TRAIT_MOST + SCLS_TRAIT_LEAST) / 2)

static scls_text_view view;

/* A line with a colon 70, any other 7. */
static const scls_cutoff colons[] = {
	SCLS_CUT(LIMIT(0), SCLS_TEXT_colons, 1, 0)
};
static const int16_t leaves[SCLS_FOREST_LEAVES] = { 7, 70 };
static const scls_forest forest = { colons, leaves, 1, 0, 1, 0 };

static void score(int32_t *scores)
{
	fixture_draft();
	ck_assert_int_eq(scls_text_view_begin(&view, &draft), 0);
	ck_assert_int_eq(scls_text_score(&view, &forest, scores), 0);
	fixture_end(&f);
}

/* Paragraphs stand between, so that batches are no stretches of the page. */
START_TEST(every_line_gets_its_own)
{
	int32_t scores[SHORT + 2];
	char paragraph[300];

	memset(paragraph, 'x', sizeof(paragraph));
	memcpy(paragraph + sizeof(paragraph) - 3, "y.", 3);
	fixture_begin(&f, SPAMCLS_KIND_TEXT);
	for (uint32_t i = 0; i < SHORT; i++) {
		if (i == 5 || i == 40)
			fixture_add(&f, paragraph);
		fixture_add(&f, i % 3 ? "word" : "word: word");
	}
	score(scores);
	for (uint32_t i = 0, line = 0; i < SHORT; i++, line++) {
		if (i == 5 || i == 40)
			ck_assert_int_eq(scores[line++], SCLS_TEXT_SURE);
		ck_assert_int_eq(scores[line], i % 3 ? 7 : 70);
	}
}
END_TEST

START_TEST(no_lines)
{
	int32_t scores[1] = { 5 };

	fixture_begin(&f, SPAMCLS_KIND_TEXT);
	score(scores);
	ck_assert_int_eq(scores[0], 5);
}
END_TEST

SUITE("text_score", {
	CASE(every_line_gets_its_own);
	CASE(no_lines);
})
