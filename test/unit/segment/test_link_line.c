/* test_link_line.c - paragraphs of nothing but links. */
#include "segment/html/link_line.h"

#include "body_fixture.h"

static scls_status settle(const scls_view *seen, uint8_t *body)
{
	scls_link_lines_settle(seen, body);
	return SPAMCLS_OK;
}

static void check(const char *html, const char *expected)
{
	check_all_body(html, expected, settle);
}

#define STEP "<p>This paragraph of the story goes on for a long while here."
#define STORY STEP STEP STEP
#define LINK(href, text) "<a href=" href ">" text "</a>"
#define FOUR(href, between) \
	LINK(href, "A winter of two crossings") between \
	LINK(href, "Who pays for the new pier?") between \
	LINK(href, "The bell that rang by itself") between \
	LINK(href, "Bakers of the valley win a prize")
#define FIVE(href, between) FOUR(href, between) between \
	LINK(href, "School roof repaired in time")

START_TEST(headlines_in_a_row)
{
	check(STORY "<p>" FIVE("/1", " | "), "bbbx");
	check(STORY "<p>" FIVE("/1", ", ") ".", "bbbx");
	check(STORY "<p>More: " FIVE("/1", " "), "bbbx");
	check(STORY "<p>Thanks.<p>" FIVE("/1", "") "<p>" FIVE("/2", "» «"),
	      "bbbbxx");
	/* One of them may be short. */
	check(STORY "<p>" FIVE("/1", ", ") " " LINK("/2", "Top"), "bbbx");
}
END_TEST

/* A sentence that links its words, too few, notes and chapters of the page
 * itself, labels, a row before or without a body. */
START_TEST(of_the_body)
{
	check(STORY "<p>" FIVE("/1", " and "), "bbbb");
	check(STORY "<p>" FOUR("/1", " | "), "bbbb");
	check(STORY "<p>" FIVE("#a", " | "), "bbbb");
	check(STORY "<p>" LINK("/1", "One") " " LINK("/2", "Two") " "
	      LINK("/3", "Three") " " LINK("/4", "Four") " "
	      LINK("/5", "Five"), "bbbb");
	check(STORY "<p>In words of its own the harbour office says which of "
	      "these you may read, and when: " FIVE("/1", ", "), "bbbb");
	check(STORY "<p>" FIVE("/1", " | ") STEP, "bbbbb");
	check(STEP "<p>" FIVE("/1", " | "), "bb");
	check("", "");
}
END_TEST

SUITE("link_line", {
	CASE(headlines_in_a_row);
	CASE(of_the_body);
})
