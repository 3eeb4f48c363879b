/* test_html_code.c - code in the body of a page, and links in <pre>. */
#include "html_page_fixture.h"

/* Code in a body is there with its first line and its last, short as they
 * are. */
START_TEST(whole_code)
{
	split_html("<main><article><p>Some text that explains the code below, "
	           "in a sentence or two. It is short.</p><pre>def f:\n"
	           "    if the_first_of_them is not None:\n"
	           "        return the_first_of_them + 1\n    x\n</pre>"
	           "<p>And more text behind it, so that there is a body to "
	           "speak of. It says no more.</p></article></main>");
	ck_assert_int_eq(role_of("def f:"), SPAMCLS_ROLE_BODY);
	ck_assert_int_eq(role_of("if the_first"), SPAMCLS_ROLE_BODY);
	ck_assert_int_eq(role_of("x"), SPAMCLS_ROLE_BODY);
	end();
}
END_TEST

#define PROSE \
	"<h1>How to sort lines</h1><p>This page shows a small program that " \
	"sorts the lines of a file. It reads all of them first, so the file " \
	"has to fit in memory.</p>"
#define CODE \
	"<pre>#\n{\n    lines = sys.stdin.readlines() where there are any of " \
	"them\n    return sorted(lines, key=lambda the_line: " \
	"the_line.lower())\n  x\n}\n;\n</pre>"
#define LINKS \
	"<ul class=related><li><a href=/1>How to count the words of a file" \
	"</a><li><a href=/2>How to find a line in many files</a></ul>"

/* Also where the body begins or ends with it. */
START_TEST(whole_code_at_the_edge)
{
	static const char *const pages[] = {
		PROSE CODE LINKS, CODE PROSE LINKS
	};

	for (size_t i = 0; i < sizeof(pages) / sizeof(pages[0]); i++) {
		uint32_t lines = 0;

		split_html(pages[i]);
		for (uint32_t k = 0; k < page.n_blocks; k++)
			if (page.blocks[k].within & SCLS_IN_PRE) {
				ck_assert_int_eq(split.roles[k],
				                 SPAMCLS_ROLE_BODY);
				lines++;
			}
		ck_assert_uint_eq(lines, 7);
		end();
	}
}
END_TEST

#define LIST_IN_PRE(attributes)                                           \
	"<h1>Town news</h1><p>The library stays open until nine on "       \
	"weekends from the first of May, said the town on Monday.</p>"     \
	"<pre" attributes ">The hours were asked for by many readers, who " \
	"come from work and find the doors closed on most days.\n"          \
	"The staff said yes to it, after a long talk in March about pay.\n" \
	"<a href=/1>City council approves new cycling route</a>\n"          \
	"<a href=/2>Why small farms share their machines</a>\n"             \
	"<a href=/3>Five museums that reopen after renovation</a>\n"        \
	"<a href=/4>Old mill becomes a workshop for everyone</a></pre>"

/* Links in <pre> are a list, whatever prose stands before them there. */
START_TEST(links_in_code)
{
	static const char *const pages[] = {
		LIST_IN_PRE(""), LIST_IN_PRE(" hidden")
	};

	for (size_t i = 0; i < sizeof(pages) / sizeof(pages[0]); i++) {
		split_html(pages[i]);
		ck_assert_uint_eq(split.n_items, 4);
		ck_assert_int_ne(role_of("City council"), SPAMCLS_ROLE_BODY);
		end();
	}
}
END_TEST

/* Of code with its lines' numbers beside it, each a link to its line, the
 * numbers are no body. */
START_TEST(numbers_of_lines)
{
	split_html("<main><article>" PROSE "<pre><a href=#1>1</a>\n"
	           "<a href=#2>2</a>\n<a href=#3>3</a>\n</pre><pre>"
	           "lines = sys.stdin.readlines()\nlines.sort()\n"
	           "sys.stdout.writelines(lines)\n</pre><p>It ends with the "
	           "last of them, and says nothing.</p></article></main>");
	ck_assert_int_ne(role_of("1"), SPAMCLS_ROLE_BODY);
	ck_assert_int_ne(role_of("3"), SPAMCLS_ROLE_BODY);
	ck_assert_int_eq(role_of("lines = sys"), SPAMCLS_ROLE_BODY);
	ck_assert_int_eq(role_of("sys.stdout"), SPAMCLS_ROLE_BODY);
	end();
}
END_TEST

SUITE("html_code", {
	CASE(whole_code);
	CASE(whole_code_at_the_edge);
	CASE(links_in_code);
	CASE(numbers_of_lines);
})
