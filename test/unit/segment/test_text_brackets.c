/* test_text_brackets.c - lines in brackets where a list begins. */
#include "segment/text/text_run.h"

#include "draft_fixture.h"

static scls_run run;

static const char *const body[] = {
	"老街改造：一座小城的十年",
	"这条老街在城北，长不过三百米，两边是上世纪的木板房。十年前，"
	"这里的住户多半已经搬走，只剩下几家修鞋铺和一间茶馆。",
	"改造是从修路开始的。工程队先把石板一块块编号，再铺上新的管线，"
	"最后照原样放回去。住在街口的老人说，走上去和从前没有两样。",
	"今年春天，搬走的人陆续回来了。茶馆的老板添了两张桌子，"
	"周末要排队才有座位。他说，生意好不好倒在其次，街上有人就好。",
	NULL
};

static const char *const english[] = {
	"The street lies in the north of the town and is hardly three hundred "
	"metres long. Ten years ago most of its people had left, and only a "
	"tea house and a few cobblers were still there.",
	"The work began with the road. Every stone was given a number, new "
	"pipes were laid, and then each stone went back to its place.", NULL
};

static const char *const list[] = {
	LIST_ZH, NULL
};

static void find(void)
{
	fixture_draft();
	ck_assert_int_eq(scls_text_run(&draft, &run), 0);
}

static const char *const credits[] = {
	"（题图由北城档案馆提供）", "（北城网记者 周小禾 摄影报道）",
	"(Photographs: Harbour Archive, Anna Reed)",
	"[Edited by Anna Reed and the newsroom]", NULL
};

/* Who wrote the body, and from what, is no link, however many lines say so. */
START_TEST(no_list_begins_in_brackets)
{
	fixture_begin(&f, SPAMCLS_KIND_TEXT);
	fixture_lines(&f, body);
	fixture_lines(&f, credits);
	fixture_lines(&f, list);
	find();
	ck_assert_uint_eq(run.begin, 8);
	ck_assert_uint_eq(run.end, f.page.n_blocks);
	fixture_end(&f);
	for (int i = 0; credits[i] != NULL; i++) {
		fixture_begin(&f, SPAMCLS_KIND_TEXT);
		fixture_lines(&f, i < 2 ? body : english);
		fixture_add(&f, credits[i]);
		fixture_lines(&f, list);
		find();
		ck_assert_uint_eq(run.begin, i < 2 ? 5 : 3);
		fixture_end(&f);
	}
}
END_TEST

/* What is in brackets in front, or at both ends, belongs to a headline. */
START_TEST(brackets_in_headlines)
{
	static const char *const first[] = {
		"【视频】老街上的渡轮时隔三年再次起航",
		"（组图）老街面包师第三次获得金奖（图）", NULL
	};

	for (int i = 0; first[i] != NULL; i++) {
		fixture_begin(&f, SPAMCLS_KIND_TEXT);
		fixture_lines(&f, body);
		fixture_add(&f, first[i]);
		fixture_lines(&f, list);
		find();
		ck_assert_uint_eq(run.begin, 4);
		fixture_end(&f);
	}
}
END_TEST

static const char *const bracketed[] = {
	"【乡村小学屋顶翻修赶在雨季前完工】", "【山谷面包师第三次获得金奖】",
	"【市议会通过港口新骑行道方案】", "【县图书馆延长开放时间】",
	"【海岛渡轮时隔三年周一复航】", "【五家博物馆长期修缮后重新开门】", NULL
};

START_TEST(a_list_in_brackets)
{
	fixture_begin(&f, SPAMCLS_KIND_TEXT);
	fixture_lines(&f, body);
	fixture_lines(&f, bracketed);
	find();
	ck_assert_uint_eq(run.begin, 4);
	ck_assert_uint_eq(run.end, f.page.n_blocks);
	fixture_end(&f);
}
END_TEST

SUITE("text_brackets", {
	CASE(no_list_begins_in_brackets);
	CASE(brackets_in_headlines);
	CASE(a_list_in_brackets);
})
