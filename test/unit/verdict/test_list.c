/* test_list.c - what is counted over a list's lines. */
#include "verdict_fixture.h"

static uint8_t framed[MOST_LINES];

static scls_list_facts sum_up(size_t n)
{
	scls_list_facts f;

	ck_assert_int_eq(scls_list_sum_up(&arena, lines, n, framed, &f),
	                 SPAMCLS_OK);
	ck_assert_uint_eq(f.n, n);
	return f;
}

START_TEST(levels)
{
	ck_assert_int_eq(scls_level(5000, 5000), 1024);
	ck_assert_int_eq(scls_level(0, 5000), 0);
	ck_assert_int_eq(scls_level(-2500, 5000), -512);
	/* Bounded, also where a model has no sensible threshold. */
	ck_assert_int_eq(scls_level(INT32_MAX, 1), 3072);
	ck_assert_int_eq(scls_level(INT32_MIN, -7), -3072);
}
END_TEST

START_TEST(logarithms)
{
	int32_t before = -1;

	ck_assert_int_eq(scls_log(0), 0);
	ck_assert_int_eq(scls_log(1), 1024);
	ck_assert_int_eq(scls_log(3), 2048);
	ck_assert_int_eq(scls_log(2), 1536);
	for (uint32_t n = 0; n < 3000; n++) {
		ck_assert_int_gt(scls_log(n), before - (n > 1000));
		before = scls_log(n);
	}
	ck_assert_int_gt(scls_log(UINT32_MAX), 31 * 1024);
}
END_TEST

START_TEST(scores_by_threshold)
{
	scls_list_facts f;

	fixture_lines(0, 10, 3, -5000);
	lines[2].score = LIKELY;
	lines[3].score = CERTAIN;
	lines[4].score = LIKELY / 2;
	lines[8].score = LIKELY / 2;
	f = sum_up(10);
	ck_assert_uint_eq(f.list, 3);
	ck_assert_uint_eq(f.certain, 1);
	ck_assert_uint_eq(f.likely, 2);
	ck_assert_uint_eq(f.halfway, 4);
	ck_assert_uint_eq(f.above, 4);
	ck_assert_uint_eq(f.low, 6);
	ck_assert_uint_eq(f.lowest, 6);
	ck_assert_uint_eq(f.run, 3);
}
END_TEST

START_TEST(quantiles)
{
	scls_list_facts f;

	fixture_lines(0, 21, 0, 0);
	for (size_t i = 0; i < 21; i++)
		lines[i].score = (int32_t)i * LIKELY / 10 - LIKELY;
	f = sum_up(21);
	ck_assert_int_eq(f.quantile[0], -832);  /* of -1024, -921, ... */
	ck_assert_int_eq(f.quantile[2], 0);
	ck_assert_int_eq(f.quantile[4], 768);
	for (int k = 1; k < 5; k++)
		ck_assert_int_ge(f.quantile[k], f.quantile[k - 1]);
	fixture_lines(0, 1, 0, 2 * LIKELY);
	f = sum_up(1);
	for (int k = 0; k < 5; k++)
		ck_assert_int_eq(f.quantile[k], 2048);
}
END_TEST

START_TEST(frames_are_shared_or_not)
{
	scls_list_facts f;

	fixture_lines(0, 12, 0, 100);
	f = sum_up(12);
	ck_assert_uint_eq(f.framed, 0);
	fixture_one_frame(4, 5);
	for (size_t i = 4; i < 9; i++)
		lines[i].subject = 1 + i % 3;
	lines[8].score = -100;
	f = sum_up(12);
	ck_assert_uint_eq(f.framed, 5);
	ck_assert_uint_eq(f.bad_framed, 4);
	ck_assert_uint_eq(f.subjects, 3);
	for (size_t i = 0; i < 12; i++)
		ck_assert_int_eq(framed[i], i >= 4 && i < 9);
}
END_TEST

/* One band in common is enough. */
START_TEST(part_of_a_frame)
{
	fixture_lines(0, 2, 0, 100);
	memcpy(lines[1].sketch + SCLS_SKETCH_BAND,
	       lines[0].sketch + SCLS_SKETCH_BAND,
	       SCLS_SKETCH_BAND * sizeof(lines[0].sketch[0]));
	ck_assert_uint_eq(sum_up(2).framed, 2);
	lines[1].sketch[SCLS_SKETCH_BAND]++;
	ck_assert_uint_eq(sum_up(2).framed, 0);
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

START_TEST(words)
{
	scls_list_facts f;

	fixture_lines(0, 4, 0, 0);
	lines[1].slots = lines[2].slots = 3;
	lines[2].subject = lines[3].subject = 9;
	lines[0].subject = 8;
	lines[2].tail = lines[3].tail;
	f = sum_up(4);
	ck_assert_uint_eq(f.slots, 6);
	ck_assert_uint_eq(f.named, 3);
	ck_assert_uint_eq(f.names, 2);
	ck_assert_uint_eq(f.one_tail, 2);
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

START_TEST(wording)
{
	scls_list_facts f;

	fixture_lines(0, 6, 0, 0);
	lines[0].kinds = SCLS_LINE_PERSON | SCLS_LINE_YEAR;
	lines[1].kinds = SCLS_LINE_QUEST | SCLS_LINE_PERSON;
	lines[2].kinds = SCLS_LINE_QUOTE;
	lines[3].numbers = 4;
	f = sum_up(6);
	ck_assert_uint_eq(f.persons, 2);
	ck_assert_uint_eq(f.years, 1);
	ck_assert_uint_eq(f.quests, 1);
	ck_assert_uint_eq(f.quotes, 1);
	ck_assert_uint_eq(f.figures, 1);
}
END_TEST

START_TEST(topics)
{
	scls_list_facts f;

	fixture_lines(0, 8, 0, 0);
	lines[0].topic = 0;
	lines[1].topic = 1024;
	lines[2].topic = 100;
	f = sum_up(8);
	ck_assert_uint_eq(f.with_topic, 3);
	ck_assert_uint_eq(f.off_topic, 2);
}
END_TEST

START_TEST(values_are_bounded)
{
	uint32_t seed = 9;

	for (size_t n = 1; n < 300; n += 7) {
		int32_t values[SCLS_L_COUNT];
		scls_list_facts f;

		fixture_lines(0, n, 0, 0);
		for (size_t i = 0; i < n; i++) {
			seed = seed * 1664525u + 1013904223u;
			lines[i].score = (int32_t)(seed >> 12) - 500000;
			lines[i].kinds = seed >> 7 & 511u;
			lines[i].numbers = seed >> 20 & 3u;
			lines[i].length = (uint16_t)(seed >> 16);
			lines[i].topic = (uint16_t)(seed >> 8 & 1023u);
		}
		f = sum_up(n);
		scls_list_values(&f, values);
		for (uint32_t id = 0; id < SCLS_L_COUNT; id++) {
			ck_assert_int_le(values[id], 16 * 1024);
			ck_assert_int_ge(values[id], -3072);
		}
	}
}
END_TEST

SUITE("list", {
	tcase_add_checked_fixture(tcase, fixture_begin, fixture_end);
	CASE(levels);
	CASE(logarithms);
	CASE(scores_by_threshold);
	CASE(quantiles);
	CASE(frames_are_shared_or_not);
	CASE(part_of_a_frame);
	CASE(phrases_that_come_again);
	CASE(words);
	CASE(series);
	CASE(beginnings_and_ends);
	CASE(wording);
	CASE(topics);
	CASE(values_are_bounded);
})
