/* test_api_bare.c - text without a body, and links that look like one: what
 * the lines say makes a list. */
#include "api_opened.h"

#include <stdio.h>

#define LINKS 8

#define THREE_LINES \
	"光子晶圆架构突破,算力飙升417.3%背后的产业变局与未来展望\n" \
	"云岭新能源固态电池跃升,能量密度暴涨268.9%的技术逻辑\n" \
	"海川智造柔性机器人革新,效率提升533.6%引爆万亿市场\n"

#define FARM_LINES \
	THREE_LINES \
	"成本降低工业视觉%\n" \
	"星桥医疗量子成像颠覆,诊断精度飙升391.2%的行业启示\n" \
	"江北集团深海钻探突破,产能激增612.8%背后的技术革命\n" \
	"北辰航天可回收推进跨越,载荷提升447.5%与下一个十年\n" \
	"提升重点城市充电网络%\n"

/* Lines as wide as those, which nobody's template made. */
#define VERSES \
	"我来的时候雾还没有散，河边的石头也没有醒来\n" \
	"只有一只鸟从对岸飞过来，又慢慢地飞回了雾里\n" \
	"后来太阳照到木桥，有人提着篮子下来洗衣服\n" \
	"她抬头看了看我，我说早，她也轻轻说了一声早\n" \
	"多年以后我忘了她的样子，只记得那一块石头\n" \
	"和石头上面一点点的光，以及光里细小的灰尘\n"

#define HONEST_LINE "Ferry to the islands runs again from Monday\n"

#define HONEST_LINES \
	HONEST_LINE \
	"Bakers of the valley win three prizes\n" \
	"School roof repaired before the rain\n" \
	"New bell for the tower of Saint Anne\n" \
	"Who owns the meadow behind the mill?\n" \
	"River level falls to 1.4 metres\n" \
	"Two chess masters from one village\n" \
	"Bus to the hospital stops at the market\n"

static const spamcls_result *classify(const char *text)
{
	return api_classify(session, text, strlen(text));
}

START_TEST(links_alone_are_a_list)
{
	const spamcls_result *r = classify(FARM_LINES);

	ck_assert_int_eq(r->verdict, SPAMCLS_FARM);
	ck_assert_uint_eq(r->n_lists, 1);
	ck_assert_uint_eq(r->n_links, LINKS);
	ck_assert_uint_eq(r->links[0].begin, 0);
	ck_assert_int_eq(r->lists[0].role, SPAMCLS_ROLE_LINK_LIST);
	ck_assert_int_eq(api_sum(r->reasons, r->n_reasons), r->score);
}
END_TEST

/* The same lines as Markdown has them: the same scores, and targets. */
START_TEST(links_of_markdown)
{
	const spamcls_result *r = classify(FARM_LINES);
	char text[2048] = "", line[256];
	int32_t score = r->score;

	for (size_t i = 0; i < LINKS; i++) {
		const spamcls_link *l = &r->links[i];

		snprintf(line, sizeof(line), "* [%.*s](/%zu.html)\n",
		         (int)(l->end - l->begin), r->text + l->begin, i);
		strcat(text, line);
	}
	r = classify(text);
	ck_assert_uint_eq(r->n_links, LINKS);
	ck_assert_int_eq(r->score, score);
	ck_assert_str_eq(r->links[7].href, "/7.html");
	ck_assert_int_eq(r->text[r->links[7].begin - 1], '[');
}
END_TEST

/* What stands before the first line that leans to a template stays what it
 * was. */
START_TEST(what_is_before_them_is_no_link)
{
	static const char before[] = "河边的石头\n" VERSES;
	const spamcls_result *r = classify("河边的石头\n" VERSES FARM_LINES);

	ck_assert_int_eq(r->verdict, SPAMCLS_FARM);
	ck_assert_uint_eq(r->n_links, LINKS);
	ck_assert_uint_eq(r->links[0].begin, sizeof(before) - 1);
	ck_assert_int_ne(r->segments[0].role, SPAMCLS_ROLE_LINK_LIST);
}
END_TEST

START_TEST(verses_stay_the_body)
{
	const spamcls_result *r = classify(VERSES);

	ck_assert_int_eq(r->verdict, SPAMCLS_CLEAN);
	ck_assert_uint_eq(r->n_lists, 0);
	ck_assert_uint_eq(r->n_links, 0);
	ck_assert_int_eq(r->segments[r->n_segments - 1].role,
	                 SPAMCLS_ROLE_BODY);
}
END_TEST

