/* test_records.c - links behind a heading, with what is told of them. */
#include "segment/html/records.h"

#include "html_page_fixture.h"

#include <stdio.h>
#include <time.h>

#define MOST 24u
#define PAIRS 40000

static scls_draft draft;
static scls_view view;
static uint8_t is_body[MOST];

/* Reads the page; what is left of its body, a letter a block, x is none, of
 * what it is said to be before. */
static void check_from(const char *html, const char *before,
                       const char *expected)
{
	read_html(html);
	ck_assert_uint_eq(page.n_blocks, strlen(expected));
	ck_assert_uint_le(page.n_blocks, MOST);
	ck_assert_int_eq(scls_draft_begin(&draft, &arena, &phrases,
	                                  &page), 0);
	ck_assert_int_eq(scls_view_begin(&view, &draft), 0);
	for (uint32_t i = 0; i < page.n_blocks; i++)
		is_body[i] = before[i] == 'x' ? 0 : SCLS_IS_BODY;
	ck_assert_int_eq(scls_records_settle(&view, is_body), 0);
	for (uint32_t i = 0; i < page.n_blocks; i++)
		HOLDS(is_body[i] == (expected[i] != 'x'), i);
	end();
}

/* The same where all of it is body. */
static void check(const char *html, const char *expected)
{
	check_from(html, "bbbbbbbbbbbbbbbbbbbbbbbb", expected);
}

#define RELATED "<h3>Related articles</h3>"
#define CARD(n) "<div><h4><a href=/" #n ">Headline number " #n "</a></h4>" \
	"<div class=t>What it tells in a line.</div><i>2024-0" #n "-11</i>" \
	"</div>"

/* A page as people write it, whose list has a teaser beside each link. */
START_TEST(cards_behind_an_article)
{
	split_html(
	"<title>The last ferry of the year</title><main><article>"
	"<h1>The last ferry of the year</h1><section>"
	"<p>The last ferry of the season leaves at half past four, and by "
	"three the pier is crowded.</p>"
	"<p>In winter the crossing runs only twice a week.</p></section>"
	"</article><section><h2>Related articles</h2>"
	"<article><h2><a href=/1>A winter of two crossings a week</a></h2>"
	"<section><p>The harbour master explains why the big ship stays in "
	"the yard until the end of March this year. Nobody on the island was "
	"asked.</p></section></article>"
	"<article><h2><a href=/2>Six walks on the western shore</a></h2>"
	"<section><p>None of them is longer than two hours, and all of them "
	"end where somebody makes tea. Take a coat, even in June.</p>"
	"</section></article>"
	"<article><h2><a href=/3>Who pays for the new pier?</a></h2>"
	"<section><p>The county says that it has no money left, and the "
	"islanders say that it never had any. The old pier is closed in "
	"storms.</p></section></article>"
	"<article><h2><a href=/4>How to pack for a week without shops</a>"
	"</h2><section><p>Bring flour, candles and something to read. The "
	"rest, as everybody here will tell you, is weight.</p></section>"
	"</article></section></main>");
	ck_assert_int_eq(role_of("The last ferry of the season"),
	                 SPAMCLS_ROLE_BODY);
	ck_assert_int_eq(role_of("In winter"), SPAMCLS_ROLE_BODY);
	ck_assert_int_eq(role_of("The harbour"), SPAMCLS_ROLE_OTHER);
	ck_assert_int_eq(role_of("Six walks"), SPAMCLS_ROLE_LINK_LIST);
	ck_assert_int_eq(role_of("Bring flour"), SPAMCLS_ROLE_OTHER);
	ck_assert_uint_eq(split.n_lists, 1);
	ck_assert_uint_eq(split.n_items, 4);
	end();
}
END_TEST

/* The links go, and what comes again with each; not what stands behind. */
START_TEST(links_and_what_is_told)
{
	check("<p>Text.</p>" RELATED CARD(1) CARD(2) CARD(3) "<p>More.</p>",
	      "bbxxxxxxxxxb");
	check("<p>Text.</p>" RELATED "<ul><li><a href=/1>Headline one</a>"
	      "<li class=odd><a href=/2>Headline two</a></ul><p>More.</p>",
	      "bbxxb");
}
END_TEST

