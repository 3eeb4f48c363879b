/* test_text_run.c - where the list of a plain-text page begins and ends. */
#include "text_run_fixture.h"

static const char *const more_body[] = {
	"第二年，街口建起了一座小小的展览馆，里面放着从各家收来的旧物。"
	"有一只搪瓷缸，缸底写着主人的名字和日期。",
	"馆长是本地中学的退休教师。他每天上午来，给客人讲每件东西的来历，"
	"下午就坐在门口晒太阳。",
	"客人多半是附近城市来的年轻人。他们拍照，喝茶，在石板路上来回走，"
	"天黑之前坐最后一班车离开。",
	"也有留下来的。去年秋天，一对夫妻租下了街尾的空房子，开了一间书店，"
	"书不多，但每一本都有人翻过。",
	"书店的灯亮到很晚。街上的人说，有灯的街道才像一条街道，"
	"走夜路的人心里不慌。",
	NULL
};

START_TEST(begins_where_the_body_stops)
{
	EXPECT_RUN(4, 10, body, list);
}
END_TEST

/* However much stands before it. */
START_TEST(begins_far_down)
{
	uint32_t before;

	fixture_begin(&f, SPAMCLS_KIND_TEXT);
	fixture_lines(&f, body);
	for (int i = 0; i < 8; i++)
		fixture_lines(&f, more_body);
	before = f.page.n_blocks;
	fixture_lines(&f, list);
	find();
	ck_assert_uint_eq(run.begin, before);
	ck_assert_uint_eq(run.end, f.page.n_blocks);
	fixture_end(&f);
}
END_TEST

START_TEST(references_are_no_part_of_it)
{
	fixture_begin(&f, SPAMCLS_KIND_TEXT);
	fixture_lines(&f, body);
	fixture_lines(&f, list);
	fixture_draft();
	draft.roles[4] = draft.roles[5] = SPAMCLS_ROLE_REFERENCES;
	ck_assert_int_eq(scls_text_run(&draft, &run), 0);
	ck_assert_uint_eq(run.begin, 6);
	ck_assert_uint_eq(run.end, 10);
	fixture_end(&f);
}
END_TEST

START_TEST(a_page_that_goes_on_has_none)
{
	EXPECT_RUN(TO_THE_END, TO_THE_END, body, list, more_body);
}
END_TEST

START_TEST(comments_may_follow)
{
	EXPECT_RUN(4, 10, body, list, LINE("网友评论(5)"), more_body);
}
END_TEST

static const char *const narrow[] = {
	"茶叶种植技术（一）", "玉米种植技术（二）", "苹果种植技术（二）",
	"茶叶种植技术（三）", "水稻种植技术（一）", NULL
};

/* What could be anything is a list behind the heading of one. */
START_TEST(a_heading_tells)
{
	EXPECT_RUN(TO_THE_END, TO_THE_END, body, LINE("石板街边"), narrow);
	EXPECT_RUN(5, TO_THE_END, body, LINE("更多阅读："), narrow);
}
END_TEST

/* Also where nothing stands before it, and the list is short. */
START_TEST(a_heading_tells_from_the_first_line_on)
{
	const char *const four[] = {
		list[0], list[1], list[2], list[3], NULL
	};

	EXPECT_RUN(TO_THE_END, TO_THE_END, LINE("石板街边"), four);
	EXPECT_RUN(1, TO_THE_END, LINE("更多阅读："), four);
}
END_TEST

static const char *const sentences[] = {
	"他说，生意好不好倒在其次。", "街上有人就好，别的不要紧。",
	"走夜路的人心里不慌了。", NULL
};

/* It speaks for each of the lines behind it, even for what ends as sentences
 * do. */
START_TEST(a_heading_tells_of_sentences)
{
	EXPECT_RUN(TO_THE_END, TO_THE_END, LINE(body[0]), LINE("石板街边"),
	           sentences);
	EXPECT_RUN(2, TO_THE_END, LINE(body[0]), LINE("更多阅读："),
	           sentences);
}
END_TEST

static const char *const rows[] = {
	"型号 A1 | 12 | 340 | 5 | 18", "型号 A2 | 14 | 360 | 6 | 20",
	"型号 B1 | 18 | 400 | 8 | 26", "型号 B2 | 20 | 420 | 9 | 30",
	"型号 C1 | 24 | 480 | 9 | 35", "型号 C2 | 26 | 510 | 9 | 41",
	NULL
};

START_TEST(rows_of_a_table_are_no_list)
{
	EXPECT_RUN(TO_THE_END, TO_THE_END, body, rows);
}
END_TEST

/* What has as many signs as a table's row is an item behind other items. */
START_TEST(signs_in_a_list)
{
	EXPECT_RUN(4, TO_THE_END, body, list,
	           LINE("手机/电话/对讲机/收音机：老街修理铺的三十年"), list,
	           LINE("茶馆+书店+画室+民宿，老房子里的新生意"));
}
END_TEST

static const char *const pictured[] = {
	"🌊 渡轮复航 🎉 海岛旅游季 ☀ 提前开始", "🍞 山谷面包师 🏆 三度获奖 ✨ 的秘密",
	"🏫 乡村小学 🔧 屋顶翻修 ⏰ 赶在雨季前", "🚲 港口骑行道 🗳 市议会 ✅ 一致通过",
	"📚 县图书馆 🕘 延长开放 📈 借阅翻倍", NULL
};

static const char *const dashed[] = {
	"老街――修理铺――三十年里的人和事", "茶馆――书店――老房子里的新生意",
	"海岛――渡轮――旅游季提前到来", "山谷――面包――三度获奖的师傅",
	"港口――骑行道――市议会一致通过", NULL
};

/* Nor do pictures and dashes make a table. */
START_TEST(pictures_and_dashes_in_a_list)
{
	EXPECT_RUN(4, TO_THE_END, body, pictured);
	EXPECT_RUN(4, TO_THE_END, body, dashed);
}
END_TEST

START_TEST(two_lines_are_no_list)
{
	EXPECT_RUN(TO_THE_END, TO_THE_END, body, LINE(list[0]), LINE(list[1]));
}
END_TEST

static const char *const shelf[] = {
	"护肤套装", "四件商品", "保湿三件套", "原价：495", "清爽二件套",
	"原价：310", NULL
};

START_TEST(no_paragraph_has_to_stand_before_it)
{
	EXPECT_RUN(6, TO_THE_END, shelf, list, list);
}
END_TEST

START_TEST(the_same_page_gives_the_same_run)
{
	for (int i = 0; i < 3; i++) {
		fixture_begin(&f, SPAMCLS_KIND_TEXT);
		fixture_lines(&f, body);
		fixture_lines(&f, list);
		find();
		ck_assert_uint_eq(run.begin, 4);
		scls_arena_reset(&f.arena);
		find();
		ck_assert_uint_eq(run.begin, 4);
		fixture_end(&f);
	}
}
END_TEST

SUITE("text_run", {
	CASE(begins_where_the_body_stops);
	CASE(begins_far_down);
	CASE(references_are_no_part_of_it);
	CASE(a_page_that_goes_on_has_none);
	CASE(comments_may_follow);
	CASE(a_heading_tells);
	CASE(a_heading_tells_from_the_first_line_on);
	CASE(a_heading_tells_of_sentences);
	CASE(rows_of_a_table_are_no_list);
	CASE(signs_in_a_list);
	CASE(pictures_and_dashes_in_a_list);
	CASE(two_lines_are_no_list);
	CASE(no_paragraph_has_to_stand_before_it);
	CASE(the_same_page_gives_the_same_run);
})
