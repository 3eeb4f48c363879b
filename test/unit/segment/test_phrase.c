/* test_phrase.c - lines that say what they are. */
#include "segment/line/phrase.h"

#include "../../suite.h"

static scls_phrase phrase(const char *line)
{
	scls_phrases phrases;

	scls_phrases_begin(&phrases);
	return scls_phrase_of(&phrases, scls_span_of(line));
}

START_TEST(list_headings)
{
	ck_assert_int_eq(phrase("相关阅读"), SCLS_PHRASE_LIST);
	ck_assert_int_eq(phrase(" 相关阅读： "), SCLS_PHRASE_LIST);
	ck_assert_int_eq(phrase("【猜你喜欢】"), SCLS_PHRASE_LIST);
	ck_assert_int_eq(phrase("■ 热门推荐 >>"), SCLS_PHRASE_LIST);
	ck_assert_int_eq(phrase("猜你喜歡"), SCLS_PHRASE_LIST);
	ck_assert_int_eq(phrase("RELATED POSTS"), SCLS_PHRASE_LIST);
	ck_assert_int_eq(phrase("You may also like…"), SCLS_PHRASE_LIST);
	ck_assert_int_eq(phrase("関連記事"), SCLS_PHRASE_LIST);
	ck_assert_int_eq(phrase("관련 기사"), SCLS_PHRASE_LIST);
	ck_assert_int_eq(phrase("Baca Juga:"), SCLS_PHRASE_LIST);
	ck_assert_int_eq(phrase("Lire aussi :"), SCLS_PHRASE_LIST);
}
END_TEST

START_TEST(comments_and_references)
{
	ck_assert_int_eq(phrase("网友留言(0)"), SCLS_PHRASE_COMMENTS);
	ck_assert_int_eq(phrase("网友评论（12）"), SCLS_PHRASE_COMMENTS);
	ck_assert_int_eq(phrase("Comments (3)"), SCLS_PHRASE_COMMENTS);
	ck_assert_int_eq(phrase("17 Comments"), SCLS_PHRASE_COMMENTS);
	ck_assert_int_eq(phrase("参考文献"), SCLS_PHRASE_REFERENCES);
	ck_assert_int_eq(phrase("参考资料："), SCLS_PHRASE_REFERENCES);
	ck_assert_int_eq(phrase("References"), SCLS_PHRASE_REFERENCES);
	ck_assert_int_eq(phrase("Literatur"), SCLS_PHRASE_REFERENCES);
}
END_TEST

START_TEST(chrome)
{
	ck_assert_int_eq(phrase("上一篇：没有了"), SCLS_PHRASE_STEP);
	ck_assert_int_eq(phrase("Next: A walk by the river"),
	                 SCLS_PHRASE_STEP);
	ck_assert_int_eq(phrase("当前位置：首页 > 新闻"), SCLS_PHRASE_PLACE);
	ck_assert_int_eq(phrase("Copyright © 2020 Example"),
	                 SCLS_PHRASE_IMPRINT);
	ck_assert_int_eq(phrase("某市日报社 版权所有"), SCLS_PHRASE_IMPRINT);
	ck_assert_int_eq(phrase("Privacy policy"), SCLS_PHRASE_FOOTER);
	ck_assert_int_eq(phrase("Read more »"), SCLS_PHRASE_CHROME);
	ck_assert_int_eq(phrase("This site uses cookies."),
	                 SCLS_PHRASE_CHROME);
	ck_assert_int_eq(phrase("标签：生活 城市"), SCLS_PHRASE_TAGS);
	ck_assert_int_eq(phrase("责任编辑：某某"), SCLS_PHRASE_META);
}
END_TEST

/* What is told more surely goes before. */
START_TEST(closings)
{
	ck_assert_int_eq(phrase("Image: the harbour at night"),
	                 SCLS_PHRASE_CLOSING);
	ck_assert_int_eq(phrase("This post was written by Anna Reed"),
	                 SCLS_PHRASE_CLOSING);
	ck_assert_int_eq(phrase("信息来源：北城日报"), SCLS_PHRASE_CLOSING);
	ck_assert_int_eq(phrase("写真：某某"), SCLS_PHRASE_CLOSING);
	ck_assert_int_eq(phrase("来源：北城日报"), SCLS_PHRASE_META);
	ck_assert_int_eq(phrase("Visitors count the keys"),
	                 SCLS_PHRASE_NONE);
}
END_TEST

START_TEST(ordinary_lines)
{
	ck_assert_int_eq(phrase(""), SCLS_PHRASE_NONE);
	ck_assert_int_eq(phrase("   "), SCLS_PHRASE_NONE);
	ck_assert_int_eq(phrase("123"), SCLS_PHRASE_NONE);
	ck_assert_int_eq(phrase("相关阅读能力的研究"), SCLS_PHRASE_NONE);
	ck_assert_int_eq(phrase("Related posts were removed by the owner"),
	                 SCLS_PHRASE_NONE);
	ck_assert_int_eq(phrase("他在留言里写下了名字"), SCLS_PHRASE_NONE);
	ck_assert_int_eq(phrase("The comments were kind"), SCLS_PHRASE_NONE);
}
END_TEST

START_TEST(long_lines_are_text)
{
	char line[512];

	memset(line, 'a', sizeof(line) - 1);
	memcpy(line, "uses cookies ", 13);
	line[sizeof(line) - 1] = '\0';
	ck_assert_int_eq(phrase(line), SCLS_PHRASE_NONE);
	line[200] = '\0';
	ck_assert_int_eq(phrase(line), SCLS_PHRASE_CHROME);
}
END_TEST

/* Lines are copied in blocks: at no length is an end lost, and what is behind
 * a line is not its own. */
START_TEST(an_end_of_any_length)
{
	static const char end[] = " Uses Cookies";
	const uint32_t size = sizeof(end) - 1;
	scls_phrases phrases;
	char line[200];

	scls_phrases_begin(&phrases);
	for (uint32_t n = size + 1; n <= sizeof(line); n++) {
		memset(line, 'A', sizeof(line));
		memcpy(line + n - size, end, size);
		ck_assert_int_eq(scls_phrase_of(&phrases, (scls_span){
			line, n }), SCLS_PHRASE_CHROME);
		ck_assert_int_eq(scls_phrase_of(&phrases, (scls_span){
			line, n - 1 }), SCLS_PHRASE_NONE);
	}
}
END_TEST

SUITE("phrase", {
	CASE(list_headings);
	CASE(comments_and_references);
	CASE(chrome);
	CASE(closings);
	CASE(ordinary_lines);
	CASE(long_lines_are_text);
	CASE(an_end_of_any_length);
})
