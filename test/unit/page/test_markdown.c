/* test_markdown.c - links as Markdown writes them. */
#include "page/markdown.h"

#include "../../suite.h"

static void check(scls_span said, const char *wanted, const char *line)
{
	ck_assert_msg(scls_span_equal(said, scls_span_of(wanted)),
	              "%s: %.*s", line, (int)said.size, said.data);
}

static const struct {
	const char *line, *text, *target;
} one[] = {
	{ "[The old mill](/mill)", "The old mill", "/mill" },
	{ "* [The old mill](/mill)", "The old mill", "/mill" },
	{ "12. [The old mill](/mill) 2021-03-05", "The old mill", "/mill" },
	{ "### [The old mill](/mill)", "The old mill", "/mill" },
	{ "- **[The old mill](/mill)**", "The old mill", "/mill" },
	{ "· [**老磨坊** ](/mill)", "老磨坊", "/mill" },
	{ "[The \\[old\\] mill](/a_(b))", "The \\[old\\] mill", "/a_(b)" },
	{ "[[Notice] The mill](/mill \"Title\")", "[Notice] The mill",
	  "/mill" },
	{ "[The mill](</a b>)", "The mill", NULL },
	{ "[The mill](</mill>)", "The mill", "/mill" },
	{ "[![mill](/m.png) The mill](/mill)", "The mill", "/mill" },
	{ "[The mill]()", "The mill", "" },
	{ "![mill](/m.png)", "", "/m.png" },
	{ "[![mill](/m.png)](/mill)", "", "/mill" },
	{ "[ ](/mill)", "", "/mill" },
};

START_TEST(one_link)
{
	for (size_t i = 0; i < sizeof(one) / sizeof(one[0]); i++) {
		scls_span line = scls_span_of(one[i].line);
		scls_markdown_link link;

		if (one[i].target == NULL) {
			ck_assert(!scls_markdown_is_links(line));
			continue;
		}
		ck_assert_msg(scls_markdown_is_links(line), "%s",
		              one[i].line);
		ck_assert(scls_markdown_next(&line, &link));
		check(link.text, one[i].text, one[i].line);
		check(link.target, one[i].target, one[i].line);
		ck_assert(!scls_markdown_next(&line, &link));
	}
}
END_TEST

START_TEST(links_in_a_row)
{
	static const char text[] =
		"| [一](/1) | ![x](/x.png) [二](/2)[三](/3) · [四](/4) |";
	static const char *const texts[] = { "一", "", "二", "三", "四" };
	scls_span line = scls_span_of(text);
	scls_markdown_link link;

	ck_assert(scls_markdown_is_links(line));
	for (size_t i = 0; i < 5; i++) {
		ck_assert(scls_markdown_next(&line, &link));
		check(link.text, texts[i], text);
	}
	ck_assert(!scls_markdown_next(&line, &link));
}
END_TEST

START_TEST(other_lines)
{
	static const char *const lines[] = {
		"", "The old mill", "See [the mill](/mill).", "[1]", "[a] (b)",
		"[The mill](/mill) opens again", "[The mill](/mill", "[[[(",
		"[The mill][1]", "![mill]", "!", "看[老磨坊](/mill)", "f[x](y)",
		"[The mill](a b)",
		"[The mill](/mill) [1]",
	};

	for (size_t i = 0; i < sizeof(lines) / sizeof(lines[0]); i++)
		ck_assert_msg(!scls_markdown_is_links(scls_span_of(lines[i])),
		              "%s", lines[i]);
}
END_TEST

SUITE("markdown", {
	CASE(one_link);
	CASE(links_in_a_row);
	CASE(other_lines);
})
