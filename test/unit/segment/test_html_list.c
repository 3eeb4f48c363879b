/* test_html_list.c - links outside the body become lists. */
#include "segment/html/html_list.h"

#include "draft_fixture.h"

#define BODY 1u

static uint8_t is_body[FIXTURE_BLOCKS];
static uint8_t roles[FIXTURE_BLOCKS]; /* before lists are looked for */

static void begin(void)
{
	fixture_begin(&f, SPAMCLS_KIND_HTML);
	memset(is_body, 0, sizeof(is_body));
	memset(roles, SPAMCLS_ROLE_OTHER, sizeof(roles));
}

static void add_body(const char *text)
{
	is_body[f.page.n_blocks] = BODY;
	fixture_add(&f, text)->tag = SCLS_TAG_P;
}

static void add_heading(const char *text)
{
	fixture_add(&f, text)->tag = SCLS_TAG_H3;
}

/* The role of the next block. */
static void next_is(spamcls_role role)
{
	roles[f.page.n_blocks] = (uint8_t)role;
}

static void add_item(const char *text, uint32_t container)
{
	fixture_link(&f, text, "/a")->container = container;
}

static void gather(void)
{
	fixture_draft();
	memcpy(draft.roles, roles, f.page.n_blocks);
	scls_html_lists(&draft, is_body);
}

START_TEST(two_lists_with_headings)
{
	begin();
	add_item("A story that stands before the body", 1);
	add_body("The body has a sentence. And another one.");
	add_heading("More from the north");
	add_item("How the harbour was rebuilt in three years", 2);
	add_item("Why small farms share their machines", 2);
	add_heading("相关阅读");
	add_item("老街改造完成，居民年底前搬回", 3);
	add_item("图书馆延长开放时间，读者称赞", 3);
	gather();
	ck_assert_uint_eq(draft.n_lists, 3);
	ck_assert_int_eq(draft.lists[0].trailing, 0);
	ck_assert_int_eq(draft.lists[1].trailing, 1);
	ck_assert_uint_eq(draft.lists[1].n_items, 2);
	ck_assert_uint_eq(draft.lists[2].n_items, 2);
	ck_assert_uint_eq(draft.lists[1].heading_begin, f.blocks[2].begin);
	ck_assert_uint_eq(draft.lists[2].heading_begin, f.blocks[5].begin);
	ck_assert_int_eq(draft.roles[2], SPAMCLS_ROLE_LIST_HEADING);
	ck_assert_int_eq(draft.roles[3], SPAMCLS_ROLE_LINK_LIST);
	ck_assert_uint_eq(draft.items[4].list, 2);
	fixture_end(&f);
}
END_TEST

START_TEST(links_of_the_body_stay)
{
	begin();
	add_item("Why small farms share their machines", 1);
	is_body[0] = BODY;
	add_item("How the harbour was rebuilt in three years", 1);
	gather();
	ck_assert_uint_eq(draft.n_items, 1);
	ck_assert_uint_eq(draft.items[0].block, 1);
	ck_assert_int_ne(draft.roles[0], SPAMCLS_ROLE_LINK_LIST);
	fixture_end(&f);
}
END_TEST

START_TEST(short_links_are_no_headlines)
{
	begin();
	add_body("The body has a sentence. And another one.");
	add_item("Home", 1);
	add_item("News", 1);
	add_item("更多", 1);
	gather();
	ck_assert_uint_eq(draft.n_lists, 0);
	fixture_end(&f);
}
END_TEST

START_TEST(a_teaser_between_does_not_end_the_list)
{
	begin();
	add_body("The body has a sentence. And another one.");
	add_item("How the harbour was rebuilt in three years", 1);
	fixture_add(&f, "12 May");
	add_item("Why small farms share their machines", 2);
	fixture_add(&f, "13 May");
	add_item("What the museum shows this summer", 3);
	gather();
	ck_assert_uint_eq(draft.n_lists, 1);
	ck_assert_uint_eq(draft.n_items, 3);
	fixture_end(&f);
}
END_TEST

/* Lists of two items with so many blocks between them, in one container or in
 * two, of one path or of two. */
static uint32_t lists_of(uint32_t between, int container, int path)
{
	begin();
	add_item("How the harbour was rebuilt in three years", 1);
	for (uint32_t i = 0; i < between; i++)
		fixture_add(&f, "12 May");
	add_item("Why small farms share their machines", container ? 1 : 2);
	f.blocks[between + 1].path = !path;
	gather();
	fixture_end(&f);
	return draft.n_lists;
}

