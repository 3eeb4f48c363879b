/* test_odds.c - the best threshold of a page. */
#include "segment/html/odds.h"

#include "draft_fixture.h"

#include <math.h>

/* A page of n blocks of ten characters each. */
static void blocks(uint32_t n)
{
	fixture_begin(&f, SPAMCLS_KIND_HTML);
	for (uint32_t i = 0; i < n; i++)
		fixture_add(&f, "城市更新的十个新问题");
	fixture_draft();
}

START_TEST(chances)
{
	ck_assert_int_eq(scls_odds_chance(0), 512);
	ck_assert_int_eq(scls_odds_chance(1024), 749);
	ck_assert_int_eq(scls_odds_chance(-1024), 275);
	ck_assert_int_eq(scls_odds_chance(1 << 30), 1024);
	ck_assert_int_eq(scls_odds_chance(-(1 << 30)), 0);
	for (int32_t s = -8192; s <= 8192; s += 128)
		HOLDS(fabs(scls_odds_chance(s)
		           - 1024 / (1 + exp(-s / 1024.0))) < 0.51, s);
	for (int32_t s = -9000; s < 9000; s += 7)
		ck_assert_int_le(scls_odds_chance(s),
		                 scls_odds_chance(s + 7));
}
END_TEST

START_TEST(clear_page_asks_for_one_half)
{
	int32_t scores[6] = { 9000, 9000, 9000, -9000, -9000, -9000 };

	blocks(6);
	ck_assert_int_eq(scls_odds_threshold(&draft, scores), 0);
	fixture_end(&f);
}
END_TEST

START_TEST(unclear_page_asks_for_less)
{
	int32_t scores[6] = { -500, -600, -700, -500, -600, -700 };
	int32_t above;

	blocks(6);
	above = scls_odds_threshold(&draft, scores);
	ck_assert_int_lt(above, -700);
	ck_assert_int_gt(above, -4096);
	fixture_end(&f);
}
END_TEST

/* No other threshold is expected to do better. */
START_TEST(best_of_all_thresholds)
{
	int32_t scores[8] = { 2000, 1500, 700, 300, -300, -900, -1500,
	                      -2500 };
	double best = 0;
	double said = 0;
	int32_t above;

	blocks(8);
	above = scls_odds_threshold(&draft, scores);
	for (int32_t t = -3000; t <= 2000; t += 50) {
		double taken = 0, right = 0, all = 0;

		for (int i = 0; i < 8; i++) {
			double chance = scls_odds_chance(scores[i]) / 1024.0;

			all += chance;
			taken += scores[i] > t;
			right += scores[i] > t ? chance : 0;
		}
		if (taken > 0 && 2 * right / (taken + all) > best)
			best = 2 * right / (taken + all);
		if (t <= above)
			said = taken > 0 ? 2 * right / (taken + all) : 0;
	}
	ck_assert(said > best - 0.01);
	fixture_end(&f);
}
END_TEST

/* One heap of words, however large, does not lower the bar for the rest. */
START_TEST(a_heap_of_keywords_has_a_bounded_say)
{
	static char heap[24001];
	int32_t scores[27];

	blocks(26);
	for (size_t i = 0; i + 3 <= 24000; i += 3)
		memcpy(heap + i, "\xE5\x9F\x8E", 3);
	ck_assert_ptr_nonnull(fixture_add(&f, heap));
	scls_arena_reset(&f.arena);
	fixture_draft();
	for (int i = 0; i < 26; i++)
		scores[i] = 3000;
	scores[26] = -800;
	ck_assert_int_gt(scls_odds_threshold(&draft, scores), -800);
	fixture_end(&f);
}
END_TEST

/* A short line in doubt is left out of a page that is clear, and only of
 * such a page. */
START_TEST(short_lines_in_doubt)
{
	static char prose[1201];
	int32_t clear[5] = { 6000, 6000, 6000, 300, -9000 };
	int32_t unclear[5] = { -300, -300, -300, -300, -300 };

	fixture_begin(&f, SPAMCLS_KIND_HTML);
	for (size_t i = 0; i + 3 <= 1200; i += 3)
		memcpy(prose + i, "\xE5\x9F\x8E", 3);
	for (int i = 0; i < 3; i++)
		fixture_add(&f, prose);
	fixture_add(&f, "城市更新");
	fixture_add(&f, prose);
	fixture_draft();
	scls_odds_settle(&draft, clear);
	ck_assert_int_gt(clear[0], 0);
	ck_assert_int_lt(clear[3], 0);
	scls_odds_settle(&draft, unclear);
	ck_assert_int_gt(unclear[3], 0);
	ck_assert_int_eq(unclear[0], unclear[3]);
	fixture_end(&f);
}
END_TEST

/* What a line of that text loses on a clear page. */
static int32_t lost(const char *line)
{
	static char prose[1201];
	int32_t scores[4] = { 6000, 6000, 6000, 300 };

	fixture_begin(&f, SPAMCLS_KIND_HTML);
	for (size_t i = 0; i + 3 <= 1200; i += 3)
		memcpy(prose + i, "\xE5\x9F\x8E", 3);
	for (int i = 0; i < 3; i++)
		fixture_add(&f, prose);
	fixture_add(&f, line);
	fixture_draft();
	scls_odds_settle(&draft, scores);
	fixture_end(&f);
	return scores[0] - 5700 - scores[3];
}

/* Words and wide characters count one each, and so do all digits. */
START_TEST(tokens)
{
	static const char five[] = "one two three four five ";
	char line[512] = "";

	for (int i = 0; i < 15; i++)
		strcat(line, five);
	ck_assert_int_eq(lost(line), 0);
	line[14 * (sizeof(five) - 1)] = '\0'; /* 70 words */
	ck_assert_int_gt(lost(line), 0);
	strcat(line, "城市更新");
	ck_assert_int_gt(lost(line), 0);
	strcat(line, " 12 34");
	ck_assert_int_eq(lost(line), 0);
}
END_TEST

START_TEST(nothing_on_the_page)
{
	blocks(0);
	ck_assert_int_le(scls_odds_threshold(&draft, NULL), 0);
	fixture_end(&f);
}
END_TEST

SUITE("odds", {
	CASE(chances);
	CASE(clear_page_asks_for_one_half);
	CASE(unclear_page_asks_for_less);
	CASE(best_of_all_thresholds);
	CASE(a_heap_of_keywords_has_a_bounded_say);
	CASE(short_lines_in_doubt);
	CASE(tokens);
	CASE(nothing_on_the_page);
})
