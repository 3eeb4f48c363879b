/* test_view.c - a page added up: prefixes, groups, distances. */
#include "segment/html/traits.h"

#include "draft_fixture.h"

#define LINES 300u

static scls_view view;

/* Lines of every kind, in an order that a small generator chooses. */
static void random_page(uint32_t seed)
{
	static const char *const kinds[] = {
		"更多", "相关阅读", "Comments (3)", "12 May",
		"某市新材料产业迎来突破，产值有望达到百亿规模",
		"The street lies in the north. It is short, and few come.",
		"这里的住户多半已经搬走，只剩下几家修鞋铺和一间茶馆，"
		"但是每到周末，街上还是有人来。", "- a bulleted line"
	};

	fixture_begin(&f, SPAMCLS_KIND_HTML);
	for (uint32_t i = 0; i < LINES; i++) {
		scls_block *block;

		seed = seed * 1664525u + 1013904223u;
		block = seed >> 30 ? fixture_add(&f, kinds[seed >> 10 & 7])
			: fixture_link(&f, kinds[seed >> 10 & 7], "/x");
		block->path = seed >> 16 & 15;
		block->container = seed >> 20 & 31;
		block->kin = seed >> 14 & 7;
		block->outer = seed >> 17 & 3;
		block->tag = (uint8_t)(seed >> 23 & 15);
	}
	fixture_draft();
	ck_assert_int_eq(scls_view_begin(&view, &draft), 0);
}

/* The sums of the groups of a table are the sum of the page. */
static void check_table(const scls_groups *groups)
{
	const scls_sum *all = &view.before[view.n];
	scls_sum sum;

	memset(&sum, 0, sizeof(sum));
	for (uint32_t i = 0; i < groups->keys.distinct; i++)
		scls_sum_add(&sum, &groups->sums[i]);
	ck_assert_mem_eq(&sum, all, sizeof(sum));
}

START_TEST(groups_share_out_the_page)
{
	for (uint32_t seed = 1; seed < 20; seed++) {
		random_page(seed);
		check_table(&view.paths);
		check_table(&view.boxes);
		check_table(&view.kins);
		check_table(&view.outers);
		check_table(&view.texts);
		fixture_end(&f);
	}
}
END_TEST

START_TEST(distances_to_prose)
{
	random_page(7);
	for (uint32_t i = 0; i < view.n; i++) {
		uint32_t last = UINT32_MAX;
		uint32_t next = UINT32_MAX;

		for (uint32_t j = 0; j < i; j++)
			if (view.notes[j].prose)
				last = j;
		for (uint32_t j = view.n; j-- > i + 1; )
			if (view.notes[j].prose)
				next = j;
		ck_assert_uint_eq(view.last_prose[i], last);
		ck_assert_uint_eq(view.next_prose[i], next);
	}
	fixture_end(&f);
}
END_TEST

START_TEST(telling_phrases_are_remembered)
{
	fixture_begin(&f, SPAMCLS_KIND_TEXT);
	fixture_add(&f, "一行普通的文字");
	fixture_add(&f, "相关阅读");
	fixture_add(&f, "某市新材料产业迎来突破");
	fixture_add(&f, "更多");
	fixture_add(&f, "网友留言(0)");
	fixture_add(&f, "最后一行");
	fixture_draft();
	ck_assert_int_eq(scls_view_begin(&view, &draft), 0);
	ck_assert_uint_eq(view.notes[0].since_phrase, 999);
	ck_assert_uint_eq(view.notes[1].since_phrase, 999);
	ck_assert_uint_eq(view.notes[2].since_phrase, 1);
	ck_assert_uint_eq(view.notes[4].since_phrase, 3);
	ck_assert_uint_eq(view.notes[4].last_phrase, SCLS_PHRASE_LIST);
	ck_assert_uint_eq(view.notes[5].last_phrase, SCLS_PHRASE_COMMENTS);
	fixture_end(&f);
}
END_TEST

START_TEST(traits_stay_in_their_bounds)
{
	int32_t row[SCLS_TRAIT_COUNT];

	random_page(3);
	for (uint32_t i = 0; i < view.n; i++) {
		scls_traits_of(&view, i, row);
		for (int k = 0; k < SCLS_TRAIT_COUNT; k++) {
			ck_assert_int_ge(row[k], -65535);
			ck_assert_int_le(row[k], 100000);
		}
		ck_assert_int_le(row[SCLS_TRAIT_link_pm], 1000);
		ck_assert_int_le(row[SCLS_TRAIT_seen_pm], 1000);
		ck_assert_int_le(row[SCLS_TRAIT_place_pm], 1000);
	}
	fixture_end(&f);
}
END_TEST

START_TEST(links_count_by_their_share)
{
	scls_block *block;

	fixture_begin(&f, SPAMCLS_KIND_HTML);
	block = fixture_add(&f, "abcdefghij");
	block->link_bytes = 5;
	block = fixture_add(&f, "abcdefghij");
	block->link_bytes = 10;
	fixture_draft();
	ck_assert_int_eq(scls_view_begin(&view, &draft), 0);
	ck_assert_uint_eq(view.notes[0].link_width, 5);
	ck_assert_uint_eq(view.before[2].link_width, 15);
	ck_assert_uint_eq(view.before[2].width, 20);
	fixture_end(&f);
}
END_TEST

SUITE("view", {
	CASE(groups_share_out_the_page);
	CASE(distances_to_prose);
	CASE(telling_phrases_are_remembered);
	CASE(traits_stay_in_their_bounds);
	CASE(links_count_by_their_share);
})