/* HTML without an anchor is text in tags; its title is what it says. */
START_TEST(html_without_anchors)
{
	static const char html[] =
		"<title>某站</title><pre>" FARM_LINES "</pre>"
		"<p>" "光子晶圆架构突破,算力飙升417.3%背后的产业变局</p>";
	const spamcls_result *r = classify(html);

	ck_assert_int_eq(r->kind, SPAMCLS_KIND_HTML);
	ck_assert_int_eq(r->verdict, SPAMCLS_FARM);
	ck_assert_uint_eq(r->n_links, LINKS + 1);
	ck_assert_uint_eq(r->title_end - r->title_begin, strlen("某站"));
	ck_assert_int_eq(r->segments[0].role, SPAMCLS_ROLE_TITLE);
}
END_TEST

/* <title> is no line of the list, and hides none; h1 may be one. */
START_TEST(html_with_its_title_elsewhere)
{
	static const char *const pages[] = {
		"<html><pre>" FARM_LINES "</pre><title>某站</title>",
		"<p>河边的石头</p><title>某站</title><pre>" FARM_LINES "</pre>",
		"<html><pre>" FARM_LINES "</pre><title>某站</title>"
		"<p>河边的石头</p>",
		"<title>某站</title><pre>" FARM_LINES "</pre>"
		"<h1>河边的石头</h1>",
	};

	for (size_t i = 0; i < sizeof(pages) / sizeof(pages[0]); i++) {
		const spamcls_result *r = classify(pages[i]);
		uint32_t titles = 0;

		ck_assert_int_eq(r->verdict, SPAMCLS_FARM);
		ck_assert_uint_ge(r->n_links, LINKS);
		ck_assert_uint_eq(r->title_end - r->title_begin,
		                  strlen("某站"));
		ck_assert_mem_eq(r->text + r->title_begin, "某站",
		                 strlen("某站"));
		for (size_t k = 0; k < r->n_segments; k++)
			titles += r->segments[k].role == SPAMCLS_ROLE_TITLE
			          && r->segments[k].begin == r->title_begin
			          && r->segments[k].end == r->title_end;
		ck_assert_uint_eq(titles, 1);
	}
}
END_TEST

#define BODY_EN \
	"<title>The old street</title><article><h1>The old street</h1>" \
	"<p>The street lies in the north of the town and is hardly three " \
	"hundred metres long. Ten years ago most of its people had left, " \
	"and only a tea house and a few cobblers were still there.</p>" \
	"<p>The work began with the road. Every stone was given a number, " \
	"new pipes were laid, and then each stone went back to its place.</p>"

/* What stands before all lines, before each, behind each, and behind all; not
 * 0 where each is an anchor with a target of its own. */
typedef struct frame {
	const char *begin, *before, *behind, *end;
	int linked;
} frame;

static const frame rows = { "<table>", "<tr><td>7</td><td>",
	                    "</td><td>2021-03-05</td></tr>", "</table>", 1 };
static const frame side_by_side = { "<p>", "", " ", "</p>", 1 };
static const frame items = { "<a href=/>Home</a><ul>", "<li>", "</li>",
	                     "</ul>", 0 };
static const frame buttons = { "<div>", "<p>", " <a href=/1>More</a></p>",
	                       "</div>", 0 };

/* BODY_EN and the lines of the text in a frame. */
static const spamcls_result *classify_in(frame f, const char *text)
{
	static char html[8192];
	size_t size = (size_t)snprintf(html, sizeof(html), BODY_EN "%s",
	                               f.begin);

	while (*text != '\0') {
		int line = (int)strcspn(text, "\n");
		char open[32] = "";

		if (f.linked)
			snprintf(open, sizeof(open), "<a href=/%zu>", size);
		size += (size_t)snprintf(html + size, sizeof(html) - size,
		                         "%s%s%.*s%s%s", f.before, open, line,
		                         text, f.linked ? "</a>" : "",
		                         f.behind);
		text += line + 1;
	}
	snprintf(html + size, sizeof(html) - size, "%s</article>", f.end);
	return classify(html);
}

/* Rows of a table, and links side by side in one paragraph, look like an
 * article's; what they say tells.  Only its paragraphs are left of the body. */
START_TEST(links_that_look_like_body)
{
	for (size_t i = 0; i < 2; i++) {
		const spamcls_result *r = classify_in(i ? rows : side_by_side,
		                                      FARM_LINES);

		ck_assert_int_eq(r->verdict, SPAMCLS_FARM);
		ck_assert_uint_eq(r->n_links, LINKS);
		ck_assert_uint_eq(r->n_lists, 1);
		ck_assert_int_eq(r->lists[0].trailing, 1);
		for (size_t k = 0; k < r->n_segments; k++)
			if (r->segments[k].role == SPAMCLS_ROLE_BODY)
				ck_assert_uint_lt(r->segments[k].end,
				                  r->links[0].begin);
	}
}
END_TEST

