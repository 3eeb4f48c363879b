/* test_stack.c - elements that close and open by themselves. */
#include "reader_fixture.h"
#include "page/builder.h"
#include "page/html.h"
#include "page/stack.h"

static scls_builder builder;
static scls_tag_table *rules;
static scls_html *html;

/* The blocks of a page and how deep each of them stands: "2:text". */
static void check_page(const char *source, const char *blocks)
{
	scls_skim skim = { .allocator = scls_alloc_default(), .rules = rules };
	scls_stacked open[SCLS_NEST_ROOM(SCLS_LIMIT_DEPTH)];
	scls_nest nest = { .open = open, .max = SCLS_LIMIT_DEPTH };
	scls_span in = { source, strlen(source) };
	char found[1024] = "";

	ck_assert_int_eq(scls_builder_reset(&builder, &limits), SPAMCLS_OK);
	scls_skip_begin(&skim, in, &nest);
	ck_assert_int_eq(scls_html_parse(html, &skim, &builder), SPAMCLS_OK);
	ck_assert_int_eq(scls_builder_finish(&builder, &page), SPAMCLS_OK);
	for (uint32_t i = 0; i < page.n_blocks; i++) {
		const scls_block *b = &page.blocks[i];

		snprintf(found + strlen(found),
		         sizeof(found) - strlen(found), "%s%u:%.*s",
		         i ? " " : "", b->depth, (int)(b->end - b->begin),
		         page.text + b->begin);
	}
	ck_assert_str_eq(found, blocks);
	scls_skim_free(&skim);
}

static void begin(void)
{
	fixture_begin();
	scls_builder_init(&builder, &fixture_allocator);
	ck_assert_int_eq(scls_tag_table_new(&rules, &fixture_allocator),
	                 SPAMCLS_OK);
	ck_assert_int_eq(scls_html_new(&html, rules, &fixture_allocator),
	                 SPAMCLS_OK);
}

static void end(void)
{
	scls_html_free(html);
	scls_tag_table_free(rules);
	scls_builder_free(&builder);
	fixture_end();
}

/* html, body and p stand around text that nothing stands around. */
START_TEST(what_is_implied)
{
	check_page("x", "3:x");
	check_page("<div>x</div>", "3:x");
	check_page("<title>t</title>x", "3:t 3:x");
	check_page("<html><head><title>t</title></head><body>x", "3:t 2:x");
	check_page("<body>x", "2:x");
	check_page("<html>x", "3:x");
	check_page("<frameset>x", "1:x");
	check_page(" <!-- c --> \n<p>x", "3:x");
	check_page(" <!-- c --> x<!-- c --> <!-- c -->y", "3:x y");
}
END_TEST

START_TEST(what_closes_by_itself)
{
	check_page("<p>x<p>y", "3:x 3:y");
	check_page("<p>x<span>y", "3:xy");
	check_page("<ul><li>x<li>y<ul><li>z</ul><li>w",
	           "4:x 4:y 6:z 4:w");
	check_page("<table><tr><td>x<td>y<tr><td>z", "5:x 5:y 5:z");
	check_page("<dl><dt>x<dd>y<dt>z", "4:x 4:y 4:z");
	check_page("<p>x<br>y<hr>z", "3:x 3:y 2:z");
	check_page("<div/>x<div>y", "2:x 3:y");
	check_page("<h1>x<p>y</p></h1>z", "3:x 3:y 2:z");
	check_page("<dl><dt>x<dt>y<dd>z<dd>w", "4:x 4:y 4:z 4:w");
	check_page("<h2>x<h3>y</h3>z", "3:x 3:y 2:z");
}
END_TEST

/* What is inline and left open does not keep a block open. */
START_TEST(what_closes_over_inline)
{
	check_page("<p><font>x<p><font>y<p>z", "3:x 3:y 3:z");
	check_page("<ul><li><em><b>x<li>y</ul>", "4:x 4:y");
	check_page("<table><tr><td><em>x<td>y<tr><td>z", "5:x 5:y 5:z");
	check_page("<p><font>x<div>y</div></font></p>z", "3:x 3:y 2:z");
	check_page("<ul><li><div>x<li>y", "5:x 6:y");
	/* Not over too many. */
	check_page("<p><s><s><s><s><s><s><s><s><q>x<span>y<div>z",
	           "13:xy 14:z");
}
END_TEST

