/* test_links.c - a title and bare links, split without looking at them. */
#include "engine/links.h"

#include "../../suite.h"
#include "../segment/page_fixture.h"

static fixture f;

static void begin(void)
{
	fixture_begin(&f, SPAMCLS_KIND_TEXT);
}

static void end(void)
{
	fixture_end(&f);
}

static scls_split split(void)
{
	scls_split s;

	ck_assert_int_eq(scls_split_links(&f.arena, &f.page, &s), SPAMCLS_OK);
	ck_assert_uint_eq(s.n_roles, f.page.n_blocks);
	return s;
}

START_TEST(title_and_links)
{
	scls_split s;

	fixture_add(&f, "A bridge");
	fixture_add(&f, "The river\t/river");
	fixture_add(&f, "The wood");
	s = split();
	ck_assert_uint_eq(s.title_begin, f.blocks[0].begin);
	ck_assert_uint_eq(s.title_end, f.blocks[0].end);
	ck_assert_int_eq(s.roles[0], SPAMCLS_ROLE_TITLE);
	ck_assert_int_eq(s.roles[1], SPAMCLS_ROLE_LINK_LIST);
	ck_assert_int_eq(s.roles[2], SPAMCLS_ROLE_LINK_LIST);
	ck_assert_uint_eq(s.n_items, 2);
	ck_assert_uint_eq(s.items[0].begin, f.blocks[1].begin);
	ck_assert_uint_eq(s.items[0].end, f.blocks[1].begin + 9);
	ck_assert_uint_eq(s.items[0].block, 1);
	ck_assert_uint_eq(s.items[0].list, 0);
	ck_assert_str_eq(s.items[0].href.data, "/river");
	ck_assert_uint_eq(s.items[0].href.size, 6);
	ck_assert_uint_eq(s.items[1].end, f.blocks[2].end);
	ck_assert_uint_eq(s.items[1].href.size, 0);
}
END_TEST

START_TEST(links_with_targets)
{
	scls_split s;

	fixture_add(&f, "A bridge");
	fixture_link(&f, "The river", "/river");
	s = split();
	ck_assert_str_eq(s.items[0].href.data, "/river");
}
END_TEST

START_TEST(the_list)
{
	scls_split s;

	fixture_add(&f, "A bridge");
	fixture_add(&f, "The river");
	fixture_add(&f, "The wood\t/wood");
	s = split();
	ck_assert_uint_eq(s.n_lists, 1);
	ck_assert_uint_eq(s.lists[0].n_items, 2);
	ck_assert_uint_eq(s.lists[0].first_item, 0);
	ck_assert_uint_eq(s.lists[0].begin, f.blocks[1].begin);
	ck_assert_uint_eq(s.lists[0].end, f.blocks[2].begin + 8);
	ck_assert_uint_eq(s.lists[0].heading_begin, s.lists[0].heading_end);
	ck_assert_int_ne(s.lists[0].trailing, 0);
	ck_assert_int_eq(s.lists[0].role, SPAMCLS_ROLE_LINK_LIST);
}
END_TEST

/* An empty first line: there is no title. */
START_TEST(without_a_title)
{
	scls_split s;

	f.text[0] = '\n';
	f.page.text_size = 1;
	fixture_add(&f, "The river");
	s = split();
	ck_assert_uint_eq(s.title_begin, s.title_end);
	ck_assert_uint_eq(s.n_items, 1);
	ck_assert_int_eq(s.roles[0], SPAMCLS_ROLE_LINK_LIST);
	f.text[0] = '\r';
	s = split();
	ck_assert_uint_eq(s.title_begin, s.title_end);
	ck_assert_uint_eq(s.n_items, 1);
}
END_TEST

START_TEST(without_links)
{
	scls_split s = split();

	ck_assert_uint_eq(s.n_lists, 0);
	ck_assert_uint_eq(s.n_items, 0);
	fixture_add(&f, "A bridge");
	s = split();
	ck_assert_uint_eq(s.n_lists, 0);
	ck_assert_uint_eq(s.title_end, f.blocks[0].end);
}
END_TEST

SUITE("links", {
	tcase_add_checked_fixture(tcase, begin, end);
	CASE(title_and_links);
	CASE(links_with_targets);
	CASE(the_list);
	CASE(without_a_title);
	CASE(without_links);
})
