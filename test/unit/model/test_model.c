/* test_model.c - sums of weights, and probabilities between knots. */
#include "model_fixture.h"

#include "base/random.h"

static uint32_t ids[64];
static scls_features features = { ids, NULL, 0, 64 };

static int32_t score_of(const made *m)
{
	return scls_model_score(&m->model, &features);
}

START_TEST(sum_of_weights)
{
	uint32_t low = SCLS_HASHED, high = SCLS_HASHED | (BUCKETS - 1);
	int32_t sum = 0;
	made m;

	make(&m);
	features.n = 0;
	ck_assert_int_eq(score_of(&m), 0);
	scls_features_add(&features, 2, 0, 0);
	scls_features_add(&features, 2, 0, 0);
	ck_assert_int_eq(score_of(&m), 40); /* twice counts twice */
	scls_features_add(&features, low, 0, 0);
	scls_features_add(&features, high, 0, 0);
	ck_assert_int_eq(score_of(&m), 40 + 3 * (-8 + 23));
	for (uint32_t i = 0; i < features.n; i++)
		sum += scls_model_weight(&m.model, features.ids[i]);
	ck_assert_int_eq(sum, score_of(&m));
}
END_TEST

/* Full buckets of any bytes, a tag twice in one as well: rows of any length
 * of n-grams, many of them at once, weigh what each of them does. */
START_TEST(rows_are_summed_one_by_one)
{
	static unsigned char bytes[16 * SCLS_BUCKET_SIZE];
	scls_random r = scls_random_from(1);
	uint32_t found = 0;
	int8_t hashed[64 + SCLS_WEIGHTS_BEHIND];
	made m;

	make(&m);
	m.model.buckets = bytes;
	m.model.mask = 15;
	for (int round = 0; round < 2000; round++) {
		int32_t sum = 0;

		for (size_t i = 0; i < sizeof(bytes); i++)
			bytes[i] = (unsigned char)(scls_random_next(&r) & 0x83);
		features.n = (uint32_t)(scls_random_next(&r) % 64);
		for (uint32_t i = 0; i < features.n; i++) {
			uint32_t id = (uint32_t)scls_random_next(&r);

			ids[i] = id % 40 == 0 ? 2 : SCLS_HASHED | id;
			found += (id % 40 != 0 && scls_bucket_weight(
			        bytes, 15, ids[i]) != 0);
			sum += scls_model_weight(&m.model, ids[i]);
		}
		ck_assert_int_eq(score_of(&m), sum);
		ck_assert_int_eq(scls_model_score_next(
		        &m.model, ids, features.n, 0, hashed), sum);
		for (uint32_t i = 0; i < features.n; i++)
			ck_assert_int_eq(hashed[i] * m.model.scale,
			                 ids[i] & SCLS_HASHED
			                 ? scls_model_weight(&m.model, ids[i])
			                 : 0);
	}
	ck_assert_uint_gt(found, 100);
}
END_TEST

/* Ids with nothing behind them: what is read there is found by a sanitizer,
 * and what a lane without an id holds does not count. */
START_TEST(rows_that_end_their_memory)
{
	static unsigned char bytes[SCLS_BUCKET_SIZE];
	made m;

	make(&m);
	scls_bucket_put(bytes, 0, 0, 5); /* as if id 0 were a hashed one */
	scls_bucket_put(bytes, 0, SCLS_HASHED, 3);
	m.model.buckets = bytes;
	m.model.mask = 0;
	for (uint32_t n = 0; n <= 40; n++) {
		uint32_t *own = malloc((n + 1) * sizeof(*own));
		scls_features f = { own + 1, NULL, n, n };
		int8_t weights[40 + SCLS_WEIGHTS_BEHIND];

		ck_assert_ptr_nonnull(own);
		for (uint32_t i = 1; i <= n; i++)
			own[i] = SCLS_HASHED;
		HOLDS(scls_model_score(&m.model, &f)
		      == (int32_t)n * 3 * m.model.scale, n);
		HOLDS(scls_model_score_next(&m.model, own + 1, n, 0, weights)
		      == (int32_t)n * 3 * m.model.scale, n);
		for (uint32_t i = 0; i < n; i++)
			HOLDS(weights[i] == 3, n);
		free(own);
	}
}
END_TEST

/* What is scored next, and is fetched before, adds nothing. */
START_TEST(next_ones_do_not_count)
{
	scls_random r = scls_random_from(2);
	made m;

	make(&m);
	for (uint32_t n = 0; n <= 300; n += 3) {
		uint32_t *many = malloc(300 * sizeof(*many));
		scls_features own = { many, NULL, n, n };
		int8_t weights[300 + SCLS_WEIGHTS_BEHIND];

		ck_assert_ptr_nonnull(many);
		for (uint32_t i = 0; i < 300; i++)
			many[i] = (uint32_t)scls_random_next(&r) | SCLS_HASHED;
		many[150] = 2;
		ck_assert_int_eq(scls_model_score_next(&m.model, many, n,
		                                       300 - n, weights),
		                 scls_model_score(&m.model, &own));
		free(many);
	}
}
END_TEST

/* Another n-gram of the same bucket has another tag. */
START_TEST(others_weigh_nothing)
{
	made m;

	make(&m);
	ck_assert_int_eq(scls_model_weight(&m.model, SCLS_HASHED | 7), -3);
	ck_assert_int_eq(scls_model_weight(&m.model,
	                                   SCLS_HASHED | BUCKETS | 7), 0);
}
END_TEST

START_TEST(probability)
{
	float last = 0;
	made m;

	make(&m);
	ck_assert(scls_model_probability(&m.model, -9999) == 0.0625f);
	ck_assert(scls_model_probability(&m.model, INT32_MIN) == 0.0625f);
	ck_assert(scls_model_probability(&m.model, INT32_MAX) == 0.9375f);
	ck_assert(scls_model_probability(&m.model, 1000) == 0.5f);
	for (int32_t score = -2000; score < 4000; score += 7) {
		float p = scls_model_probability(&m.model, score);

		ck_assert(p >= last);
		last = p;
	}
	m.model.n_knots = 0;
	ck_assert(scls_model_probability(&m.model, 1000) == 0.5f);
}
END_TEST

SUITE("model", {
	CASE(sum_of_weights);
	CASE(rows_are_summed_one_by_one);
	CASE(rows_that_end_their_memory);
	CASE(next_ones_do_not_count);
	CASE(others_weigh_nothing);
	CASE(probability);
})
