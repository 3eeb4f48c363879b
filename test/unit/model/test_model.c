/* test_model.c - sums of weights, and probabilities between knots. */
#include "model_fixture.h"

static uint32_t ids[8];
static scls_features features = { ids, NULL, 0, 8 };

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
	CASE(others_weigh_nothing);
	CASE(probability);
})
