/* test_split.c - what holds for every page, whatever is in it. */
#include "segment/split_draft.h"

#include "base/utf8.h"

#include "../../suite.h"
#include "page_fixture.h"

static fixture f;
static scls_split split;
static uint32_t seed;

static uint32_t roll(uint32_t sides)
{
	seed = seed * 1664525u + 1013904223u;
	return (seed >> 8) % sides;
}

static const char *const lines[] = {
	"", " ", "更多", "相关阅读", "Related posts", "参考文献", "References",
	"网友留言(0)", "Comments (3)", "© 2020 Example", "上一篇：没有了",
	"标签：生活", "首页 > 新闻", "- ", "• 城市更新的五个新问题",
	"- [1] 《北城街巷志》. 2009年", "1. How the harbour was rebuilt",
	"某市新材料产业迎来突破，产值有望达到百亿规模",
	"風力發電葉片回收難題有解？專家提出三種新思路",
	"図書館の利用者が三年ぶりに増加した理由",
	"지역 도서관 이용자 삼 년 만에 늘어난 까닭",
	"Warum kleine Höfe sich Maschinen teilen",
	"Mengapa petani kecil berbagi mesin tahun ini",
	"The street lies in the north. It is short, and few people come.",
	"这里的住户多半已经搬走，只剩下几家修鞋铺和一间茶馆，周末才有人来。",
	"a", "1", "…", "?!", "\xf0\x9f\x98\x80", "|||||", "12:30",
};

#define N_LINES (sizeof(lines) / sizeof(lines[0]))

static void add_some(spamcls_kind kind)
{
	const char *line = lines[roll(N_LINES)];
	scls_block *block = kind == SPAMCLS_KIND_HTML && roll(2)
		? fixture_link(&f, line, "/x") : fixture_add(&f, line);

	block->path = roll(6);
	block->container = roll(9);
	block->kin = roll(5);
	block->outer = roll(3);
	block->depth = (uint16_t)roll(12);
	block->gap = (uint16_t)roll(2);
	if (kind != SPAMCLS_KIND_HTML)
		return;
	block->tag = (uint8_t)roll(SCLS_TAG_COUNT);
	block->within = roll(3) ? 0 : (uint16_t)(1u << roll(16));
	block->nearest = block->within;
}

static void random_page(spamcls_kind kind, uint32_t blocks)
{
	fixture_begin(&f, kind);
	for (uint32_t i = 0; i < blocks; i++)
		add_some(kind);
	ck_assert_int_eq(scls_split_page(&f.arena, &f.phrases, &f.page,
	                                 &split), 0);
}

static void check_list(uint32_t at, uint32_t *items)
{
	const scls_list *list = &split.lists[at];

	ck_assert_uint_gt(list->n_items, 0);
	ck_assert_uint_eq(list->first_item, *items);
	ck_assert_uint_le(list->heading_begin, list->heading_end);
	ck_assert_uint_le(list->heading_end, f.page.text_size);
	*items += list->n_items;
	ck_assert_uint_eq(split.items[list->first_item].begin, list->begin);
	ck_assert_uint_eq(split.items[*items - 1].end, list->end);
}

static void check_item(uint32_t at)
{
	const scls_item *item = &split.items[at];
	const scls_block *block = &f.blocks[item->block];
	size_t size = item->end - item->begin;

	ck_assert_uint_lt(item->block, f.page.n_blocks);
	ck_assert_uint_ge(item->begin, block->begin);
	ck_assert_uint_le(item->end, block->end);
	ck_assert_uint_gt(size, 0);
	ck_assert_uint_eq(scls_utf8_valid(f.text + item->begin, size), size);
	ck_assert_int_ne(f.text[item->begin], ' ');
	ck_assert_int_ne(f.text[item->end - 1], ' ');
	ck_assert_uint_lt(item->list, split.n_lists);
	if (at > 0)
		ck_assert_uint_ge(item->begin, split.items[at - 1].end);
}

static void check_page(void)
{
	uint32_t items = 0;

	ck_assert_uint_eq(split.n_roles, f.page.n_blocks);
	for (uint32_t i = 0; i < split.n_roles; i++)
		ck_assert_int_le(split.roles[i], SPAMCLS_ROLE_HIDDEN);
	for (uint32_t i = 0; i < split.n_lists; i++)
		check_list(i, &items);
	ck_assert_uint_eq(items, split.n_items);
	for (uint32_t i = 0; i < split.n_items; i++)
		check_item(i);
	ck_assert_uint_le(split.title_begin, split.title_end);
	ck_assert_uint_le(split.title_end, f.page.text_size);
}

START_TEST(text_pages_hold)
{
	for (uint32_t i = 0; i < 150; i++) {
		seed = i;
		random_page(SPAMCLS_KIND_TEXT, i);
		check_page();
		fixture_end(&f);
	}
}
END_TEST

/* Those without a list that may be nothing but links, split as such, from
 * where they may be so and from behind it. */
START_TEST(bare_pages_hold)
{
	uint32_t bare = 0;

	for (uint32_t i = 0; i < 300; i++) {
		seed = i;
		random_page(SPAMCLS_KIND_TEXT, i % 30);
		for (uint32_t more = 0; more < 2 && split.n_lists == 0
		     && split.bare + more < split.n_roles; more++) {
			scls_split tried = split;

			bare++;
			ck_assert_int_eq(scls_split_bare(
			        &f.arena, &f.phrases, &f.page,
			        split.bare + more, 1, &tried), 0);
			ck_assert_uint_eq(tried.n_lists, 1);
			ck_assert_mem_eq(tried.roles, split.roles, split.bare
			                 > 0 ? split.bare - 1 : 0);
		}
		fixture_end(&f);
	}
	ck_assert_uint_gt(bare, 10);
}
END_TEST

