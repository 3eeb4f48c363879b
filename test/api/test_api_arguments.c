/* test_api_arguments.c - what the calls say to arguments that are wrong. */
#include "api_fixture.h"

#include <limits.h>
#include <stdio.h>

START_TEST(database_checked)
{
	spamcls_db_options options = SPAMCLS_DB_OPTIONS_INIT;
	spamcls_db_info info = SPAMCLS_DB_INFO_INIT;
	spamcls_db *db = NULL;

	ck_assert_int_eq(spamcls_db_open(NULL, NULL, NULL), SPAMCLS_E_ARG);
	options.size = 1;
	ck_assert_int_eq(spamcls_db_open(&db, NULL, &options), SPAMCLS_E_ARG);
	ck_assert_ptr_null(db);
	ck_assert_int_eq(spamcls_db_get_info(NULL, &info), SPAMCLS_E_ARG);
	db = api_db();
	ck_assert_int_eq(spamcls_db_get_info(db, NULL), SPAMCLS_E_ARG);
	info.size = 0;
	ck_assert_int_eq(spamcls_db_get_info(db, &info), SPAMCLS_E_ARG);
	spamcls_db_free(db);
	spamcls_db_free(NULL);
}
END_TEST

START_TEST(parts_checked)
{
	spamcls_part part = { SPAMCLS_PART_RULES, "p", NULL, 3 };
	spamcls_error error = { .status = SPAMCLS_OK };
	spamcls_db *db = NULL;

	ck_assert_int_eq(spamcls_db_open_memory(&db, NULL, 1, NULL, &error),
	                 SPAMCLS_E_ARG);
	ck_assert_int_eq(error.status, SPAMCLS_E_ARG);
	ck_assert_int_eq(spamcls_db_open_memory(&db, &part, 1, NULL, NULL),
	                 SPAMCLS_E_ARG);
	part.data = "#\n";
	part.size = 2;
	part.kind = (spamcls_part_kind)9;
	ck_assert_int_eq(spamcls_db_open_memory(&db, &part, 1, NULL, NULL),
	                 SPAMCLS_E_ARG);
	ck_assert_int_eq(spamcls_db_open_memory(NULL, NULL, 0, NULL, NULL),
	                 SPAMCLS_E_ARG);
	ck_assert_ptr_null(db);
}
END_TEST

START_TEST(session_checked)
{
	spamcls_limits limits = SPAMCLS_LIMITS_INIT;
	spamcls_session *session = NULL;
	spamcls_db *db = api_db();

	ck_assert_int_eq(spamcls_session_new(NULL, db, NULL), SPAMCLS_E_ARG);
	ck_assert_int_eq(spamcls_session_new(&session, NULL, NULL),
	                 SPAMCLS_E_ARG);
	limits.size = 0;
	ck_assert_int_eq(spamcls_session_new(&session, db, &limits),
	                 SPAMCLS_E_ARG);
	ck_assert_ptr_null(session);
	spamcls_session_free(NULL);
	spamcls_db_free(db);
}
END_TEST

START_TEST(input_checked)
{
	spamcls_db *db = api_db();
	spamcls_session *session = api_session(db);
	spamcls_input input = api_input("x", 1);
	const spamcls_result *result = NULL;

	ck_assert_int_eq(spamcls_classify(NULL, &input, &result),
	                 SPAMCLS_E_ARG);
	ck_assert_int_eq(spamcls_classify(session, NULL, &result),
	                 SPAMCLS_E_ARG);
	ck_assert_int_eq(spamcls_classify(session, &input, NULL),
	                 SPAMCLS_E_ARG);
	input.kind = (spamcls_kind)7;
	ck_assert_int_eq(spamcls_split(session, &input, &result),
	                 SPAMCLS_E_ARG);
	input = api_input(NULL, 1);
	ck_assert_int_eq(spamcls_split(session, &input, &result),
	                 SPAMCLS_E_ARG);
	input = api_input("x", 1);
	input.size_of = 0;
	ck_assert_int_eq(spamcls_split(session, &input, &result),
	                 SPAMCLS_E_ARG);
	ck_assert_ptr_null(result);
	spamcls_session_free(session);
	spamcls_db_free(db);
}
END_TEST

START_TEST(headlines_checked)
{
	spamcls_db *db = api_db();
	spamcls_session *session = api_session(db);
	spamcls_span span = { NULL, 4 };
	const spamcls_explanation *why = NULL;
	spamcls_score score;

	ck_assert_int_eq(spamcls_score_headlines(session, NULL, 1, &score),
	                 SPAMCLS_E_ARG);
	ck_assert_int_eq(spamcls_score_headlines(session, &span, 1, &score),
	                 SPAMCLS_E_ARG);
	ck_assert_int_eq(spamcls_explain_headline(session, span, &why),
	                 SPAMCLS_E_ARG);
	/* So long that its places would have no number; none of it is read. */
	span = api_span("x");
	span.size = (size_t)UINT32_MAX + 1;
	ck_assert_int_eq(spamcls_score_headlines(session, &span, 1, &score),
	                 SPAMCLS_E_ARG);
	ck_assert_int_eq(spamcls_explain_headline(session, span, &why),
	                 SPAMCLS_E_ARG);
	span = api_span("x");
	ck_assert_int_eq(spamcls_score_headlines(session, &span, 1, NULL),
	                 SPAMCLS_E_ARG);
	ck_assert_int_eq(spamcls_score_headlines(NULL, &span, 1, &score),
	                 SPAMCLS_E_ARG);
	ck_assert_int_eq(spamcls_explain_headline(session, span, NULL),
	                 SPAMCLS_E_ARG);
	ck_assert_int_eq(spamcls_score_headlines(session, NULL, 0, NULL),
	                 SPAMCLS_OK);
	spamcls_session_free(session);
	spamcls_db_free(db);
}
END_TEST