/* A number before each link is told of it, too. */
START_TEST(what_stands_before)
{
	check("<p>Text.</p><table><tr><td>Related articles</td></tr>"
	      "<tr><td><b>1</b></td><td><a href=/1>Headline one</a></td></tr>"
	      "<tr><td><b>2</b></td><td><a href=/2>Headline two</a></td></tr>"
	      "</table>", "bbbxbx");
}
END_TEST

/* Without such a heading the links may be the article's own; one link shows no
 * list; and a paragraph may stand before the links. */
START_TEST(no_list)
{
	check("<p>Text.</p><h3>Our walks</h3>" CARD(1) CARD(2),
	      "bbbbbbbb");
	check("<p>Text.</p>" RELATED "<p><a href=/1>Headline one</a></p>",
	      "bbb");
	check("<p>Text.</p>" RELATED "<p>Words.</p>" CARD(1) CARD(2),
	      "bbbbbbbbb");
}
END_TEST

/* A paragraph between two links that is made like others is the body's, and
 * the next heading ends the list. */
START_TEST(other_blocks)
{
	check("<p>Text.</p>" RELATED "<div><a href=/1>Headline one</a></div>"
	      "<p>Words.</p><div><a href=/2>Headline two</a></div>", "bbxbx");
	check("<p>Text.</p>" RELATED "<div><a href=/1>Headline one</a></div>"
	      "<div><a href=/2>Headline two</a></div><h3>Walks</h3>"
	      "<div><a href=/3>Headline three</a></div>", "bbxxbb");
}
END_TEST

#define STEP(n) "<p>Paragraph " n " of the story goes on for a while " \
	"here.</p>"
#define STORY STEP("one") STEP("two") STEP("three")
#define TEASER(href, n) "<article><h3><a href=" href #n ">A headline of many " \
	"words, number " #n "</a></h3><div class=t>What number " #n \
	" tells, in a sentence that goes on for a while.</div>" \
	"<a href=" href #n ">More</a></article>"
#define FOUR(href) TEASER(href, 1) TEASER(href, 2) TEASER(href, 3) \
	TEASER(href, 4)
#define FIVE(href) FOUR(href) TEASER(href, 5)

/* Behind an article no words have to announce headlines with teasers. */
START_TEST(teasers_behind_a_body)
{
	check(STORY FIVE("/"), "bbbxxxxxxxxxxxxxxx");
	check(STORY "<h2>From our desk</h2>" FIVE("/") "<p>Imprint</p>",
	      "bbbbxxxxxxxxxxxxxxxb");
}
END_TEST

/* Two such lists, the first of which has no body but the second behind it. */
START_TEST(lists_of_teasers)
{
	check(STORY "<h2>Culture</h2><ul><li><b><a href=/a>A headline of many "
	      "words</a></b><i><p class=t>What it tells, in a sentence that "
	      "goes on for a while.</i>" FIVE("/"), "bbbbbbxxxxxxxxxxxxxxx");
}
END_TEST

/* A card's button may stand in the same element as its headline. */
START_TEST(buttons_of_cards)
{
#define LINES(n) "<div class=t><a href=/" #n ">A headline of many words, " \
	"number " #n "</a><br>What number " #n " tells, in a sentence that " \
	"goes on for a while.<br><a href=/" #n ">Continue reading</a></div>"
	check(STORY LINES(1) LINES(2) LINES(3) LINES(4) LINES(5),
	      "bbbxxxxxxxxxxxxxxx");
}
END_TEST

/* Each link of a pair leads to all that follow: they are walked through once,
 * in less time than the view takes.  Again for each took a hundred times as
 * long. */
START_TEST(many_pairs)
{
	static char html[PAIRS * 128 + 1024];
	static uint8_t body[2 * PAIRS + 8];
	size_t at = (size_t)snprintf(html, sizeof(html), "%s", STORY);
	clock_t begun, viewed;

	for (int i = 0; i < PAIRS; i++)
		at += (size_t)snprintf(html + at, sizeof(html) - at,
		        "<div><a href=/%d>A headline of many words</a></div>"
		        "<div><a href=/%d>What it tells goes on</a></div>",
		        i, i);
	read_html(html);
	ck_assert_uint_eq(page.n_blocks, 2 * PAIRS + 3);
	ck_assert_int_eq(scls_draft_begin(&draft, &arena, &phrases,
	                                  &page), 0);
	begun = clock();
	ck_assert_int_eq(scls_view_begin(&view, &draft), 0);
	viewed = clock();
	memset(body, SCLS_IS_BODY, sizeof(body));
	ck_assert_int_eq(scls_records_settle(&view, body), 0);
	ck_assert_int_le(clock() - viewed, 5 * (viewed - begun));
	ck_assert_int_eq(body[2], SCLS_IS_BODY);
	end();
}
END_TEST

