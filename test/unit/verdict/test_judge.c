/* test_judge.c - lists, bodies and titles to verdicts. */
#include "verdict_fixture.h"

START_TEST(nothing_at_all)
{
	scls_verdict v = fixture_judge(0);

	ck_assert_int_eq(v.verdict, SPAMCLS_CLEAN);
	ck_assert_uint_eq(v.n_reasons, 2);
	ck_assert_int_eq(v.score, scls_verdict_bias()
	                          + fixture_weight(&v, SCLS_V_SPARSE));
	ck_assert_int_lt(fixture_weight(&v, SCLS_V_SPARSE), 0);
}
END_TEST

START_TEST(certain_lines_make_a_farm)
{
	fixture_lines(0, 30, 0, CERTAIN + 500);
	ck_assert_int_eq(fixture_judge(30).verdict, SPAMCLS_FARM);
	ck_assert_int_gt(context[0], 0);
}
END_TEST

/* Where every line is certain no shape makes the list honest. */
START_TEST(certain_lines_of_one_frame_are_a_farm)
{
	fixture_lines(0, 20, 0, CERTAIN + 500);
	fixture_one_frame(0, 20);
	for (size_t i = 0; i < 20; i++) {
		lines[i].lead = lines[i].tail = lines[i].marks = 7;
		lines[i].numbers = 5;
		lines[i].kinds = SCLS_LINE_DATED | SCLS_LINE_YEAR;
		lines[i].subject = 3;
		lines[i].han = 0;
		lines[i].latin = 20;
		lines[i].pieces = 12;
		memset(lines[i].head, 1, sizeof(lines[i].head));
		memset(lines[i].foot, 1, sizeof(lines[i].foot));
	}
	ck_assert_int_ne(fixture_judge(20).verdict, SPAMCLS_CLEAN);
}
END_TEST

START_TEST(ordinary_lines_are_clean)
{
	scls_verdict v;

	fixture_lines(0, 30, 0, -8000);
	v = fixture_judge(30);
	ck_assert_int_eq(v.verdict, SPAMCLS_CLEAN);
	ck_assert_int_lt(v.score, scls_verdict_bias());
	ck_assert_int_eq(context[0], 0);
}
END_TEST

START_TEST(one_alarm_among_ordinary_lines_is_clean)
{
	fixture_lines(0, 20, 0, -8000);
	lines[7].score = CERTAIN + 500;
	ck_assert_int_eq(fixture_judge(20).verdict, SPAMCLS_CLEAN);
	ck_assert_int_eq(context[7], 0);
}
END_TEST

/* Lines that are nothing by themselves, in one frame with many subjects. */
START_TEST(a_frame_filled_again_and_again_adds)
{
	int32_t apart, framed;

	fixture_lines(0, 30, 0, 600);
	for (size_t i = 0; i < 30; i++)
		lines[i].subject = 77 + i;
	apart = fixture_judge(30).score;
	fixture_one_frame(0, 30);
	framed = fixture_judge(30).score;
	ck_assert_int_gt(framed, apart);
}
END_TEST

/* An honest series: no line loses or gains by standing in it. */
START_TEST(a_frame_of_ordinary_lines_stays_clean)
{
	fixture_lines(0, 30, 0, -8000);
	fixture_one_frame(0, 30);
	ck_assert_int_eq(fixture_judge(30).verdict, SPAMCLS_CLEAN);
	for (size_t i = 0; i < 30; i++)
		ck_assert_int_eq(context[i], 0);
}
END_TEST

/* A price list, say: doubtful lines of one frame, all dated, with figures of
 * one form; in a list of its own. */
static void doubtful_series(size_t n)
{
	fixture_lines(0, n, 0, LIKELY * 4 / 5);
	fixture_one_frame(0, n);
	for (size_t i = 0; i < n; i++) {
		lines[i].lead = lines[i].tail = lines[i].marks = 7;
		lines[i].numbers = 5;
		lines[i].kinds = SCLS_LINE_DATED;
		lines[i].pieces = 12;
		lines[i].length = 24;
		lines[i].han = 16;
		memset(lines[i].head, 1, sizeof(lines[i].head));
		memset(lines[i].foot, 1, sizeof(lines[i].foot));
		memcpy(lines[i].phrase, lines[0].phrase,
		       sizeof(lines[i].phrase));
	}
}

