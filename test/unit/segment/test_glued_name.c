/* test_glued_name.c - names at a link's end with nothing before them. */
#include "segment/glued_name.h"

#include "../../suite.h"

static void check_name(const char *line, const char *expected)
{
	scls_span name = scls_glued_name(scls_span_of(line));

	ck_assert_msg(scls_span_equal(name, scls_span_of(expected)),
	              "of \"%s\" \"%.*s\" was found, not \"%s\"", line,
	              (int)name.size, name.data, expected);
}

/* The word, and one character: what else is the name the list shows. */
START_TEST(a_source_is_known_by_its_end)
{
	check_name("渡轮三月起改走新航线江城晚报", "城晚报");
	check_name("渡轮三月起改走新航线海湾新闻网", "湾新闻网");
	check_name("渡し船の航路が三月に変わる朝日川新聞", "川新聞");
	check_name("나룻배 뱃길 삼월부터 바뀐다한강일보", "강일보");
}
END_TEST

START_TEST(a_writer_is_known_by_the_surname)
{
	check_name("渡轮三月起改走新航线王建国", "王建国");
	check_name("渡轮三月起改走新航线张伟", "张伟");
	check_name("渡轮三月起改走新航线黄晓梅", "黄晓梅");
	check_name("渡し船の航路が三月に変わる田中一郎", "田中一郎");
	check_name("渡し船の航路が三月に変わる佐々木健太", "佐々木健太");
}
END_TEST

START_TEST(a_korean_reporter_is_known_by_the_word)
{
	check_name("나룻배 뱃길 삼월부터 바뀐다김민수 기자", "김민수 기자");
	check_name("나룻배 뱃길 삼월부터 바뀐다김민수기자", "김민수기자");
}
END_TEST

START_TEST(a_capital_behind_a_headline_begins_a_name)
{
	check_name("The ferry takes another wayAnn Whitlow", "Ann Whitlow");
	check_name("The ferry takes another way?BBC", "BBC");
	check_name("The old ferries of 2019Harbour Daily", "Harbour Daily");
	check_name("The iPhone on the ferryAnn Whitlow", "Ann Whitlow");
}
END_TEST

START_TEST(what_is_no_name)
{
	check_name("渡轮三月起改走新航线的原因", "");
	check_name("渡轮改线背后的技术革命", "");
	check_name("渡轮三月起改走新航线周年", "");
	check_name("渡し船の航路を徹底解説", "");
	check_name("The ferry takes another way", "");
	check_name("The ferry is shown in 4K", "");
	check_name("基于移动机器人的研究：王建国", "");
	check_name("渡轮三月起改走新航线 王建国", "");
}
END_TEST

START_TEST(a_headline_is_left)
{
	check_name("渡轮改线王建国", "");
	check_name("FerriesAnn Whitlow", "");
	check_name("晚报", "");
	check_name("", "");
}
END_TEST

static scls_glued_kind kind_of(const char *name)
{
	return scls_glued_kind_of(scls_span_of(name));
}

START_TEST(names_have_kinds)
{
	ck_assert_int_eq(kind_of("城晚报"), SCLS_GLUED_SOURCE);
	ck_assert_int_eq(kind_of("王建国"), SCLS_GLUED_WRITER);
	ck_assert_int_eq(kind_of("Ann Whitlow"), SCLS_GLUED_WORDS);
}
END_TEST

SUITE("glued_name", {
	CASE(a_source_is_known_by_its_end);
	CASE(a_writer_is_known_by_the_surname);
	CASE(a_korean_reporter_is_known_by_the_word);
	CASE(a_capital_behind_a_headline_begins_a_name);
	CASE(what_is_no_name);
	CASE(a_headline_is_left);
	CASE(names_have_kinds);
})