/* Any heading's end tag ends any heading, and only that. */
START_TEST(ends_of_headings)
{
	check_page("<h2>x</h3>y", "3:x 2:y");
	check_page("<h2><b>x</h1>y<h1>z</h6>w", "3:x 2:y 3:z 2:w");
	check_page("<div><i>x</h3>y</div>", "3:xy");
}
END_TEST

/* Lines end where a browser puts a break or an empty paragraph. */
START_TEST(stray_ends_of_lines)
{
	check_page("<div>x</br>y</BR >z", "3:x 3:y 3:z");
	check_page("<div>x</p>y</p>z</p></p></p></p>w",
	           "3:x 3:y 3:z 3:w");
	check_page("<p>x<div>y</div>z</p>w", "3:x 3:y 2:z 2:w");
	check_page("<p><table><tr><td>x</p>y</table>", "5:x 5:y");
	check_page("<div>x</span>y</hr>z", "3:xyz");
}
END_TEST

/* An end tag closes what is inside, but nothing stronger. */
START_TEST(end_tags)
{
	check_page("<div><b>x</div>y", "3:x 2:y");
	check_page("<b><div>x</b>y</div>z", "4:xy 2:z");
	check_page("<table><tr><td><div>x</table>y", "6:x 2:y");
	check_page("<div><table><tr><td>x</div>y", "6:xy");
	check_page("</p>x</div>y", "3:xy");
	check_page("<x-a>x</x-b>y</x-a>z", "2:xyz");
}
END_TEST

/* A second html, head or body is none, and its end tag neither. */
START_TEST(what_is_misplaced)
{
	check_page("<html><body><div>x<body>y</body>z</div>w",
	           "3:xyz 2:w");
	check_page("<html><body><div>x<html>y</html>z", "3:xyz");
	check_page("<html><body>x</body>y", "2:x 2:y");
}
END_TEST

/* What the page's end cuts off has not begun. */
START_TEST(cut_off)
{
	check_page("x<div", "3:x");
	check_page("<div>x</div", "3:x");
	check_page("<div>x<a href=y", "4:x");
}
END_TEST

/* Where too many end tags of paragraphs were in vain, they close what is near;
 * others were found in the scan, however far they are. */
START_TEST(paragraphs_in_vain)
{
	static const scls_attributes none;
	scls_stacked open[SCLS_STACK_ROOM(64)];
	scls_stack s = { .table = rules, .builder = &builder, .open = open,
	                 .most = 64, .vain = SCLS_VAIN_MOST };
	scls_stacked p = { .name = scls_tag_hash("p", 1) };
	scls_stacked x = { .name = scls_tag_hash("x", 1) };
	uint32_t n;

	p.rule = scls_tag_find(rules, p.name);
	x.rule = scls_tag_find(rules, x.name);
	ck_assert_int_eq(scls_builder_reset(&builder, &limits), SPAMCLS_OK);
	scls_stack_start(&s, p, &none, 0);
	n = s.n;
	for (uint32_t i = 0; i < SCLS_LEFT_OPEN; i++)
		scls_stack_start(&s, x, &none, 0);
	scls_stack_end(&s, p);
	ck_assert_uint_eq(s.n, n + SCLS_LEFT_OPEN);
	scls_stack_end(&s, x);
	ck_assert_uint_eq(s.n, n + SCLS_LEFT_OPEN - 1);
	scls_stack_end(&s, p);
	ck_assert_uint_eq(s.n, n - 1);
	scls_stack_finish(&s);
}
END_TEST

SUITE("stack", {
	tcase_add_checked_fixture(tcase, begin, end);
	CASE(what_is_implied);
	CASE(what_closes_by_itself);
	CASE(what_closes_over_inline);
	CASE(ends_of_headings);
	CASE(stray_ends_of_lines);
	CASE(end_tags);
	CASE(what_is_misplaced);
	CASE(cut_off);
	CASE(paragraphs_in_vain);
})
