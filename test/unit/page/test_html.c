/* test_html.c - whole pages through the parser. */
#include "reader_fixture.h"

#include "base/utf8.h"

START_TEST(a_page)
{
	fixture_begin();
	read_html("<!DOCTYPE html><html><head><title> A &amp; B </title>"
	          "<script>var x = '<p>';</script><style>p{}</style></head>"
	          "<body class='nav-open has-sidebar'><nav><a href='/'>Home"
	          "</a></nav><main><article><h1>Head</h1><p>One <a href='/x?a=1"
	          "&amp;b=2'>two</a>.</p></article></main><footer>f</footer>"
	          "</body></html>");
	ck_assert_int_eq(page.kind, SPAMCLS_KIND_HTML);
	expect_text("A & B\nHome\nHead\nOne two.\nf");
	ck_assert_uint_eq(page.title_begin, 0);
	ck_assert_uint_eq(page.title_end, 5);
	expect_link(0, "Home", "/");
	expect_link(1, "two", "/x?a=1&b=2");
	ck_assert_uint_eq(page.blocks[1].within, SCLS_IN_NAV);
	ck_assert_uint_eq(page.blocks[3].within,
	                  SCLS_IN_MAIN | SCLS_IN_ARTICLE);
	ck_assert_int_eq(page.blocks[2].tag, SCLS_TAG_H1);
	ck_assert_uint_eq(page.blocks[4].within, SCLS_IN_FOOTER);
	ck_assert_uint_eq(page.flags, 0);
	fixture_end();
}
END_TEST

/* The first <base> that names an address counts, as in browsers. */
START_TEST(base_of_a_page)
{
	fixture_begin();
	read_html("<head><base target=_top><base href='/a/?b&amp;c'>"
	          "<base href=/d/></head><p><a href=e>f</a>");
	ck_assert_str_eq(page.base.data, "/a/?b&c");
	ck_assert_uint_eq(page.base.size, 7);
	expect_text("f");
	read_html("<p>f");
	ck_assert_uint_eq(page.base.size, 0);
	fixture_end();
}
END_TEST

/* A name goes on behind what would be one by itself. */
START_TEST(names_of_their_own)
{
	static const char *const inner[] = {
		"a<div-x>b", "a<br-x>b", "a<p:x>b", "a<li_x>b", "a<li.x>b",
		"a<h1x>b"
	};

	fixture_begin();
	for (size_t i = 0; i < sizeof(inner) / sizeof(inner[0]); i++) {
		read_html(inner[i]);
		expect_text("ab");
	}
	read_html("a<h1 >b</h1\n>c<p\t>d");
	expect_text("a\nb\nc\nd");
	fixture_end();
}
END_TEST

START_TEST(old_names)
{
	fixture_begin();
	read_html("<fieldset><legend>a</legend>b</fieldset><marquee>c"
	          "</marquee>d<dir><li>e<li>f</dir>");
	expect_text("a\nb\nc\nd\ne\nf");
	ck_assert_uint_eq(page.blocks[5].within, SCLS_IN_LIST);
	read_html("a<listing>b\n  c</listing><xmp>d\ne</xmp>f");
	expect_text("a\nb\n  c\nd\ne\nf");
	ck_assert_uint_eq(page.blocks[2].tag, SCLS_TAG_PRE);
	read_html("a<plaintext>b\nc");
	expect_text("a\nb\nc");
	fixture_end();
}
END_TEST

/* A page of frames has no other text. */
START_TEST(without_frames)
{
	fixture_begin();
	read_html("<html><frameset cols='9,*'><frame src=a><frame src=b>"
	          "<noframes><body><p>c<p>d</body></noframes></frameset>");
	expect_text("c\nd");
	ck_assert_uint_eq(page.blocks[1].within, SCLS_IN_CHROME);
	ck_assert_uint_eq(page.blocks[1].tag, SCLS_TAG_P);
	fixture_end();
}
END_TEST

/* Classes, ids and roles tell what a block stands in; those of a whole page
 * speak of its theme. */
START_TEST(names_of_parts)
{
	static const struct {
		const char *html;
		uint16_t within;
	} e[] = {
		{ "<div>a", 0 },
		{ "<div class=comment-list>a", SCLS_IN_COMMENTS },
		{ "<div class='x related'>a", SCLS_IN_RELATED },
		{ "<div id=related>a", SCLS_IN_RELATED },
		{ "<div itemprop=articleBody>a", SCLS_IN_CONTENT },
		{ "<div role=navigation>a", SCLS_IN_NAV },
		{ "<div class=related><div class=comments>a",
		  SCLS_IN_RELATED | SCLS_IN_COMMENTS },
		{ "<div class=related></div><div class=related>a",
		  SCLS_IN_RELATED },
		{ "<div class=related></div><div class=comments>a",
		  SCLS_IN_COMMENTS },
		{ "<div class=related></div><div class>a", 0 },
		{ "<body class=related>a", 0 },
		{ "<div hidden>a", SCLS_IN_HIDDEN },
		{ "<div style='display:none'>a", SCLS_IN_HIDDEN },
	};

	fixture_begin();
	for (size_t i = 0; i < sizeof(e) / sizeof(e[0]); i++) {
		read_html(e[i].html);
		HOLDS(page.n_blocks == 1, i);
		HOLDS(page.blocks[0].within == e[i].within, i);
	}
	/* The innermost part that says anything. */
	read_html("<div class=related><div class=comments><b>a</b></div>");
	ck_assert_uint_eq(page.blocks[0].nearest, SCLS_IN_COMMENTS);
	fixture_end();
}
END_TEST

