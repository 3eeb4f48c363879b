/* test_glued.c - labels and sections with nothing between them and a link. */
#include "segment/glued.h"

#include "../../suite.h"

#include <stdio.h>

static void check_span(scls_span found, const char *line, const char *expected)
{
	ck_assert_msg(scls_span_equal(found, scls_span_of(expected)),
	              "of \"%s\" \"%.*s\" was found, not \"%s\"", line,
	              (int)found.size, found.data, expected);
}

static void check_behind(const char *line, const char *expected)
{
	check_span(scls_label_behind(scls_span_of(line)), line, expected);
}

static void check_before(const char *line, const char *expected)
{
	check_span(scls_label_before(scls_span_of(line)), line, expected);
}

static void check_section(const char *line, const char *expected)
{
	check_span(scls_section_before(scls_span_of(line)), line, expected);
}

START_TEST(a_label_behind_is_found)
{
	check_behind("渡轮三月起改走新航线查看详情", "查看详情");
	check_behind("渡輪三月起改走新航線閱讀全文", "閱讀全文");
	check_behind("渡し船の航路が三月に変わる続きを読む", "続きを読む");
	check_behind("나룻배 뱃길 삼월부터 바뀐다자세히보기", "자세히보기");
	check_behind("나룻배 뱃길 삼월부터 바뀐다자세히 보기", "자세히 보기");
	check_behind("The ferry takes another wayRead more", "Read more");
	check_behind("The ferry takes another wayREAD MORE", "READ MORE");
	check_behind("Feri berganti jalur mulai MaretSelengkapnya",
	             "Selengkapnya");
}
END_TEST

START_TEST(the_longest_label_is_found)
{
	check_behind("渡轮改走新航线点击查看更多", "点击查看更多");
	check_behind("渡し船の航路この記事の続きを読む", "この記事の続きを読む");
	check_behind("Feri berganti jalurBaca selengkapnya",
	             "Baca selengkapnya");
}
END_TEST

START_TEST(marks_around_a_label_go_with_it)
{
	check_behind("渡轮改走新航线...[详细]", "...[详细]");
	check_behind("渡轮改走新航线详情>>", "详情>>");
	check_behind("渡し船の航路……続きを読む »", "……続きを読む »");
	check_behind("The ferry takes another way... Read more →",
	             "... Read more →");
	check_before("» 查看详情 渡轮改走新航线", "» 查看详情 ");
}
END_TEST

START_TEST(what_ends_the_headline_stays_with_it)
{
	check_behind("渡轮为何改走新航线？查看详情", "查看详情");
	check_behind("渡し船の「航路」続きを読む", "続きを読む");
	check_behind("渡し船の航路（写真）続きを読む", "続きを読む");
	check_behind("The ferry has moved.Read more", "Read more");
}
END_TEST

START_TEST(a_short_word_needs_a_mark)
{
	check_behind("景区公布渡轮改线详情", "");
	check_behind("渡轮改走新航线[详情]", "[详情]");
	check_behind("渡轮改走新航线…全文", "…全文");
	check_behind("渡轮改走新航线 更多", "");
}
END_TEST

/* Whatever filters stand before the table. */
START_TEST(every_word_of_the_table_is_found)
{
	static const char *const labels[] = {
#define LABEL(text) text,
#define SHORT(text)
#define SECTION(text)
#define ENDS(c)
#define BEGINS(c)
#include "segment/glued.def"
#undef LABEL
#undef SECTION
	};
	static const char *const sections[] = {
#define LABEL(text)
#define SECTION(text) text,
#include "segment/glued.def"
	};
	char line[128], word[64];

	for (size_t i = 0; i < sizeof(labels) / sizeof(*labels); i++) {
		snprintf(word, sizeof(word), "%s", labels[i]);
		if (word[0] >= 'a' && word[0] <= 'z')
			word[0] = (char)(word[0] - 'a' + 'A');
		snprintf(line, sizeof(line), "A ferry%s", word);
		check_behind(line, word);
		snprintf(line, sizeof(line), "%sA ferry", word);
		check_before(line, word);
	}
	for (size_t i = 0; i < sizeof(sections) / sizeof(*sections); i++) {
		snprintf(word, sizeof(word), "%s", sections[i]);
		if (word[0] >= 'a' && word[0] <= 'z')
			word[0] = (char)(word[0] - 'a' + 'A');
		snprintf(line, sizeof(line), "%sA ferry", word);
		check_section(line, word);
	}
}
END_TEST

START_TEST(what_is_no_label)
{
	check_behind("渡轮改线背后的技术革命", "");
	check_behind("渡し船の裏側を徹底解説", "");
	check_behind("Where pupils can read more", "");
	check_behind("看详情", "");
	check_behind("Read more", "");
	check_behind("... >", "");
	check_behind("", "");
}
END_TEST

START_TEST(a_label_before_is_found)
{
	check_before("查看详情渡轮三月起改走新航线", "查看详情");
	check_before("【続きを読む】渡し船の航路", "【続きを読む】");
	check_before("더보기나룻배 뱃길 바뀐다", "더보기");
	check_before("Read moreThe ferry takes another way", "Read more");
	check_before("Read more12 ferries", "Read more");
}
END_TEST

START_TEST(a_sentence_goes_on_behind_its_words)
{
	check_before("Read more books this year", "");
	check_before("Learn moreover that ferries sink", "");
	check_before("read moreThe ferry", "");
	check_before("Read more", "");
	check_before("", "");
}
END_TEST

START_TEST(a_section_before_is_found)
{
	check_section("国际王小满访问海港", "国际");
	check_section("スポーツ港北が逆転勝ち", "スポーツ");
	check_section("사회나룻배 뱃길 바뀐다", "사회");
	check_section("SportRovers win at last", "Sport");
	check_section("EkonomiHarga beras turun", "Ekonomi");
}
END_TEST

START_TEST(what_is_no_section)
{
	check_section("Sport for all at the pool", "");
	check_section("Sporting life in Selby", "");
	check_section("查看详情渡轮改走新航线", "");
	check_section("渡轮改走新航线", "");
	check_section("国际", "");
	check_section("", "");
}
END_TEST

SUITE("glued", {
	CASE(a_label_behind_is_found);
	CASE(the_longest_label_is_found);
	CASE(marks_around_a_label_go_with_it);
	CASE(what_ends_the_headline_stays_with_it);
	CASE(a_short_word_needs_a_mark);
	CASE(every_word_of_the_table_is_found);
	CASE(what_is_no_label);
	CASE(a_label_before_is_found);
	CASE(a_sentence_goes_on_behind_its_words);
	CASE(a_section_before_is_found);
	CASE(what_is_no_section);
})