/* One that no template made is of their list, too. */
START_TEST(a_list_of_links_is_whole)
{
	const spamcls_result *r = classify_in(rows, HONEST_LINE FARM_LINES);

	ck_assert_int_eq(r->verdict, SPAMCLS_FARM);
	ck_assert_uint_eq(r->n_links, LINKS + 1);
}
END_TEST

/* Anchors are links, whatever is made of them: less is asked of what they say
 * than of lines that may be none. */
START_TEST(a_few_say_it_of_links)
{
	ck_assert_uint_eq(classify(THREE_LINES HONEST_LINES)->n_links, 0);
	ck_assert_int_eq(classify_in(side_by_side,
	                             THREE_LINES HONEST_LINES)->verdict,
	                 SPAMCLS_FARM);
}
END_TEST

/* The same of links that no template made stay what they are taken for. */
START_TEST(honest_links_stay_the_body)
{
	const spamcls_result *r = classify_in(side_by_side, HONEST_LINES);

	ck_assert_int_eq(r->verdict, SPAMCLS_CLEAN);
	ck_assert_uint_eq(r->n_links, 0);
	ck_assert_int_eq(r->segments[r->n_segments - 1].role,
	                 SPAMCLS_ROLE_BODY);
}
END_TEST

/* Items that a script leads from, headlines beside a button: what they say
 * makes a list of them, where they stand in the body or outside. */
START_TEST(rows_that_are_no_anchors)
{
	for (size_t i = 0; i < 2; i++) {
		const spamcls_result *r = classify_in(i ? items : buttons,
		                                      FARM_LINES);

		ck_assert_int_eq(r->verdict, SPAMCLS_FARM);
		ck_assert_uint_eq(r->n_links, LINKS);
		ck_assert_str_eq(r->links[1].href, i ? "" : "/1");
		for (size_t k = 0; k < r->n_segments; k++)
			if (r->segments[k].role == SPAMCLS_ROLE_BODY)
				ck_assert_uint_lt(r->segments[k].end,
				                  r->links[0].begin);
		r = classify_in(i ? items : buttons, HONEST_LINES);
		ck_assert_int_eq(r->verdict, SPAMCLS_CLEAN);
		ck_assert_uint_eq(r->n_links, 0);
	}
}
END_TEST

/* More is asked of rows than of anchors, but for those that lead somewhere. */
START_TEST(a_few_do_not_say_it_of_rows)
{
	const spamcls_result *r = classify_in(items,
	                                      THREE_LINES HONEST_LINES);

	ck_assert_int_eq(r->verdict, SPAMCLS_CLEAN);
	ck_assert_uint_eq(r->n_links, 0);
	r = classify_in(buttons, THREE_LINES HONEST_LINES);
	ck_assert_int_eq(r->verdict, SPAMCLS_FARM);
}
END_TEST

/* Splitting asks the lines, too, and gives no verdict. */
START_TEST(split_says_the_same)
{
	spamcls_input input = api_input(FARM_LINES, sizeof(FARM_LINES) - 1);
	const spamcls_result *r = NULL;

	ck_assert_int_eq(spamcls_split(session, &input, &r), SPAMCLS_OK);
	ck_assert_uint_eq(r->n_links, LINKS);
	ck_assert_int_eq(r->verdict, SPAMCLS_NO_VERDICT);
	ck_assert_uint_eq(r->n_reasons, 0);
	ck_assert_int_eq(r->score, 0);
	for (size_t i = 0; i < r->n_links; i++) {
		ck_assert_int_eq(r->links[i].score, 0);
		ck_assert_str_eq(r->links[i].family, "");
	}
}
END_TEST

/* A trial leaves nothing behind in the session. */
START_TEST(the_same_after_another_page)
{
	const spamcls_result *r = classify(FARM_LINES);
	int32_t score = r->score;

	(void)classify(VERSES);
	(void)classify(honest_page);
	r = classify(FARM_LINES);
	ck_assert_int_eq(r->score, score);
	r = classify(honest_page);
	ck_assert_int_eq(r->verdict, SPAMCLS_CLEAN);
	ck_assert_uint_eq(r->n_links, 0);
}
END_TEST

SUITE("api_bare",
	tcase_add_checked_fixture(tcase, open_all, close_all);
	CASE(links_alone_are_a_list);
	CASE(links_of_markdown);
	CASE(what_is_before_them_is_no_link);
	CASE(verses_stay_the_body);
	CASE(html_without_anchors);
	CASE(html_with_its_title_elsewhere);
	CASE(links_that_look_like_body);
	CASE(a_list_of_links_is_whole);
	CASE(a_few_say_it_of_links);
	CASE(honest_links_stay_the_body);
	CASE(rows_that_are_no_anchors);
	CASE(a_few_do_not_say_it_of_rows);
	CASE(split_says_the_same);
	CASE(the_same_after_another_page);
)
