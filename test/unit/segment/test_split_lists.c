/* test_split_lists.c - lists and their items. */
#include "segment/split_lists.h"

#include "draft_fixture.h"

static void add(uint32_t block)
{
	scls_item item = { 0, 0, 0, { "", 0 }, 0 };

	item.begin = f.blocks[block].begin;
	item.end = f.blocks[block].end;
	item.block = block;
	scls_list_add(&draft, &item);
}

static const char *item_text(uint32_t i)
{
	static char copy[256];
	size_t size = draft.items[i].end - draft.items[i].begin;

	memcpy(copy, f.text + draft.items[i].begin, size);
	copy[size] = '\0';
	return copy;
}

START_TEST(bullets_and_ends_are_trimmed)
{
	fixture_begin(&f, SPAMCLS_KIND_TEXT);
	fixture_add(&f, "- 河边的新公园开放");
	fixture_add(&f, "  • ● A walk by the river  ");
	fixture_add(&f, "-5 degrees tonight\xE3\x80\x80 ");
	fixture_add(&f, "A long-haul flight \xE2\x9C\x88\xEF\xB8\x8F ");
	fixture_draft();
	scls_list_open(&draft, SCLS_NO_BLOCK, SPAMCLS_ROLE_LINK_LIST, 1);
	add(0);
	add(1);
	add(2);
	add(3);
	scls_list_close(&draft);
	ck_assert_str_eq(item_text(0), "河边的新公园开放");
	ck_assert_str_eq(item_text(1), "A walk by the river");
	ck_assert_str_eq(item_text(2), "-5 degrees tonight");
	ck_assert_str_eq(item_text(3),
	                 "A long-haul flight \xE2\x9C\x88\xEF\xB8\x8F");
	fixture_end(&f);
}
END_TEST

static void list_lines(const char *const *lines)
{
	fixture_begin(&f, SPAMCLS_KIND_TEXT);
	fixture_lines(&f, lines);
	fixture_draft();
	scls_list_open(&draft, SCLS_NO_BLOCK, SPAMCLS_ROLE_LINK_LIST, 1);
	for (uint32_t i = 0; i < f.page.n_blocks; i++)
		scls_list_add_line(&draft, i, SPAMCLS_ROLE_LINK_LIST);
	scls_list_close(&draft);
}

/* Beside links, in a column, dates are no part of their texts; a title may end
 * with one, and what is little else is left as it is. */
START_TEST(dates_beside_links)
{
	static const char *const lines[] = {
		"- 河边的新公园开放 2021-03-05",
		"• [03-04] 老图书馆搬进新楼",
		"The old mill opens again in May", "Night ferry, 2021/03/02",
		"The old mill opens again in June", "Views 2021-03-02",
		"A walk by the river 2021-03-01", NULL
	};

	list_lines(lines);
	ck_assert_str_eq(item_text(0), "河边的新公园开放");
	ck_assert_str_eq(item_text(1), "老图书馆搬进新楼");
	for (uint32_t i = 2; i < 7; i++)
		ck_assert_str_eq(item_text(i), lines[i]);
	ck_assert_uint_eq(draft.lists[0].end, f.blocks[6].end);
	fixture_end(&f);
}
END_TEST

/* What Markdown told of it. */
START_TEST(a_line_goes_where_its_link_does)
{
	fixture_begin(&f, SPAMCLS_KIND_TEXT);
	fixture_link(&f, "A walk by the river", "/river");
	fixture_add(&f, "A walk by the wood");
	fixture_draft();
	scls_list_open(&draft, SCLS_NO_BLOCK, SPAMCLS_ROLE_LINK_LIST, 1);
	scls_list_add_line(&draft, 0, SPAMCLS_ROLE_LINK_LIST);
	scls_list_add_line(&draft, 1, SPAMCLS_ROLE_LINK_LIST);
	ck_assert_str_eq(draft.items[0].href.data, "/river");
	ck_assert_uint_eq(draft.items[1].href.size, 0);
	fixture_end(&f);
}
END_TEST

