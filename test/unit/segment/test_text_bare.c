/* test_text_bare.c - text that may be nothing but links, by its shape. */
#include "segment/bare.h"
#include "segment/split_steps.h"

#include "draft_fixture.h"

#define LINES 6u /* of LIST_ZH */
#define PARAGRAPH \
	"这条老街在城北，长不过三百米，两边是上世纪的木板房。十年前，" \
	"这里的住户多半已经搬走，只剩下几家修鞋铺和一间茶馆。"

static scls_split split;

static const char *const list[] = { LIST_ZH, NULL };

static void begin(const char *const *lines)
{
	fixture_begin(&f, SPAMCLS_KIND_TEXT);
	fixture_lines(&f, lines);
	fixture_draft();
	ck_assert_int_eq(scls_find_notes(&draft), 0);
}

/* From which line on the page may be nothing but links. */
static uint32_t bare_of(void)
{
	memset(&split, 0, sizeof(split));
	split.bare = f.page.n_blocks;
	scls_text_bare(&draft, &split);
	return split.bare;
}

/* Roles and title as of a page whose lines are all body but the first. */
static void split_from(const char *const *lines, uint32_t from)
{
	static uint8_t roles[64];

	begin(lines);
	memset(&split, 0, sizeof(split));
	memset(roles, SPAMCLS_ROLE_BODY, sizeof(roles));
	roles[0] = SPAMCLS_ROLE_TITLE;
	split.roles = roles;
	split.n_roles = f.page.n_blocks;
	split.title_end = f.page.blocks[0].end;
	ck_assert_int_eq(scls_split_bare(&f.arena, &f.phrases, &f.page, from,
	                                 1, &split), 0);
	ck_assert_uint_eq(split.n_roles, f.page.n_blocks);
	ck_assert_uint_eq(split.bare, split.n_roles);
}

START_TEST(begins_behind_the_last_paragraph)
{
	static const char *const with_body[] = {
		"老街改造", PARAGRAPH, "今年春天", PARAGRAPH, LIST_ZH, NULL
	};

	begin(list);
	ck_assert_uint_eq(bare_of(), 0);
	fixture_end(&f);
	begin(with_body);
	ck_assert_uint_eq(bare_of(), 4);
	fixture_end(&f);
}
END_TEST

/* Five headlines at least, and half of the lines. */
START_TEST(needs_headlines)
{
	static const char *const odd[] = {
		"图", "广告", "3", "更多", "AD", "视频", LIST_ZH, NULL
	};
	static const char *const too_odd[] = {
		"图", "广告", "3", "更多", "AD", "视频", "财", "12", LIST_ZH, NULL
	};
	static const char *const none[] = { NULL };

	begin(list + 1);
	ck_assert_uint_eq(bare_of(), 0);
	fixture_end(&f);
	begin(list + 2);
	ck_assert_uint_eq(bare_of(), LINES - 2);
	fixture_end(&f);
	begin(odd);
	ck_assert_uint_eq(bare_of(), 0);
	fixture_end(&f);
	begin(too_odd);
	ck_assert_uint_eq(bare_of(), f.page.n_blocks);
	fixture_end(&f);
	begin(none);
	ck_assert_uint_eq(bare_of(), 0);
	fixture_end(&f);
}
END_TEST

/* Lines that end as sentences do are no links: wide ones are paragraphs,
 * others stay the body between links. */
START_TEST(a_number_ends_no_sentence)
{
	static const char *const numbered[] = {
		"1. 老街改造完工！商户回来了几家，居民怎么看",
		"2. 茶馆换了主人！木板房修旧如旧，细节有讲究",
		"3. 修鞋铺还在吗？三代手艺人的坚持，看完沉默",
		"4. 城北停车位不够！新增车位三百个，去哪申请",
		"5. 夜市重新开张？摊位怎么分配，这几条要记住", NULL
	};

	begin(numbered);
	ck_assert_uint_eq(bare_of(), 0);
	fixture_end(&f);
}
END_TEST

START_TEST(sentences_are_no_links)
{
	static const char *const wide[] = {
		"茶馆的老板添了两张桌子，周末要排队才有座位，他说生意好不好倒在"
		"其次，只要街上有人走动，晚上有几盏灯亮着，就比什么都好。",
		LIST_ZH, NULL
	};
	static const char *const narrow[] = {
		LIST_ZH, "今年春天，搬走的人陆续回来了，茶馆的老板添了桌子。",
		"短句。", "某某报社 版权所有", "关于我们",
		"茶馆的新生意：老房子里的四种可能", NULL
	};

	begin(wide);
	ck_assert_uint_eq(bare_of(), 1);
	fixture_end(&f);
	split_from(narrow, 0);
	ck_assert_uint_eq(split.n_items, LINES + 1);
	ck_assert_int_eq(split.roles[LINES], SPAMCLS_ROLE_BODY);
	ck_assert_int_eq(split.roles[LINES + 1], SPAMCLS_ROLE_OTHER);
	ck_assert_int_eq(split.roles[LINES + 2], SPAMCLS_ROLE_FOOTER);
	ck_assert_int_eq(split.roles[LINES + 3], SPAMCLS_ROLE_FOOTER);
	fixture_end(&f);
}
END_TEST

