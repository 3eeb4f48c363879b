/* test_raw_end.c - where what is no markup ends. */
#include "reader_fixture.h"

#include "page/raw_end.h"

/* How many bytes of text stand before the end that is found. */
static size_t before(const char *(*find)(const char *, const char *),
                     const char *text)
{
	return (size_t)(find(text + 3, text + strlen(text)) - text - 3);
}

static const char *end_of_b(const char *at, const char *end)
{
	return scls_end_tag(at, end, "b");
}

/* Three bytes stand before each text. */
START_TEST(ends)
{
	ck_assert_uint_eq(before(scls_comment_end, "...a -> b-->c"), 9);
	ck_assert_uint_eq(before(scls_comment_end, "...a--!>b"), 5);
	ck_assert_uint_eq(before(scls_comment_end, "...a--"), 3);
	ck_assert_uint_eq(before(end_of_b, "...a</bx></B >"), 6);
	ck_assert_uint_eq(before(end_of_b, "...a</b"), 1);
	ck_assert_uint_eq(before(end_of_b, "...<b>"), 3);
	ck_assert_uint_eq(before(scls_script_end, "...a<!--</script>"), 5);
	ck_assert_uint_eq(before(scls_script_end, "...<!--<script></script>"
	                         "a</script>"), 22);
}
END_TEST

/* What these hold is shown as it is written. */
START_TEST(raw_names)
{
	fixture_begin();
	read_html("<p>a<xmp><p>b</p>\n <a href=x>&lt;c</a></xmp><p>d&lt;");
	expect_text("a\n<p>b</p>\n <a href=x>&lt;c</a>\nd<");
	ck_assert_uint_eq(page.n_links, 0);
	ck_assert_uint_eq(page.blocks[1].tag, SCLS_TAG_PRE);
	ck_assert_uint_eq(page.blocks[3].tag, SCLS_TAG_P);
	read_html("<XMP>a<b></xmpx></XMP>b");
	expect_text("a<b></xmpx>\nb");
	read_html("<xmp>a<p>b"); /* its end tag is missing */
	expect_text("a\nb");
	read_html("<p>a<plaintext>b<p>c</plaintext>&amp;\nd</p>");
	expect_text("a\nb<p>c</plaintext>&amp;\nd</p>");
	read_html("<p>a<plaintext>");
	expect_text("a");
	fixture_end();
}
END_TEST

SUITE("raw_end", {
	CASE(ends);
	CASE(raw_names);
})
