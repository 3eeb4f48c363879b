/* test_train.c - a learner learns what tells rows apart, and no more. */
#include "model/train.h"

#include "../../suite.h"

#include <math.h>
#include <string.h>

#define BITS 8u
#define GOOD (SCLS_HASHED | 11u)
#define BAD (SCLS_HASHED | 22u)
#define BOTH (SCLS_HASHED | 33u)

static const scls_learner_options usual = { BITS, 0.3, 0.01, 0.1 };

/* A row that has BOTH and one of the two. */
static scls_features *row(uint32_t id)
{
	static uint32_t ids[2];
	static scls_features features = { ids, NULL, 0, 2 };

	features.n = 0;
	scls_features_add(&features, BOTH, 0, 1);
	scls_features_add(&features, id, 0, 1);
	return &features;
}

static scls_learner *learn(int rounds)
{
	spamcls_allocator a = scls_alloc_default();
	scls_learner *l = NULL;

	ck_assert_int_eq(scls_learner_new(&l, &usual, &a), SPAMCLS_OK);
	for (int i = 0; i < rounds; i++) {
		scls_learner_update(l, row(GOOD), 0, 0, 1);
		scls_learner_update(l, row(BAD), 0, 1, 1);
		scls_learner_snapshot(l);
	}
	return l;
}

/* All n-grams' weights, in nats, as a model. */
static void compile(scls_learner *l, scls_model *model, unsigned char *buckets)
{
	static const uint32_t ids[] = { GOOD, BAD, BOTH };

	scls_learner_settle(l, 1);
	scls_compile_begin(model, buckets, BITS);
	for (int i = 0; i < 3; i++)
		scls_compile_gram(model, buckets, ids[i],
		                  scls_learner_weight(l, ids[i]));
}

START_TEST(tells_apart)
{
	unsigned char buckets[1u << BITS];
	scls_model model;
	scls_learner *l = learn(50);

	memset(&model, 0, sizeof(model));
	ck_assert(scls_learner_score(l, row(BAD), 0) > 0.5);
	ck_assert(scls_learner_score(l, row(GOOD), 0) < -0.5);
	compile(l, &model, buckets);
	ck_assert_int_gt(scls_model_score(&model, row(BAD)), 512);
	ck_assert_int_lt(scls_model_score(&model, row(GOOD)), -512);
	/* What never was seen has no weight. */
	ck_assert_int_eq(scls_model_weight(&model, SCLS_HASHED | 44u), 0);
	scls_learner_free(l);
}
END_TEST

/* Each step by the formula of McMahan et al., for a coordinate alone. */
START_TEST(steps_by_the_formula)
{
	spamcls_allocator a = scls_alloc_default();
	uint32_t id = GOOD;
	scls_features one = { &id, NULL, 1, 1 };
	double z = 0, n = 0, w = 0;
	scls_learner *l = NULL;

	ck_assert_int_eq(scls_learner_new(&l, &usual, &a), SPAMCLS_OK);
	for (int i = 0; i < 20; i++) {
		int target = i % 3 == 0;
		double g = 2 * (1 / (1 + exp(-w)) - target);
		double more = sqrt(n + g * g);

		z += g - (more - sqrt(n)) / usual.rate * w;
		n += g * g;
		w = fabs(z) <= usual.l1 ? 0
		    : -copysign(fabs(z) - usual.l1, z)
		      / ((1 + more) / usual.rate + usual.l2);
		scls_learner_update(l, &one, 0, target, 2);
		ck_assert_double_eq_tol(scls_learner_weight(l, GOOD), w, 1e-4);
	}
	ck_assert_double_gt(fabs(w), 0.01);
	scls_learner_free(l);
}
END_TEST