START_TEST(html_pages_hold)
{
	for (uint32_t i = 0; i < 150; i++) {
		seed = i;
		random_page(SPAMCLS_KIND_HTML, i);
		check_page();
		fixture_end(&f);
	}
}
END_TEST

/* Links of the body taken for a list, from the first and from behind it, alone
 * and beside the others. */
START_TEST(bare_html_holds)
{
	uint32_t bare = 0;

	for (uint32_t i = 0; i < 300; i++) {
		seed = i;
		random_page(SPAMCLS_KIND_HTML, i);
		for (uint32_t k = 0; k < 4 && split.bare + k / 2
		     < split.n_roles; k++) {
			scls_split before = split;

			bare++;
			ck_assert_int_eq(scls_split_bare(
			        &f.arena, &f.phrases, &f.page,
			        split.bare + k / 2, k % 2, &split), 0);
			check_page();
			split = before;
		}
		fixture_end(&f);
	}
	ck_assert_uint_gt(bare, 10);
}
END_TEST

static int list_differs(const scls_list *a, const scls_list *b)
{
	return a->begin != b->begin || a->end != b->end
	       || a->n_items != b->n_items || a->role != b->role
	       || a->trailing != b->trailing
	       || a->heading_begin != b->heading_begin;
}

/* Where no link of the body is taken for one of a list, all is as before; rows
 * that are no anchors become links wherever they stand. */
START_TEST(what_is_not_taken_stays)
{
	for (uint32_t i = 0; i < 300; i++) {
		scls_split before;

		seed = i;
		random_page(SPAMCLS_KIND_HTML, i + 1);
		before = split;
		if (f.page.n_links > 0 && f.blocks[i].n_links == 0
		    && !split.bare_rows)
			ck_assert_int_eq(scls_split_bare(
			        &f.arena, &f.phrases, &f.page, i, 0,
			        &split), 0);
		ck_assert_mem_eq(split.roles, before.roles, i + 1);
		ck_assert_uint_eq(split.n_items, before.n_items);
		ck_assert_uint_eq(split.n_lists, before.n_lists);
		for (uint32_t k = 0; k < split.n_lists; k++)
			HOLDS(!list_differs(&split.lists[k],
			                    &before.lists[k]), i);
		fixture_end(&f);
	}
}
END_TEST

/* The same page, the same answer: also in an arena that was used before. */
START_TEST(same_page_same_split)
{
	static uint8_t roles[FIXTURE_BLOCKS];
	uint32_t n_items;

	seed = 99;
	random_page(SPAMCLS_KIND_HTML, 200);
	memcpy(roles, split.roles, split.n_roles);
	n_items = split.n_items;
	scls_arena_reset(&f.arena);
	ck_assert_int_eq(scls_split_page(&f.arena, &f.phrases, &f.page,
	                                 &split), 0);
	ck_assert_mem_eq(roles, split.roles, split.n_roles);
	ck_assert_uint_eq(n_items, split.n_items);
	fixture_end(&f);
}
END_TEST

/* The allocator gives out until its count is used up. */
static size_t left;
static spamcls_allocator plain;

static void *counted(void *context, void *old, size_t old_size,
                     size_t new_size)
{
	(void)context;
	if (new_size > 0 && left == 0)
		return NULL;
	left -= new_size > 0;
	return plain.resize(plain.context, old, old_size, new_size);
}

static scls_status split_whole(void)
{
	return scls_split_page(&f.arena, &f.phrases, &f.page, &split);
}

/* As if the body were all of the page. */
static scls_status split_links(void)
{
	static uint8_t roles[FIXTURE_BLOCKS], is_body[FIXTURE_BLOCKS];
	scls_split bare = { .roles = roles, .n_roles = f.page.n_blocks,
		            .is_body = is_body };

	memset(roles, SPAMCLS_ROLE_BODY, sizeof(roles));
	memset(is_body, SCLS_IS_BODY, sizeof(is_body));
	return scls_split_bare(&f.arena, &f.phrases, &f.page, 0, 1, &bare);
}

static void fail_each(scls_status (*call)(void))
{
	spamcls_allocator failing = { counted, NULL };
	scls_status status = SPAMCLS_E_NOMEM;
	size_t n;

	for (n = 0; n < 200 && status != SPAMCLS_OK; n++) {
		scls_arena_init(&f.arena, &failing);
		left = n;
		status = call();
		if (status != SPAMCLS_OK)
			ck_assert_int_eq(status, SPAMCLS_E_NOMEM);
		left = 0;
		scls_arena_free(&f.arena);
	}
	ck_assert_int_eq(status, SPAMCLS_OK);
	ck_assert_uint_gt(n, 1);
}

START_TEST(every_failed_allocation_is_said)
{
	plain = scls_alloc_default();
	seed = 5;
	random_page(SPAMCLS_KIND_HTML, 400);
	scls_arena_free(&f.arena);
	fail_each(split_whole);
	fail_each(split_links);
}
END_TEST

SUITE("split", {
	CASE(text_pages_hold);
	CASE(bare_pages_hold);
	CASE(html_pages_hold);
	CASE(bare_html_holds);
	CASE(what_is_not_taken_stays);
	CASE(same_page_same_split);
	CASE(every_failed_allocation_is_said);
})
