/* test_trainer_learn.c - what a row counts in training. */
#include "engine/trainer_state.h"

#include "../../suite.h"

static double counts(int garbage, double score)
{
	scls_row row = { "", 0, 2.0f, 0, (uint8_t)garbage, !garbage, 0,
		         0 };

	return scls_row_counts(&row, score);
}

/* What others' knowledge agrees with counts what its weight says. */
START_TEST(agreed)
{
	ck_assert_double_eq(counts(1, 5), 2);
	ck_assert_double_eq(counts(0, -5), 2);
}
END_TEST

/* A garbage line that reads as ordinary counts less, not nothing. */
START_TEST(doubted)
{
	ck_assert_double_lt(counts(1, -5), 2);
	ck_assert_double_gt(counts(1, -5), 0);
}
END_TEST

/* An honest line that reads as garbage counts more. */
START_TEST(alarming)
{
	ck_assert_double_gt(counts(0, 5), 2);
}
END_TEST

SUITE("trainer_learn", {
	CASE(agreed);
	CASE(doubted);
	CASE(alarming);
})