START_TEST(titles)
{
	fixture_begin();
	read_html("<p>a</p><title></title><p>b</p>");
	ck_assert_uint_eq(page.title_begin, page.title_end);
	read_html("<title>one</title><title>two</title><svg><title>x</svg>");
	ck_assert_uint_eq(page.title_end, 3);
	expect_text("one");
	read_html("<title> </title><title>one</title><p>a<title>two</title>"
	          "<p>b");
	expect_text("one\na\nb");
	ck_assert_uint_eq(page.title_end, 3);
	fixture_end();
}
END_TEST

START_TEST(hidden_elements)
{
	static const char *const hiding[] = {
		"hidden", "style='display:none'", "style='left:-9999px'",
		"style='visibility:hidden'", "style='font-size:0'",
	};
	char html[200];

	fixture_begin();
	for (size_t i = 0; i < sizeof(hiding) / sizeof(hiding[0]); i++) {
		snprintf(html, sizeof(html),
		         "<p>a<span %s>b<i>c</i></span>d</p><div %s>e</div>f",
		         hiding[i], hiding[i]);
		read_html(html);
		expect_text("a\nbc\nd\ne\nf");
		for (uint32_t b = 0; b < 5; b++)
			ck_assert_int_eq((page.blocks[b].within
			                  & SCLS_IN_HIDDEN) != 0, b % 2 == 1);
		ck_assert_uint_eq(page.flags, SPAMCLS_FLAG_HIDDEN_TEXT);
	}
	read_html("<p aria-hidden=true>a</p>");
	ck_assert_uint_eq(page.flags, 0);
	fixture_end();
}
END_TEST

START_TEST(paths_and_containers)
{
	fixture_begin();
	read_html("<ul><li>a<li>b</ul><ul><li>c</ul><div><p>d</div>");
	ck_assert_uint_eq(page.blocks[0].path, page.blocks[1].path);
	ck_assert_uint_eq(page.blocks[0].path, page.blocks[2].path);
	ck_assert_uint_ne(page.blocks[0].path, page.blocks[3].path);
	ck_assert_uint_eq(page.blocks[0].container, page.blocks[1].container);
	ck_assert_uint_ne(page.blocks[0].container, page.blocks[2].container);
	ck_assert_uint_eq(page.blocks[0].within, SCLS_IN_LIST);
	fixture_end();
}
END_TEST

/* Of all that is read, and of several in one tag. */
START_TEST(references_in_attributes)
{
	static const char *const names[] = {
		"class", "id", "role", "itemprop"
	};
	char html[200];

	fixture_begin();
	for (size_t i = 0; i < 4; i++) {
		snprintf(html, sizeof(html), "<div %s='&#110;av' "
		         "style='&#100;isplay:none'>a</div><p>b", names[i]);
		read_html(html);
		ck_assert_uint_eq(page.blocks[0].within,
		                  SCLS_IN_NAV | SCLS_IN_HIDDEN);
		ck_assert_uint_eq(page.blocks[1].within, 0);
	}
	fixture_end();
}
END_TEST

START_TEST(links_without_text)
{
	fixture_begin();
	read_html("<p><a href=1><img src=x></a>a <a name=n>b</a>"
	          "<a href=2></a></p><a href=3><img></a>");
	expect_text("a b");
	expect_link(0, "", "1");
	expect_link(1, "", "2");
	ck_assert_uint_eq(page.n_links, 2);
	fixture_end();
}
END_TEST

START_TEST(long_target)
{
	size_t size = 3 * SCLS_MAX_HREF;
	char *html = malloc(size);

	memset(html, 'x', size);
	memcpy(html, "<a href=", 8);
	memcpy(html + size - 7, ">a</a>", 7);
	fixture_begin();
	read_html(html);
	ck_assert_uint_eq(page.links[0].href.size, SCLS_MAX_HREF);
	fixture_end();
	free(html);
}
END_TEST

