/* test_text_view.c - a plain-text page added up, and who is asked about. */
#include "segment/text/text_view.h"

#include "draft_fixture.h"

static scls_text_view view;

static const char paragraph[] =
	"The street lies in the north of the town and is hardly three hundred "
	"metres long, and ten years ago most of the people who had lived in "
	"it for all their life had left, so that only a tea house and some "
	"cobblers were still there.";

static void look(void)
{
	fixture_draft();
	ck_assert_int_eq(scls_text_view_begin(&view, &draft), 0);
}

START_TEST(sums_over_lines)
{
	fixture_begin(&f, SPAMCLS_KIND_TEXT);
	fixture_add(&f, "Ten years of a small town");
	fixture_add(&f, paragraph);
	fixture_add(&f, "- Bread: 3");
	look();
	ck_assert_uint_eq(view.n, 3);
	ck_assert_uint_eq(view.before[0].prose, 0);
	ck_assert_uint_eq(view.before[1].prose, 0);
	ck_assert_uint_eq(view.before[2].prose, 1);
	ck_assert_uint_eq(view.before[3].prose, 1);
	ck_assert_uint_eq(view.before[1].width, 20);
	ck_assert_uint_eq(view.before[1].of[SCLS_TEXT_MEAN_WIDTH], 20);
	ck_assert_uint_eq(view.before[1].of[SCLS_TEXT_MEAN_SQUARE], 400);
	ck_assert_uint_eq(view.before[2].of[SCLS_TEXT_MEAN_END], 1000);
	ck_assert_uint_eq(view.before[3].of[SCLS_TEXT_MEAN_BULLET], 1000);
	ck_assert_uint_eq(view.before[3].of[SCLS_TEXT_MEAN_COLON], 1000);
	ck_assert_uint_eq(view.last_prose[2], 1);
	ck_assert_uint_eq(view.next_prose[0], 1);
	ck_assert_uint_eq(view.next_prose[1], UINT32_MAX);
	fixture_end(&f);
}
END_TEST

START_TEST(wide_characters)
{
	fixture_begin(&f, SPAMCLS_KIND_TEXT);
	fixture_add(&f, "城北老街 a1");
	fixture_add(&f, "茶馆");
	look();
	ck_assert_uint_eq(view.before[1].wide, 4);
	ck_assert_uint_eq(view.before[1].chars, 6);
	ck_assert_uint_eq(view.before[2].wide, 6);
	ck_assert_uint_eq(view.before[2].chars, 8);
	fixture_end(&f);
}
END_TEST

START_TEST(a_line_seen_before)
{
	fixture_begin(&f, SPAMCLS_KIND_TEXT);
	fixture_add(&f, "Seven harbours");
	fixture_add(&f, "Nothing else");
	fixture_add(&f, "Seven harbours");
	look();
	ck_assert_uint_eq(view.notes[0].seen_pm, 0);
	ck_assert_uint_eq(view.notes[1].seen_pm, 0);
	ck_assert_uint_eq(view.notes[2].seen_pm, 1000);
	ck_assert_uint_eq(view.notes[2].title_pm, 1000);
	ck_assert_uint_eq(view.before[2].of[SCLS_TEXT_MEAN_SEEN], 0);
	ck_assert_uint_eq(view.before[3].of[SCLS_TEXT_MEAN_SEEN], 1000);
	fixture_end(&f);
}
END_TEST

/* Of paragraphs there is no doubt, nor of lines with many of them behind. */
START_TEST(who_is_asked_about)
{
	fixture_begin(&f, SPAMCLS_KIND_TEXT);
	for (int i = 0; i < 4; i++) {
		fixture_add(&f, "A short line");
		fixture_add(&f, paragraph);
	}
	look();
	for (uint32_t i = 0; i < 8; i++)
		ck_assert_uint_eq(view.notes[i].asked,
		                  i == 4 || i == 6);
	fixture_end(&f);
}
END_TEST

START_TEST(comments_are_no_part_of_the_page_before)
{
	fixture_begin(&f, SPAMCLS_KIND_TEXT);
	fixture_add(&f, paragraph);
	fixture_add(&f, "A short line");
	fixture_add(&f, "Comments (4)");
	for (int i = 0; i < 4; i++)
		fixture_add(&f, paragraph);
	look();
	ck_assert_uint_eq(view.notes[1].end, 2);
	ck_assert_uint_eq(view.notes[1].asked, 1);
	ck_assert_uint_eq(view.notes[2].end, 7);
	ck_assert_uint_eq(view.notes[2].asked, 0);
	fixture_end(&f);
}
END_TEST

START_TEST(phrases_before)
{
	fixture_begin(&f, SPAMCLS_KIND_TEXT);
	fixture_add(&f, "First");
	fixture_add(&f, "Related posts");
	fixture_add(&f, "Second");
	fixture_add(&f, "Third");
	look();
	ck_assert_uint_eq(view.notes[1].since_phrase, 999);
	ck_assert_uint_eq(view.notes[2].since_phrase, 1);
	ck_assert_uint_eq(view.notes[3].since_phrase, 2);
	ck_assert_uint_eq(view.notes[3].last_phrase, SCLS_PHRASE_LIST);
	fixture_end(&f);
}
END_TEST

START_TEST(no_lines)
{
	fixture_begin(&f, SPAMCLS_KIND_TEXT);
	look();
	ck_assert_uint_eq(view.n, 0);
	fixture_end(&f);
}
END_TEST

SUITE("text_view", {
	CASE(sums_over_lines);
	CASE(wide_characters);
	CASE(a_line_seen_before);
	CASE(who_is_asked_about);
	CASE(comments_are_no_part_of_the_page_before);
	CASE(phrases_before);
	CASE(no_lines);
})
