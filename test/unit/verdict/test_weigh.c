/* test_weigh.c - tables: weights, probability, verdicts, texts; the body. */
#include "verdict_fixture.h"

#include "verdict/list_forest.h"

#include <stddef.h>

START_TEST(probability_rises)
{
	float before = -1;

	for (int32_t score = -30000; score < 30000; score += 37) {
		float p = scls_verdict_probability(score);

		ck_assert(p >= before && p >= 0 && p <= 1);
		before = p;
	}
	ck_assert(scls_verdict_probability(INT32_MAX) > 0.999f);
	ck_assert(scls_verdict_probability(INT32_MIN) < 0.001f);
}
END_TEST

START_TEST(verdicts_rise)
{
	spamcls_verdict before = SPAMCLS_CLEAN;

	for (int32_t score = -30000; score < 30000; score += 11) {
		ck_assert_int_ge(scls_verdict_of(score), before);
		before = scls_verdict_of(score);
	}
	ck_assert_int_eq(before, SPAMCLS_FARM);
	ck_assert_int_eq(scls_verdict_of(scls_verdict_bias()), SPAMCLS_CLEAN);
}
END_TEST

START_TEST(every_reason_has_its_texts)
{
	for (uint32_t id = 0; id < SCLS_V_COUNT; id++) {
		ck_assert_uint_gt(strlen(scls_reason_name(id)), 2);
		for (int32_t weight = -1; weight <= 1; weight++) {
			ck_assert_uint_gt(strlen(scls_reason_text_en(
			                          id, weight)), 8);
			ck_assert_uint_gt(strlen(scls_reason_text_zh(
			                          id, weight)), 8);
		}
		for (uint32_t other = 0; other < id; other++)
			ck_assert_str_ne(scls_reason_name(id),
			                 scls_reason_name(other));
	}
}
END_TEST

/* A series speaks against a farm, its absence for one; a sign of the body
 * only one way. */
START_TEST(missing_evidence_has_its_own_text)
{
	ck_assert_ptr_null(strstr(scls_reason_text_en(SCLS_V_SERIES, -5),
	                          "no series"));
	ck_assert_ptr_nonnull(strstr(scls_reason_text_en(SCLS_V_SERIES, 5),
	                             "no series"));
	ck_assert_str_ne(scls_reason_text_zh(SCLS_V_CERTAIN, -5),
	                 scls_reason_text_zh(SCLS_V_CERTAIN, 5));
	ck_assert_ptr_nonnull(strstr(scls_reason_text_en(SCLS_V_LEAN, 5),
	                             "lean to templates"));
	ck_assert_ptr_nonnull(strstr(scls_reason_text_en(SCLS_V_LEAN, -5),
	                             "lean to ordinary"));
	ck_assert_str_eq(scls_reason_text_en(SCLS_V_CUT, -5),
	                 scls_reason_text_en(SCLS_V_CUT, 5));
	ck_assert_str_eq(scls_reason_text_en(SCLS_V_COUNT, 5), "?");
	ck_assert_str_eq(scls_reason_text_zh(SCLS_V_COUNT, 5), "?");
	/* What weighs nothing is missing in neither way. */
	ck_assert_str_eq(scls_reason_text_en(SCLS_V_CERTAIN, 0),
	                 scls_reason_text_en(SCLS_V_CERTAIN, 5));
	ck_assert_str_eq(scls_reason_text_en(SCLS_V_SERIES, 0),
	                 scls_reason_text_en(SCLS_V_SERIES, -5));
}
END_TEST

/* A body with every sign there is. */
static void worst_body(void)
{
	body.units = 1000;
	body.blocks = 20;
	body.figures = body.precise = 200;
	body.headings = body.stock = 10;
	body.references = body.bare = 8;
	body.repeated = body.hidden_bytes = 1000;
	body.stuffed = 1024;
	body.spun = body.pinyin = body.fillers = 100;
	body.cut_off = body.has_title = body.title_suffix = 1;
	body.title_score = 20000;
	body.title_likely = LIKELY;
	body.title_topic = 0;
}

