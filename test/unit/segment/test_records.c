/* test_records.c - links behind a heading, with what is told of them. */
#include "segment/html/records.h"

#include "body_fixture.h"

static void check(const char *html, const char *expected)
{
	check_all_body(html, expected, scls_records_settle);
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

SUITE("records", {
	CASE(cards_behind_an_article);
	CASE(links_and_what_is_told);
	CASE(what_stands_before);
	CASE(no_list);
	CASE(other_blocks);
})
