/* test_list.c - what is counted over a list's lines. */
#include "verdict_fixture.h"

#include <stddef.h>

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

/* Each count is a share of the lines; nothing else hangs on it. */
START_TEST(shares)
{
	static const struct {
		size_t count;
		uint32_t id;
	} of_lines[] = {
#define SHARE(count, id) { offsetof(scls_list_facts, count), SCLS_L_##id }
		SHARE(above, ABOVE), SHARE(halfway, HALFWAY),
		SHARE(likely, LIKELY), SHARE(certain, CERTAIN),
		SHARE(low, LOW), SHARE(lowest, LOWEST), SHARE(holes, HOLES),
		SHARE(claims, CLAIMS), SHARE(codas, CODAS),
		SHARE(trade, TRADE), SHARE(dated, DATED),
		SHARE(notices, NOTICES), SHARE(persons, PERSONS),
		SHARE(years, YEARS), SHARE(quests, QUESTS),
		SHARE(quotes, QUOTES), SHARE(figures, FIGURES),
		SHARE(bad_framed, FRAMED_BAD), SHARE(framed, FRAMED),
		SHARE(same_form, FORMS), SHARE(same_marks, MARKS),
		SHARE(frame_most, FRAME_MOST), SHARE(one_tail, ONE_TAIL),
		SHARE(heads, HEADS), SHARE(feet, FEET),
		SHARE(in_order, ORDER), SHARE(one_subject, ONE_SUBJECT),
		SHARE(one_lead, ONE_LEAD),
#undef SHARE
	};

	for (size_t i = 0; i < sizeof(of_lines) / sizeof(of_lines[0]); i++) {
		int32_t values[SCLS_L_COUNT];
		scls_list_facts f = { .n = 8, .of = 8 };
		uint32_t two = 2;

		memcpy((char *)&f + of_lines[i].count, &two, sizeof(two));
		scls_list_values(&f, values);
		HOLDS(values[of_lines[i].id] == 256, i);
		for (size_t k = 0; k < i; k++)
			HOLDS(values[of_lines[k].id] == 0, i);
	}
}
END_TEST

/* What is no share of the lines. */
START_TEST(other_values)
{
	int32_t v[SCLS_L_COUNT];
	scls_list_facts f = { .n = 8, .part = 6, .of = 12, .level = 4096,
		              .likely = 3, .certain = 1, .low = 7,
		              .lowest = 3, .run = 1, .trade = 4, .claims = 2,
		              .subjects = 3, .spread = 77, .slots = 32,
		              .units = 160, .han = 40, .latin = 80,
		              .pieces = 48, .names = 3, .named = 6,
		              .shared = 4, .phrases = 16, .affix = 9,
		              .skeleton = 36 };

	scls_list_values(&f, v);
	ck_assert_int_eq(v[SCLS_L_MEAN], 512);
	ck_assert_int_eq(v[SCLS_L_PART], 512);
	ck_assert_int_eq(v[SCLS_L_N], scls_log(8));
	ck_assert_int_eq(v[SCLS_L_LIKELY_N], 2048);
	ck_assert_int_eq(v[SCLS_L_CERTAIN_N], 1024);
	ck_assert_int_eq(v[SCLS_L_LOW_N], 3072);
	ck_assert_int_eq(v[SCLS_L_LOWEST_N], 2048);
	ck_assert_int_eq(v[SCLS_L_RUN], 1024);
	ck_assert_int_eq(v[SCLS_L_MIX], 256);
	ck_assert_int_eq(v[SCLS_L_SUBJECTS], 2048);
	ck_assert_int_eq(v[SCLS_L_SPREAD], 77);
	ck_assert_int_eq(v[SCLS_L_SLOTS], 4 * 64);
	ck_assert_int_eq(v[SCLS_L_LENGTH], 20 * 64);
	ck_assert_int_eq(v[SCLS_L_HAN], 256);
	ck_assert_int_eq(v[SCLS_L_LATIN], 512);
	ck_assert_int_eq(v[SCLS_L_ENTROPY], 512);
	ck_assert_int_eq(v[SCLS_L_NAMES], 512);
	ck_assert_int_eq(v[SCLS_L_PHRASES], 256);
	ck_assert_int_eq(v[SCLS_L_AFFIX], 256);
	f.trade = 1;
	f.slots = 8 * 17;
	f.units = 8 * 300;
	scls_list_values(&f, v);
	ck_assert_int_eq(v[SCLS_L_MIX], 128);
	ck_assert_int_eq(v[SCLS_L_SLOTS], 1024);
	ck_assert_int_eq(v[SCLS_L_LENGTH], 16 * 1024);
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
	CASE(scores_at_borders);
	CASE(sum_of_levels);
	CASE(quantiles);
	CASE(frames_are_shared_or_not);
	CASE(part_of_a_frame);
	CASE(phrases_that_come_again);
	CASE(words);
	CASE(series);
	CASE(beginnings_and_ends);
	CASE(wording);
	CASE(topics);
	CASE(claims);
	CASE(letters);
	CASE(values_of_sketches);
	CASE(whole_frames);
	CASE(neighbours_in_order);
	CASE(shares);
	CASE(other_values);
	CASE(values_are_bounded);
})