START_TEST(json_checked)
{
	spamcls_db *db = api_db();
	spamcls_session *one = api_session(db), *two = api_session(db);
	const spamcls_result *result = api_classify(one, "x", 1);
	const spamcls_result copy = *result;
	const char *text = NULL;
	size_t size = 0;

	ck_assert_int_eq(spamcls_result_json(NULL, result, NULL, &text, &size),
	                 SPAMCLS_E_ARG);
	ck_assert_int_eq(spamcls_result_json(one, NULL, NULL, &text, &size),
	                 SPAMCLS_E_ARG);
	ck_assert_int_eq(spamcls_result_json(one, result, NULL, NULL, &size),
	                 SPAMCLS_E_ARG);
	ck_assert_int_eq(spamcls_result_json(two, result, NULL, &text, &size),
	                 SPAMCLS_E_STATE);
	ck_assert_int_eq(spamcls_result_json(one, &copy, NULL, &text, &size),
	                 SPAMCLS_E_STATE);
	/* Its next call ends what a session lent out. */
	ck_assert_int_eq(spamcls_score_headlines(one, NULL, 0, NULL),
	                 SPAMCLS_OK);
	ck_assert_int_eq(spamcls_result_json(one, result, NULL, &text, &size),
	                 SPAMCLS_E_STATE);
	ck_assert_ptr_null(text);
	spamcls_session_free(one);
	spamcls_session_free(two);
	spamcls_db_free(db);
}
END_TEST

START_TEST(names_checked)
{
	ck_assert_str_eq(spamcls_status_name(SPAMCLS_OK), "SPAMCLS_OK");
	ck_assert_str_eq(spamcls_status_name(-2), "SPAMCLS_E_BUSY");
	ck_assert_str_eq(spamcls_status_name(7), "?");
	ck_assert_ptr_nonnull(spamcls_status_message(-12345));
	for (int status = -60; status <= 0; status++)
		ck_assert_uint_gt(strlen(spamcls_status_message(status)), 0);
	ck_assert_str_eq(spamcls_verdict_name(SPAMCLS_FARM), "farm");
	ck_assert_str_eq(spamcls_verdict_name(-1), "none");
	ck_assert_str_eq(spamcls_verdict_name(-2), "?");
	ck_assert_str_eq(spamcls_verdict_name(INT_MIN), "?");
	ck_assert_str_eq(spamcls_verdict_name(INT_MAX), "?");
	ck_assert_str_eq(spamcls_label_name(SPAMCLS_LABEL_LIKELY), "likely");
	ck_assert_str_eq(spamcls_label_name(SPAMCLS_LABEL_CLEAN), "clean");
	ck_assert_str_eq(spamcls_label_name(3), "?");
	ck_assert_str_eq(spamcls_label_name(-1), "?");
	ck_assert_str_eq(spamcls_label_name(99), "?");
	ck_assert_str_eq(spamcls_role_name(0), "other");
	ck_assert_str_eq(spamcls_role_name(SPAMCLS_ROLE_BODY), "body");
	ck_assert_str_eq(spamcls_role_name(1000), "?");
	ck_assert_str_eq(spamcls_form_name(SPAMCLS_FORM_TEXT), "text");
	ck_assert_str_eq(spamcls_form_name(SPAMCLS_FORM_CODE), "code");
	ck_assert_str_eq(spamcls_form_name(4), "?");
	ck_assert_str_eq(spamcls_charset_source_name(SPAMCLS_CHARSET_META),
	                 "meta");
	ck_assert_str_eq(spamcls_charset_source_name(-5), "?");
	ck_assert_str_eq(spamcls_flag_name(SPAMCLS_FLAG_TRUNCATED_INPUT),
	                 "truncated_input");
	ck_assert_str_eq(spamcls_flag_name(SPAMCLS_FLAG_SAMPLED_BODY),
	                 "sampled_body");
	ck_assert_str_eq(spamcls_flag_name(SPAMCLS_FLAG_SAMPLED_BODY << 1),
	                 "?");
	ck_assert_str_eq(spamcls_flag_name(0), "?");
	ck_assert_str_eq(spamcls_flag_name(3), "?");
	ck_assert_str_eq(spamcls_flag_name(0x80000000u), "?");
}
END_TEST

START_TEST(version_checked)
{
	char text[32];

	snprintf(text, sizeof(text), "%d.%d.%d", SPAMCLS_VERSION_MAJOR,
	         SPAMCLS_VERSION_MINOR, SPAMCLS_VERSION_PATCH);
	ck_assert_str_eq(spamcls_version_string(), text);
	ck_assert_uint_eq(spamcls_version_number(),
	                  SPAMCLS_VERSION_MAJOR * 10000u
	                  + SPAMCLS_VERSION_MINOR * 100u
	                  + SPAMCLS_VERSION_PATCH);
}
END_TEST

SUITE("api_arguments",
	CASE(database_checked);
	CASE(parts_checked);
	CASE(session_checked);
	CASE(input_checked);
	CASE(headlines_checked);
	CASE(json_checked);
	CASE(names_checked);
	CASE(version_checked);
)