START_TEST(a_share_is_kept)
{
	scls_learner *whole = learn(50), *half = learn(50);
	double own;

	scls_learner_settle(whole, 1);
	scls_learner_settle(half, 0.5);
	own = scls_learner_weight(whole, BAD);
	ck_assert(own > 0.2);
	ck_assert(fabs(scls_learner_weight(half, BAD) - own / 2) < 1e-6);
	scls_learner_free(whole);
	scls_learner_free(half);
}
END_TEST

START_TEST(same_rows_same_bytes)
{
	unsigned char one[1u << BITS], two[1u << BITS];
	scls_model model;
	scls_learner *a = learn(9), *b = learn(9);

	memset(&model, 0, sizeof(model));
	compile(a, &model, one);
	compile(b, &model, two);
	ck_assert_int_eq(memcmp(one, two, sizeof(one)), 0);
	scls_learner_free(a);
	scls_learner_free(b);
}
END_TEST

/* However much is learned, a model that is written can be opened. */
START_TEST(weights_stay_in_bounds)
{
	unsigned char buckets[1u << BITS];
	scls_model model;

	memset(&model, 0, sizeof(model));
	scls_compile_begin(&model, buckets, BITS);
	ck_assert_int_le(model.scale, SCLS_MODEL_MAX_SCALE);
	scls_compile_named(&model, SCLS_F_BIAS, 1e9);
	ck_assert_int_eq(model.named[SCLS_F_BIAS], SCLS_MODEL_MAX_NAMED);
	scls_compile_named(&model, SCLS_F_BIAS, -1e9);
	ck_assert_int_eq(model.named[SCLS_F_BIAS], -SCLS_MODEL_MAX_NAMED);
	scls_compile_gram(&model, buckets, BAD, 1e9);
	scls_compile_gram(&model, buckets, GOOD, -1e9);
	ck_assert_int_eq(scls_model_weight(&model, BAD), 127 * model.scale);
	ck_assert_int_eq(scls_model_weight(&model, GOOD), -127 * model.scale);
}
END_TEST

START_TEST(area)
{
	scls_scored rows[] = {
		{ 1, 0, 1 }, { 2, 1, 0 }, { 2, 0, 1 }, { 3, 1, 0 },
	};

	ck_assert(fabs(scls_auc(rows, 4) - 0.875) < 1e-12);
	ck_assert(fabs(scls_auc(rows, 0) - 0.5) < 1e-12);
}
END_TEST

/* By scores of any sign and order the same. */
START_TEST(area_of_float_scores)
{
	scls_scored rows[] = {
		{ 1, 0, 1 }, { 2, 1, 0 }, { 2, 0, 1 }, { 3, 1, 0 },
	};
	double any[] = { -2.5, 0, 0, 7.25 }, turned[] = { 3, -1, -1, -9 };

	ck_assert(fabs(scls_auc_raw(any, rows, 4) - 0.875) < 1e-12);
	ck_assert(fabs(scls_auc_raw(turned, rows, 4) - 0.125) < 1e-12);
	ck_assert(fabs(scls_auc_raw(any, rows, 0) - 0.5) < 1e-12);
}
END_TEST

/* What is said beside what is, of the lowest and the highest bin, too. */
START_TEST(calibration_error)
{
	scls_scored rows[] = {
		{ -10, 1, 0 }, { -10, 0, 0 }, { 10, 0, 0 }, { 10, 1, 0 },
	};
	scls_model model;

	memset(&model, 0, sizeof(model));
	model.n_knots = 2;
	model.knots[0] = (scls_knot){ 0, 0 };
	model.knots[1] = (scls_knot){ 1, 1u << 24 };
	ck_assert_double_eq_tol(scls_calibration_error(&model, rows, 4), 0.5,
	                        1e-9);
	ck_assert_double_eq_tol(scls_calibration_error(&model, rows, 1), 1,
	                        1e-9);
	ck_assert_double_eq_tol(scls_calibration_error(&model, rows + 3, 1),
	                        0, 1e-9);
	ck_assert_double_eq(scls_calibration_error(&model, rows, 0), 0);
}
END_TEST

