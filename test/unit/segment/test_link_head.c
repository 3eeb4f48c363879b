/* test_link_head.c - what of a link is its headline. */
#include "segment/html/link_head.h"

#include "html_page_fixture.h"

static scls_draft draft;

/* What heads the first link of the page. */
static void check(const char *html, const char *expected)
{
	scls_page_link head;

	read_html(html);
	ck_assert_int_eq(scls_draft_begin(&draft, &arena, &phrases,
	                                  &page), 0);
	head = scls_link_head(&draft, 0);
	ck_assert_uint_eq(head.end - head.begin, strlen(expected));
	ck_assert_int_eq(memcmp(page.text + head.begin, expected,
	                        strlen(expected)), 0);
	ck_assert_uint_ge(head.begin, page.blocks[head.block].begin);
	ck_assert_uint_lt(head.begin, page.blocks[head.block].end);
	end();
}

#define TEASER "<p>The harbour master explains it in a few words.</p>"

/* The heading, wherever it stands. */
START_TEST(heading_of_a_card)
{
	check("<a href=/1><h3>A winter of two crossings</h3>" TEASER
	      "<time>2024-11-02</time></a>", "A winter of two crossings");
	check("<a href=/1><p>Travel and more</p>" TEASER "<h3>A winter of two "
	      "crossings</h3></a>", "A winter of two crossings");
	check("<a href=/1><h4>12</h4><h5>May 2025</h5><h3>海上的最后一班渡轮"
	      "</h3>" TEASER "</a>", "海上的最后一班渡轮");
}
END_TEST

/* Without one it is the first element that is no day and no number. */
START_TEST(first_of_a_card)
{
	check("<a href=/1><div>A winter of two crossings</div><div>The rest "
	      "is told here.</div></a>", "A winter of two crossings");
	check("<a href=/1><p>2024-11-02 15:09</p><p>海上的最后一班渡轮</p>"
	      TEASER "</a>", "海上的最后一班渡轮");
	check("<a href=/1><p>December 19, 2025</p><div>A winter of two "
	      "crossings</div>" TEASER "</a>", "A winter of two crossings");
	check("<a href=/1><b>27:30</b><div>A winter of two crossings</div>"
	      TEASER "</a>", "A winter of two crossings");
}
END_TEST

/* A headline of two lines is one. */
START_TEST(lines_of_one_element)
{
	check("<ul><li><a href=/1>Councils, committees<br>and task forces</a>"
	      "</ul>", "Councils, committees\nand task forces");
	check("<p><b><a href=/1>Councils, committees<br>and task forces</a>"
	      "</b></p>", "Councils, committees\nand task forces");
	check("<a href=/1><h3>Councils, committees<br>and task forces</h3>"
	      TEASER "</a>", "Councils, committees\nand task forces");
	check("<a href=/1><p>Councils, committees</p>" TEASER "</a>",
	      "Councils, committees");
}
END_TEST

/* Where the first is too short nobody knows which it is. */
START_TEST(all_of_the_link)
{
	check("<a href=/1><div>News</div><div>A winter of two crossings</div>"
	      "</a>", "News\nA winter of two crossings");
	check("<a href=/1><h3>News</h3><div>A winter of two crossings</div>"
	      "</a>", "News\nA winter of two crossings");
	check("<a href=/1><p>12</p><p>2024-11-02</p></a>", "12\n2024-11-02");
	check("<p>See <a href=/1>a winter</a> of two.</p>", "a winter");
}
END_TEST

/* A day or a rank beside it leaves a headline what it is. */
START_TEST(labels_alone)
{
	check("<a href=/1><p>2024-11-02</p><h3>A winter of two crossings</h3>"
	      "</a>", "2024-11-02\nA winter of two crossings");
	check("<a href=/1><b>27:30</b><div>A winter of two crossings</div>"
	      "</a>", "27:30\nA winter of two crossings");
}
END_TEST

/* An author's name has words of its own, and so has a day beside it. */
START_TEST(words_of_labels)
{
	check("<a href=/1><div>A winter of two crossings</div><div><b>By Nora "
	      "Field</b> <i>3 hours ago</i></div></a>",
	      "A winter of two crossings");
	check("<a href=/1><div>海上的最后一班渡轮</div><div>记者 林晓 3 小时前"
	      "</div></a>", "海上的最后一班渡轮");
}
END_TEST

/* A list of such cards has their headlines for items. */
START_TEST(list_of_cards)
{
	split_html("<title>The last ferry of the year</title>"
	"<h1>The last ferry of the year</h1><p>The last ferry of the season "
	"leaves at half past four, and by three the pier is crowded.</p>"
	"<section><h2>Related articles</h2>"
	"<a href=/1><h3>A winter of two crossings</h3>" TEASER
	"<time>2024-11-02</time></a><a href=/2><h3>Who pays for the new pier?"
	"</h3>" TEASER "<time>2024-10-02</time></a></section>");
	ck_assert_uint_eq(split.n_items, 2);
	ck_assert_uint_eq(split.items[0].end - split.items[0].begin,
	                  strlen("A winter of two crossings"));
	ck_assert_uint_eq(split.items[1].end - split.items[1].begin,
	                  strlen("Who pays for the new pier?"));
	ck_assert_int_eq(role_of("The harbour"), SPAMCLS_ROLE_OTHER);
	end();
}
END_TEST

SUITE("link_head", {
	CASE(heading_of_a_card);
	CASE(first_of_a_card);
	CASE(lines_of_one_element);
	CASE(all_of_the_link);
	CASE(labels_alone);
	CASE(words_of_labels);
	CASE(list_of_cards);
})
