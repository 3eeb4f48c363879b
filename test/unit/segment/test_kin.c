/* test_kin.c - blocks that are made alike are taken alike. */
#include "segment/html/decide.h"
#include "segment/html/kin.h"

#include "draft_fixture.h"

#define MOST 64

static scls_view view;
static int32_t scores[MOST];

/* A page of n blocks, block i of kin number kins[i]. */
static void blocks(unsigned n, const uint32_t *kins)
{
	fixture_begin(&f, SPAMCLS_KIND_HTML);
	for (unsigned i = 0; i < n; i++)
		fixture_add(&f, "ten letters")->kin = kins[i];
	fixture_draft();
	ck_assert_int_eq(scls_view_begin(&view, &draft), 0);
}

/* A page of n blocks of one kin, which the forest gave that. */
static void settle(unsigned n, const int32_t *given)
{
	static const uint32_t one[MOST];

	blocks(n, one);
	memcpy(scores, given, n * sizeof(*scores));
	ck_assert_int_eq(scls_kin_settle(&view, scores), 0);
	fixture_end(&f);
}

/* Items of one list, of which the forest is in doubt of two: all are body. */
START_TEST(items_stand_together)
{
	static const int32_t given[] = { 700, 600, -150, 800, 700, -100,
		                         900, 600 };
	uint8_t back[2 * 8], states[8];

	scls_decide_states(given, 8, 1, back, states);
	ck_assert_uint_eq(states[2] + states[5], 0);
	settle(8, given);
	for (unsigned i = 0; i < 8; i++)
		HOLDS(scores[i] > 0, i);
}
END_TEST

/* Drawn down, too: one of the links that the forest is in doubt of. */
START_TEST(one_of_many_falls)
{
	static const int32_t given[] = { -2000, -2000, -2000, 300, -2000,
		                         -2000, -2000, -2000 };

	settle(8, given);
	ck_assert_int_lt(scores[3], 0);
}
END_TEST

/* What the forest is sure of is not outvoted. */
START_TEST(by_a_doubt_only)
{
	static const int32_t given[] = { 9000, 9000, 9000, 9000, -1500,
		                         9000, 9000, 9000 };

	settle(8, given);
	ck_assert_int_eq(scores[4], -1100);
	ck_assert_int_eq(scores[0], 8600);
}
END_TEST

/* One score, however large, is so much of the mean. */
START_TEST(sure_only_so_far)
{
	static const int32_t sure[] = { 4096, 0, 0 };
	static const int32_t surer[] = { 1 << 28, 0, 0 };
	int32_t other;

	settle(3, sure);
	other = scores[1];
	settle(3, surer);
	ck_assert_int_eq(scores[1], other);
	ck_assert_int_gt(other, 0);
}
END_TEST

/* Those alone, and of other kin, are left as they are. */
START_TEST(others_say_nothing)
{
	static const uint32_t kins[] = { 1, 2, 1, 3 };

	blocks(4, kins);
	memcpy(scores, (int32_t[]){ 100, -900, 100, 5000 },
	       4 * sizeof(*scores));
	ck_assert_int_eq(scls_kin_settle(&view, scores), 0);
	ck_assert_int_eq(scores[0], 100);
	ck_assert_int_eq(scores[1], -900);
	ck_assert_int_eq(scores[2], 100);
	ck_assert_int_eq(scores[3], 5000);
	fixture_end(&f);
	blocks(0, kins);
	ck_assert_int_eq(scls_kin_settle(&view, scores), 0);
	fixture_end(&f);
}
END_TEST

SUITE("kin", {
	CASE(items_stand_together);
	CASE(one_of_many_falls);
	CASE(by_a_doubt_only);
	CASE(sure_only_so_far);
	CASE(others_say_nothing);
})
