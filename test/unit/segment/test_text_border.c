/* test_text_border.c - the first line of the list, where there is doubt. */
#include "segment/text/text_border.h"

#include "draft_fixture.h"

#define LIMIT(x) ((x) - (SCLS_TRAIT_MOST + SCLS_TRAIT_LEAST) / 2)
#define OF(name) row[SCLS_BORDER_##name]
#define LINES 12u

static scls_text_view view;
static int32_t row[SCLS_BORDER_TRAIT_COUNT];

/* A border is where lines with a bullet follow lines without: three nats; any
 * other place has as much against it. */
static const scls_cutoff bullets[] = {
	SCLS_CUT(LIMIT(900), SCLS_BORDER_by4_bullet, 1, 0)
};
static const int16_t leaves[SCLS_FOREST_LEAVES] = { -3072, 3072 };
static const scls_forest forest = { bullets, leaves, 1, 0, 1, 0 };

static void look(void)
{
	fixture_draft();
	ck_assert_int_eq(scls_text_view_begin(&view, &draft), 0);
}

/* Two lines of prose, four short ones, six with a bullet. */
static void sample(void)
{
	fixture_begin(&f, SPAMCLS_KIND_TEXT);
	fixture_add(&f, "The street lies in the north of the town. It is "
	            "hardly three hundred metres long.");
	fixture_add(&f, "Ten years ago most of its people had left. Only a "
	            "tea house was still there.");
	for (int i = 0; i < 4; i++)
		fixture_add(&f, "Bread and apples");
	for (int i = 0; i < 6; i++)
		fixture_add(&f, "- A museum for keys");
	look();
}

static uint32_t begin_of(const int32_t *scores, scls_run run)
{
	uint32_t begin = 99;

	ck_assert_int_eq(scls_text_border(&view, &forest, scores, run,
	                                  &begin), 0);
	return begin;
}

START_TEST(what_differs)
{
	sample();
	scls_border_traits(&view, 6, row);
	ck_assert_int_eq(OF(by4_bullet), 1000);
	ck_assert_int_eq(OF(by4_prose), 0);
	ck_assert_int_eq(OF(byall_bullet), 1000);
	ck_assert_int_eq(OF(by12_prose), -333);
	ck_assert_int_eq(OF(byall_prose), -333);
	ck_assert_int_eq(OF(by4_width), 1);
	ck_assert_int_eq(OF(rest_bullet), 1000);
	ck_assert_int_eq(OF(rest_prose), 0);
	ck_assert_int_eq(OF(rest_var), 0);
	ck_assert_int_lt(OF(byall_var), 0);
	scls_border_traits(&view, 2, row);
	ck_assert_int_eq(OF(by4_end), -1000);
	ck_assert_int_eq(OF(by4_bullet), 0);
	ck_assert_int_eq(OF(rest_bullet), 600);
	fixture_end(&f);
}
END_TEST

/* The means of no lines are -1, their share of prose is 0. */
START_TEST(nothing_stands_before_the_first_line)
{
	sample();
	scls_border_traits(&view, 0, row);
	ck_assert_int_eq(OF(byall_bullet), 500 + 1);
	ck_assert_int_eq(OF(byall_width), OF(rest_width) + 1);
	ck_assert_int_eq(OF(byall_var), OF(rest_var));
	ck_assert_int_eq(OF(byall_prose), OF(rest_prose));
	fixture_end(&f);
}
END_TEST

/* Forty lines of many sorts, no two windows alike. */
static void long_sample(void)
{
	static const char *const lines[] = {
		"Bread and apples", "- A museum for keys", "Open until 22:30",
		"The street lies in the north. It is hardly three hundred "
		"metres long.", "HOURS AND PRICES", "1. tea", "What to see:"
	};

	fixture_begin(&f, SPAMCLS_KIND_TEXT);
	for (uint32_t i = 0; i < 40; i++)
		fixture_add(&f, lines[i * i % 41 % 7]);
	look();
}

/* What windows of n lines before and behind line i have, counted afresh. */
static void check_windows(uint32_t i, uint32_t n, const int32_t *contrast)
{
	int32_t before[SCLS_TEXT_MEANS_ROOM], behind[SCLS_TEXT_MEANS_ROOM];
	uint32_t end = view.notes[i].end;

	(void)scls_text_window(&view, i > n ? i - n : 0, i, before);
	(void)scls_text_window(&view, i, i + n < end ? i + n : end, behind);
	for (int k = 0; k < SCLS_TEXT_MEANS; k++)
		if (k != SCLS_TEXT_MEAN_SQUARE)
			ck_assert_int_eq(contrast[k], behind[k] - before[k]);
}

START_TEST(windows_of_a_long_page)
{
	long_sample();
	ck_assert_uint_eq(view.n, 40);
	for (uint32_t i = 1; i < view.n; i++) {
		scls_border_traits(&view, i, row);
		check_windows(i, 4, &OF(by4_width));
		check_windows(i, 12, &OF(by12_width));
		check_windows(i, view.n, &OF(byall_width));
	}
	fixture_end(&f);
}
END_TEST

