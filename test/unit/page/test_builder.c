/* test_builder.c - events to blocks and links. */
#include "page/builder.h"
#include "reader_fixture.h"

static scls_builder builder;

static void begin(void)
{
	fixture_begin();
	scls_builder_init(&builder, &fixture_allocator);
	ck_assert_int_eq(scls_builder_reset(&builder, &limits), 0);
}

static void end(void)
{
	scls_builder_free(&builder);
	fixture_end();
}

static void finish(void)
{
	ck_assert_int_eq(scls_builder_finish(&builder, &page), 0);
	fixture_check();
}

static void opened(int element)
{
	static const scls_attributes none;

	scls_builder_open(&builder, element, &none);
}

static void link_to(const char *href)
{
	scls_attributes a;

	memset(&a, 0, sizeof(a));
	a.href = scls_span_of(href);
	scls_builder_open(&builder, SCLS_E_A, &a);
}

static void text(const char *data)
{
	scls_builder_text(&builder, data, strlen(data));
}

START_TEST(nothing)
{
	begin();
	finish();
	ck_assert_uint_eq(page.n_blocks, 0);
	expect_text("");
	end();
}
END_TEST

START_TEST(pieces_of_text)
{
	begin();
	opened(SCLS_E_P);
	text("a");
	text("b ");
	text(" c");
	text("\n\t");
	scls_builder_close(&builder, SCLS_E_P);
	finish();
	expect_text("ab c");
	ck_assert_int_eq(page.blocks[0].tag, SCLS_TAG_P);
	end();
}
END_TEST

/* A tokenizer may forget to close, or close what is not open. */
START_TEST(unbalanced)
{
	begin();
	scls_builder_close(&builder, SCLS_E_DIV);
	opened(SCLS_E_DIV);
	opened(SCLS_E_LI);
	text("a");
	scls_builder_close(&builder, SCLS_E_TABLE);
	text("b");
	scls_builder_close(&builder, SCLS_E_DIV);
	text("c");
	finish();
	expect_text("a\nb\nc");
	ck_assert_int_eq(page.blocks[0].tag, SCLS_TAG_LI);
	ck_assert_int_eq(page.blocks[2].tag, SCLS_TAG_DIV);
	end();
}
END_TEST

START_TEST(raw_elements)
{
	begin();
	text("a");
	opened(SCLS_E_SCRIPT);
	text("x");
	scls_builder_close(&builder, SCLS_E_SCRIPT);
	text("b");
	finish();
	expect_text("ab");
	end();
}
END_TEST

START_TEST(links)
{
	begin();
	opened(SCLS_E_P);
	text("see ");
	link_to("/x");
	text(" the page ");
	scls_builder_close(&builder, SCLS_E_A);
	text("now");
	scls_builder_close(&builder, SCLS_E_P);
	link_to("/y");
	opened(SCLS_E_H3);
	text("Title");
	scls_builder_close(&builder, SCLS_E_H3);
	opened(SCLS_E_P);
	text("lead");
	scls_builder_close(&builder, SCLS_E_P);
	scls_builder_close(&builder, SCLS_E_A);
	finish();
	expect_text("see the page now\nTitle\nlead");
	expect_link(0, "the page", "/x");
	expect_link(1, "Title\nlead", "/y");
	ck_assert_uint_eq(page.blocks[0].link_bytes, 8);
	ck_assert_uint_eq(page.blocks[1].link_bytes, 5);
	ck_assert_uint_eq(page.blocks[2].link_bytes, 4);
	ck_assert_uint_eq(page.links[1].block, 1);
	end();
}
END_TEST

/* A block knows what it is in, and what that is in. */
START_TEST(containers)
{
	const scls_block *b;

	begin();
	opened(SCLS_E_DIV);
	opened(SCLS_E_UL);
	opened(SCLS_E_LI);
	text("a");
	scls_builder_close(&builder, SCLS_E_UL);
	opened(SCLS_E_P);
	text("b");
	scls_builder_close(&builder, SCLS_E_DIV);
	text("c");
	finish();
	b = page.blocks;
	ck_assert_uint_ne(b[0].container, b[1].container);
	ck_assert_uint_eq(b[0].outer, b[1].container);
	ck_assert_uint_eq(b[1].outer, b[2].container);
	ck_assert_uint_ne(b[1].container, b[2].container);
	end();
}
END_TEST

/* What one page leaves is not seen in the next. */
START_TEST(reset)
{
	begin();
	opened(SCLS_E_NAV);
	link_to("/x");
	text("a");
	finish();
	ck_assert_int_eq(scls_builder_reset(&builder, &limits), 0);
	text("b");
	finish();
	expect_text("b");
	ck_assert_uint_eq(page.n_links, 0);
	ck_assert_uint_eq(page.blocks[0].within, 0);
	end();
}
END_TEST

/* A page that broke off within a line of code leaves no indentation. */
START_TEST(reset_in_code)
{
	begin();
	opened(SCLS_E_PRE);
	text("    ");
	ck_assert_int_eq(scls_builder_reset(&builder, &limits), 0);
	text("b");
	finish();
	expect_text("b");
	ck_assert_uint_eq(page.blocks[0].begin, 0);
	end();
}
END_TEST

/* What is hidden beyond the limit of depth is hidden, up to its end. */
START_TEST(hidden_beyond_the_limit)
{
	static const uint8_t hidden[] = { 0, 1, 1, 1, 0, 1, 0 };

	fixture_begin();
	limits.depth = 6;
	read_html("<table><tr><td><table><tr><td>a<div hidden>b"
	          "<table><tr><td>c</table></div><p style='display:none'>"
	          "d<i>e</i>f<p>g<span hidden>h</span>i</table></table>");
	expect_text("a\nb\nc\ndef\ng\nh\ni");
	for (uint32_t i = 0; i < page.n_blocks; i++)
		ck_assert_uint_eq(page.blocks[i].within & SCLS_IN_HIDDEN,
		                  hidden[i] ? SCLS_IN_HIDDEN : 0);
	ck_assert_uint_eq(page.flags, SPAMCLS_FLAG_TRUNCATED_DEPTH
	                              | SPAMCLS_FLAG_HIDDEN_TEXT);
	fixture_end();
}
END_TEST

SUITE("builder", {
	CASE(hidden_beyond_the_limit);
	CASE(nothing);
	CASE(pieces_of_text);
	CASE(unbalanced);
	CASE(raw_elements);
	CASE(links);
	CASE(containers);
	CASE(reset);
	CASE(reset_in_code);
})
