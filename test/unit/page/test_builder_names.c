/* test_builder_names.c - links whose text is only in an attribute. */
#include "reader_fixture.h"

#define ALT(href, n) "<a href=" href #n "><picture><img src=/i.jpg alt='" \
	"The ferry runs again, part " #n "'></picture></a>"
#define FOUR(one, href) one(href, 1) one(href, 2) one(href, 3) one(href, 4)
#define FIVE(one, href) FOUR(one, href) one(href, 5)
#define TITLE(href, n) "<div><a href=" href #n " title='The ferry runs " \
	"again, part " #n "'></a></div>"
#define LABEL(href, n) "<li><a href=" href #n " title=x aria-label='The " \
	"ferry runs again &amp; again, part " #n "'><i></i></a>"
#define NAMES "\nThe ferry runs again, part 1\nThe ferry runs again, part 2" \
	"\nThe ferry runs again, part 3\nThe ferry runs again, part 4" \
	"\nThe ferry runs again, part 5"

static void check(const char *html, const char *text, uint32_t names)
{
	fixture_begin();
	read_html(html);
	fixture_check();
	expect_text(text);
	ck_assert_uint_eq(page.n_names, names);
	fixture_end();
}

/* They come behind all that is read. */
START_TEST(names_of_pictures)
{
	check("<p>Text</p>" FIVE(ALT, "/") "<p>More</p>",
	      "Text\nMore" NAMES, 5);
	check("<p>Text</p>" FIVE(TITLE, "/") "<p>More</p>",
	      "Text\nMore" NAMES, 5);
	check("<p>Text</p>" FIVE(TITLE, "https://example.com/") "",
	      "Text" NAMES, 5);
}
END_TEST

START_TEST(links_of_names)
{
	fixture_begin();
	read_html("<p>Text <a href=/x>x</a></p><ul>" FIVE(LABEL, "/?a&amp;b=")
	          "</ul>");
	fixture_check();
	ck_assert_uint_eq(page.n_names, 5);
	ck_assert_uint_eq(page.n_links, 11);
	expect_link(6, "The ferry runs again & again, part 1", "/?a&b=1");
	ck_assert_uint_ne(page.blocks[1].within & SCLS_IN_LIST, 0);
	ck_assert_uint_eq(page.blocks[1].path, page.blocks[5].path);
	fixture_end();
}
END_TEST

/* Too few, pictures of a text, places of the page, links that others with text
 * lead to, as well; buttons of many sites, of a footer; nothing but a picture's
 * short name. */
START_TEST(no_names)
{
#define JPG(href, n) "<a href=" href #n ".jpg><img alt='The ferry runs " \
	"again, part " #n "'></a>"
#define BOTH(href, n) ALT(href, n) "<a href=" href #n ">Part " #n "</a>"
#define SITE(href, n) ALT("https://" #n ".example/", n)
#define SHORT(href, n) "<a href=" href #n "><img alt='Part " #n "'></a>"
	check("<p>Text</p>" FOUR(ALT, "/"), "Text", 0);
	check("<p>Text</p>" FOUR(ALT, "/") ALT("/", 1), "Text", 0);
	check("<p>Text</p>" FIVE(JPG, "/"), "Text", 0);
	check("<p>Text</p>" FIVE(ALT, "#"), "Text", 0);
	check("<p>Text</p>" FIVE(BOTH, "/"),
	      "Text\nPart 1 Part 2 Part 3 Part 4 Part 5", 0);
	check("<p>Text</p>" FIVE(SITE, ""), "Text", 0);
	check("<p>Text</p><footer>" FIVE(ALT, "/") "</footer>", "Text", 0);
	check("<p>Text</p>" FIVE(SHORT, "/"), "Text", 0);
}
END_TEST

SUITE("builder_names", {
	CASE(names_of_pictures);
	CASE(links_of_names);
	CASE(no_names);
})
