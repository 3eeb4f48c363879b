/* test_traits.c - what the forests see of a block. */
#include "segment/html/traits.h"

#include "draft_fixture.h"

static scls_view view;
static int32_t row[SCLS_TRAIT_COUNT];

static void look(void)
{
	fixture_draft();
	ck_assert_int_eq(scls_view_begin(&view, &draft), 0);
}

static void sample(void)
{
	fixture_begin(&f, SPAMCLS_KIND_HTML);
	fixture_add(&f, "The old street")->tag = SCLS_TAG_H1;
	fixture_add(&f, "The street lies in the north. It is short, and "
	                "hardly anybody comes.")->tag = SCLS_TAG_P;
	fixture_link(&f, "How the harbour was rebuilt", "/a")->path = 7;
	fixture_link(&f, "Why small farms share tools", "/b")->path = 7;
	fixture_link(&f, "Why small farms share tools", "/b")->path = 7;
	f.blocks[3].within = SCLS_IN_LIST | SCLS_IN_RELATED;
	f.blocks[3].nearest = SCLS_IN_RELATED;
	f.blocks[3].container = f.blocks[4].container = 9;
}

#define OF(name) row[SCLS_TRAIT_##name]

START_TEST(the_block_itself)
{
	sample();
	look();
	scls_traits_of(&view, 1, row);
	ck_assert_int_eq(OF(stops), 2);
	ck_assert_int_eq(OF(inner), 1);
	ck_assert_int_eq(OF(commas), 1);
	ck_assert_int_eq(OF(prose), 1);
	ck_assert_int_eq(OF(link_pm), 0);
	ck_assert_int_eq(OF(tag), SCLS_TAG_P);
	ck_assert_int_eq(OF(title_pm), 142);
	scls_traits_of(&view, 3, row);
	ck_assert_int_eq(OF(link_pm), 1000);
	ck_assert_int_eq(OF(links), 1);
	ck_assert_int_eq(OF(in_list), 1);
	ck_assert_int_eq(OF(in_related), 1);
	ck_assert_int_eq(OF(in_nav), 0);
	ck_assert_int_eq(OF(near_related), 1);
	ck_assert_int_eq(OF(near_list), 0);
	ck_assert_int_eq(OF(copies), 2);
	ck_assert_int_eq(OF(headline), 1);
	fixture_end(&f);
}
END_TEST

static int is_prose(const char *line, uint32_t link_bytes)
{
	fixture_begin(&f, SPAMCLS_KIND_HTML);
	fixture_add(&f, line)->link_bytes = link_bytes;
	look();
	scls_traits_of(&view, 0, row);
	fixture_end(&f);
	return OF(prose);
}

/* A trait of a line with n times the text. */
static int32_t many(const char *text, int n, int trait)
{
	static char line[20000];

	line[0] = '\0';
	for (int i = 0; i < n; i++)
		strcat(line, text);
	fixture_begin(&f, SPAMCLS_KIND_HTML);
	fixture_add(&f, line);
	look();
	scls_traits_of(&view, 0, row);
	fixture_end(&f);
	return row[trait];
}

START_TEST(counts_are_capped)
{
	ck_assert_int_eq(many("a", 4001, SCLS_TRAIT_chars), 4000);
	ck_assert_int_eq(many("城", 4001, SCLS_TRAIT_width), 8000);
	ck_assert_int_eq(many(",", 201, SCLS_TRAIT_commas), 200);
	ck_assert_int_eq(many("城。", 101, SCLS_TRAIT_stops), 100);
	ck_assert_int_eq(many("城。", 102, SCLS_TRAIT_inner), 100);
	ck_assert_int_eq(many("a:", 51, SCLS_TRAIT_colons), 50);
	ck_assert_int_eq(many("\"", 101, SCLS_TRAIT_quotes), 100);
	ck_assert_int_eq(many("+", 101, SCLS_TRAIT_others), 100);
	ck_assert_int_eq(many("a ", 1001, SCLS_TRAIT_words), 1000);
}
END_TEST

/* A sentence of forty columns, less than half of it links. */
START_TEST(prose)
{
	const char *forty = "这条老街在城北，长不过三百米，两边是木板房。";

	ck_assert_int_eq(is_prose(forty, 0), 1);
	ck_assert_int_eq(is_prose("这条老街在城北，长不过三百米，两边木房。", 0), 0);
	ck_assert_int_eq(is_prose("这条老街在城北，长不过三百米，两边是木板房", 0),
	                 0);
	ck_assert_int_eq(is_prose(forty, (uint32_t)strlen(forty) / 2), 0);
	ck_assert_int_eq(is_prose(forty, (uint32_t)strlen(forty) / 2 - 1), 1);
}
END_TEST