START_TEST(body_and_title_alone_make_no_farm)
{
	int32_t nothing = fixture_nothing();
	scls_verdict v;

	worst_body();
	v = fixture_judge(0);
	ck_assert_int_ne(v.verdict, SPAMCLS_FARM);
	ck_assert_int_lt(fixture_weight(&v, SCLS_V_BODY_CAP), 0);
	ck_assert_int_eq(v.score, nothing + SCLS_BODY_MOST);
}
END_TEST

START_TEST(no_sign_is_decisive)
{
	int32_t values[SCLS_V_COUNT] = { 0 };

	worst_body();
	scls_body_values(&body, values);
	for (uint32_t id = SCLS_V_EXACT; id <= SCLS_V_HIDDEN; id++) {
		int32_t weight = scls_weigh(id, values[id]);

		ck_assert_msg(values[id] == 1024, "%s: %d",
		              scls_reason_name(id), (int)values[id]);
		ck_assert_int_gt(weight, 0);
		ck_assert_int_eq(scls_verdict_of(scls_verdict_bias() + weight),
		                 SPAMCLS_CLEAN);
	}
}
END_TEST

START_TEST(an_honest_body_says_nothing)
{
	int32_t nothing = fixture_nothing();
	scls_verdict v;

	body.units = 3000;
	body.figures = 3;
	body.headings = 4;
	body.named = 1;
	body.references = 2;
	body.has_title = 1;
	body.title_score = -4000;
	body.title_likely = LIKELY;
	body.title_topic = 700;
	v = fixture_judge(0);
	ck_assert_int_eq(v.score, nothing);
}
END_TEST

