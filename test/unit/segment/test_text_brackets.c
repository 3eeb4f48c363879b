/* test_text_brackets.c - lines in brackets where a list begins. */
#include "text_run_fixture.h"

static const char *const credits[] = {
	"（题图由北城档案馆提供）", "（北城网记者 周小禾 摄影报道）",
	"(Photographs: Harbour Archive, Anna Reed)",
	"[Edited by Anna Reed and the newsroom]", NULL
};

/* Who wrote the body, and from what, is no link, however many lines say so. */
START_TEST(no_list_begins_in_brackets)
{
	EXPECT_RUN(8, TO_THE_END, body, credits, list);
	for (int i = 0; credits[i] != NULL; i++)
		EXPECT_RUN(i < 2 ? 5 : 3, TO_THE_END, i < 2 ? body : english,
		           LINE(credits[i]), list);
}
END_TEST

/* What is in brackets in front, or at both ends, belongs to a headline. */
START_TEST(brackets_in_headlines)
{
	static const char *const first[] = {
		"【视频】老街上的渡轮时隔三年再次起航",
		"（组图）老街面包师第三次获得金奖（图）", NULL
	};

	for (int i = 0; first[i] != NULL; i++)
		EXPECT_RUN(4, TO_THE_END, body, LINE(first[i]), list);
}
END_TEST

static const char *const bracketed[] = {
	"【乡村小学屋顶翻修赶在雨季前完工】", "【山谷面包师第三次获得金奖】",
	"【市议会通过港口新骑行道方案】", "【县图书馆延长开放时间】",
	"【海岛渡轮时隔三年周一复航】", "【五家博物馆长期修缮后重新开门】", NULL
};

START_TEST(a_list_in_brackets)
{
	EXPECT_RUN(4, TO_THE_END, body, bracketed);
}
END_TEST

SUITE("text_brackets", {
	CASE(no_list_begins_in_brackets);
	CASE(brackets_in_headlines);
	CASE(a_list_in_brackets);
})