START_TEST(list_spans_its_items)
{
	fixture_begin(&f, SPAMCLS_KIND_TEXT);
	fixture_add(&f, "相关阅读");
	fixture_add(&f, "第一条新闻的标题");
	fixture_add(&f, "第二条新闻的标题");
	fixture_draft();
	scls_list_open(&draft, 0, SPAMCLS_ROLE_LINK_LIST, 1);
	add(1);
	add(2);
	scls_list_close(&draft);
	ck_assert_uint_eq(draft.n_lists, 1);
	ck_assert_uint_eq(draft.lists[0].n_items, 2);
	ck_assert_uint_eq(draft.lists[0].heading_begin, 0);
	ck_assert_uint_eq(draft.lists[0].heading_end, f.blocks[0].end);
	ck_assert_uint_eq(draft.lists[0].begin, f.blocks[1].begin);
	ck_assert_uint_eq(draft.lists[0].end, f.blocks[2].end);
	ck_assert_int_eq(draft.lists[0].trailing, 1);
	fixture_end(&f);
}
END_TEST

START_TEST(empty_lists_are_dropped)
{
	fixture_begin(&f, SPAMCLS_KIND_TEXT);
	fixture_add(&f, " • ");
	fixture_add(&f, "一条新闻的标题");
	fixture_draft();
	scls_list_open(&draft, SCLS_NO_BLOCK, SPAMCLS_ROLE_LINK_LIST, 0);
	add(0);
	scls_list_close(&draft);
	ck_assert_uint_eq(draft.n_lists, 0);
	scls_list_open(&draft, SCLS_NO_BLOCK, SPAMCLS_ROLE_LINK_LIST, 0);
	add(1);
	scls_list_close(&draft);
	ck_assert_uint_eq(draft.n_lists, 1);
	ck_assert_uint_eq(draft.items[0].list, 0);
	ck_assert_uint_eq(draft.lists[0].heading_begin,
	                  draft.lists[0].heading_end);
	fixture_end(&f);
}
END_TEST

START_TEST(no_more_items_than_room)
{
	fixture_begin(&f, SPAMCLS_KIND_TEXT);
	fixture_add(&f, "一条新闻的标题");
	fixture_draft();
	scls_list_open(&draft, SCLS_NO_BLOCK, SPAMCLS_ROLE_LINK_LIST, 0);
	for (int i = 0; i < 5; i++)
		add(0);
	scls_list_close(&draft);
	ck_assert_uint_eq(draft.n_items, draft.max_items);
	fixture_end(&f);
}
END_TEST

static const char *const viewed[] = {
	"Ferry to the islands runs again\t12 views",
	"Bakers of the valley win three prizes  1,034 views",
	"School roof repaired before the rain  in May", NULL
};

/* Views in a column are none of the link; what no line beside it has is. */
START_TEST(views_beside_links)
{
	list_lines(viewed);
	ck_assert_uint_eq(draft.n_items, 3);
	ck_assert_str_eq(item_text(0), "Ferry to the islands runs again");
	ck_assert_str_eq(item_text(1), "Bakers of the valley win three prizes");
	ck_assert_str_eq(item_text(2), viewed[2]);
	fixture_end(&f);
}
END_TEST

static const char *const columns[] = {
	"Ferry to the islands runs again    River level falls to a metre",
	"Bakers of the valley win three prizes  today", NULL
};

START_TEST(two_columns_are_two_links)
{
	list_lines(columns);
	ck_assert_uint_eq(draft.n_items, 3);
	ck_assert_str_eq(item_text(0), "Ferry to the islands runs again");
	ck_assert_str_eq(item_text(1), "River level falls to a metre");
	ck_assert_str_eq(item_text(2), columns[1]);
	ck_assert_uint_eq(draft.items[1].block, 0);
	fixture_end(&f);
}
END_TEST

SUITE("split_lists", {
	CASE(bullets_and_ends_are_trimmed);
	CASE(dates_beside_links);
	CASE(a_line_goes_where_its_link_does);
	CASE(list_spans_its_items);
	CASE(empty_lists_are_dropped);
	CASE(no_more_items_than_room);
	CASE(views_beside_links);
	CASE(two_columns_are_two_links);
})