/* What the body's counts come to where the first sign counts, and below. */
START_TEST(signs_of_a_body)
{
	static const struct {
		size_t counter;
		uint32_t count, id;
		int32_t value;
	} e[] = {
#define SIGN(counter, count, id, value) \
	{ offsetof(scls_body, counter), count, SCLS_V_##id, value }
		SIGN(figures, 5, EXACT, 0), SIGN(figures, 6, EXACT, 384),
		SIGN(figures, 16, EXACT, 1024),
		SIGN(figures, 17, EXACT, 1024),
		SIGN(precise, 2, PRECISE, 0), SIGN(precise, 3, PRECISE, 512),
		SIGN(stock, 2, STOCK, 0), SIGN(stock, 3, STOCK, 768),
		SIGN(repeated, 100, REPEATED, 307),
		SIGN(stuffed, 15, STUFFED, 0), SIGN(stuffed, 16, STUFFED, 32),
		SIGN(fillers, 7, FILLERS, 0), SIGN(fillers, 8, FILLERS, 409),
		SIGN(spun, 1, SPUN, 0), SIGN(spun, 2, SPUN, 512),
		SIGN(pinyin, 3, PINYIN, 384),
		SIGN(bare, 2, BARE, 0), SIGN(bare, 3, BARE, 768),
		SIGN(hidden_bytes, 200, HIDDEN, 0),
		SIGN(hidden_bytes, 201, HIDDEN, 1024),
		SIGN(headings, 3, OUTLINE, 0), SIGN(headings, 5, OUTLINE, 640),
#undef SIGN
	};

	for (size_t i = 0; i < sizeof(e) / sizeof(e[0]); i++) {
		int32_t values[SCLS_V_COUNT] = { 0 };

		memset(&body, 0, sizeof(body));
		body.units = 1000;
		body.headings = body.references = 4;
		memcpy((char *)&body + e[i].counter, &e[i].count,
		       sizeof(e[i].count));
		scls_body_values(&body, values);
		HOLDS(values[e[i].id] == e[i].value, i);
	}
}
END_TEST

/* A short body has no densities; a name makes an outline a report's. */
START_TEST(bodies_without_a_sign)
{
	int32_t values[SCLS_V_COUNT] = { 0 };

	body.units = 199;
	body.figures = 100;
	body.headings = 4;
	body.cut_off = 1;
	scls_body_values(&body, values);
	ck_assert_int_eq(values[SCLS_V_EXACT], 0);
	ck_assert_int_eq(values[SCLS_V_OUTLINE], 0);
	ck_assert_int_eq(values[SCLS_V_CUT], 1024);
	body.units = 200;
	scls_body_values(&body, values);
	ck_assert_int_eq(values[SCLS_V_EXACT], 1024);
	ck_assert_int_eq(values[SCLS_V_OUTLINE], 512);
	body.named = 1;
	scls_body_values(&body, values);
	ck_assert_int_eq(values[SCLS_V_OUTLINE], 0);
}
END_TEST

/* From half way to likely on; a topic of less than 60 is another one. */
START_TEST(signs_of_a_title)
{
	int32_t values[SCLS_V_COUNT] = { 0 };

	body.title_score = LIKELY;
	body.title_likely = LIKELY;
	body.title_topic = 0;
	body.title_suffix = 1;
	scls_body_values(&body, values);
	ck_assert_int_eq(values[SCLS_V_TITLE], 0);
	ck_assert_int_eq(values[SCLS_V_SUFFIX], 0);
	ck_assert_int_eq(values[SCLS_V_JUMP], 0);
	body.has_title = 1;
	body.title_topic = 59;
	scls_body_values(&body, values);
	ck_assert_int_eq(values[SCLS_V_TITLE], 1024);
	ck_assert_int_eq(values[SCLS_V_SUFFIX], 1024);
	ck_assert_int_eq(values[SCLS_V_JUMP], 1024);
	body.title_score = LIKELY * 3 / 4;
	body.title_topic = 60;
	body.title_suffix = 0;
	scls_body_values(&body, values);
	ck_assert_int_eq(values[SCLS_V_TITLE], 512);
	ck_assert_int_eq(values[SCLS_V_SUFFIX], 0);
	ck_assert_int_eq(values[SCLS_V_JUMP], 0);
	body.title_score = LIKELY / 2;
	scls_body_values(&body, values);
	ck_assert_int_eq(values[SCLS_V_TITLE], 0);
}
END_TEST

START_TEST(an_empty_body_is_no_division_by_zero)
{
	int32_t values[SCLS_V_COUNT] = { 0 };

	body.figures = body.precise = body.stock = body.bare = 9;
	body.units = body.headings = body.references = 0;
	body.stock = body.bare = 0;
	scls_body_values(&body, values);
	ck_assert_int_eq(values[SCLS_V_EXACT], 0);
}
END_TEST

/* What the trees say at once, and reason by reason. */
START_TEST(reasons_of_a_list_add_up)
{
	uint32_t random = 7;

	for (int round = 0; round < 500; round++) {
		int32_t values[SCLS_L_COUNT], weights[SCLS_V_COUNT] = { 0 };
		int32_t sum = 0;

		for (int i = 0; i < SCLS_L_COUNT; i++) {
			random = random * 1664525u + 1013904223u;
			values[i] = (int32_t)(random >> 8 & 0xFFFu) - 1024;
		}
		scls_list_forest_weigh(values, weights);
		for (int id = 0; id < SCLS_V_COUNT; id++)
			sum += weights[id];
		ck_assert_int_eq(sum, scls_list_forest_sum(values));
	}
}
END_TEST

SUITE("weigh", {
	tcase_add_checked_fixture(tcase, fixture_begin, fixture_end);
	CASE(probability_rises);
	CASE(verdicts_rise);
	CASE(every_reason_has_its_texts);
	CASE(missing_evidence_has_its_own_text);
	CASE(body_and_title_alone_make_no_farm);
	CASE(no_sign_is_decisive);
	CASE(an_honest_body_says_nothing);
	CASE(reasons_of_a_list_add_up);
	CASE(signs_of_a_body);
	CASE(bodies_without_a_sign);
	CASE(signs_of_a_title);
	CASE(an_empty_body_is_no_division_by_zero);
})
