/* test_cards.c - lists behind an article that no heading announces. */
#include "segment/html/records.h"

#include "body_fixture.h"

#include <stdio.h>
#include <time.h>

#define PAIRS 40000

static void check_from(const char *html, const char *before,
                       const char *expected)
{
	check_body(html, before, expected, scls_records_settle);
}

static void check(const char *html, const char *expected)
{
	check_all_body(html, expected, scls_records_settle);
}

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

/* Sections made like the article's own, each with a headline that is a link;
 * the first link may be the article's headline.  Longer ones are its body. */
START_TEST(sections)
{
#define PART(n) "<h3><a href=/" #n ">A headline of many words, number " #n \
	"</a></h3><p>What number " #n " tells, in sentences that go on " \
	"here.</p>"
#define PARTS PART(1) PART(2) PART(3) PART(4) PART(5)
	check(STORY PARTS, "bbbxxxxxxxxxx");
	check(STORY "<h2>Walks</h2>" PARTS "<i>Imprint</i>",
	      "bbbbxxxxxxxxxxb");
	check("<h3><a href=/>The story of a long and old pier</a></h3>" STORY
	      PARTS, "bbbbxxxxxxxxxx");
	check(STORY PARTS STEP("four"), "bbbbbbbbbbbbbb");
	check(STORY PART(1) PART(2) PART(3) PART(4), "bbbbbbbbbbb");
	check(STEP("one") STEP("two") PARTS, "bbbbbbbbbbbb");
	check(STORY PART(1) PART(2) STEP("four") PART(3) PART(4) PART(5),
	      "bbbbbbbbbbbbbb");
#define LONG "<p>It goes on, and on, and on, and on, and on for another line " \
	"and a half, and the reader wonders.</p>"
	check(STORY PART(1) LONG PART(2) LONG PART(3) LONG PART(4) LONG PART(5)
	      LONG, "bbbbbbbbbbbbbbbbbb");
}
END_TEST

SUITE("cards", {
	CASE(teasers_behind_a_body);
	CASE(lists_of_teasers);
	CASE(buttons_of_cards);
	CASE(many_pairs);
	CASE(teasers_first);
	CASE(some_of_a_table);
	CASE(teasers_of_the_body);
	CASE(sections);
})
