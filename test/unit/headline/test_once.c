/* test_once.c - an n-gram counts once; nothing else is lost or moved. */
#include "headline/once.h"

#include "../../suite.h"
#include "base/random.h"

#define MOST 2000u

static uint32_t ids[MOST], left[MOST];
static scls_evidence evidence[MOST];
static scls_once once;

static scls_features features_of(uint32_t n, scls_evidence *places)
{
	scls_features f = { ids, places, n, MOST };

	memset(&once, 0, sizeof(once));
	for (uint32_t i = 0; places && i < n; i++)
		places[i].begin = (uint16_t)i;
	return f;
}

START_TEST(the_first_stays_with_its_place)
{
	static const uint32_t given[] = { 7, 8, 7, 9, 8, 7 };
	scls_features f = features_of(6, evidence);

	memcpy(ids, given, sizeof(given));
	scls_keep_first(&once, &f, 0);
	ck_assert_uint_eq(f.n, 3);
	ck_assert_uint_eq(ids[0], 7);
	ck_assert_uint_eq(ids[1], 8);
	ck_assert_uint_eq(ids[2], 9);
	ck_assert_uint_eq(evidence[2].begin, 3);
}
END_TEST

START_TEST(what_stands_before_is_let_be)
{
	static const uint32_t given[] = { 5, 5, 5, 6, 6 };
	scls_features f = features_of(5, NULL);

	memcpy(ids, given, sizeof(given));
	scls_keep_first(&once, &f, 2);
	ck_assert_uint_eq(f.n, 4);
	ck_assert_uint_eq(ids[2], 5);
	ck_assert_uint_eq(ids[3], 6);
}
END_TEST

START_TEST(a_round_knows_nothing_of_the_last)
{
	scls_features f = features_of(1, NULL);

	ids[0] = 5;
	scls_keep_first(&once, &f, 0);
	ids[1] = 5;
	f.n = 2;
	scls_keep_first(&once, &f, 1);
	ck_assert_uint_eq(f.n, 2);
}
END_TEST

/* The same, looking at every id before it that was kept. */
static uint32_t keep_slowly(uint32_t n)
{
	uint32_t kept = 0;

	for (uint32_t i = 0; i < n; i++) {
		uint32_t k = kept > SCLS_ONCE_WINDOW
		                     ? kept - SCLS_ONCE_WINDOW : 0;

		while (k < kept && left[k] != ids[i])
			k++;
		if (k == kept)
			left[kept++] = ids[i];
	}
	return kept;
}

START_TEST(as_looking_at_each)
{
	scls_random random = { 3 };

	for (uint32_t kinds = 1; kinds < 4000; kinds = kinds * 2 + 1) {
		scls_features f = features_of(MOST, NULL);
		uint32_t kept;

		for (uint32_t i = 0; i < MOST; i++)
			ids[i] = (uint32_t)(scls_random_next(&random) % kinds)
			         * 0x10001u;
		kept = keep_slowly(MOST);
		scls_keep_first(&once, &f, 0);
		ck_assert_uint_eq(f.n, kept);
		ck_assert_mem_eq(ids, left, kept * sizeof(*ids));
	}
}
END_TEST

/* Two of them the same, at any two places, or none. */
START_TEST(tokens_that_repeat)
{
	static uint32_t token[70 + SCLS_ONCE_LANES];

	for (uint32_t i = 0; i < 70 + SCLS_ONCE_LANES; i++)
		token[i] = i * 77u + 5u;
	for (uint32_t n = 0; n <= 40; n++)
		ck_assert(!scls_may_repeat(token, n));
	for (uint32_t a = 0; a < 40; a++)
		for (uint32_t b = 0; b < a; b++) {
			uint32_t kept = token[a];

			token[a] = token[b];
			ck_assert(scls_may_repeat(token, a + 1));
			token[a] = kept;
		}
	ck_assert(scls_may_repeat(token, 70)); /* not looked at */
}
END_TEST

SUITE("once", {
	CASE(the_first_stays_with_its_place);
	CASE(what_stands_before_is_let_be);
	CASE(a_round_knows_nothing_of_the_last);
	CASE(as_looking_at_each);
	CASE(tokens_that_repeat);
})
