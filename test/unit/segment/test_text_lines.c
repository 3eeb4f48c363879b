/* test_text_lines.c - single lines of a plain-text page: headings, share bars,
 * what stands within a list. */
#include "text_page_fixture.h"

static const char *const chrome_zh[] = {
	BODY_ZH,
	"相关阅读：",
	"某市新材料产业迎来突破，产值有望达到百亿规模",
	"从零到一：量子通信如何改变山区医院的日常",
	"分享至微信",
	"自动驾驶巴士在江边试运行，市民可免费预约",
	"标签：老街 茶馆 石板路 改造 木板房",
	"分享到山顶的风景，是这家老客栈的全部秘密",
	"风电叶片回收难题有解？专家提出三种新思路",
	"数字农业示范区落户西部小城，首批项目签约", NULL
};

/* Words of a share bar are no link but in a headline; tags never are. */
START_TEST(chrome_within_the_list)
{
	split_lines(chrome_zh);
	check_list(10, 17, 6);
	ck_assert_int_ne(split.roles[12], SPAMCLS_ROLE_LINK_LIST);
	ck_assert_int_ne(split.roles[14], SPAMCLS_ROLE_LINK_LIST);
	ck_assert_int_eq(split.roles[15], SPAMCLS_ROLE_LINK_LIST);
	fixture_end(&f);
}
END_TEST

/* Items of plain text have a target, which is empty. */
START_TEST(targets_are_empty)
{
	split_lines(chrome_zh);
	ck_assert_uint_gt(split.n_items, 0);
	for (uint32_t i = 0; i < split.n_items; i++)
		ck_assert_str_eq(split.items[i].href.data, "");
	fixture_end(&f);
}
END_TEST

/* What the line of that many columns is, before a longer one. */
static int role_of_width(uint32_t width, char last)
{
	char line[128], longer[256];
	const char *lines[] = { "A title", longer, line, longer, NULL };
	int role;

	memset(line, 'a', width);
	line[width - 1] = last;
	line[width] = '\0';
	memset(longer, 'b', 200);
	longer[199] = '.';
	longer[200] = '\0';
	split_lines(lines);
	role = split.roles[2];
	fixture_end(&f);
	return role;
}

/* Eighty columns are a heading, which ends no sentence. */
START_TEST(widest_heading)
{
	ck_assert_int_eq(role_of_width(80, 'a'), SPAMCLS_ROLE_HEADING);
	ck_assert_int_eq(role_of_width(81, 'a'), SPAMCLS_ROLE_BODY);
	ck_assert_int_eq(role_of_width(60, '?'), SPAMCLS_ROLE_BODY);
	ck_assert_int_eq(role_of_width(60, ','), SPAMCLS_ROLE_BODY);
	ck_assert_int_eq(role_of_width(60, ':'), SPAMCLS_ROLE_HEADING);
}
END_TEST

static const char *const headed_en[] = {
	BODY_EN,
	LIST_EN,
	"Next post: Why the ferry no longer stops at the northern pier",
	"Related posts",
	"How a village school built its own weather station",
	"Ten bridges that were saved by the people who use them",
	"The last basket maker of the valley takes an apprentice", NULL
};

/* A heading is that of the list behind it, also where steps stand before. */
START_TEST(a_heading_behind_a_step)
{
	split_lines(headed_en);
	ck_assert_uint_eq(split.n_lists, 3);
	ck_assert_int_eq(split.lists[0].role, SPAMCLS_ROLE_LINK_LIST);
	ck_assert_int_eq(split.lists[1].role, SPAMCLS_ROLE_NAVIGATION);
	ck_assert_uint_eq(split.lists[1].n_items, 1);
	ck_assert_int_eq(split.lists[2].role, SPAMCLS_ROLE_LINK_LIST);
	ck_assert_uint_eq(split.lists[2].n_items, 3);
	ck_assert_uint_eq(split.lists[2].heading_begin, f.blocks[10].begin);
	ck_assert_uint_eq(split.lists[2].heading_end, f.blocks[10].end);
	fixture_end(&f);
}
END_TEST

SUITE("text_lines", {
	CASE(chrome_within_the_list);
	CASE(targets_are_empty);
	CASE(widest_heading);
	CASE(a_heading_behind_a_step);
})
