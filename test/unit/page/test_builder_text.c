/* test_builder_text.c - words, spaces, ends of blocks, limits. */
#include "reader_fixture.h"

START_TEST(white_space)
{
	fixture_begin();
	read_html("<p>  a \n\t b&nbsp;&nbsp;c　d <b> e</b>f </p>");
	expect_text("a b c d ef");
	read_html("<p>a</p> \n <p> </p><p>b</p>");
	expect_text("a\nb");
	fixture_end();
}
END_TEST

/* A text is looked at by so many bytes: where these end does not matter. */
START_TEST(white_space_in_every_place)
{
	static const char mixed[] =
		"b c\t\td  e\u00a0f\u3000g\u3001h\u00b7i \u3002j\vk\n l ";
	static const char plain[] =
		"b c d e f g\u3001h\u00b7i \u3002j k l";
	char html[300], text[300];

	fixture_begin();
	for (size_t n = 1; n < 100; n++) {
		memset(html, 'x', n);
		memset(text, 'x', n);
		strcpy(html + n, mixed);
		strcpy(text + n, plain);
		read_html(html);
		expect_text(text);
	}
	fixture_end();
}
END_TEST

START_TEST(words_apart)
{
	fixture_begin();
	read_html("a<div>b</div>c<br>d<hr>e");
	expect_text("a\nb\nc\nd\ne");
	read_html("<table><tr><td>a<td>b<tr><th>c</table>d");
	expect_text("a\nb\nc\nd");
	read_html("<ul><li>a<li>b</ul><dl><dt>c<dd>d</dl>");
	expect_text("a\nb\nc\nd");
	read_html("a<button>b</button>c<textarea>d</textarea>e");
	expect_text("a\nb\nc\nd\ne");
	ck_assert(page.blocks[1].within & SCLS_IN_FORM);
	ck_assert_int_eq(page.blocks[1].tag, SCLS_TAG_BUTTON);
	fixture_end();
}
END_TEST

START_TEST(words_together)
{
	fixture_begin();
	read_html("<p>三<b>层</b>楼<span>的</span>图<i>书</i>馆<wbr>开</p>");
	expect_text("三层楼的图书馆开");
	read_html("<p>a<img src=x alt=y>b<!-- c -->d</p>");
	expect_text("abd");
	fixture_end();
}
END_TEST

/* Style sets links apart that touch in the source. */
START_TEST(touching_links)
{
	fixture_begin();
	read_html("<p><a href=1>Home</a><a href=2>News</a>x</p>");
	expect_text("Home Newsx");
	expect_link(0, "Home", "1");
	expect_link(1, "News", "2");
	fixture_end();
}
END_TEST

START_TEST(preformatted)
{
	fixture_begin();
	read_html("<pre>one  two\nthree\n\nfour</pre>");
	expect_text("one two\nthree\nfour");
	ck_assert(page.blocks[0].within & SCLS_IN_PRE);
	fixture_end();
}
END_TEST

/* What a line of code is indented by is text, but none of its block. */
START_TEST(indented)
{
	fixture_begin();
	read_html("<p> a<pre>  if x:\n\ty = 1\n   \n<b> </b> z</pre>  end");
	expect_text("a\n  if x:\n    y = 1\n  z\nend");
	ck_assert_uint_eq(page.n_blocks, 5);
	ck_assert_int_eq(page.text[page.blocks[1].begin], 'i');
	ck_assert_int_eq(page.text[page.blocks[2].begin], 'y');
	ck_assert_int_eq(page.text[page.blocks[3].begin], 'z');
	limits.text_bytes = 3;
	read_html("<pre>     x</pre>");
	ck_assert_uint_eq(page.n_blocks, 0);
	ck_assert_uint_eq(page.flags, SPAMCLS_FLAG_TRUNCATED_TEXT);
	limits.text_bytes = 5;
	read_html("<pre><a href=x>    中<b>de</b></a>fgh</pre>");
	expect_text("defgh");
	expect_link(0, "de", "x");
	ck_assert_uint_eq(page.blocks[0].begin, 0);
	fixture_end();
}
END_TEST

/* A link over lines is as long as its words; lines beyond the limit leave
 * nothing behind. */
START_TEST(indented_links)
{
	fixture_begin();
	read_html("<pre><a href=x>foo\n        bar</a></pre>");
	ck_assert_uint_eq(page.blocks[0].link_bytes, 3);
	ck_assert_uint_eq(page.blocks[1].link_bytes, 3);
	limits.blocks = 2;
	read_html("<pre>a\n  b\n     c\n    d</pre>");
	expect_text("a\n  b");
	fixture_end();
}
END_TEST

START_TEST(text_limit)
{
	fixture_begin();
	limits.text_bytes = 10;
	read_html("<p>新馆新馆新馆</p><p>more</p>");
	expect_text("新馆新");
	ck_assert_uint_eq(page.flags, SPAMCLS_FLAG_TRUNCATED_TEXT);
	limits.text_bytes = 3;
	read_html("<p>a<a href=x>b</a><p>c<p><a href=y>d</a>");
	expect_text("ab");
	/* no space stays at the end */
	limits.text_bytes = 7;
	read_html("<p>abcd 新馆");
	expect_text("abcd");
	limits.text_bytes = 5;
	read_html("<p>abcd <a href=x>efgh</a><p>ij");
	expect_text("abcd");
	expect_link(0, "", "x");
	fixture_end();
}
END_TEST

START_TEST(block_limit)
{
	fixture_begin();
	limits.blocks = 2;
	read_html("<p>a<p>b<p><a href=x>c</a><p>d");
	expect_text("a\nb");
	ck_assert_uint_eq(page.n_blocks, 2);
	ck_assert_uint_eq(page.n_links, 0);
	ck_assert_uint_eq(page.flags, SPAMCLS_FLAG_TRUNCATED_BLOCKS);
	fixture_end();
}
END_TEST

START_TEST(link_limit)
{
	fixture_begin();
	limits.links = 1;
	read_html("<p><a href=1>a</a> <a href=2>b</a></p>");
	expect_text("a b");
	ck_assert_uint_eq(page.n_links, 1);
	expect_link(0, "a", "1");
	ck_assert_uint_eq(page.flags, SPAMCLS_FLAG_TRUNCATED_LINKS);
	fixture_end();
}
END_TEST

SUITE("builder_text", {
	CASE(white_space);
	CASE(white_space_in_every_place);
	CASE(words_apart);
	CASE(words_together);
	CASE(touching_links);
	CASE(preformatted);
	CASE(indented);
	CASE(indented_links);
	CASE(text_limit);
	CASE(block_limit);
	CASE(link_limit);
})
