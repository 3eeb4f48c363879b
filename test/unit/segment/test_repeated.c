/* test_repeated.c - what stands in the body twice. */
#include "segment/html/repeated.h"

#include "html_page_fixture.h"

#define MOST 16u

static scls_draft draft;
static scls_view view;
static uint8_t is_body[MOST];

/* Reads the page, all of it body but <title>. */
static void begin(const char *html)
{
	read_html(html);
	ck_assert_uint_le(page.n_blocks, MOST);
	ck_assert_int_eq(scls_draft_begin(&draft, &arena, &phrases,
	                                  &page), 0);
	ck_assert_int_eq(scls_view_begin(&view, &draft), 0);
	memset(is_body, SCLS_IS_BODY, sizeof(is_body));
}

/* The states of all blocks, a digit each. */
static const char *marked(void)
{
	static char digits[MOST + 1];

	ck_assert_int_eq(scls_mark_repeats(&view, is_body), 0);
	for (uint32_t i = 0; i < page.n_blocks; i++)
		digits[i] = (char)('0' + is_body[i]);
	digits[page.n_blocks] = '\0';
	return digits;
}

#define LONG "A sentence that is long enough to stand twice by design."
#define OTHER "Another sentence, which stands on this page only once."

START_TEST(long_block)
{
	begin("<a href=/>x</a><p>" LONG "<p>" OTHER "<p>" LONG "<p>Price"
	      "<p>" OTHER "!<p>Price");
	ck_assert_str_eq(marked(), "1112111");
	end();
}
END_TEST

/* Short lines go with the passage that they stand in, before and behind. */
START_TEST(passage)
{
	begin("<a href=/>x</a><h2>Price</h2><p>" LONG "<p>Five<p>Six"
	      "<p>" OTHER "<h2>Price</h2><p>" LONG "<p>Five<p>Seven");
	ck_assert_str_eq(marked(), "1111112221");
	end();
}
END_TEST

/* Only what is body counts, and the first copy of it stays. */
START_TEST(outside_body)
{
	begin("<a href=/>x</a><p>" LONG "<p>" LONG "<p>" LONG);
	is_body[1] = 0;
	ck_assert_str_eq(marked(), "1012");
	end();
}
END_TEST

START_TEST(no_blocks)
{
	begin("");
	ck_assert_str_eq(marked(), "");
	end();
}
END_TEST

SUITE("repeated", {
	CASE(long_block);
	CASE(passage);
	CASE(outside_body);
	CASE(no_blocks);
})
