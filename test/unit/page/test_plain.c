/* test_plain.c - plain text: a line is a block. */
#include "reader_fixture.h"

START_TEST(lines)
{
	fixture_begin();
	read_text("one\ntwo\n\n\n  three \r\n\tfour");
	ck_assert_int_eq(page.kind, SPAMCLS_KIND_TEXT);
	ck_assert_uint_eq(page.n_blocks, 4);
	expect_block(0, "one");
	expect_block(1, "two");
	expect_block(2, "three");
	expect_block(3, "four");
	ck_assert_uint_eq(page.blocks[2].gap, 2);
	ck_assert_uint_eq(page.blocks[3].gap, 0);
	ck_assert_int_eq(page.blocks[0].tag, SCLS_TAG_TEXT);
	fixture_end();
}
END_TEST

/* Offsets are those of the input. */
START_TEST(the_text_itself)
{
	static const char text[] = "  a\nb  ";

	fixture_begin();
	read_text(text);
	ck_assert_ptr_eq(page.text, text);
	ck_assert_uint_eq(page.text_size, 7);
	ck_assert_uint_eq(page.blocks[0].begin, 2);
	ck_assert_uint_eq(page.blocks[1].begin, 4);
	fixture_end();
}
END_TEST

START_TEST(wide_spaces)
{
	fixture_begin();
	read_text("　　新馆开放　\n\xC2\xA0\n　\n读者");
	ck_assert_uint_eq(page.n_blocks, 2);
	expect_block(0, "新馆开放");
	expect_block(1, "读者");
	ck_assert_uint_eq(page.blocks[1].gap, 2);
	fixture_end();
}
END_TEST

START_TEST(carriage_returns_alone)
{
	fixture_begin();
	read_text("one\rtwo\r\rthree");
	ck_assert_uint_eq(page.n_blocks, 3);
	expect_block(2, "three");
	ck_assert_uint_eq(page.blocks[2].gap, 1);
	fixture_end();
}
END_TEST

START_TEST(bullets)
{
	static const char *const with[] = {
		"- a", "* a", "+ a", "1. a", "12) a", "3、甲", "(4) a", "• a",
		"·甲", "①甲", "●甲", "1.a",
	};
	static const char *const without[] = {
		"a", "-5 degrees", "3.5 percent", "2024 was", "**a**", "1984",
		"甲", "(a)", "-", "1.", "2025. a year", "12",
	};

	fixture_begin();
	for (size_t i = 0; i < sizeof(with) / sizeof(with[0]); i++) {
		read_text(with[i]);
		ck_assert_msg(page.blocks[0].bullet, "%s", with[i]);
	}
	for (size_t i = 0; i < sizeof(without) / sizeof(without[0]); i++) {
		read_text(without[i]);
		ck_assert_msg(!page.blocks[0].bullet, "%s", without[i]);
	}
	fixture_end();
}
END_TEST

START_TEST(markdown_pictures)
{
	fixture_begin();
	read_text("one\n![The old mill](/mill.png)\n[![x](/x.png)](/x)\ntwo");
	ck_assert_uint_eq(page.n_blocks, 2);
	expect_block(1, "two");
	ck_assert_uint_eq(page.blocks[1].gap, 2);
	ck_assert_uint_eq(page.n_links, 0);
	fixture_end();
}
END_TEST

/* What Markdown says of links is no text of theirs; a line may have several,
 * and text around them leaves it as it is. */
START_TEST(markdown_links)
{
	fixture_begin();
	read_text("\n- [The old mill](/mill) 2021-03-05\n"
	          "[一](/1) | [二](/2)\nSee [the mill](/mill).");
	ck_assert_uint_eq(page.n_blocks, 4);
	expect_block(0, "The old mill");
	expect_block(1, "一");
	expect_block(2, "二");
	expect_block(3, "See [the mill](/mill).");
	ck_assert(page.blocks[0].bullet);
	ck_assert_uint_eq(page.blocks[0].gap, 1);
	ck_assert_uint_eq(page.blocks[2].gap, 0);
	ck_assert_uint_eq(page.n_links, 3);
	ck_assert_str_eq(page.links[0].href.data, "/mill");
	ck_assert_str_eq(scls_block_href(&page, 2).data, "/2");
	ck_assert_uint_eq(scls_block_href(&page, 3).size, 0);
	fixture_end();
}
END_TEST

START_TEST(too_many_markdown_links)
{
	fixture_begin();
	limits.links = 1;
	read_text("[一](/1)\n[二](/2)");
	ck_assert_uint_eq(page.n_blocks, 2);
	ck_assert_uint_eq(page.n_links, 1);
	ck_assert_uint_eq(page.flags, SPAMCLS_FLAG_TRUNCATED_LINKS);
	limits.blocks = 1;
	read_text("[一](/1)\n[二](/2)");
	ck_assert_uint_eq(page.n_blocks, 1);
	fixture_end();
}
END_TEST

START_TEST(nothing)
{
	fixture_begin();
	read_text("");
	ck_assert_uint_eq(page.n_blocks, 0);
	read_text(" \n\n \t\n");
	ck_assert_uint_eq(page.n_blocks, 0);
	fixture_read(NULL, 0, SPAMCLS_KIND_TEXT);
	ck_assert_uint_eq(page.text_size, 0);
	fixture_end();
}
END_TEST

START_TEST(caps)
{
	fixture_begin();
	limits.blocks = 2;
	read_text("a\nb\nc\nd");
	ck_assert_uint_eq(page.n_blocks, 2);
	ck_assert_uint_eq(page.flags, SPAMCLS_FLAG_TRUNCATED_BLOCKS);
	limits.blocks = 100;
	limits.text_bytes = 7;
	read_text("新馆开放");
	expect_text("新馆");
	ck_assert_uint_eq(page.flags, SPAMCLS_FLAG_TRUNCATED_TEXT);
	read_text("seven b");
	ck_assert_uint_eq(page.flags, 0);
	fixture_end();
}
END_TEST

START_TEST(many_empty_lines)
{
	size_t size = 70002;
	char *text = malloc(size + 1);

	memset(text, '\n', size);
	memcpy(text + size - 1, "a", 2);
	fixture_begin();
	fixture_read(text, size, SPAMCLS_KIND_TEXT);
	ck_assert_uint_eq(page.n_blocks, 1);
	ck_assert_uint_eq(page.blocks[0].gap, 65535);
	fixture_end();
	free(text);
}
END_TEST

SUITE("plain", {
	CASE(lines);
	CASE(the_text_itself);
	CASE(wide_spaces);
	CASE(carriage_returns_alone);
	CASE(bullets);
	CASE(markdown_pictures);
	CASE(markdown_links);
	CASE(too_many_markdown_links);
	CASE(nothing);
	CASE(caps);
	CASE(many_empty_lines);
})
