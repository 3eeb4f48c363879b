/* test_list.c - what is counted over a list's lines. */
#include "verdict_fixture.h"

START_TEST(levels)
{
	ck_assert_int_eq(scls_level(5000, 5000), 1024);
	ck_assert_int_eq(scls_level(0, 5000), 0);
	ck_assert_int_eq(scls_level(-2500, 5000), -512);
	/* Bounded, also where a model has no sensible threshold. */
	ck_assert_int_eq(scls_level(INT32_MAX, 1), 3072);
	ck_assert_int_eq(scls_level(INT32_MIN, -7), -3072);
	ck_assert_int_eq(scls_level(256, 1), 512);
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

/* A score at a border counts, one below does not. */
START_TEST(scores_at_borders)
{
	static const struct {
		int32_t score;
		uint32_t certain, likely, halfway, above, low, lowest, run;
	} b[] = {
		{ CERTAIN, 1, 1, 1, 1, 0, 0, 1 },
		{ CERTAIN - 1, 0, 1, 1, 1, 0, 0, 1 },
		{ LIKELY, 0, 1, 1, 1, 0, 0, 1 },
		{ LIKELY - 1, 0, 0, 1, 1, 0, 0, 1 },
		{ LIKELY / 2, 0, 0, 1, 1, 0, 0, 1 },
		{ LIKELY / 2 - 1, 0, 0, 0, 1, 0, 0, 1 },
		{ LIKELY / 4, 0, 0, 0, 1, 0, 0, 1 },
		{ LIKELY / 4 - 1, 0, 0, 0, 1, 0, 0, 0 },
		{ 0, 0, 0, 0, 1, 0, 0, 0 },
		{ -LIKELY / 100, 0, 0, 0, 0, 0, 0, 0 },
		{ -LIKELY / 2 + 5, 0, 0, 0, 0, 0, 0, 0 },
		{ -LIKELY / 2, 0, 0, 0, 0, 1, 0, 0 },
		{ -LIKELY + 5, 0, 0, 0, 0, 1, 0, 0 },
		{ -LIKELY, 0, 0, 0, 0, 1, 1, 0 },
	};

	for (size_t i = 0; i < sizeof(b) / sizeof(b[0]); i++) {
		scls_list_facts f;

		fixture_lines(0, 1, 0, b[i].score);
		f = sum_up(1);
		HOLDS(f.certain == b[i].certain, i);
		HOLDS(f.likely == b[i].likely, i);
		HOLDS(f.halfway == b[i].halfway, i);
		HOLDS(f.above == b[i].above, i);
		HOLDS(f.low == b[i].low, i);
		HOLDS(f.lowest == b[i].lowest, i);
		HOLDS(f.run == b[i].run, i);
	}
}
END_TEST

/* One line alone makes no sum: its level counts half as far again at most. */
START_TEST(sum_of_levels)
{
	fixture_lines(0, 3, 0, LIKELY);
	ck_assert_int_eq(sum_up(3).level, 3 * 1024);
	lines[0].score = 2 * LIKELY;
	ck_assert_int_eq(sum_up(3).level, 1536 + 2 * 1024);
	lines[1].score = -2 * LIKELY;
	ck_assert_int_eq(sum_up(3).level, 1024);
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
	lines[2].topic = 149;
	lines[3].topic = 150;
	f = sum_up(8);
	ck_assert_uint_eq(f.with_topic, 4);
	ck_assert_uint_eq(f.off_topic, 2);
}
END_TEST

/* A claim is one with a figure or an outlook. */
START_TEST(claims)
{
	scls_list_facts f;

	fixture_lines(0, 4, 0, 0);
	for (size_t i = 0; i < 4; i++)
		lines[i].kinds = SCLS_LINE_CLAIM;
	lines[1].numbers = 3;
	lines[2].kinds |= SCLS_LINE_CODA;
	lines[3].kinds = SCLS_LINE_CODA | SCLS_LINE_TRADE;
	lines[3].numbers = 3;
	lines[3].holes = 2;
	f = sum_up(4);
	ck_assert_uint_eq(f.claims, 2);
	ck_assert_uint_eq(f.codas, 2);
	ck_assert_uint_eq(f.trade, 1);
	ck_assert_uint_eq(f.holes, 1);
}
END_TEST

START_TEST(letters)
{
	scls_list_facts f;

	fixture_lines(0, 2, 0, 0);
	lines[0].length = 30;
	lines[0].han = 5;
	lines[0].latin = 20;
	lines[1].length = 10;
	lines[1].han = 7;
	lines[1].latin = 2;
	f = sum_up(2);
	ck_assert_uint_eq(f.units, 40);
	ck_assert_uint_eq(f.han, 12);
	ck_assert_uint_eq(f.latin, 22);
	ck_assert_uint_eq(f.spread, 512); /* ten of twenty, both */
}
END_TEST

SUITE("list", {
	tcase_add_checked_fixture(tcase, fixture_begin, fixture_end);
	CASE(levels);
	CASE(logarithms);
	CASE(scores_by_threshold);
	CASE(scores_at_borders);
	CASE(sum_of_levels);
	CASE(quantiles);
	CASE(words);
	CASE(wording);
	CASE(topics);
	CASE(claims);
	CASE(letters);
})