/* A card may tell first, in an element of its own; or where the forest doubts
 * some of the links. */
START_TEST(teasers_first)
{
#define FIRST(n) "<div><i>0" #n "-11</i><p class=t>What number " #n \
	" tells, in a sentence that goes on for a while.</p><h4><a href=/" #n \
	">A headline of many words, number " #n "</a></h4></div>"
#define ALL_FIRST FIRST(1) FIRST(2) FIRST(3) FIRST(4) FIRST(5)
	check(STORY ALL_FIRST, "bbbxxxxxxxxxxxxxxx");
	check(STORY ALL_FIRST "<p>Imprint</p>", "bbbxxxxxxxxxxxxxxxb");
	check(STORY ALL_FIRST STEP("four"), "bbbbbbbbbbbbbbbbbbb");
	check(STEP("one") ALL_FIRST, "bbbbbbbbbbbbbbbb");
#define FLAT(n) "<div>What number " #n " tells, in a sentence that goes on " \
	"for a while.</div><b><a href=/" #n ">A headline of many words</a></b>"
#define ALL_FLAT FLAT(1) FLAT(2) FLAT(3) FLAT(4) FLAT(5)
	check(STORY ALL_FLAT, "bbbbbbbbbbbbb");
	check_from(STORY ALL_FLAT, "bbbbxbbbbbbbb", "bbbxxxxxxxxxx");
}
END_TEST

/* Links with a number beside each, some of which were taken for body, are none
 * of it behind an article; all of them may be. */
START_TEST(some_of_a_table)
{
#define ROW(n) "<tr><td><a href=/" #n ">A headline of many words</a><td>" #n
#define TABLE "<table>" ROW(1) ROW(2) ROW(3) ROW(4) ROW(5) "</table>"
	check_from(STORY TABLE, "bbbbbxbbbxxbx", "bbbxxxxxxxxxx");
	check_from(STORY TABLE STEP("four"), "bbbbbxbbbxxbxb",
	           "bbbbbxbbbxxbxb");
	check_from(STEP("one") TABLE, "bbbxbbbxxbx", "bbbxbbbxxbx");
	check(STORY TABLE, "bbbbbbbbbbbbb");
}
END_TEST

/* An article's own steps: too few, in its midst, of its own paragraphs, of its
 * own page, or what others said. */
START_TEST(teasers_of_the_body)
{
	check(STORY FOUR("/"), "bbbbbbbbbbbbbbb");
	check(STEP("one") STEP("two") FIVE("/"), "bbbbbbbbbbbbbbbbb");
	check(STORY FIVE("/") STEP("four"), "bbbbbbbbbbbbbbbbbbb");
	check("<article><div class=t>Paragraph zero is made like all of "
	      "the teasers are.</div></article>" STORY FIVE("/"),
	      "bbbbbbbbbbbbbbbbbbb");
	check(STORY FIVE("#"), "bbbbbbbbbbbbbbbbbb");
#define SAID(n) "<i>What number " #n " said of that, word by word, today " \
	"and later.</i><h4><a href=/" #n ">From the paper of a town with " \
	"words</a></h4>"
	check(STORY SAID(1) SAID(2) SAID(3) SAID(4) SAID(5) SAID(6),
	      "bbbbbbbbbbbbbbb");
}
END_TEST

SUITE("records", {
	CASE(cards_behind_an_article);
	CASE(links_and_what_is_told);
	CASE(what_stands_before);
	CASE(no_list);
	CASE(other_blocks);
	CASE(teasers_behind_a_body);
	CASE(lists_of_teasers);
	CASE(buttons_of_cards);
	CASE(many_pairs);
	CASE(teasers_first);
	CASE(some_of_a_table);
	CASE(teasers_of_the_body);
})
