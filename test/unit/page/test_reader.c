/* test_reader.c - HTML or text, and odd input to both. */
#include "reader_fixture.h"
#include "../../miser.h"

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

static const char much[] =
	"<html><head><title>t</title><base href='/b&amp;c'></head><body>"
	"<ul class=nav><li><a href='x?a=1&amp;b=2'>one</a><li><a href=y>two"
	"</a></ul><div hidden>three</div><pre>  four</pre><p>five</body>";

/* A reader of its own reads it where an allocation fails, and again where none
 * does, as if nothing had been; in the end all memory is back. */
static spamcls_status read_in_need(miser *it, const char *data)
{
	spamcls_allocator allocator = miser_allocator(it);
	scls_span in = { data, strlen(data) };
	scls_reader *one = NULL;
	spamcls_status status = scls_reader_new(&one, &allocator);

	if (status == SPAMCLS_OK) {
		status = scls_read_page(one, in, SPAMCLS_KIND_GUESS, &limits,
		                        &page);
		if (status != SPAMCLS_OK)
			ck_assert_int_eq(status, SPAMCLS_E_NOMEM);
		it->left = it->left < 0 ? it->left : -1;
		ck_assert_int_eq(scls_read_page(one, in, SPAMCLS_KIND_GUESS,
		                                &limits, &page), SPAMCLS_OK);
		fixture_check();
		scls_reader_free(one);
	}
	miser_is_whole(it);
	return status;
}

static void sweep(const char *data)
{
	miser all = { .left = -1 };
	long n;

	ck_assert_int_eq(read_in_need(&all, data), SPAMCLS_OK);
	n = -1 - all.left;
	ck_assert_int_gt(n, 1);
	for (long i = 1; i <= n; i++) {
		miser once = { .left = i }, from = { .left = i, .forever = 1 };

		ck_assert_int_eq(read_in_need(&once, data), SPAMCLS_E_NOMEM);
		ck_assert_int_eq(read_in_need(&from, data), SPAMCLS_E_NOMEM);
	}
}

START_TEST(memory_runs_out)
{
	char *links = calloc(40000, 1), *at = links;

	fixture_begin();
	sweep(much);
	/* All that grows with a page has to grow. */
	for (int i = 0; i < 500; i++)
		at += sprintf(at, "<p>more %d<a href=/archive/of/%d>x</a>",
		              i, i);
	sweep(links);
	limits.text_bytes = 6;
	sweep("a text cut by its limit");
	fixture_end();
	free(links);
}
END_TEST

SUITE("reader", {
	CASE(html);
	CASE(text);
	CASE(forced);
	CASE(empty);
	CASE(damaged);
	CASE(in_turn);
	CASE(memory_runs_out);
})
