/* test_api_headlines.c - headlines alone: scores and explanations. */
#include "api_fixture.h"

static const char *const lines[] = {
	"光子晶圆架构突破,算力飙升417.3%背后的产业变局与未来展望",
	"图书馆周末延长开放时间", "", " ", "%", "bad \xFF\xC0 bytes",
	"成本降低工业视觉%", "\xE4", "a\tb", "🙂🙂🙂",
};
#define N (sizeof(lines) / sizeof(lines[0]))

START_TEST(many_are_as_one)
{
	spamcls_db *db = api_db();
	spamcls_session *session = api_session(db);
	spamcls_span spans[N];
	spamcls_score all[N], one;

	for (size_t i = 0; i < N; i++)
		spans[i] = api_span(lines[i]);
	ck_assert_int_eq(spamcls_score_headlines(session, spans, N, all),
	                 SPAMCLS_OK);
	for (size_t i = N; i-- > 0;) {
		ck_assert_int_eq(spamcls_score_headlines(session, &spans[i],
		                                         1, &one),
		                 SPAMCLS_OK);
		ck_assert_int_eq(one.score, all[i].score);
		ck_assert_int_eq(one.label, all[i].label);
		ck_assert_str_eq(one.family, all[i].family);
		ck_assert_uint_eq(one.flags, all[i].flags);
		ck_assert(one.probability >= 0 && one.probability <= 1);
	}
	spamcls_session_free(session);
	spamcls_db_free(db);
}
END_TEST

START_TEST(templates_stand_out)
{
	spamcls_db *db = api_db();
	spamcls_session *session = api_session(db);
	spamcls_span spans[2] = { api_span(lines[0]), api_span(lines[1]) };
	spamcls_score scores[2];

	ck_assert_int_eq(spamcls_score_headlines(session, spans, 2, scores),
	                 SPAMCLS_OK);
	ck_assert_int_ge(scores[0].label, SPAMCLS_LABEL_LIKELY);
	ck_assert_int_eq(scores[1].label, SPAMCLS_LABEL_CLEAN);
	ck_assert_int_gt(scores[0].score, scores[1].score);
	ck_assert(scores[0].probability > scores[1].probability);
	spamcls_session_free(session);
	spamcls_db_free(db);
}
END_TEST

START_TEST(reasons_add_up)
{
	spamcls_db *db = api_db();
	spamcls_session *session = api_session(db);
	const spamcls_explanation *why = NULL;
	spamcls_score score;

	for (size_t i = 0; i < N; i++) {
		spamcls_span span = api_span(lines[i]);

		ck_assert_int_eq(spamcls_score_headlines(session, &span, 1,
		                                         &score),
		                 SPAMCLS_OK);
		ck_assert_int_eq(spamcls_explain_headline(session, span,
		                                          &why),
		                 SPAMCLS_OK);
		ck_assert_int_eq(why->score.score, score.score);
		ck_assert_int_eq(api_sum(why->reasons, why->n_reasons),
		                 score.score);
		for (size_t k = 0; k < why->n_reasons; k++) {
			ck_assert_uint_le(why->reasons[k].begin,
			                  why->reasons[k].end);
			ck_assert_uint_le(why->reasons[k].end, span.size);
		}
	}
	spamcls_session_free(session);
	spamcls_db_free(db);
}
END_TEST

START_TEST(skeleton_names_slots)
{
	spamcls_db *db = api_db();
	spamcls_session *session = api_session(db);
	const spamcls_explanation *why = NULL;

	ck_assert_int_eq(spamcls_explain_headline(session, api_span(
		"北京市产值增长百分之三"), &why), SPAMCLS_OK);
	ck_assert_uint_gt(why->skeleton_size, 0);
	ck_assert_ptr_nonnull(memchr(why->skeleton, '{', why->skeleton_size));
	spamcls_session_free(session);
	spamcls_db_free(db);
}
END_TEST

START_TEST(long_line)
{
	spamcls_db *db = api_db();
	spamcls_session *session = api_session(db);
	static char line[100000];
	spamcls_span span = { line, sizeof(line) };
	spamcls_score score;

	memset(line, 'x', sizeof(line));
	ck_assert_int_eq(spamcls_score_headlines(session, &span, 1, &score),
	                 SPAMCLS_OK);
	ck_assert(score.flags & SPAMCLS_FLAG_LONG_HEADLINE);
	spamcls_session_free(session);
	spamcls_db_free(db);
}
END_TEST

/* "¼" folds to "1/4", and the numbers before and behind it meet there. */
START_TEST(slots_share_no_byte)
{
	spamcls_db *db = api_db();
	spamcls_session *session = api_session(db);
	const char *text = "提升5¼%";
	const spamcls_explanation *why = NULL;
	uint32_t last = 0;

	ck_assert_int_eq(spamcls_explain_headline(session, api_span(text),
	                                          &why), SPAMCLS_OK);
	ck_assert_uint_gt(why->n_slots, 1);
	for (size_t i = 0; i < why->n_slots; i++) {
		ck_assert_uint_ge(why->slots[i].begin, last);
		ck_assert_uint_gt(why->slots[i].end, why->slots[i].begin);
		last = why->slots[i].end;
	}
	ck_assert_uint_eq(last, strlen(text));
	spamcls_session_free(session);
	spamcls_db_free(db);
}
END_TEST

SUITE("api_headlines",
	CASE(many_are_as_one);
	CASE(templates_stand_out);
	CASE(reasons_add_up);
	CASE(skeleton_names_slots);
	CASE(slots_share_no_byte);
	CASE(long_line);
)
