/* test_reader.c - HTML or text, and odd input to both. */
#include "reader_fixture.h"

static spamcls_kind kind_of(const char *text)
{
	fixture_read(text, strlen(text), SPAMCLS_KIND_GUESS);
	return page.kind;
}

START_TEST(html)
{
	static const char *const pages[] = {
		"<!DOCTYPE html><p>a", "\n\n <html>", "<p>a", "<!-- a --><p>b",
		"text before <body>", "<?xml version='1.0'?><html>",
		"<div class=x>a</div>", "<a href=x>a</a>",
		"a <b>b</b> c <b>d</b>",
	};

	fixture_begin();
	for (size_t i = 0; i < sizeof(pages) / sizeof(pages[0]); i++)
		ck_assert_msg(kind_of(pages[i]) == SPAMCLS_KIND_HTML, "%s",
		              pages[i]);
	fixture_end();
}
END_TEST

START_TEST(text)
{
	static const char *const texts[] = {
		"", "a < b and c > d", "use the <p> tag and the <div> tag",
		"<3 you", "<-- back", "今天上午", "x <y> z", "one </p> here",
		"<pear@example.org> wrote:",
	};

	fixture_begin();
	for (size_t i = 0; i < sizeof(texts) / sizeof(texts[0]); i++)
		ck_assert_msg(kind_of(texts[i]) == SPAMCLS_KIND_TEXT, "%s",
		              texts[i]);
	fixture_end();
}
END_TEST

START_TEST(forced)
{
	fixture_begin();
	read_text("<p>a</p>");
	expect_text("<p>a</p>");
	read_html("plain\ntext");
	expect_text("plain text");
	fixture_end();
}
END_TEST

START_TEST(empty)
{
	fixture_begin();
	read_html("");
	ck_assert_uint_eq(page.text_size, 0);
	read_html("<html><body></body></html>");
	ck_assert_uint_eq(page.text_size, 0);
	ck_assert_uint_eq(page.n_blocks, 0);
	fixture_end();
	scls_reader_free(NULL);
}
END_TEST

/* Every front of a page, and pages with a byte knocked out. */
START_TEST(damaged)
{
	static const char whole[] =
		"<html><title>t</title><script>x<!--</script><div hidden>a"
		"</div><ul class='nav'><li><a href=\"x\">b</a><li>c</ul>"
		"<table><tr><td>d</table><!-- e --><svg><g/></svg>&lt;f&#20013;"
		"<p style='display:none'>g</p></html>";
	char page_bytes[sizeof(whole)];
	size_t n = sizeof(whole) - 1;

	fixture_begin();
	for (size_t i = 0; i <= n; i++)
		fixture_read(whole, i, SPAMCLS_KIND_HTML);
	for (size_t i = 0; i < n; i++) {
		static const char marks[] = "<>\"'/! ";

		memcpy(page_bytes, whole, n);
		page_bytes[i] = marks[i % (sizeof(marks) - 1)];
		fixture_read(page_bytes, n, SPAMCLS_KIND_HTML);
	}
	fixture_end();
}
END_TEST

/* One reader serves pages of both kinds in turn. */
START_TEST(in_turn)
{
	fixture_begin();
	for (unsigned i = 0; i < 3; i++) {
		read_html("<p>a <a href=x>b</a>");
		expect_text("a b");
		read_text("c\nd");
		expect_text("c\nd");
		ck_assert_uint_eq(page.n_links, 0);
	}
	fixture_end();
}
END_TEST

SUITE("reader", {
	CASE(html);
	CASE(text);
	CASE(forced);
	CASE(empty);
	CASE(damaged);
	CASE(in_turn);
})