/* In one box with it, or in one of their own: no more than either alone. */
START_TEST(ordinary_lines_beside_a_series_never_speak_for_a_farm)
{
	int32_t most, alone;

	fixture_lines(0, 15, 0, -LIKELY);
	most = fixture_judge(15).score;
	doubtful_series(15);
	alone = fixture_judge(15).score;
	most = alone > most ? alone : most;
	for (uint32_t list = 0; list < 2; list++) {
		fixture_lines(15, 15, list, -LIKELY);
		ck_assert_int_le(fixture_judge(30).score, most);
	}
}
END_TEST

/* A list of templates raises its own lines, not those of one beside it. */
START_TEST(context_rises_and_never_falls)
{
	fixture_lines(0, 30, 0, CERTAIN + 500);
	fixture_lines(30, 20, 1, -8000);
	lines[3].score = -9000;
	lines[40].score = LIKELY;
	fixture_judge(50);
	ck_assert_int_gt(context[0], 0);
	ck_assert_int_ge(context[3], 0);
	ck_assert_int_lt(context[3], context[0]);
	for (size_t i = 30; i < 50; i++)
		ck_assert_int_eq(context[i], 0);
}
END_TEST

/* A list adds as much as it makes its page more than suspect. */
START_TEST(context_is_what_goes_beyond_suspect)
{
	int between = 0;

	for (size_t n = 1; n < 30; n++) {
		int32_t beyond;

		fixture_lines(0, n, 0, CERTAIN + 500);
		beyond = scls_above_suspect(fixture_judge(n).score);
		ck_assert_int_eq(context[0], beyond < 0 ? 0
		                 : beyond < 6144 ? beyond : 6144);
		between += beyond > 0 && beyond < 6144;
	}
	ck_assert_int_gt(between, 0);
}
END_TEST

/* The surer the list, the further a line of it may lean away. */
START_TEST(a_line_may_lean_away_a_little)
{
	int32_t most;

	fixture_lines(0, 30, 0, CERTAIN + 500);
	fixture_judge(30);
	most = context[0];
	lines[3].score = -most / 3;
	lines[4].score = -most / 3 - 1;
	fixture_judge(30);
	ck_assert_int_eq(context[0], most);
	ck_assert_int_eq(context[3], most);
	ck_assert_int_eq(context[4], most / 4);
}
END_TEST

/* One of the list's frame may lean as far as an ordinary headline. */
START_TEST(a_line_of_the_frame_leans_further)
{
	int32_t most;

	fixture_lines(0, 30, 0, CERTAIN + 500);
	fixture_one_frame(0, 30);
	fixture_judge(30);
	most = context[0];
	ck_assert_int_gt(most, 0);
	lines[3].score = -LIKELY + 1;
	lines[4].score = -LIKELY;
	fixture_judge(30);
	ck_assert_int_eq(context[0], most);
	ck_assert_int_eq(context[3], most);
	ck_assert_int_eq(context[4], most / 4);
}
END_TEST

/* Words of a menu between its lines do not hide a list. */
START_TEST(narrow_lines_are_left_out)
{
	int32_t alone;

	fixture_lines(0, 10, 0, CERTAIN + 500);
	alone = fixture_judge(10).score;
	fixture_lines(10, 30, 0, -8000);
	for (size_t i = 10; i < 40; i++)
		lines[i].length = lines[i].han = 4;
	ck_assert_int_eq(fixture_judge(40).score, alone);
	ck_assert_int_lt(context[20], context[0]);
}
END_TEST

/* Without a list a page is less surely clean than with an honest one. */
START_TEST(no_list_proves_less_than_an_honest_one)
{
	fixture_lines(0, 64, 0, -8000);
	ck_assert_int_lt(fixture_judge(64).score, fixture_nothing());
}
END_TEST

START_TEST(a_series_is_told_apart)
{
	int32_t loose;

	fixture_lines(0, 20, 0, 0);
	loose = fixture_judge(20).score;
	for (size_t i = 0; i < 20; i++) {
		lines[i].numbers = 5;
		lines[i].count = (int64_t)(100 - i) * 1000;
	}
	ck_assert_int_lt(fixture_judge(20).score, loose);
}
END_TEST

START_TEST(few_lines_prove_less)
{
	int32_t score = 0;

	for (size_t n = 1; n <= 50; n *= 7) {
		int32_t here;

		fixture_lines(0, n, 0, CERTAIN + 500);
		here = fixture_judge(n).score;
		ck_assert_int_gt(here, n == 1 ? INT32_MIN : score);
		score = here;
	}
	ck_assert_int_eq(scls_verdict_of(score), SPAMCLS_FARM);
}
END_TEST