START_TEST(groups_and_neighbours)
{
	sample();
	look();
	scls_traits_of(&view, 3, row);
	ck_assert_int_eq(OF(path_n), 3);
	ck_assert_int_eq(OF(path_link_pm), 1000);
	ck_assert_int_eq(OF(box_n), 2);
	ck_assert_int_eq(OF(b1_path), 1);
	ck_assert_int_eq(OF(b1_box), 0);
	ck_assert_int_eq(OF(a1_box), 1);
	ck_assert_int_eq(OF(b2_stops), 2);
	ck_assert_int_eq(OF(a2_width), -1);
	ck_assert_int_eq(OF(run_before), 1);
	ck_assert_int_eq(OF(run_after), 1);
	ck_assert_int_eq(OF(like_before), 1);
	fixture_end(&f);
}
END_TEST

START_TEST(place_and_page)
{
	sample();
	look();
	scls_traits_of(&view, 2, row);
	ck_assert_int_eq(OF(ball_n), 2);
	ck_assert_int_eq(OF(aall_n), 2);
	ck_assert_int_eq(OF(ball_prose), 1);
	ck_assert_int_eq(OF(since_prose), 1);
	ck_assert_int_eq(OF(until_prose), 999);
	ck_assert_int_eq(OF(since_heading), 2);
	ck_assert_int_eq(OF(place_pm), 400);
	ck_assert_int_eq(OF(page_n), 5);
	ck_assert_int_eq(OF(page_headings), 1);
	ck_assert_int_eq(OF(page_han_pm), 0);
	fixture_end(&f);
}
END_TEST

/* Of n blocks of the page k are in each of these. */
START_TEST(where_the_page_stands)
{
	static const uint16_t places[] = {
		SCLS_IN_ARTICLE, SCLS_IN_MAIN, SCLS_IN_CONTENT,
		SCLS_IN_COMMENTS, SCLS_IN_LIST, SCLS_IN_TABLE
	};
	static const int traits[] = {
		SCLS_TRAIT_page_article, SCLS_TRAIT_page_main,
		SCLS_TRAIT_page_content, SCLS_TRAIT_page_comments,
		SCLS_TRAIT_page_list_pm, SCLS_TRAIT_page_table_pm
	};

	for (size_t k = 0; k < sizeof(places) / sizeof(places[0]); k++) {
		sample();
		f.blocks[3].within = 0;
		f.blocks[1].within = f.blocks[4].within = places[k];
		look();
		scls_traits_of(&view, 0, row);
		for (size_t i = 0; i < sizeof(places) / sizeof(places[0]); i++)
			ck_assert_int_eq(row[traits[i]], i == k ? 400 : 0);
		fixture_end(&f);
	}
}
END_TEST

START_TEST(what_the_page_says)
{
	/* Columns: of the heading, the paragraph, the links of one path. */
	const int32_t links = 3 * 23, all = 12 + 56 + links;

	sample();
	look();
	scls_traits_of(&view, 0, row);
	ck_assert_int_eq(OF(page_width), all);
	ck_assert_int_eq(OF(page_link_pm), 1000 * links / all);
	ck_assert_int_eq(OF(page_top_path_pm), 1000 * links / all);
	ck_assert_int_eq(OF(page_prose), 1);
	ck_assert_int_eq(OF(page_prose_pm), 1000 * 56 / all);
	ck_assert_int_eq(OF(page_headline_pm), 800);
	fixture_end(&f);
	fixture_begin(&f, SPAMCLS_KIND_HTML);
	fixture_add(&f, "城カナab c");
	fixture_add(&f, "城b");
	look();
	scls_traits_of(&view, 0, row);
	ck_assert_int_eq(OF(page_han_pm), 250);
	ck_assert_int_eq(OF(page_wide_pm), 500);
	fixture_end(&f);
}
END_TEST

/* The rows fill exactly the places that traits.def names. */
START_TEST(rows_have_their_size)
{
	int32_t wide[SCLS_TRAIT_COUNT + 2];

	sample();
	look();
	for (int i = 0; i < SCLS_TRAIT_COUNT + 2; i++)
		wide[i] = 77777777;
	scls_traits_of(&view, 1, wide);
	ck_assert_int_ne(wide[SCLS_TRAIT_COUNT - 1], 77777777);
	ck_assert_int_eq(wide[SCLS_TRAIT_COUNT], 77777777);
	fixture_end(&f);
}
END_TEST

START_TEST(no_blocks)
{
	fixture_begin(&f, SPAMCLS_KIND_HTML);
	look();
	ck_assert_uint_eq(view.n, 0);
	fixture_end(&f);
}
END_TEST

SUITE("traits", {
	CASE(the_block_itself);
	CASE(counts_are_capped);
	CASE(prose);
	CASE(groups_and_neighbours);
	CASE(place_and_page);
	CASE(where_the_page_stands);
	CASE(what_the_page_says);
	CASE(rows_have_their_size);
	CASE(no_blocks);
})
