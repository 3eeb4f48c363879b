/* test_asides.c - links between the paragraphs of a body. */
#include "segment/html/asides.h"

#include "body_fixture.h"

static scls_status settle(const scls_view *seen, uint8_t *body)
{
	scls_asides_settle(seen, body);
	return SPAMCLS_OK;
}

static void check(const char *html, const char *expected)
{
	check_all_body(html, expected, settle);
}

#define STEP "<p>This paragraph of the story goes on for a long while here."
#define LINK(text) "<a href=/1>" text "</a>"
#define BELL LINK("The bell that rang by itself")

/* Before the link, at its front, in a line before it; among paragraphs or
 * behind them. */
START_TEST(words_that_say_so)
{
	check(STEP "<p>Read also: " BELL STEP, "bxb");
	check(STEP "<p><b>RELATED</b> " BELL STEP, "bxb");
	check(STEP "<p>相关阅读：" LINK("北岸新桥何时通车，老街灯会今晚开始") STEP, "bxb");
	check(STEP "<p>" LINK("Baca juga: The bell that rang") STEP, "bxb");
	check(STEP "<p>" LINK("延伸閱讀：老街燈會今晚開始") STEP, "bxb");
	check(STEP "<p>Related articles<p>" BELL STEP, "bxxb");
	check(STEP "<p>Lire aussi : " BELL "<p>Lees ook: " BELL, "bxx");
}
END_TEST

/* Other words, none, no headline, a place of the page itself, a sentence, the
 * first of the page, a heading, and one link behind which the body ends. */
START_TEST(of_the_body)
{
	check(STEP "<p>The programme: " BELL STEP, "bbb");
	check(STEP "<p>" BELL STEP, "bbb");
	check(STEP "<p>Read also: " LINK("Bells") STEP, "bbb");
	check(STEP "<p>Read also: <a href=#2>The bell that rang by itself</a>"
	      STEP, "bbb");
	check(STEP "<p>Read also what the harbour office wrote of it in the "
	      "long and cold winter: " BELL STEP, "bbb");
	check("<p>Read also: " BELL STEP, "bb");
	check(STEP "<h2>Related: " BELL "</h2>" STEP, "bbb");
	check(STEP "<p>Related articles<p>" BELL, "bbb");
}
END_TEST

SUITE("asides", {
	CASE(words_that_say_so);
	CASE(of_the_body);
})