START_TEST(how_far_apart_items_may_stand)
{
	ck_assert_uint_eq(lists_of(3, 0, 0), 1);
	ck_assert_uint_eq(lists_of(4, 0, 0), 2);
	ck_assert_uint_eq(lists_of(11, 0, 1), 1);
	ck_assert_uint_eq(lists_of(12, 0, 1), 2);
	ck_assert_uint_eq(lists_of(40, 1, 0), 1);
	ck_assert_uint_eq(lists_of(40, 1, 1), 1);
}
END_TEST

START_TEST(steps_are_a_list_of_their_own)
{
	begin();
	add_body("The body has a sentence. And another one.");
	next_is(SPAMCLS_ROLE_NAVIGATION);
	add_item("上一篇：河边的新公园今天正式开放", 1);
	add_item("老街改造完成，居民年底前搬回", 1);
	gather();
	ck_assert_uint_eq(draft.n_lists, 2);
	ck_assert_int_eq(draft.lists[0].role, SPAMCLS_ROLE_NAVIGATION);
	ck_assert_int_eq(draft.lists[1].role, SPAMCLS_ROLE_LINK_LIST);
	ck_assert_int_ne(draft.roles[1], SPAMCLS_ROLE_LINK_LIST);
	ck_assert_int_eq(draft.roles[2], SPAMCLS_ROLE_LINK_LIST);
	fixture_end(&f);
}
END_TEST

/* The heading's words say what the links are. */
START_TEST(headings_make_roles)
{
	begin();
	add_body("The body has a sentence. And another one.");
	add_heading("References");
	add_item("A history of the harbour and its people", 1);
	add_heading("网友评论");
	add_item("老街改造完成，居民年底前搬回", 1);
	add_heading("热门标签");
	add_item("图书馆延长开放时间，读者称赞", 1);
	add_heading("More from the north");
	add_item("Why small farms share their machines", 1);
	gather();
	ck_assert_uint_eq(draft.n_lists, 4);
	ck_assert_int_eq(draft.lists[0].role, SPAMCLS_ROLE_REFERENCES);
	ck_assert_int_eq(draft.roles[1], SPAMCLS_ROLE_REFERENCES);
	ck_assert_int_eq(draft.roles[2], SPAMCLS_ROLE_REFERENCES);
	ck_assert_int_eq(draft.lists[1].role, SPAMCLS_ROLE_COMMENTS);
	ck_assert_int_eq(draft.lists[2].role, SPAMCLS_ROLE_NAVIGATION);
	ck_assert_int_eq(draft.lists[3].role, SPAMCLS_ROLE_LINK_LIST);
	ck_assert_int_eq(draft.roles[7], SPAMCLS_ROLE_LIST_HEADING);
	fixture_end(&f);
}
END_TEST

START_TEST(blocks_of_another_role_are_another_list)
{
	begin();
	add_body("The body has a sentence. And another one.");
	add_item("How the harbour was rebuilt in three years", 1);
	next_is(SPAMCLS_ROLE_HIDDEN);
	add_item("Why small farms share their machines", 1);
	next_is(SPAMCLS_ROLE_FOOTER);
	add_item("What the museum shows this summer", 1);
	gather();
	ck_assert_uint_eq(draft.n_lists, 3);
	ck_assert_int_eq(draft.lists[1].role, SPAMCLS_ROLE_HIDDEN);
	ck_assert_int_eq(draft.roles[2], SPAMCLS_ROLE_HIDDEN);
	ck_assert_int_eq(draft.lists[2].role, SPAMCLS_ROLE_FOOTER);
	fixture_end(&f);
}
END_TEST

START_TEST(the_same_link_twice_in_a_row_is_one)
{
	begin();
	add_item("How the harbour was rebuilt in three years", 1);
	add_item("How the harbour was rebuilt in three years", 1);
	add_item("Why small farms share their machines", 1);
	gather();
	ck_assert_uint_eq(draft.n_items, 2);
	fixture_end(&f);
}
END_TEST

/* Wherever they stand; with another target or text it is another one. */
START_TEST(repeats_behind_other_links)
{
	begin();
	add_item("How the harbour was rebuilt in three years", 1);
	add_item("Why small farms share their machines", 1);
	add_item("Why small farms share their machines", 1);
	add_item("Why small farms shared their machines", 1);
	fixture_link(&f, "Why small farms shared their machines",
	             "/b")->container = 1;
	gather();
	ck_assert_uint_eq(draft.n_items, 4);
	fixture_end(&f);
}
END_TEST

