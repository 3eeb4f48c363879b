/* test_once.c - an n-gram counts once; nothing else is lost or moved. */
#include "headline/once.h"

#include "../../suite.h"
#include "base/random.h"

#define MOST 2000u

static uint32_t ids[MOST], left[MOST];
static scls_evidence evidence[MOST];

static scls_features features_of(uint32_t n, scls_evidence *places)
{
	scls_features f = { ids, places, n, MOST };

	for (uint32_t i = 0; places && i < n; i++)
		places[i].begin = (uint16_t)i;
	return f;
}

START_TEST(the_first_stays_with_its_place)
{
	static const uint32_t given[] = { 7, 8, 7, 9, 8, 7 };
	scls_features f = features_of(6, evidence);

	memcpy(ids, given, sizeof(given));
	scls_keep_first(&f, 0);
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
	scls_keep_first(&f, 2);
	ck_assert_uint_eq(f.n, 4);
	ck_assert_uint_eq(ids[2], 5);
	ck_assert_uint_eq(ids[3], 6);
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
		scls_keep_first(&f, 0);
		ck_assert_uint_eq(f.n, kept);
		ck_assert_mem_eq(ids, left, kept * sizeof(*ids));
	}
}
END_TEST

/* n ids of which room is left for `room` more, and for no other: what reads
 * or writes behind them is found by a sanitizer. */
static void ck_few(scls_random *random, uint32_t n, uint32_t room)
{
	uint32_t *own = malloc((n + room + 1) * sizeof(*own));
	scls_features f = { own + 1, NULL, n, n + room };
	uint32_t kept;

	ck_assert_ptr_nonnull(own);
	for (uint32_t i = 0; i < n; i++)
		ids[i] = own[i + 1] = (uint32_t)scls_random_next(random) % 40u;
	kept = keep_slowly(n);
	ck_assert_int_eq(scls_keep_first(&f, 0), kept < n);
	ck_assert_uint_eq(f.n, kept);
	ck_assert_mem_eq(f.ids, left, kept * sizeof(*ids));
	free(own);
}

/* Few ids, with room behind them and without. */
START_TEST(few_as_looking_at_each)
{
	scls_random random = { 5 };

	for (uint32_t n = 0; n <= 70; n++)
		for (uint32_t room = 0; room <= SCLS_ONCE_LANES; room++)
			ck_few(&random, n, room);
}
END_TEST

/* What the ids from 0 on are without those whose bit is set. */
static void ck_left(uint32_t n, uint64_t bits)
{
	scls_features f = features_of(n, evidence);
	uint32_t kept = 0;

	for (uint32_t i = 0; i < n; i++)
		ids[i] = i + 100;
	scls_leave_out(&f, 0, bits);
	for (uint32_t i = 0; i < n; i++) {
		if (bits >> i & 1)
			continue;
		ck_assert_uint_eq(ids[kept], i + 100);
		ck_assert_uint_eq(evidence[kept++].begin, i);
	}
	ck_assert_uint_eq(f.n, kept);
}

START_TEST(left_out_by_bits)
{
	ck_left(0, 0);
	ck_left(5, 0);
	ck_left(5, 0x12);
	ck_left(64, UINT64_C(0x8000000100000002));
	ck_left(64, UINT64_C(0x8000010000000000));
}
END_TEST

/* Tokens of few kinds, of any number, beside looking at each. */
START_TEST(tokens_that_stand_again)
{
	static uint32_t token[64 + SCLS_ONCE_LANES];
	scls_random random = { 11 };

	for (uint32_t n = 0; n <= 64; n++) {
		uint64_t again = 0;

		for (uint32_t i = 0; i < 64 + SCLS_ONCE_LANES; i++)
			token[i] = (uint32_t)scls_random_next(&random) % 50u;
		for (uint32_t i = 0; i < n; i++)
			for (uint32_t k = 0; k < i; k++)
				again |= (uint64_t)(token[k] == token[i]) << i;
		ck_assert(scls_tokens_again(token, n) == again);
	}
	ck_assert(scls_tokens_again(token, 65) == SCLS_ONCE_UNKNOWN);
}
END_TEST

SUITE("once", {
	CASE(the_first_stays_with_its_place);
	CASE(what_stands_before_is_let_be);
	CASE(as_looking_at_each);
	CASE(few_as_looking_at_each);
	CASE(left_out_by_bits);
	CASE(tokens_that_stand_again);
})
