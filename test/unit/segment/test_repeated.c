/* test_repeated.c - what stands in the body twice. */
#include "base/limits.h"
#include "segment/html/repeated.h"

#include "../../suite.h"

#define MOST 16u

static spamcls_allocator allocator;
static scls_arena arena;
static scls_phrases phrases;
static scls_reader *reader;
static scls_page page;
static scls_draft draft;
static scls_view view;
static uint8_t is_body[MOST];

/* Reads the page, all of it body but <title>. */
static void begin(const char *html)
{
	spamcls_limits limits = {
		sizeof(limits), SCLS_LIMIT_INPUT_BYTES, SCLS_LIMIT_TEXT_BYTES,
		SCLS_LIMIT_BLOCKS, SCLS_LIMIT_LINKS, SCLS_LIMIT_DEPTH,
		SCLS_LIMIT_HEADLINE, SCLS_LIMIT_REGEX_STEPS,
		SCLS_LIMIT_BODY_BYTES
	};

	allocator = scls_alloc_default();
	scls_arena_init(&arena, &allocator);
	scls_phrases_begin(&phrases);
	ck_assert_int_eq(scls_reader_new(&reader, &allocator), 0);
	ck_assert_int_eq(scls_read_page(reader, scls_span_of(html),
	                                SPAMCLS_KIND_HTML, &limits, &page),
	                 0);
	ck_assert_uint_le(page.n_blocks, MOST);
	ck_assert_int_eq(scls_draft_begin(&draft, &arena, &phrases,
	                                  &page), 0);
	ck_assert_int_eq(scls_view_begin(&view, &draft), 0);
	memset(is_body, SCLS_IS_BODY, sizeof(is_body));
}

static void end(void)
{
	scls_reader_free(reader);
	scls_arena_free(&arena);
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