/* In the mean, each line's within bounds; where no line stands, none. */
START_TEST(what_the_lines_say)
{
	int32_t scores[LINES];

	sample();
	scls_border_traits(&view, 6, row);
	ck_assert_int_eq(OF(said_b4), 0);
	for (uint32_t i = 0; i < LINES; i++)
		scores[i] = i < 6 ? -9999 : 1024;
	scores[11] = 9999;
	scls_text_sum_scores(&view, scores);
	scls_border_traits(&view, 6, row);
	ck_assert_int_eq(OF(said_b4), -512);
	ck_assert_int_eq(OF(said_b12), -512);
	ck_assert_int_eq(OF(said_a4), 128);
	ck_assert_int_eq(OF(said_a12), (5 * 128 + 512) / 6);
	scls_border_traits(&view, 8, row);
	ck_assert_int_eq(OF(said_b4), (-512 + 128) / 2);
	ck_assert_int_eq(OF(said_b12), (6 * -512 + 2 * 128) / 8);
	scls_border_traits(&view, 0, row);
	ck_assert_int_eq(OF(said_b4), SCLS_TRAIT_LEAST);
	ck_assert_int_eq(OF(said_b12), SCLS_TRAIT_LEAST);
	fixture_end(&f);
}
END_TEST

/* They stand behind those of the line. */
START_TEST(rows_have_their_size)
{
	int32_t wide[SCLS_BORDER_TRAIT_COUNT + 1];
	int32_t own[SCLS_TEXT_TRAIT_COUNT];

	sample();
	for (int i = 0; i <= SCLS_BORDER_TRAIT_COUNT; i++)
		wide[i] = 77777777;
	scls_border_traits(&view, 3, wide);
	scls_text_traits(&view, 3, own);
	ck_assert_mem_eq(wide, own, sizeof(own));
	ck_assert_int_eq(SCLS_BORDER_by4_width, SCLS_TEXT_TRAIT_COUNT);
	ck_assert_int_ne(wide[SCLS_BORDER_TRAIT_COUNT - 1], 77777777);
	ck_assert_int_eq(wide[SCLS_BORDER_TRAIT_COUNT], 77777777);
	fixture_end(&f);
}
END_TEST

START_TEST(traits_stay_in_their_bounds)
{
	sample();
	fixture_add(&f, "Comments (4)");
	look();
	for (uint32_t i = 0; i < view.n; i++) {
		scls_border_traits(&view, i, row);
		for (int k = 0; k < SCLS_BORDER_TRAIT_COUNT; k++) {
			ck_assert_int_gt(row[k], SCLS_TRAIT_LEAST - 2);
			ck_assert_int_lt(row[k], SCLS_TRAIT_MOST);
		}
	}
	fixture_end(&f);
}
END_TEST

/* From the short lines to those with a bullet, and back. */
START_TEST(the_begin_is_moved)
{
	int32_t scores[LINES];

	sample();
	for (uint32_t i = 0; i < LINES; i++)
		scores[i] = i < 2 ? -4096 : 1024;
	ck_assert_uint_eq(begin_of(scores, (scls_run){ 2, LINES }), 6);
	scores[6] = 512;
	ck_assert_uint_eq(begin_of(scores, (scls_run){ 8, LINES }), 6);
	fixture_end(&f);
}
END_TEST

/* A heading tells, and so do the body's sources, though the forest says no,
 * and whatever the line by itself says. */
START_TEST(announced_lists_begin_there)
{
	int32_t scores[LINES];

	sample();
	for (uint32_t i = 0; i < LINES; i++)
		scores[i] = i < 2 ? -4096 : 2048;
	scores[6] = -3000;
	draft.lines[3].phrase = SCLS_PHRASE_LIST;
	ck_assert_uint_eq(begin_of(scores, (scls_run){ 2, LINES }), 4);
	scores[4] = -3000;
	ck_assert_uint_eq(begin_of(scores, (scls_run){ 7, LINES }), 4);
	draft.lines[3].phrase = SCLS_PHRASE_NONE;
	draft.roles[8] = SPAMCLS_ROLE_REFERENCES;
	ck_assert_uint_eq(begin_of(scores, (scls_run){ 2, LINES }), 9);
	fixture_end(&f);
}
END_TEST

/* A page may begin with the heading of its list. */
START_TEST(the_first_line_may_announce)
{
	int32_t scores[4] = { -4096, -3000, 2048, 2048 };

	fixture_begin(&f, SPAMCLS_KIND_TEXT);
	fixture_add(&f, "Related posts");
	for (int i = 0; i < 3; i++)
		fixture_add(&f, "Bread and apples");
	look();
	ck_assert_uint_eq(begin_of(scores, (scls_run){ 2, 4 }), 1);
	fixture_end(&f);
}
END_TEST

START_TEST(where_no_border_is_likely_there_is_none)
{
	int32_t scores[LINES];

	sample();
	for (uint32_t i = 0; i < LINES; i++)
		scores[i] = i < 2 ? -4096 : 1024;
	/* No list begins with a line that is surely in none. */
	scores[6] = -3000;
	ck_assert_uint_eq(begin_of(scores, (scls_run){ 2, LINES }), LINES);
	ck_assert_uint_eq(begin_of(scores, (scls_run){ 0, 2 }), 2);
	fixture_end(&f);
}
END_TEST

SUITE("text_border", {
	CASE(what_differs);
	CASE(windows_of_a_long_page);
	CASE(nothing_stands_before_the_first_line);
	CASE(what_the_lines_say);
	CASE(rows_have_their_size);
	CASE(traits_stay_in_their_bounds);
	CASE(the_begin_is_moved);
	CASE(announced_lists_begin_there);
	CASE(the_first_line_may_announce);
	CASE(where_no_border_is_likely_there_is_none);
})
