/* test_text_sheet.c - a page without its notes, and back. */
#include "segment/split_steps.h"
#include "segment/text/text_sheet.h"

#include "draft_fixture.h"

static scls_sheet sheet;

static const char *const lines[] = {
	"Ferry to the islands runs again from Monday", "2021-03-05",
	"Bakers of the valley win three prizes", "2021-03-06",
	"School roof repaired before the rain", NULL
};

static void begin(void)
{
	fixture_begin(&f, SPAMCLS_KIND_TEXT);
	fixture_lines(&f, lines);
	fixture_draft();
	ck_assert_int_eq(scls_find_notes(&draft), 0);
	draft.roles[2] = SPAMCLS_ROLE_REFERENCES;
	ck_assert_int_eq(scls_sheet_begin(&sheet, &draft), 0);
}

START_TEST(has_no_notes)
{
	begin();
	ck_assert_uint_eq(sheet.draft.page->n_blocks, 3);
	for (uint32_t i = 0; i < 3; i++) {
		ck_assert_uint_eq(sheet.line_of[i], 2 * i);
		ck_assert_uint_eq(sheet.draft.page->blocks[i].begin,
		                  f.blocks[2 * i].begin);
		ck_assert_uint_eq(sheet.draft.lines[i].shape.width,
		                  draft.lines[2 * i].shape.width);
	}
	ck_assert_int_eq(sheet.draft.roles[1], SPAMCLS_ROLE_REFERENCES);
	fixture_end(&f);
}
END_TEST

START_TEST(runs_of_the_page)
{
	scls_run run;

	begin();
	run = scls_sheet_run(&sheet, &draft, (scls_run){ 1, 2 });
	ck_assert_uint_eq(run.begin, 2);
	ck_assert_uint_eq(run.end, 4);
	run = scls_sheet_run(&sheet, &draft, (scls_run){ 0, 3 });
	ck_assert_uint_eq(run.begin, 0);
	ck_assert_uint_eq(run.end, 5);
	run = scls_sheet_run(&sheet, &draft, (scls_run){ 3, 3 });
	ck_assert_uint_eq(run.begin, 5);
	ck_assert_uint_eq(run.end, 5);
	fixture_end(&f);
}
END_TEST

SUITE("text_sheet", {
	CASE(has_no_notes);
	CASE(runs_of_the_page);
})
