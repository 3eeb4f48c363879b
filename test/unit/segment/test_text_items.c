/* test_text_items.c - plain-text pages: which lines of a list are items. */
#include "text_page_fixture.h"

static const char *const bylines_zh[] = {
	BODY_ZH, SOURCES_ZH,
	"储能电站建设提速，明年将覆盖全部县区", "2021-03-05 浏览(107)",
	"卫星互联网落地山区，快递车队先用上了导航", "2021-03-04 浏览(98)",
	"新型涂料让桥梁更耐盐雾，三年检修一次即可", "2021-03-03 浏览(64)",
	"水下机器人巡检大坝，人工潜水次数减少一半", "2021-03-02 浏览(30)",
	"自动驾驶巴士在江边试运行，市民可免费预约", "2021-03-01 浏览(11)",
	NULL
};

/* A date and views under a headline are its details, and no link. */
START_TEST(days_under_headlines)
{
	split_lines(bylines_zh);
	check_list(12, 20, 5);
	ck_assert_int_eq(split.roles[13], SPAMCLS_ROLE_OTHER);
	fixture_end(&f);
}
END_TEST

static const char *const days_en[] = {
	BODY_EN,
	"Ferry to the islands runs again from Monday", "2021-03-09",
	"Bakers of the valley win three prizes", "2021-03-11",
	"School roof repaired before the rain", "2021-03-12",
	"New bell for the tower of Saint Anne", "2021-03-13",
	"Who owns the meadow behind the mill?", "2021-03-15",
	"River level falls to 1.4 metres", "2021-03-16",
	"Two chess masters from one village", "2021-03-17",
	"Snow", "2021-03-18",
	"Bus to the hospital stops at the market", "2021-03-20",
	"Grandmother of nine learns to swim", "2021-03-21", NULL
};

/* Dates alone between headlines do not end their list, and are no links,
 * however little the line says that they stand under. */
START_TEST(nothing_but_dates_between)
{
	split_lines(days_en);
	check_list(3, 21, 9);
	for (uint32_t i = 4; i <= 20; i += 2)
		ck_assert_int_eq(split.roles[i], SPAMCLS_ROLE_OTHER);
	fixture_end(&f);
}
END_TEST

static const char *const targets_en[] = {
	BODY_EN,
	"Ferry to the islands runs again from Monday",
	"https://www.example.org/news/1.html",
	"Bakers of the valley win three prizes",
	"https://www.example.org/news/2.html",
	"School roof repaired before the rain",
	"https://www.example.org/news/3.html",
	"New bell for the tower of Saint Anne",
	"http://www.example.org/news/4.html",
	"Who owns the meadow behind the mill?",
	"https://www.example.org/news/5.html", NULL
};

/* An address is the target of the link before, and none itself. */
START_TEST(addresses_under_headlines)
{
	split_lines(targets_en);
	check_list(3, 11, 5);
	ck_assert_int_eq(split.roles[4], SPAMCLS_ROLE_OTHER);
	fixture_end(&f);
}
END_TEST

static const char *const told_en[] = {
	BODY_EN,
	"Ferry to the islands runs again from Monday", "3 days ago",
	"by Admin",
	"Bakers of the valley win three prizes", "5 days ago", "by Admin",
	"School roof repaired before the rain", "1 week ago", "by Admin",
	"New bell for the tower of Saint Anne", "12 days ago", "by Admin",
	"Who owns the meadow behind the mill?", "13 days ago", "by Admin",
	"River level falls to 1.4 metres", "20 days ago", "by Admin", NULL
};

/* Words that come again under headlines, in any language. */
START_TEST(words_under_headlines)
{
	split_lines(told_en);
	check_list(3, 18, 6);
	ck_assert_int_eq(split.roles[10], SPAMCLS_ROLE_OTHER);
	fixture_end(&f);
}
END_TEST

static const char *const joined_en[] = {
	BODY_EN,
	"Ferry to the islands runs again from Monday | "
	"Bakers of the valley win three prizes | "
	"School roof repaired before the rain | "
	"New bell for the tower of Saint Anne | "
	"Who owns the meadow behind the mill? | "
	"River level falls to 1.4 metres",
	"Two chess masters from one village | "
	"Grandmother of nine learns to swim", NULL
};

/* A list may be a line or two. */
START_TEST(headlines_in_a_row)
{
	split_lines(joined_en);
	check_list(3, 4, 8);
	ck_assert_int_eq(split.roles[2], SPAMCLS_ROLE_BODY);
	fixture_end(&f);
}
END_TEST

static const char *const imprint_en[] = {
	BODY_EN, LIST_EN, "© 2021 The Daily Bridge", "Who we are and were",
	NULL
};

/* Nor is what stands behind the imprint. */
START_TEST(an_imprint_ends_the_list)
{
	split_lines(imprint_en);
	check_list(3, 8, 6);
	ck_assert_int_eq(split.roles[9], SPAMCLS_ROLE_FOOTER);
	ck_assert_int_eq(split.roles[10], SPAMCLS_ROLE_FOOTER);
	fixture_end(&f);
}
END_TEST

