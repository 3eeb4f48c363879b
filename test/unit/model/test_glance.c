/* test_glance.c - what characters in a row come to at a glance. */
#include "model_fixture.h"

#include "base/random.h"

#define MOST 200u

static int8_t weights[SCLS_GLANCE_SIZE];
static const scls_glance glance = { weights, 0, 0, 0 };
static uint32_t keys[MOST][SCLS_SEQUENCE];

/* Any weights, and any keys. */
static void fill(uint64_t seed)
{
	scls_random r = scls_random_from(seed);

	for (uint32_t i = 0; i < SCLS_GLANCE_SIZE; i++)
		weights[i] = (int8_t)(scls_random_next(&r) % 255 - 127);
	for (uint32_t i = 0; i < MOST; i++)
		for (uint32_t k = 0; k < SCLS_SEQUENCE; k++)
			keys[i][k] = (uint32_t)scls_random_next(&r);
}

START_TEST(nothing)
{
	fill(1);
	ck_assert_int_eq(scls_glance_sum(&glance, keys, 0), 0);
}
END_TEST

/* One to three characters count, by the upper bits of their keys; the fourth
 * key does not. */
START_TEST(three_in_a_row)
{
	memset(weights, 0, sizeof(weights));
	memset(keys, 0, sizeof(keys));
	for (uint32_t k = 0; k < SCLS_SEQUENCE; k++)
		keys[0][k] = (k + 1) << (32 - SCLS_GLANCE_BITS) | 5;
	weights[1] = 1;
	weights[2] = 10;
	weights[3] = 100;
	weights[4] = -50;
	ck_assert_int_eq(scls_glance_sum(&glance, keys, 1),
	                 111 * SCLS_GLANCE_SCALE);
}
END_TEST

/* What is learned from is what is summed up. */
START_TEST(features_are_its_weights)
{
	static uint32_t ids[MOST * SCLS_GLANCE_MOST];

	for (uint32_t n = 0; n <= MOST; n += 7) {
		scls_features f = { ids, NULL, 0, MOST * SCLS_GLANCE_MOST };
		int32_t sum = 0;

		fill(n + 2);
		scls_glance_features(keys, n, &f);
		ck_assert_uint_eq(f.n, n * SCLS_GLANCE_MOST);
		for (uint32_t i = 0; i < f.n; i++) {
			ck_assert_uint_ge(ids[i], SCLS_HASHED);
			sum += weights[ids[i] & (SCLS_GLANCE_SIZE - 1)];
		}
		ck_assert_int_eq(scls_glance_sum(&glance, keys, n),
		                 sum * SCLS_GLANCE_SCALE);
	}
}
END_TEST

START_TEST(no_room)
{
	uint32_t ids[4] = { 0, 0, 0, 9 };
	scls_features f = { ids, NULL, 0, 3 };

	fill(3);
	scls_glance_features(keys, 2, &f);
	ck_assert_uint_eq(f.n, 3);
	ck_assert_uint_eq(ids[3], 9);
}
END_TEST

SUITE("glance", {
	CASE(nothing);
	CASE(three_in_a_row);
	CASE(features_are_its_weights);
	CASE(no_room);
})
