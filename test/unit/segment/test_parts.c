/* test_parts.c - lists under construction. */
#include "segment/parts.h"

#include "draft_fixture.h"

#define NONE UINT32_MAX

static void begin(void)
{
	fixture_draft();
}

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

static int has_anchors(spamcls_kind kind, uint32_t links, uint32_t flags)
{
	fixture_begin(&f, kind);
	if (links)
		fixture_link(&f, "A walk by the river", "/a");
	f.page.flags = flags;
	begin();
	fixture_end(&f);
	return draft.has_anchors;
}

/* What is HTML without links is split as text, but for what it hides. */
START_TEST(pages_with_anchors)
{
	ck_assert(has_anchors(SPAMCLS_KIND_HTML, 1, 0));
	ck_assert(has_anchors(SPAMCLS_KIND_HTML, 0, SPAMCLS_FLAG_HIDDEN_TEXT));
	ck_assert(!has_anchors(SPAMCLS_KIND_HTML, 0, 0));
	ck_assert(!has_anchors(SPAMCLS_KIND_HTML, 0, SPAMCLS_FLAG_REPAIRED));
	ck_assert(!has_anchors(SPAMCLS_KIND_TEXT, 1, 0));
}
END_TEST

START_TEST(looks_at_every_block)
{
	fixture_begin(&f, SPAMCLS_KIND_TEXT);
	fixture_add(&f, "相关阅读");
	fixture_add(&f, "  ");
	begin();
	ck_assert_int_eq(draft.lines[0].phrase, SCLS_PHRASE_LIST);
	ck_assert_int_eq(draft.lines[0].empty, 0);
	ck_assert_int_eq(draft.lines[1].empty, 1);
	ck_assert_int_eq(draft.roles[0], SPAMCLS_ROLE_OTHER);
	/* A line has two columns at most. */
	ck_assert_uint_eq(draft.max_items, 4);
	fixture_end(&f);
}
END_TEST

START_TEST(imprints_are_footers)
{
	fixture_begin(&f, SPAMCLS_KIND_TEXT);
	fixture_add(&f, "Copyright 2020 Example Ltd.");
	fixture_add(&f, "About us");
	begin();
	ck_assert_int_eq(draft.lines[0].phrase, SCLS_PHRASE_FOOTER);
	ck_assert_int_eq(draft.lines[0].imprint, 1);
	ck_assert_int_eq(draft.lines[1].phrase, SCLS_PHRASE_FOOTER);
	ck_assert_int_eq(draft.lines[1].imprint, 0);
	fixture_end(&f);
}
END_TEST

/* Of HTML the tags tell more. */
START_TEST(closings_are_of_plain_text)
{
	static const spamcls_kind kinds[] = {
		SPAMCLS_KIND_TEXT, SPAMCLS_KIND_HTML
	};
	static const uint8_t phrases[] = {
		SCLS_PHRASE_CLOSING, SCLS_PHRASE_NONE
	};

	for (int i = 0; i < 2; i++) {
		fixture_begin(&f, kinds[i]);
		fixture_add(&f, "Image: the harbour at night");
		begin();
		ck_assert_int_eq(draft.lines[0].phrase, phrases[i]);
		fixture_end(&f);
	}
}
END_TEST

START_TEST(bullets_and_ends_are_trimmed)
{
	fixture_begin(&f, SPAMCLS_KIND_TEXT);
	fixture_add(&f, "- 河边的新公园开放");
	fixture_add(&f, "  • ● A walk by the river  ");
	fixture_add(&f, "-5 degrees tonight\xE3\x80\x80 ");
	fixture_add(&f, "A long-haul flight \xE2\x9C\x88\xEF\xB8\x8F ");
	begin();
	scls_list_open(&draft, NONE, SPAMCLS_ROLE_LINK_LIST, 1);
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
	begin();
	scls_list_open(&draft, NONE, SPAMCLS_ROLE_LINK_LIST, 1);
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
	begin();
	scls_list_open(&draft, NONE, SPAMCLS_ROLE_LINK_LIST, 1);
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
	begin();
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
	begin();
	scls_list_open(&draft, NONE, SPAMCLS_ROLE_LINK_LIST, 0);
	add(0);
	scls_list_close(&draft);
	ck_assert_uint_eq(draft.n_lists, 0);
	scls_list_open(&draft, NONE, SPAMCLS_ROLE_LINK_LIST, 0);
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
	begin();
	scls_list_open(&draft, NONE, SPAMCLS_ROLE_LINK_LIST, 0);
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

static void *no_memory(void *context, void *old, size_t old_size,
                       size_t new_size)
{
	(void)context;
	(void)old_size;
	(void)new_size;
	(void)old;
	return NULL;
}

START_TEST(no_memory_is_said)
{
	spamcls_allocator none = { no_memory, NULL };
	scls_split split;

	fixture_begin(&f, SPAMCLS_KIND_TEXT);
	fixture_add(&f, "一条新闻的标题");
	scls_arena_init(&f.arena, &none);
	ck_assert_int_eq(scls_draft_begin(&draft, &f.arena, &f.phrases,
	                                  &f.page),
	                 SPAMCLS_E_NOMEM);
	ck_assert_int_eq(scls_split_page(&f.arena, &f.phrases, &f.page,
	                                 &split),
	                 SPAMCLS_E_NOMEM);
}
END_TEST

/* Marks of three bytes, the second one counts. */
START_TEST(the_nearest_one)
{
	static const uint8_t marks[][3] = {
		{ 1, 0, 1 }, { 1, 2, 1 }, { 1, 0, 1 }, { 0, 1, 0 }, { 1, 0, 1 },
	};
	static const uint32_t expected[][2] = {
		{ NONE, 1 }, { NONE, 3 }, { 1, 3 }, { 1, NONE }, { 3, NONE },
	};
	uint32_t before[6] = { 7, 7, 7, 7, 7, 7 }, behind[6];

	scls_find_nearest(&marks[0][1], 3, 5, before, behind);
	for (uint32_t i = 0; i < 5; i++) {
		ck_assert_uint_eq(before[i], expected[i][0]);
		ck_assert_uint_eq(behind[i], expected[i][1]);
	}
	ck_assert_uint_eq(before[5], 7);
	scls_find_nearest(&marks[0][1], 3, 0, before + 5, behind);
	ck_assert_uint_eq(before[5], 7);
}
END_TEST

SUITE("parts", {
	CASE(pages_with_anchors);
	CASE(looks_at_every_block);
	CASE(imprints_are_footers);
	CASE(closings_are_of_plain_text);
	CASE(bullets_and_ends_are_trimmed);
	CASE(dates_beside_links);
	CASE(a_line_goes_where_its_link_does);
	CASE(list_spans_its_items);
	CASE(empty_lists_are_dropped);
	CASE(no_more_items_than_room);
	CASE(views_beside_links);
	CASE(two_columns_are_two_links);
	CASE(no_memory_is_said);
	CASE(the_nearest_one);
})
