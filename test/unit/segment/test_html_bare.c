/* test_html_bare.c - links in what is taken for body, which may be a list. */
#include "segment/bare.h"
#include "segment/html/html_list.h"
#include "segment/split_steps.h"

#include "draft_fixture.h"

#define ROWS 6u

static const char *const list[ROWS] = { LIST_ZH };

static scls_split split;
static uint8_t is_body[FIXTURE_BLOCKS];

/* Paths: of paragraphs, of cells, of headings, of teasers. */
enum { PARAGRAPHS = 1, CELLS, HEADINGS, TEASERS };

static void begin(void)
{
	fixture_begin(&f, SPAMCLS_KIND_HTML);
	memset(is_body, SCLS_IS_BODY, sizeof(is_body));
}

static void add(const char *text, uint32_t path)
{
	fixture_add(&f, text)->path = path;
}

static void add_link(const char *text, uint32_t path)
{
	fixture_link(&f, text, "/a")->path = path;
}

static void add_prose(uint32_t path)
{
	add("The ferry runs twice a day. Bring a coat, for it is windy.",
	    path);
}

static void look(void)
{
	fixture_draft();
	draft.is_body = is_body;
	scls_html_roles(&draft);
	memset(&split, 0, sizeof(split));
	split.bare = f.page.n_blocks;
	scls_html_bare(&draft, &split);
}

static void take(uint32_t from, int alone)
{
	look();
	ck_assert_int_eq(scls_split_bare_html(&draft, from, alone), 0);
}

/* A table whose rows have a number, a link and a date. */
static void add_rows(void)
{
	for (uint32_t i = 0; i < ROWS; i++) {
		add("7", CELLS);
		add_link(list[i], CELLS);
		add("2021-03-05", CELLS);
	}
}

START_TEST(links_that_fill_their_blocks)
{
	begin();
	add_prose(PARAGRAPHS);
	add_rows();
	look();
	ck_assert_uint_eq(split.bare, 2);
	ck_assert_uint_eq(split.n_asked, ROWS);
	ck_assert_mem_eq(split.asked[0].data, list[0], split.asked[0].size);
	fixture_end(&f);
}
END_TEST

/* Few links, links in sentences, links of menus, and links outside. */
START_TEST(none_to_ask)
{
	begin();
	for (uint32_t i = 0; i < SCLS_BARE_LEAST - 1; i++)
		add_link(list[i], CELLS);
	for (uint32_t i = 0; i < ROWS; i++)
		add_link("More", CELLS);
	for (uint32_t i = 0; i < ROWS; i++) {
		add_link("The ferry runs twice a day. Bring a coat.",
			 PARAGRAPHS);
		f.blocks[f.page.n_blocks - 1].link_bytes = 9;
	}
	for (uint32_t i = 0; i < ROWS; i++) {
		is_body[f.page.n_blocks] = 0;
		add_link(list[i], CELLS);
	}
	look();
	ck_assert_uint_eq(split.bare, f.page.n_blocks);
	ck_assert_uint_eq(split.n_asked, 0);
	fixture_end(&f);
}
END_TEST

/* A title may link to its own page; the first link need not be one. */
START_TEST(the_title_is_none)
{
	for (uint32_t titled = 0; titled < 2; titled++) {
		begin();
		add_link("The title of the page, which is a link", HEADINGS);
		f.blocks[0].tag = titled ? SCLS_TAG_H1 : SCLS_TAG_P;
		for (uint32_t i = 0; i < SCLS_BARE_LEAST; i++)
			add_link(list[i], CELLS);
		look();
		ck_assert_uint_eq(split.bare, titled);
		fixture_end(&f);
	}
}
END_TEST

/* With the links their numbers and dates are no body, also those of the first
 * row and of the last; the line before is, however short. */
START_TEST(a_row_goes_with_its_link)
{
	begin();
	add("By our reporter", PARAGRAPHS);
	add_rows();
	add_prose(PARAGRAPHS);
	take(2, 0);
	ck_assert_uint_eq(draft.n_lists, 1);
	ck_assert_uint_eq(draft.n_items, ROWS);
	ck_assert_int_eq(draft.roles[0], SPAMCLS_ROLE_BODY);
	for (uint32_t i = 0; i < 3 * ROWS; i++)
		ck_assert_int_eq(draft.roles[1 + i],
		                 i % 3 == 1 ? SPAMCLS_ROLE_LINK_LIST
		                            : SPAMCLS_ROLE_OTHER);
	ck_assert_int_eq(draft.roles[1 + 3 * ROWS], SPAMCLS_ROLE_BODY);
	fixture_end(&f);
}
END_TEST

/* A teaser goes with its headline; a paragraph between two links, made like
 * the body's others, stays, however it ends. */