START_TEST(body_between_ends_a_list)
{
	begin();
	add_item("How the harbour was rebuilt in three years", 1);
	add_body("The body has a sentence. And another one.");
	add_item("Why small farms share their machines", 1);
	gather();
	ck_assert_uint_eq(draft.n_lists, 2);
	ck_assert_int_eq(draft.lists[0].trailing, 0);
	ck_assert_int_eq(draft.lists[1].trailing, 1);
	fixture_end(&f);
}
END_TEST

/* A link in that place of its card. */
static scls_block *add_link(const char *text, const char *href, uint32_t path)
{
	scls_block *block = fixture_link(&f, text, href);

	block->path = path;
	return block;
}

/* A button that goes where the headline of its card goes is that link once
 * more, in a footer of the card, too: it is no item and ends no list. */
START_TEST(buttons_of_cards)
{
	begin();
	add_link("How the harbour was rebuilt in three years", "/1", 1);
	next_is(SPAMCLS_ROLE_FOOTER);
	add_link("Continue reading", "/1", 2);
	add_link("Why small farms share their machines", "/2", 1);
	next_is(SPAMCLS_ROLE_FOOTER);
	add_link("Continue reading", "/2", 2);
	gather();
	ck_assert_uint_eq(draft.n_lists, 1);
	ck_assert_uint_eq(draft.n_items, 2);
	ck_assert_uint_eq(draft.items[1].begin, f.blocks[2].begin);
	fixture_end(&f);
}
END_TEST

/* Links in one place are items, wherever they go to; so are those to another
 * address, to none or behind a body, a heading, what stands behind a day. */
START_TEST(no_buttons)
{
	begin();
	add_link("How the harbour was rebuilt in three years", "/1", 1);
	add_link("Why small farms share their machines", "/1", 1);
	add_link("What the storm of the year has taken", "/1#storm", 2);
	add_link("What the owners of the mills say", "/1", 3)->tag =
		SCLS_TAG_H3;
	add_link("2024-11-02 09:30", "/2", 4);
	add_link("A winter of two crossings a week", "/2", 5);
	add_link("Who pays for all of the new pier", "", 6);
	add_link("The county, or so the county says", "", 7);
	add_link("How to get there without a car", "/3", 7);
	add_body("The body has a sentence. And another one.");
	add_link("Why the islands have no hospital", "/3", 8);
	gather();
	ck_assert_uint_eq(draft.n_items, 10);
	fixture_end(&f);
}
END_TEST

/* A number, a link and a date, three times; the last link has no date. */
START_TEST(what_stands_beside_links)
{
	static const uint32_t paths[] = { 8, 8, 1, 2, 3, 1, 2, 3, 1, 2, 9 };

	begin();
	for (size_t i = 0; i < sizeof(paths) / sizeof(paths[0]); i++)
		fixture_add(&f, "Snow")->path = paths[i];
	ck_assert(scls_are_alike(&f.page, 3, 6));
	ck_assert(!scls_are_alike(&f.page, 3, 4));
	ck_assert_uint_eq(scls_alike_before(&f.page, 3, 6, 2), 1);
	ck_assert_uint_eq(scls_alike_before(&f.page, 3, 6, 0), 0);
	ck_assert_uint_eq(scls_alike_before(&f.page, 1, 6, 2), 0);
	ck_assert_uint_eq(scls_alike_behind(&f.page, 6, 3, 2), 2);
	ck_assert_uint_eq(scls_alike_behind(&f.page, 6, 3, 1), 1);
	ck_assert_uint_eq(scls_alike_behind(&f.page, 9, 6, 2), 0);
	/* The page's ends are ends. */
	f.page.n_blocks = 8;
	ck_assert_uint_eq(scls_alike_behind(&f.page, 6, 3, 9), 1);
	f.blocks[0].path = f.blocks[5].path;
	f.blocks[1].path = f.blocks[6].path;
	ck_assert_uint_eq(scls_alike_before(&f.page, 2, 7, 9), 2);
	fixture_end(&f);
}
END_TEST

SUITE("html_list", {
	CASE(two_lists_with_headings);
	CASE(links_of_the_body_stay);
	CASE(short_links_are_no_headlines);
	CASE(a_teaser_between_does_not_end_the_list);
	CASE(how_far_apart_items_may_stand);
	CASE(steps_are_a_list_of_their_own);
	CASE(headings_make_roles);
	CASE(blocks_of_another_role_are_another_list);
	CASE(the_same_link_twice_in_a_row_is_one);
	CASE(repeats_behind_other_links);
	CASE(body_between_ends_a_list);
	CASE(buttons_of_cards);
	CASE(no_buttons);
	CASE(what_stands_beside_links);
})
