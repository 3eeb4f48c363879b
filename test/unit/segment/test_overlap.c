/* test_overlap.c - wording seen before, in thousandths. */
#include "segment/overlap.h"

#include "../../suite.h"

static scls_pieces set; /* two of them */

/* Of those that are asked for; they become more where add is not 0. */
static uint32_t share(const char *text, int add)
{
	uint32_t found = scls_pieces_add(&set, scls_span_of(text)).asked;

	if (add)
		scls_pieces_ask(&set, scls_span_of(text));
	return found;
}

static void set_up(void)
{
	memset(&set, 0, sizeof(set));
}

START_TEST(wide_pairs)
{
	set_up();
	ck_assert_uint_eq(share("城市更新", 1), 0);
	ck_assert_uint_eq(share("城市更新", 0), 1000);
	ck_assert_uint_eq(share("城市", 0), 1000);
	ck_assert_uint_eq(share("城市交通", 0), 333);
	ck_assert_uint_eq(share("河边散步", 0), 0);
}
END_TEST

/* Han beyond the plane's middle, kana and marks between them. */
START_TEST(pairs_where_runs_meet)
{
	set_up();
	(void)share("漢字カナ㐀漢", 1);
	ck_assert_uint_eq(share("字カ", 0), 1000);
	ck_assert_uint_eq(share("ナ㐀漢", 0), 1000);
	ck_assert_uint_eq(share("漢、字", 0), 0);
	ck_assert_uint_eq(share("漢a字", 0), 0);
}
END_TEST

START_TEST(words_without_case)
{
	set_up();
	(void)share("The River walks again", 1);
	ck_assert_uint_eq(share("RIVER", 0), 1000);
	ck_assert_uint_eq(share("river bank", 0), 500);
	/* Short words are too common to tell anything. */
	ck_assert_uint_eq(share("the", 0), 0);
}
END_TEST

START_TEST(asking_adds_nothing)
{
	set_up();
	(void)share("城市更新", 0);
	ck_assert_uint_eq(share("城市更新", 0), 0);
	ck_assert_uint_eq(share("", 1), 0);
	ck_assert_uint_eq(share("1 2 3", 1), 0);
}
END_TEST

START_TEST(both_sets)
{
	scls_overlap found;

	set_up();
	scls_pieces_ask(&set, scls_span_of("城市更新"));
	found = scls_pieces_add(&set, scls_span_of("城市"));
	ck_assert_uint_eq(found.asked, 1000);
	ck_assert_uint_eq(found.grown, 0);
	found = scls_pieces_add(&set, scls_span_of("城市"));
	ck_assert_uint_eq(found.grown, 1000);
	found = scls_pieces_add(&set, scls_span_of("城市交通"));
	ck_assert_uint_eq(found.asked, 333);
	ck_assert_uint_eq(found.grown, 333);
}
END_TEST

SUITE("overlap", {
	CASE(both_sets);
	CASE(wide_pairs);
	CASE(pairs_where_runs_meet);
	CASE(words_without_case);
	CASE(asking_adds_nothing);
})