START_TEST(teasers_and_paragraphs)
{
	begin();
	add_prose(PARAGRAPHS);
	for (uint32_t i = 0; i < ROWS; i++) {
		add_link(list[i], HEADINGS);
		add_prose(TEASERS);
	}
	take(1, 0);
	ck_assert_int_eq(draft.roles[2], SPAMCLS_ROLE_OTHER);
	ck_assert_int_eq(draft.roles[2 * ROWS], SPAMCLS_ROLE_OTHER);
	fixture_end(&f);
	begin();
	add_prose(PARAGRAPHS);
	for (uint32_t i = 0; i < ROWS; i++) {
		add_link(list[i], HEADINGS);
		add_prose(PARAGRAPHS);
	}
	take(1, 0);
	ck_assert_uint_eq(draft.n_items, ROWS);
	ck_assert_int_eq(draft.roles[2], SPAMCLS_ROLE_BODY);
	ck_assert_int_eq(draft.roles[2 * ROWS], SPAMCLS_ROLE_BODY);
	fixture_end(&f);
}
END_TEST

/* A teaser may stand before its headline, also before the first, and in the
 * same kind of element. */
START_TEST(teasers_before)
{
	begin();
	add_prose(PARAGRAPHS);
	for (uint32_t i = 0; i < ROWS; i++) {
		add_prose(TEASERS);
		add_link(list[i], TEASERS);
	}
	take(2, 0);
	ck_assert_uint_eq(draft.n_items, ROWS);
	ck_assert_int_eq(draft.roles[0], SPAMCLS_ROLE_BODY);
	ck_assert_int_eq(draft.roles[1], SPAMCLS_ROLE_OTHER);
	ck_assert_int_eq(draft.roles[2 * ROWS - 1], SPAMCLS_ROLE_OTHER);
	fixture_end(&f);
}
END_TEST

/* What is longer than a row is no part of one, whatever is in it. */
START_TEST(lists_far_from_each_other)
{
	begin();
	add_rows();
	for (uint32_t i = 0; i < SCLS_LIST_GAP; i++)
		add("By our reporter", PARAGRAPHS);
	add_rows();
	take(1, 0);
	ck_assert_uint_eq(draft.n_items, 2 * ROWS);
	ck_assert_uint_eq(draft.n_lists, 2);
	for (uint32_t i = 0; i < SCLS_LIST_GAP; i++)
		ck_assert_int_eq(draft.roles[3 * ROWS + i],
		                 SPAMCLS_ROLE_BODY);
	fixture_end(&f);
}
END_TEST

START_TEST(a_heading_goes_with_its_list)
{
	begin();
	add_prose(PARAGRAPHS);
	add("More from the harbour", HEADINGS);
	f.blocks[1].tag = SCLS_TAG_H3;
	add_rows();
	take(3, 0);
	ck_assert_int_eq(draft.roles[1], SPAMCLS_ROLE_LIST_HEADING);
	ck_assert_uint_eq(draft.lists[0].heading_begin, f.blocks[1].begin);
	fixture_end(&f);
}
END_TEST

/* Alone the page's other links make no list; what is before from stays body. */
START_TEST(other_links_of_the_page)
{
	begin();
	add_rows();
	add_prose(PARAGRAPHS);
	is_body[f.page.n_blocks] = 0;
	add_link("Why small farms share their machines", HEADINGS);
	take(4, 1);
	ck_assert_uint_eq(draft.n_lists, 1);
	ck_assert_uint_eq(draft.n_items, ROWS - 1);
	ck_assert_int_eq(draft.roles[1], SPAMCLS_ROLE_BODY);
	fixture_end(&f);
	begin();
	add_rows();
	add_prose(PARAGRAPHS);
	is_body[f.page.n_blocks] = 0;
	add_link("Why small farms share their machines", HEADINGS);
	take(1, 0);
	ck_assert_uint_eq(draft.n_lists, 2);
	ck_assert_uint_eq(draft.n_items, ROWS + 1);
	ck_assert_int_eq(draft.lists[0].trailing, 0);
	ck_assert_int_eq(draft.lists[1].trailing, 1);
	fixture_end(&f);
}
END_TEST

/* What stands in the body a second time is in its place, and makes no list. */
START_TEST(repeated_links_make_none)
{
	begin();
	add_rows();
	add_prose(PARAGRAPHS);
	is_body[f.page.n_blocks] = SCLS_IS_REPEATED;
	add_link("Why small farms share their machines", PARAGRAPHS);
	take(1, 0);
	ck_assert_uint_eq(draft.n_items, ROWS);
	ck_assert_int_eq(draft.roles[3 * ROWS + 1], SPAMCLS_ROLE_OTHER);
	fixture_end(&f);
}
END_TEST

SUITE("html_bare", {
	CASE(links_that_fill_their_blocks);
	CASE(none_to_ask);
	CASE(the_title_is_none);
	CASE(a_row_goes_with_its_link);
	CASE(teasers_and_paragraphs);
	CASE(teasers_before);
	CASE(lists_far_from_each_other);
	CASE(a_heading_goes_with_its_list);
	CASE(other_links_of_the_page);
	CASE(repeated_links_make_none);
})