START_TEST(thresholds)
{
	enum { N = 20000 };
	static scls_scored rows[N];
	size_t above = 0;
	scls_model model;

	memset(&model, 0, sizeof(model));
	for (int i = 0; i < N; i++) {
		double u = (i + 0.5) / N;

		rows[i].score = (int32_t)(-1000 * log(u)); /* exponential */
		rows[i].ordinary = 1;
	}
	scls_calibrate(&model, rows, N, 1000, 100);
	for (int i = 0; i < N; i++)
		above += rows[i].score >= model.likely;
	ck_assert_uint_ge(above, 14); /* 20 are aimed at */
	ck_assert_uint_le(above, 26);
	/* A tenth as many: 1000 ln 10 higher in such a tail. */
	ck_assert_int_gt(model.certain - model.likely, 1900);
	ck_assert_int_lt(model.certain - model.likely, 2700);
}
END_TEST

/* What is no ordinary headline, however high it scores, moves no threshold. */
START_TEST(thresholds_of_ordinary_rows)
{
	enum { N = 4000 };
	static scls_scored rows[N], mixed[2 * N];
	scls_model alone, beside;

	memset(&alone, 0, sizeof(alone));
	memset(&beside, 0, sizeof(beside));
	for (int i = 0; i < N; i++) {
		double u = (i + 0.5) / N;

		rows[i].score = (int32_t)(-1000 * log(u));
		rows[i].ordinary = 1;
		mixed[2 * i] = rows[i];
		mixed[2 * i + 1].score = rows[i].score + 300;
		mixed[2 * i + 1].target = 1;
	}
	scls_calibrate(&alone, rows, N, 1000, 10);
	scls_calibrate(&beside, mixed, 2 * N, 1000, 10);
	ck_assert_int_eq(beside.likely, alone.likely);
	ck_assert_int_eq(beside.certain, alone.certain);
}
END_TEST

/* Ten rows of a kind are as good as 10.5 of 11. */
START_TEST(probabilities_of_few_rows)
{
	scls_scored rows[20];
	scls_model model;

	memset(&model, 0, sizeof(model));
	for (int i = 0; i < 20; i++)
		rows[i] = (scls_scored){ i < 10 ? -100 : 100, i >= 10, i < 10 };
	scls_calibrate(&model, rows, 20, 1000, 10);
	ck_assert_double_eq_tol((double)scls_model_probability(&model, -100),
	                        0.5 / 11, 1e-6);
	ck_assert_double_eq_tol((double)scls_model_probability(&model, 100),
	                        10.5 / 11, 1e-6);
}
END_TEST

/* One row says less than the twenty above it: it does not make them fall. */
START_TEST(probabilities_rise)
{
	scls_scored rows[22];
	scls_model model;
	float before = 0;

	memset(&model, 0, sizeof(model));
	for (int i = 0; i < 22; i++)
		rows[i] = (scls_scored){ 100 * i, i == 1, i != 1 };
	scls_calibrate(&model, rows, 22, 1000, 10);
	for (int32_t score = -2000; score < 5000; score += 50) {
		float p = scls_model_probability(&model, score);

		HOLDS(p >= before, score);
		before = p;
	}
	for (uint32_t i = 1; i < model.n_knots; i++)
		HOLDS(model.knots[i].parts >= model.knots[i - 1].parts, i);
}
END_TEST

SUITE("train", {
	CASE(tells_apart);
	CASE(steps_by_the_formula);
	CASE(a_share_is_kept);
	CASE(same_rows_same_bytes);
	CASE(weights_stay_in_bounds);
	CASE(area);
	CASE(area_of_float_scores);
	CASE(calibration_error);
	CASE(thresholds);
	CASE(thresholds_of_ordinary_rows);
	CASE(probabilities_of_few_rows);
	CASE(probabilities_rise);
})