/* What stands behind them may be wide, but is short. */
START_TEST(a_tail_may_follow)
{
	static const uint32_t tails[] = { 0, 1, 12, 13 };

	for (size_t k = 0; k < sizeof(tails) / sizeof(tails[0]); k++) {
		begin(list);
		for (uint32_t i = 0; i < tails[k]; i++)
			(void)fixture_add(&f, PARAGRAPH);
		fixture_draft();
		ck_assert_uint_eq(bare_of(),
		                  tails[k] > 12 ? f.page.n_blocks : 0);
		fixture_end(&f);
	}
}
END_TEST

/* Only where the shape found no list, and in text alone. */
START_TEST(asked_where_there_is_no_list)
{
	static const char *const verses[] = {
		"后来太阳照到对岸，有人洗衣服", "只有一只鸟从雾里出来又回去",
		"我来的时候，水和石头还没有醒", "她抬头看我，我说早她也说早",
		"多年以后我只记得那一块石头", "还有它上面的，一点点的光", NULL
	};
	static const char *const paragraphs[] = { PARAGRAPH, PARAGRAPH, NULL };
	static const char *const *const pages[] = { verses, paragraphs };
	static const uint32_t bare[] = { 0, 2 };

	for (size_t i = 0; i < 2; i++) {
		begin(pages[i]);
		ck_assert_int_eq(scls_split_page(&f.arena, &f.phrases,
		                                 &f.page, &split), 0);
		ck_assert_uint_eq(split.n_lists, 0);
		ck_assert_uint_eq(split.bare, bare[i]);
		fixture_end(&f);
	}
}
END_TEST

static const char *const dated[] = {
	"2021-03-05", "老街改造完成，居民年底前搬回", "热度一", "2021-03-06",
	"图书馆延长开放时间，读者都称赞", "热度二", "2021-03-07",
	"河边的新公园开放，游人冒雨前来", "热度三", "2021-03-08",
	"山区小学的屋顶修好，雨天不再漏", "热度四", "2021-03-09",
	"渡船周一恢复航行，票价不变三年", "热度五", "某某报社 版权所有", NULL
};

/* Dates are no lines of their own, and no links, nor is the footer a line. */
START_TEST(days_do_not_count)
{
	begin(dated);
	ck_assert_uint_eq(bare_of(), 0);
	ck_assert_uint_eq(split.n_asked, SCLS_BARE_LEAST);
	ck_assert_mem_eq(split.asked[4].data, dated[13],
	                 split.asked[4].size);
	fixture_end(&f);
}
END_TEST

/* What stands between headlines may look like them; of so many lines, every
 * second or third, some of each are asked. */
START_TEST(asked_of_every_kind)
{
	for (uint32_t period = 2; period <= 3; period++)
		for (uint32_t n = 9; n < 300; n++) {
			uint32_t seen[3] = { 0, 0, 0 };

			memset(&split, 0, sizeof(split));
			for (uint32_t k = 0; k < n; k++)
				scls_ask(&split, k, n,
				         (scls_span){ "abc", k % period });
			ck_assert_uint_ge(split.n_asked, 7);
			for (uint32_t k = 0; k < split.n_asked; k++)
				seen[split.asked[k].size]++;
			for (uint32_t k = 0; k < period; k++)
				ck_assert_uint_ge(seen[k], 1);
		}
}
END_TEST

START_TEST(all_headlines_are_one_list)
{
	static const char *const lines[] = {
		"老街改造", PARAGRAPH, "猜你喜欢", LIST_ZH, "广告",
		"茶馆的新生意：老房子里的四种可能", "某某报社 版权所有", NULL
	};

	split_from(lines, 3);
	ck_assert_uint_eq(split.n_lists, 1);
	ck_assert_uint_eq(split.n_items, LINES + 1);
	ck_assert_uint_eq(split.items[0].block, 3);
	ck_assert_uint_eq(split.items[LINES].block, 3 + LINES + 1);
	ck_assert_str_eq(split.items[0].href.data, "");
	ck_assert_int_eq(split.lists[0].trailing, 1);
	ck_assert_uint_eq(split.lists[0].heading_begin,
	                  f.page.blocks[2].begin);
	ck_assert_int_eq(split.roles[0], SPAMCLS_ROLE_TITLE);
	ck_assert_int_eq(split.roles[1], SPAMCLS_ROLE_BODY);
	ck_assert_int_eq(split.roles[2], SPAMCLS_ROLE_LIST_HEADING);
	ck_assert_int_eq(split.roles[3], SPAMCLS_ROLE_LINK_LIST);
	ck_assert_int_eq(split.roles[3 + LINES], SPAMCLS_ROLE_OTHER);
	/* Behind the last link: as it was. */
	ck_assert_int_eq(split.roles[3 + LINES + 2], SPAMCLS_ROLE_BODY);
	ck_assert_uint_eq(split.title_end, f.page.blocks[0].end);
	fixture_end(&f);
}
END_TEST

/* What was the title is a link where the list begins with it. */
START_TEST(a_link_is_no_title)
{
	split_from(list, 0);
	ck_assert_uint_eq(split.n_items, LINES);
	ck_assert_uint_eq(split.title_end, 0);
	fixture_end(&f);
}
END_TEST

SUITE("text_bare", {
	CASE(begins_behind_the_last_paragraph);
	CASE(needs_headlines);
	CASE(a_number_ends_no_sentence);
	CASE(sentences_are_no_links);
	CASE(a_tail_may_follow);
	CASE(asked_where_there_is_no_list);
	CASE(days_do_not_count);
	CASE(asked_of_every_kind);
	CASE(all_headlines_are_one_list);
	CASE(a_link_is_no_title);
})
