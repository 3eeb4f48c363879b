/* test_text_traits.c - the traits of one line of plain text. */
#include "segment/text/text_view.h"

#include "draft_fixture.h"

#define LINES 300u
#define OF(name) row[SCLS_TEXT_##name]

static scls_text_view view;
static int32_t row[SCLS_TEXT_TRAIT_COUNT];

static void look(void)
{
	fixture_draft();
	ck_assert_int_eq(scls_text_view_begin(&view, &draft), 0);
}

static void sample(void)
{
	fixture_begin(&f, SPAMCLS_KIND_TEXT);
	fixture_add(&f, "Ten years of a small town");
	fixture_add(&f, "The street lies in the north of the town, and it is "
	            "hardly three hundred metres long.");
	fixture_add(&f, "- Bread and 12 apples");
	fixture_add(&f, "Shares: rise");
	fixture_add(&f, "Last line");
	look();
}

START_TEST(the_line_itself)
{
	sample();
	scls_text_traits(&view, 2, row);
	ck_assert_int_eq(OF(words), 3);
	ck_assert_int_eq(OF(bullet), 1);
	ck_assert_int_eq(OF(wide_pm), 0);
	ck_assert_int_eq(OF(prose), 0);
	ck_assert_int_gt(OF(digit_pm), 0);
	scls_text_traits(&view, 3, row);
	ck_assert_int_eq(OF(width), 11);
	ck_assert_int_eq(OF(word_width), 55);
	ck_assert_int_eq(OF(titled_pm), 500);
	ck_assert_int_eq(OF(colons), 1);
	fixture_end(&f);
}
END_TEST

START_TEST(neighbours_and_windows)
{
	sample();
	scls_text_traits(&view, 3, row);
	ck_assert_int_eq(OF(b1_bullet), 1);
	ck_assert_int_eq(OF(b2_last), SCLS_MARK_STOP);
	ck_assert_int_eq(OF(a1_width), 8);
	ck_assert_int_eq(OF(a2_width), -1);
	ck_assert_int_eq(OF(b4_bullet), 333);
	ck_assert_int_eq(OF(b4_end), 333);
	ck_assert_int_eq(OF(a4_width), 8);
	ck_assert_int_eq(OF(a4_var), 0);
	ck_assert_int_eq(OF(a4_narrow), 1000);
	ck_assert_int_eq(OF(ball_width), OF(b12_width));
	ck_assert_int_gt(OF(b4_var), 100);
	scls_text_traits(&view, 4, row);
	ck_assert_int_eq(OF(a4_width), -1);
	ck_assert_int_eq(OF(aall_bullet), -1);
	fixture_end(&f);
}
END_TEST

START_TEST(small_letters_and_signs)
{
	fixture_begin(&f, SPAMCLS_KIND_TEXT);
	fixture_add(&f, "Rooms | Price");
	fixture_add(&f, "with a view | 80");
	fixture_add(&f, "of the yard, 60");
	fixture_add(&f, "Both have a bath");
	look();
	scls_text_traits(&view, 3, row);
	ck_assert_int_eq(OF(b4_lower), 666);
	ck_assert_int_eq(OF(b4_signs), 666);
	ck_assert_int_eq(OF(a4_lower), -1);
	scls_text_traits(&view, 0, row);
	ck_assert_int_eq(OF(aall_lower), 666);
	ck_assert_int_eq(OF(aall_signs), 333);
	fixture_end(&f);
}
END_TEST

START_TEST(its_place)
{
	sample();
	scls_text_traits(&view, 3, row);
	ck_assert_int_eq(OF(n_before), 3);
	ck_assert_int_eq(OF(n_after), 1);
	ck_assert_int_eq(OF(page_n), 5);
	ck_assert_int_eq(OF(prose_before), 1);
	ck_assert_int_eq(OF(prose_after), 0);
	ck_assert_int_eq(OF(prose_place_pm), 1000);
	ck_assert_int_eq(OF(since_prose), 2);
	ck_assert_int_eq(OF(until_prose), 999);
	scls_text_traits(&view, 0, row);
	ck_assert_int_eq(OF(until_prose), 1);
	ck_assert_int_eq(OF(width_place_pm), 0);
	fixture_end(&f);
}
END_TEST

/* A share of nothing is nothing. */
START_TEST(a_page_without_prose)
{
	fixture_begin(&f, SPAMCLS_KIND_TEXT);
	fixture_add(&f, "Bread and apples");
	fixture_add(&f, "Shares: rise");
	look();
	scls_text_traits(&view, 1, row);
	ck_assert_int_eq(OF(prose_before), 0);
	ck_assert_int_eq(OF(prose_place_pm), 0);
	ck_assert_int_eq(OF(width_place_pm), 560); /* 14 of 25 columns */
	ck_assert_int_eq(OF(since_prose), 999);
	fixture_end(&f);
}
END_TEST

/* What stands behind a heading of comments changes nothing before it. */
START_TEST(comments_change_nothing)
{
	int32_t alone[SCLS_TEXT_TRAIT_COUNT];

	sample();
	scls_text_traits(&view, 2, alone);
	fixture_add(&f, "Comments (4)");
	fixture_add(&f, "I live in that street, and I like it as it was.");
	look();
	scls_text_traits(&view, 2, row);
	ck_assert_mem_eq(row, alone, sizeof(row));
	fixture_end(&f);
}
END_TEST

/* The rows fill exactly the places that text_traits.def names. */
START_TEST(rows_have_their_size)
{
	int32_t wide[SCLS_TEXT_TRAIT_COUNT + 1];

	sample();
	for (int i = 0; i <= SCLS_TEXT_TRAIT_COUNT; i++)
		wide[i] = 77777777;
	scls_text_traits(&view, 1, wide);
	ck_assert_int_ne(wide[SCLS_TEXT_TRAIT_COUNT - 1], 77777777);
	ck_assert_int_eq(wide[SCLS_TEXT_TRAIT_COUNT], 77777777);
	fixture_end(&f);
}
END_TEST

START_TEST(traits_stay_in_their_bounds)
{
	char line[64];
	uint32_t seed = 7;

	fixture_begin(&f, SPAMCLS_KIND_TEXT);
	for (uint32_t i = 0; i < LINES; i++) {
		uint32_t size = (seed = seed * 1103515245u + 12345u) >> 27;

		for (uint32_t k = 0; k <= size; k++)
			line[k] = " aB.:9-"[(seed >> k) % 7];
		line[size + 1] = '\0';
		fixture_add(&f, line);
	}
	look();
	for (uint32_t i = 0; i < view.n; i++) {
		scls_text_traits(&view, i, row);
		for (int k = 0; k < SCLS_TEXT_TRAIT_COUNT; k++) {
			ck_assert_int_ge(row[k], -1);
			ck_assert_int_lt(row[k], SCLS_TRAIT_MOST);
		}
		ck_assert_int_le(OF(seen_pm), 1000);
		ck_assert_int_le(OF(ball_seen), 1000);
		ck_assert_int_le(OF(width_place_pm), 1000);
	}
	fixture_end(&f);
}
END_TEST

SUITE("text_traits", {
	CASE(the_line_itself);
	CASE(neighbours_and_windows);
	CASE(small_letters_and_signs);
	CASE(its_place);
	CASE(a_page_without_prose);
	CASE(comments_change_nothing);
	CASE(rows_have_their_size);
	CASE(traits_stay_in_their_bounds);
})