#define PARAGRAPH_ZH \
	"这条老街在城北，长不过三百米，两边是上世纪的木板房。十年前，" \
	"这里的住户多半已经搬走，只剩下几家修鞋铺和一间茶馆。"

static const char *const first_zh[] = {
	"老街改造：一座小城的十年", "相关推荐", LIST_ZH,
	"储能电站建设提速，明年将覆盖全部县区",
	"卫星互联网落地山区，快递车队先用上了导航",
	"新型涂料让桥梁更耐盐雾，三年检修一次即可",
	"水下机器人巡检大坝，人工潜水次数减少一半",
	PARAGRAPH_ZH, PARAGRAPH_ZH, NULL
};

/* Where the list is first, paragraphs behind it are the body, and no items. */
START_TEST(a_body_behind_the_list)
{
	split_lines(first_zh);
	ck_assert_uint_eq(split.n_lists, 1);
	ck_assert_uint_eq(split.items[split.n_items - 1].block, 11);
	ck_assert_int_eq(split.roles[13], SPAMCLS_ROLE_BODY);
	ck_assert_int_eq(split.roles[12], SPAMCLS_ROLE_BODY);
	fixture_end(&f);
}
END_TEST

static const char *const short_end_en[] = {
	BODY_EN, "The last stone was laid in May.",
	"Ferry to the islands runs again from Monday",
	"Bakers of the valley win three prizes",
	"School roof repaired before the rain",
	"New bell for the tower of Saint Anne",
	"Who owns the meadow behind the mill?",
	"River level falls to 1.4 metres", NULL
};

static void split_linked(const char *const *lines, uint32_t from)
{
	fixture_begin(&f, SPAMCLS_KIND_TEXT);
	for (uint32_t i = 0; lines[i] != NULL; i++)
		if (i < from)
			(void)fixture_add(&f, lines[i]);
		else
			(void)fixture_link(&f, lines[i], "/a");
	ck_assert_int_eq(scls_split_page(&f.arena, &f.phrases, &f.page,
	                                 &split), 0);
}

/* Where lines are links as Markdown writes them, a short last line of the body
 * is none of their list. */
START_TEST(a_list_of_links_begins_with_one)
{
	split_linked(short_end_en, 4);
	check_list(4, 9, 6);
	ck_assert_int_eq(split.roles[3], SPAMCLS_ROLE_BODY);
	fixture_end(&f);
}
END_TEST

/* More lines than two before the first link are the list's own: it has lines
 * and links. */
START_TEST(a_list_of_lines_and_links)
{
	split_linked(short_end_en, 7);
	ck_assert_uint_eq(split.n_lists, 1);
	ck_assert_uint_le(split.items[0].block, 4);
	fixture_end(&f);
}
END_TEST

static const char *const menus_zh[] = {
	BODY_ZH, SOURCES_ZH, LIST_ZH,
	"女人 亲子 艺术 时尚 星座 图库",
	"储能电站建设提速，明年将覆盖全部县区",
	"彩票: 双色球 3D 大乐透 七乐彩", NULL
};

static const char *const blanks_zh[] = {
	BODY_ZH, SOURCES_ZH,
	"储能 电站 建设 提速 明年 覆盖 全部 县区",
	"卫星 互联网 落地 山区 快递 车队 导航",
	"新型 涂料 桥梁 耐盐雾 三年 检修 一次",
	"水下 机器人 巡检 大坝 人工 潜水 减少",
	"自动 驾驶 巴士 江边 试运行 免费 预约",
	"从零 到一 量子 通信 改变 山区 医院",
	"新材料 产业 迎来 突破 产值 百亿 规模", NULL
};

/* They are no links' texts; where all lines have blanks, they are no menus. */
START_TEST(rows_of_labels)
{
	split_lines(menus_zh);
	check_list(12, 19, 7);
	ck_assert_int_eq(split.roles[18], SPAMCLS_ROLE_OTHER);
	fixture_end(&f);
	split_lines(blanks_zh);
	check_list(12, 18, 7);
	fixture_end(&f);
}
END_TEST

static const char *const said_zh[] = {
	BODY_ZH,
	"网友评论(3)",
	"小张：写得真好，我家也在那条街上，盼着早点通车。",
	"路过的人：去年冬天我还在那间茶馆里坐过一个下午。",
	"老王：什么时候轮到我们城南？", NULL
};

/* What stands behind a heading of comments and ends as sentences do. */
START_TEST(comments_are_no_links)
{
	split_lines(said_zh);
	for (uint32_t i = 0; i < split.n_lists; i++)
		ck_assert_int_eq(split.lists[i].role, SPAMCLS_ROLE_COMMENTS);
	ck_assert_int_eq(split.roles[11], SPAMCLS_ROLE_COMMENTS);
	fixture_end(&f);
}
END_TEST

SUITE("text_items", {
	CASE(comments_are_no_links);
	CASE(rows_of_labels);
	CASE(days_under_headlines);
	CASE(nothing_but_dates_between);
	CASE(addresses_under_headlines);
	CASE(words_under_headlines);
	CASE(headlines_in_a_row);
	CASE(an_imprint_ends_the_list);
	CASE(a_body_behind_the_list);
	CASE(a_list_of_links_begins_with_one);
	CASE(a_list_of_lines_and_links);
})
