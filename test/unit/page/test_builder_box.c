/* test_builder_box.c - elements of a page's own that hold lines. */
#include "reader_fixture.h"

static void check(const char *html, const char *text)
{
	fixture_begin();
	read_html(html);
	expect_text(text);
	fixture_end();
}

START_TEST(lines_of_boxes)
{
	check("<x-a>One</x-a><x-a>Two</x-a>", "One\nTwo");
	check("<x-list><x-row><x-a>1</x-a> <x-b>One</x-b></x-row>"
	      "<x-row><x-a>2</x-a> <x-b>Two</x-b></x-row></x-list>",
	      "1\nOne\n2\nTwo");
	check("<a href=/1><x-a>One</x-a><x-b>two</x-b></a>"
	      "<a href=/2><x-a>Three</x-a></a>", "One\ntwo\nThree");
	check("<div><x-a><p>One<p>Two</x-a>Three</div>",
	      "One\nTwo\nThree");
	/* Among others all stand by themselves. */
	check("<x-card><x-day>May</x-day> <a href=/1>One</a> <x-b>two</x-b>"
	      "</x-card>", "May\nOne\ntwo");
}
END_TEST

/* They mark words of a line, or have a name that means nothing. */
START_TEST(words_of_a_line)
{
	check("<p>One <x-a>two</x-a> three</p>", "One two three");
	check("<p><x-a>One</x-a> <x-b>two</x-b> three</p>", "One two three");
	check("<div><x-a>One</x-a> two</div>", "One two");
	check("<div>One <x-a>two</x-a> <x-a>three</x-a></div>",
	      "One two three");
	check("<h2><x-a>One</x-a><x-a>two</x-a></h2>", "Onetwo");
	check("<div><b><x-a>One</x-a><x-a>two</x-a></b></div>", "Onetwo");
	check("<div><bla>One</bla><bla>two</bla></div>", "Onetwo");
}
END_TEST

/* Lines of boxes stand alike where their names do; paragraphs in them as if
 * there were no box. */
START_TEST(how_they_stand)
{
	fixture_begin();
	read_html("<x-l><x-a>One</x-a><x-b>two</x-b><x-a>Three</x-a></x-l>"
	          "<x-m><p>Four</x-m><x-n><p>Five</x-n>");
	expect_text("One\ntwo\nThree\nFour\nFive");
	ck_assert_uint_eq(page.blocks[0].path, page.blocks[2].path);
	ck_assert_uint_ne(page.blocks[0].path, page.blocks[1].path);
	ck_assert_uint_ne(page.blocks[0].kin, page.blocks[1].kin);
	ck_assert_uint_eq(page.blocks[3].path, page.blocks[4].path);
	fixture_end();
}
END_TEST

START_TEST(hidden_and_deep)
{
	fixture_begin();
	read_html("<div><x-a>One</x-a><x-a hidden>two</x-a>Three</div>");
	expect_text("One\ntwo\nThree");
	ck_assert_uint_ne(page.blocks[1].within & SCLS_IN_HIDDEN, 0);
	ck_assert_uint_eq(page.blocks[2].within & SCLS_IN_HIDDEN, 0);
	limits.depth = 4;
	read_html("<div><div><div><x-a><x-b><x-c>One</x-c><x-c>two</x-c>"
	          "</x-b></x-a></div></div></div><x-a>Three</x-a>");
	fixture_check();
	ck_assert_uint_ge(page.n_blocks, 2);
	fixture_end();
}
END_TEST

SUITE("builder_box", {
	CASE(lines_of_boxes);
	CASE(words_of_a_line);
	CASE(how_they_stand);
	CASE(hidden_and_deep);
})
