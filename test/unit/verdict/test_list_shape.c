/* test_list_shape.c - what lines of a list have in common. */
#include "verdict_fixture.h"

START_TEST(frames_are_shared_or_not)
{
	scls_list_facts f;

	fixture_lines(0, 12, 0, 100);
	f = sum_up(12);
	ck_assert_uint_eq(f.calm_framed, 0);
	ck_assert_uint_eq(f.bad_framed, 0);
	ck_assert_uint_eq(f.frame_most, 0);
	fixture_one_frame(4, 5);
	for (size_t i = 4; i < 9; i++)
		lines[i].subject = 1 + i % 3;
	lines[8].score = -100;
	f = sum_up(12);
	ck_assert_uint_eq(f.calm_framed, 1);
	ck_assert_uint_eq(f.bad_framed, 4);
	ck_assert_uint_eq(f.frame_most, 4);
	ck_assert_uint_eq(f.subjects, 3);
	for (size_t i = 0; i < 12; i++)
		ck_assert_int_eq(framed_lines[i], i >= 4 && i < 9);
}
END_TEST

/* One band in common is enough. */
START_TEST(part_of_a_frame)
{
	fixture_lines(0, 2, 0, 100);
	memcpy(lines[1].sketch + SCLS_SKETCH_BAND,
	       lines[0].sketch + SCLS_SKETCH_BAND,
	       SCLS_SKETCH_BAND * sizeof(lines[0].sketch[0]));
	ck_assert_uint_eq(sum_up(2).bad_framed, 2);
	lines[1].sketch[SCLS_SKETCH_BAND]++;
	ck_assert_uint_eq(sum_up(2).bad_framed, 0);
}
END_TEST

START_TEST(phrases_that_come_again)
{
	scls_list_facts f;

	fixture_lines(0, 6, 0, 0);
	for (size_t i = 0; i < 6; i++)
		for (uint32_t k = 2; k < SCLS_PHRASES; k++)
			lines[i].phrase[k] = SCLS_NO_PHRASE;
	f = sum_up(6);
	ck_assert_uint_eq(f.phrases, 12);
	ck_assert_uint_eq(f.shared, 0);
	lines[1].phrase[0] = lines[2].phrase[0] = lines[5].phrase[0];
	lines[3].phrase[1] = lines[5].phrase[0]; /* another place */
	f = sum_up(6);
	ck_assert_uint_eq(f.phrases, 12);
	ck_assert_uint_eq(f.shared, 3);
}
END_TEST

START_TEST(series)
{
	scls_list_facts f;

	fixture_lines(0, 10, 0, 0);
	for (size_t i = 0; i < 10; i++) {
		lines[i].numbers = 9;
		lines[i].count = (int64_t)i * 1000 * (i < 7 ? 1 : 3);
		lines[i].subject = i < 6 ? 5 : i;
		lines[i].kinds = i < 3 ? SCLS_LINE_NOTICE
		                 : i < 5 ? SCLS_LINE_NOTICE | SCLS_LINE_CLAIM
		                         : SCLS_LINE_DATED;
	}
	f = sum_up(10);
	ck_assert_uint_eq(f.in_order, 6);
	ck_assert_uint_eq(f.one_subject, 6);
	ck_assert_uint_eq(f.same_form, 10);
	ck_assert_uint_eq(f.notices, 3);
	ck_assert_uint_eq(f.dated, 5);
}
END_TEST

/* A frame's words before and behind a filler of its own. */
static void frame_line(size_t i, uint32_t head, uint32_t foot)
{
	lines[i].pieces = 20;
	for (uint32_t k = 0; k < SCLS_AFFIXES; k++) {
		uint32_t own = (uint32_t)(500 + 9 * i + k);

		lines[i].head[k] = k < head ? 7 + k : own;
		lines[i].foot[k] = k < foot ? 7 + k : own;
	}
}

START_TEST(beginnings_and_ends)
{
	scls_list_facts f;

	fixture_lines(0, 5, 0, 0);
	for (size_t i = 0; i < 5; i++)
		frame_line(i, i < 3 ? 2 : 0, i == 1 || i == 4 ? 4 : 0);
	f = sum_up(5);
	ck_assert_uint_eq(f.heads, 3);
	ck_assert_uint_eq(f.feet, 2);
	ck_assert_uint_eq(f.skeleton, 100);
	/* 3 * 5 and 2 * 12 pieces: an end is no beginning. */
	ck_assert_uint_eq(f.affix, 39);
	lines[1].pieces = 13;
	ck_assert_uint_eq(sum_up(5).affix, 35);
	lines[4].foot[0] = 0; /* shorter than the shortest */
	ck_assert_uint_eq(sum_up(5).feet, 0);
}
END_TEST

START_TEST(values_of_sketches)
{
	fixture_lines(0, 5, 0, 0);
	ck_assert_uint_eq(sum_up(5).pieces, 5 * SCLS_SKETCH);
	fixture_one_frame(1, 3);
	ck_assert_uint_eq(sum_up(5).pieces, 3 * SCLS_SKETCH);
	lines[2].sketch[4] = 7777;
	lines[0].sketch[5] = 7777; /* another place */
	ck_assert_uint_eq(sum_up(5).pieces, 3 * SCLS_SKETCH + 1);
}
END_TEST

/* Twelve pieces at each end are the most that is compared. */
START_TEST(whole_frames)
{
	scls_list_facts f;

	fixture_lines(0, 3, 0, 0);
	for (size_t i = 0; i < 3; i++) {
		frame_line(i, SCLS_AFFIXES, SCLS_AFFIXES);
		lines[i].pieces = 100;
	}
	f = sum_up(3);
	ck_assert_uint_eq(f.affix, 3 * 24);
	ck_assert_uint_eq(f.heads, 3);
	ck_assert_uint_eq(f.feet, 3);
}
END_TEST

/* Numbers go up or down by one, of one form. */
START_TEST(neighbours_in_order)
{
	fixture_lines(0, 2, 0, 0);
	lines[0].numbers = lines[1].numbers = 9;
	lines[0].count = 5000;
	lines[1].count = 4000;
	ck_assert_uint_eq(sum_up(2).in_order, 1);
	lines[1].count = 4001;
	ck_assert_uint_eq(sum_up(2).in_order, 0);
	lines[1].count = 6000;
	ck_assert_uint_eq(sum_up(2).in_order, 1);
	lines[1].numbers = 8;
	ck_assert_uint_eq(sum_up(2).in_order, 0);
	lines[0].numbers = lines[1].numbers = 0;
	ck_assert_uint_eq(sum_up(2).in_order, 0);
}
END_TEST

SUITE("list_shape", {
	tcase_add_checked_fixture(tcase, fixture_begin, fixture_end);
	CASE(frames_are_shared_or_not);
	CASE(part_of_a_frame);
	CASE(phrases_that_come_again);
	CASE(series);
	CASE(beginnings_and_ends);
	CASE(values_of_sketches);
	CASE(whole_frames);
	CASE(neighbours_in_order);
})
