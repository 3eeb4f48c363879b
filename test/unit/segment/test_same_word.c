/* test_same_word.c - words that a list's editors put to each link. */
#include "segment/same_word.h"

#include "../../suite.h"

#include <stdio.h>

#define N 5u

static const char *const english[N] = {
	"Bridge over the Lune reopens after repairs",
	"Library asks readers which hours suit them",
	"Two x-ray rooms for the cottage hospital",
	"Why the ferry timetable changes in March",
	"Council hears plan for a covered market",
};

static const char *const chinese[N] = {
	"老码头的修船厂搬到下游", "图书馆周末延长开放两小时",
	"渡轮三月起改走新航线", "县医院添了两间放射室", "集市顶棚方案征求意见",
};

/* Lines, a line end behind each. */
typedef struct fixture {
	char text[1024];
	scls_item items[N];
} fixture;

static void fill(fixture *f, const char *const lines[N], const char *before,
                 const char *behind)
{
	size_t at = 0;

	memset(f, 0, sizeof(*f));
	for (uint32_t i = 0; i < N; i++) {
		f->items[i].begin = (uint32_t)at;
		at += (size_t)snprintf(f->text + at, sizeof(f->text) - at,
		                       "%s%s%s", before, lines[i], behind);
		f->items[i].end = (uint32_t)at;
		f->text[at++] = '\n';
	}
}

static void check_item(const fixture *f, uint32_t i, const char *before,
                       const char *line, const char *behind)
{
	char expected[256];
	uint32_t size = f->items[i].end - f->items[i].begin;

	snprintf(expected, sizeof(expected), "%s%s%s", before, line, behind);
	ck_assert_msg(size == strlen(expected)
	              && memcmp(f->text + f->items[i].begin, expected, size)
	                 == 0, "item %u is \"%.*s\", not \"%s\"", i,
	              (int)size, f->text + f->items[i].begin, expected);
}

static void check_cut(const char *const lines[N], const char *before,
                      const char *behind)
{
	fixture f;

	fill(&f, lines, before, behind);
	scls_cut_same_words(f.text, f.items, N);
	for (uint32_t i = 0; i < N; i++)
		check_item(&f, i, "", lines[i], "");
}

static void check_whole(const char *const lines[N], const char *before,
                        const char *behind)
{
	fixture f;

	fill(&f, lines, before, behind);
	scls_cut_same_words(f.text, f.items, N);
	for (uint32_t i = 0; i < N; i++)
		check_item(&f, i, before, lines[i], behind);
}

START_TEST(the_same_word_behind_most_is_cut)
{
	check_cut(english, "", " Featured");
	check_cut(chinese, "", " 推荐阅读");
	check_cut(chinese, "", "　独家");
	check_cut(chinese, "", "/专题");
	check_cut(chinese, "", "·专题");
}
END_TEST

START_TEST(who_wrote_all_is_cut)
{
	check_cut(english, "", " Ann Whitlow");
	check_cut(chinese, "", " 记者 陆小满");
}
END_TEST

START_TEST(a_word_before_is_cut_where_it_is_not_ascii)
{
	check_cut(chinese, "独家 ", "");
	check_whole(english, "How ", "");
}
END_TEST

START_TEST(what_is_glued_to_each_stays)
{
	check_whole(chinese, "", "精选");
	check_whole(chinese, "专题", "");
}
END_TEST

START_TEST(a_longer_part_stays)
{
	check_whole(english, "", " By Ann Marie Whitlow");
	check_whole(english, "", " and what it means for you");
	check_whole(chinese, "", " 到 底 怎 么 回 事");
}
END_TEST

START_TEST(what_goes_on_in_small_letters_stays)
{
	check_whole(english, "", " explained");
	check_whole(english, "", " in full");
}
END_TEST

START_TEST(figures_are_no_words)
{
	check_whole(chinese, "", " 2024");
	check_whole(english, "", " 12:30");
}
END_TEST

START_TEST(one_of_five_may_lack_the_word)
{
	fixture f;

	fill(&f, english, "", " Featured");
	f.items[3].end -= (uint32_t)strlen(" Featured");
	scls_cut_same_words(f.text, f.items, N);
	for (uint32_t i = 0; i < N; i++)
		check_item(&f, i, "", english[i], "");
	fill(&f, english, "", " Featured");
	f.items[1].end -= (uint32_t)strlen(" Featured");
	f.items[3].end -= (uint32_t)strlen(" Featured");
	scls_cut_same_words(f.text, f.items, N);
	check_item(&f, 0, "", english[0], " Featured");
}
END_TEST

START_TEST(words_that_differ_stay)
{
	fixture f;

	fill(&f, english, "", "");
	scls_cut_same_words(f.text, f.items, N);
	for (uint32_t i = 0; i < N; i++)
		check_item(&f, i, "", english[i], "");
}
END_TEST

START_TEST(a_headline_is_left)
{
	static const char *const short_lines[N] = {
		"渡轮", "集市", "码头", "医院", "图书馆",
	};

	check_whole(short_lines, "", " 时刻表");
}
END_TEST

START_TEST(few_links_and_none_stay_whole)
{
	fixture f;

	fill(&f, english, "", " Featured");
	scls_cut_same_words(f.text, f.items, 3);
	scls_cut_same_words(f.text, f.items, 0);
	check_item(&f, 0, "", english[0], " Featured");
	memset(&f, 0, sizeof(f));
	scls_cut_same_words(f.text, f.items, N);
	ck_assert_uint_eq(f.items[0].end, 0);
}
END_TEST

SUITE("same_word", {
	CASE(the_same_word_behind_most_is_cut);
	CASE(who_wrote_all_is_cut);
	CASE(a_word_before_is_cut_where_it_is_not_ascii);
	CASE(what_is_glued_to_each_stays);
	CASE(a_longer_part_stays);
	CASE(what_goes_on_in_small_letters_stays);
	CASE(figures_are_no_words);
	CASE(one_of_five_may_lack_the_word);
	CASE(words_that_differ_stay);
	CASE(a_headline_is_left);
	CASE(few_links_and_none_stay_whole);
})