/* One line alone is never enough. */
START_TEST(one_certain_line_is_no_farm)
{
	fixture_lines(0, 1, 0, 3 * CERTAIN);
	ck_assert_int_ne(fixture_judge(1).verdict, SPAMCLS_FARM);
}
END_TEST

START_TEST(the_worst_list_speaks)
{
	scls_verdict v;

	fixture_lines(0, 20, 0, -8000);
	fixture_lines(20, 20, 1, CERTAIN + 500);
	fixture_lines(40, 20, 2, -8000);
	v = fixture_judge(60);
	ck_assert_int_eq(v.verdict, SPAMCLS_FARM);
	ck_assert_uint_eq(v.reasons[1].list, 1);
	ck_assert_int_eq(context[0], 0);
	ck_assert_int_gt(context[20], 0);
}
END_TEST

/* A farm's lines in one box with a page's own. */
START_TEST(a_stretch_of_a_long_list_speaks)
{
	scls_verdict v;

	fixture_lines(0, 100, 0, -8000);
	for (size_t i = 40; i < 60; i++)
		lines[i].score = CERTAIN + 500;
	v = fixture_judge(100);
	ck_assert_int_eq(v.verdict, SPAMCLS_FARM);
	ck_assert_int_gt(context[45], 0);
	ck_assert_int_lt(context[10], context[45]);
}
END_TEST

START_TEST(links_spread_over_boxes_count_together)
{
	scls_verdict v;

	for (uint32_t i = 0; i < 12; i++)
		fixture_lines(2 * i, 2, i, CERTAIN);
	v = fixture_judge(24);
	ck_assert_int_eq(v.verdict, SPAMCLS_FARM);
	ck_assert_uint_eq(v.reasons[1].list, UINT32_MAX);
}
END_TEST

/* Evidence of the same kind never lowers the score.  The lines are alike in
 * shape: that of the worst stretch is evidence of another kind. */
START_TEST(more_alarms_never_lower_the_score)
{
	int32_t before = INT32_MIN;

	fixture_lines(0, 24, 0, -3000);
	for (size_t i = 0; i < 24; i++)
		lines[i].length = lines[i].han = 20;
	for (size_t i = 0; i < 24; i++) {
		int32_t now;

		lines[i].score = CERTAIN;
		now = fixture_judge(24).score;
		ck_assert_int_ge(now, before);
		before = now;
	}
}
END_TEST

START_TEST(largest_score_is_capped)
{
	scls_verdict v;

	fixture_lines(0, 2000, 0, INT32_MAX / 2);
	for (size_t i = 0; i < 2000; i++) {
		lines[i].holes = 1;
		lines[i].kinds = SCLS_LINE_CLAIM | SCLS_LINE_CODA
		                 | SCLS_LINE_TRADE;
		lines[i].subject = i + 1;
		lines[i].numbers = 3;
	}
	fixture_one_frame(0, 2000);
	v = fixture_judge(2000);
	ck_assert_int_le(v.score, SCLS_SCORE_MOST);
	ck_assert_int_eq(v.verdict, SPAMCLS_FARM);
}
END_TEST

SUITE("judge", {
	tcase_add_checked_fixture(tcase, fixture_begin, fixture_end);
	CASE(nothing_at_all);
	CASE(certain_lines_make_a_farm);
	CASE(certain_lines_of_one_frame_are_a_farm);
	CASE(ordinary_lines_are_clean);
	CASE(one_alarm_among_ordinary_lines_is_clean);
	CASE(a_frame_filled_again_and_again_adds);
	CASE(a_frame_of_ordinary_lines_stays_clean);
	CASE(ordinary_lines_beside_a_series_never_speak_for_a_farm);
	CASE(context_rises_and_never_falls);
	CASE(context_is_what_goes_beyond_suspect);
	CASE(a_line_may_lean_away_a_little);
	CASE(a_line_of_the_frame_leans_further);
	CASE(narrow_lines_are_left_out);
	CASE(no_list_proves_less_than_an_honest_one);
	CASE(a_series_is_told_apart);
	CASE(few_lines_prove_less);
	CASE(one_certain_line_is_no_farm);
	CASE(the_worst_list_speaks);
	CASE(a_stretch_of_a_long_list_speaks);
	CASE(links_spread_over_boxes_count_together);
	CASE(more_alarms_never_lower_the_score);
	CASE(largest_score_is_capped);
})