/* It is cut between characters. */
START_TEST(long_target_of_wide_characters)
{
	char html[SCLS_MAX_HREF + 64];

	fixture_begin();
	for (size_t n = SCLS_MAX_HREF - 5; n <= SCLS_MAX_HREF; n++) {
		scls_span href;

		memset(html, 'x', sizeof(html));
		memcpy(html, "<a href=", 8);
		strcpy(html + 8 + n, "中文>a</a>");
		read_html(html);
		href = page.links[0].href;
		ck_assert_uint_le(href.size, SCLS_MAX_HREF);
		ck_assert_uint_gt(href.size, SCLS_MAX_HREF - 3);
		ck_assert_uint_eq(scls_utf8_valid(href.data, href.size),
		                  href.size);
	}
	fixture_end();
}
END_TEST

/* In a title and a box for text no tag is one. */
START_TEST(literal_text)
{
	fixture_begin();
	read_html("<title>The <b> tag &amp; <!-- it --></title><p>a"
	          "<textarea>x <div> y</textarea><p>b</p></div><p>c");
	expect_text("The <b> tag & <!-- it -->\na\nx <div> y\nb\nc");
	ck_assert_uint_eq(page.title_end, 25);
	ck_assert_uint_eq(page.blocks[1].depth, page.blocks[3].depth);
	read_html("<title>never <b>closed<body><p>a</p>");
	expect_text("never closed\na");
	read_html("<textarea/><p>a</p><textarea>");
	expect_text("a");
	fixture_end();
}
END_TEST

/* Boxes without text are seen, and words stand on either side of them. */
START_TEST(boxes)
{
	fixture_begin();
	read_html("<p><label>a</label><input><label>b</label><INPUT\nname=x>"
	          "c<embed src=y>d<img>e<input type='Hidden'>f<wbr>g"
	          "</input>h");
	expect_text("a b c defgh");
	fixture_end();
}
END_TEST

START_TEST(deep_pages)
{
	char html[4096 * 5 + 64];
	size_t n = 0;

	for (unsigned i = 0; i < 4096; i++, n += 5)
		memcpy(html + n, "<div>", 5);
	memcpy(html + n, "<p>text <a href=x>link</a>", 27);
	fixture_begin();
	read_html(html);
	expect_text("text link");
	expect_link(0, "link", "x");
	ck_assert_uint_eq(page.flags, SPAMCLS_FLAG_TRUNCATED_DEPTH);
	fixture_end();
}
END_TEST

/* Pages of many items that leave their ends out are not deep. */
START_TEST(many_unclosed)
{
	static const char *const units[] = {
		"<h2>a", "<li><span>a</li>", "<p><b class=x>a</p>",
		"<tr><td><font size=2>a", "<i class=x /><p>a", "<dd><i>a",
	};
	char html[20 * 1000];

	fixture_begin();
	for (size_t k = 0; k < sizeof(units) / sizeof(units[0]); k++) {
		size_t n = 0;

		for (unsigned i = 0; i < 600; i++)
			n += (size_t)sprintf(html + n, "%s", units[k]);
		read_html(html);
		HOLDS(page.flags == 0, k);
		HOLDS(page.n_blocks == 600, k);
		HOLDS(page.blocks[599].depth < 16, k);
	}
	fixture_end();
}
END_TEST

/* Ten megabytes of one tag, and worse, in moments. */
START_TEST(one_tag)
{
	static const char *const units[] = {
		"<div>", "<a href=x>", "<li>", "<svg>", "<div></span>",
		"<td>", "<div><td></div>", "</p>", "<b><p>", "<",
	};
	size_t size = 10u << 20;
	char *html = malloc(size);

	fixture_begin();
	for (size_t k = 0; k < sizeof(units) / sizeof(units[0]); k++) {
		size_t n = strlen(units[k]);

		for (size_t i = 0; i < size; i++)
			html[i] = units[k][i % n];
		fixture_read(html, size, SPAMCLS_KIND_HTML);
	}
	fixture_end();
	free(html);
}
END_TEST

/* A session meets many made-up names; none of them stays for good. */
START_TEST(many_names)
{
	char html[64 * 40 + 1];

	fixture_begin();
	for (unsigned round = 0; round < 400; round++) {
		size_t n = 0;

		for (unsigned i = 0; i < 64; i++)
			n += (size_t)snprintf(html + n, 40,
			        "<n%ux%u a%ux%u=1>w</n%ux%u> ", round, i,
			        round, i, round, i);
		read_html(html);
		ck_assert_uint_eq(page.n_blocks, 1);
	}
	fixture_end();
}
END_TEST

SUITE("html", {
	CASE(a_page);
	CASE(base_of_a_page);
	CASE(names_of_their_own);
	CASE(old_names);
	CASE(without_frames);
	CASE(names_of_parts);
	CASE(titles);
	CASE(hidden_elements);
	CASE(paths_and_containers);
	CASE(references_in_attributes);
	CASE(links_without_text);
	CASE(long_target);
	CASE(long_target_of_wide_characters);
	CASE(literal_text);
	CASE(boxes);
	CASE(deep_pages);
	CASE(many_unclosed);
	CASE(one_tag);
	CASE(many_names);
})
