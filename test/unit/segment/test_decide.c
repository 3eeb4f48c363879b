/* test_decide.c - the likeliest sequence of two states. */
#include "segment/html/decide.h"

#include "../../suite.h"

#define MOST 10u

/* The score of a sequence by the definition. */
static int64_t value(const int32_t *scores, uint32_t n, int32_t change,
                     uint32_t states)
{
	int64_t sum = 0;
	uint32_t before = 0;

	for (uint32_t i = 0; i < n; i++) {
		uint32_t state = states >> i & 1;

		sum += state ? scores[i] : 0;
		sum -= state != before ? change : 0;
		before = state;
	}
	return sum - (before ? change : 0);
}

static uint32_t decided(const int32_t *scores, uint32_t n, int32_t change)
{
	uint8_t back[2 * MOST], states[MOST];
	uint32_t bits = 0;

	scls_decide_states(scores, n, change, back, states);
	for (uint32_t i = 0; i < n; i++)
		bits |= (uint32_t)states[i] << i;
	return bits;
}

START_TEST(change_costs)
{
	int32_t scores[] = { 900, -100, 900, -100, -900, 200, -900 };

	/* Without a cost every block stands for itself. */
	ck_assert_uint_eq(decided(scores, 7, 0), 0x25);
	/* With one, the small doubts around go with their neighbours. */
	ck_assert_uint_eq(decided(scores, 7, 300), 0x07);
	ck_assert_uint_eq(decided(scores, 7, 5000), 0);
}
END_TEST

START_TEST(no_blocks)
{
	ck_assert_uint_eq(decided(NULL, 0, 100), 0);
}
END_TEST

/* A block that gains as much as both changes cost is not worth them. */
START_TEST(just_enough)
{
	ck_assert_uint_eq(decided((int32_t[]){ 600 }, 1, 300), 0);
	ck_assert_uint_eq(decided((int32_t[]){ 601 }, 1, 300), 1);
	ck_assert_uint_eq(decided((int32_t[]){ 500, -600, 500 }, 3, 300), 0);
	ck_assert_uint_eq(decided((int32_t[]){ 700, -600, 700 }, 3, 300), 7);
	ck_assert_uint_eq(decided((int32_t[]){ 700, -601, 700 }, 3, 300), 5);
}
END_TEST

/* Every sequence of up to ten blocks is tried: none is better. */
START_TEST(best_of_all)
{
	uint32_t seed = 12345;

	for (int round = 0; round < 200; round++) {
		int32_t scores[MOST];
		uint32_t n = 1 + (uint32_t)round % MOST;
		int64_t best = 0;
		uint32_t said;

		for (uint32_t i = 0; i < n; i++) {
			seed = seed * 1664525u + 1013904223u;
			scores[i] = (int32_t)(seed >> 20) - 2048;
		}
		for (uint32_t s = 0; s < 1u << n; s++)
			if (value(scores, n, 700, s) > best)
				best = value(scores, n, 700, s);
		said = decided(scores, n, 700);
		ck_assert_int_eq(value(scores, n, 700, said), best);
	}
}
END_TEST

SUITE("decide", {
	CASE(change_costs);
	CASE(no_blocks);
	CASE(just_enough);
	CASE(best_of_all);
})
