/* test_api_glance.c - lines for which a glance at the characters is enough. */
#include "api_training.h"

#define CALM "图书馆周末延长开放时间"
#define FARM "云岭新能源固态电池跃升,能量密度暴涨268.9%的技术逻辑"
#define REASON "glance.characters"

static const char *const lines[] = { CALM, FARM, CALM, "", "a" };
#define LINES (sizeof(lines) / sizeof(lines[0]))

/* The name of the first reason, and whether all of them add up. */
static const char *first_reason(spamcls_session *session, const char *line,
                                size_t *n)
{
	const spamcls_explanation *e;
	int32_t sum = 0;

	ck_assert_int_eq(spamcls_explain_headline(session, api_span(line), &e),
	                 SPAMCLS_OK);
	for (size_t i = 0; i < e->n_reasons; i++)
		sum += e->reasons[i].weight;
	ck_assert_int_eq(sum, e->score.score);
	ck_assert_uint_gt(e->n_reasons, 0);
	*n = e->n_reasons;
	return e->reasons[0].name;
}

/* That is all there is to say of an honest one. */
START_TEST(one_reason)
{
	spamcls_db *db = api_db();
	spamcls_session *session = api_session(db);
	size_t n;

	ck_assert_str_eq(first_reason(session, CALM, &n), REASON);
	ck_assert_uint_eq(n, 1);
	ck_assert_str_ne(first_reason(session, FARM, &n), REASON);
	ck_assert_uint_gt(n, 1);
	spamcls_session_free(session);
	spamcls_db_free(db);
}
END_TEST

/* It is as good as any other score: the same alone, among others, in a page,
 * and with its slots. */
START_TEST(one_score)
{
	static const char *const page =
		"title\n" CALM "\n" FARM "\n" CALM "\n" CALM "\n";
	spamcls_db *db = api_db();
	spamcls_session *session = api_session(db);
	spamcls_input input = SPAMCLS_INPUT_INIT;
	const spamcls_result *result;
	spamcls_score scores[LINES];
	const spamcls_explanation *e;

	api_score_all(db, lines, LINES, scores);
	ck_assert_int_eq(scores[0].score, scores[2].score);
	ck_assert_int_eq(scores[0].label, SPAMCLS_LABEL_CLEAN);
	ck_assert_str_eq(scores[0].family, "");
	ck_assert_int_gt(scores[1].score, scores[0].score);
	for (size_t i = 0; i < LINES; i++) {
		ck_assert_int_eq(spamcls_explain_headline(
		        session, api_span(lines[i]), &e), SPAMCLS_OK);
		ck_assert_int_eq(e->score.score, scores[i].score);
	}
	ck_assert_int_eq(spamcls_explain_headline(session, api_span(CALM), &e),
	                 SPAMCLS_OK);
	ck_assert_uint_gt(e->skeleton_size, 0);
	input.data = page;
	input.size = strlen(page);
	input.kind = SPAMCLS_KIND_LINKS;
	ck_assert_int_eq(spamcls_classify(session, &input, &result),
	                 SPAMCLS_OK);
	ck_assert_uint_eq(result->n_links, 4);
	ck_assert_int_eq(result->links[0].score - result->links[0].context,
	                 scores[0].score);
	ck_assert_int_eq(result->links[1].score - result->links[1].context,
	                 scores[1].score);
	spamcls_session_free(session);
	spamcls_db_free(db);
}
END_TEST

static const char own_rule[] =
	"family own\nheadline OWN /图书馆/\nscore OWN 9\n"
	"test OWN ok 图书馆\ntest OWN fail 书店\n";

/* Rules that it was not learned beside are asked about every line. */
START_TEST(rules_of_others)
{
	spamcls_part part = { SPAMCLS_PART_RULES, "own", own_rule,
		              sizeof(own_rule) - 1 };
	spamcls_error error = { 0 };
	spamcls_score score;
	spamcls_db *db = NULL;
	spamcls_status status = spamcls_db_open_memory(&db, &part, 1, NULL,
	                                               &error);

	ck_assert_msg(status == SPAMCLS_OK, "%s", error.message);
	api_score_all(db, lines, 1, &score);
	ck_assert_str_eq(score.family, "own");
	spamcls_db_free(db);
}
END_TEST

/* And a lexicon of others may see slots in it. */
START_TEST(lexicon_of_others)
{
	static const char terms[] = "[ADULT]\n图书馆\n周末\n";
	spamcls_part part = { SPAMCLS_PART_LEXICON, "own", terms,
		              sizeof(terms) - 1 };
	spamcls_db *db = NULL;
	spamcls_session *session;
	size_t n;

	ck_assert_int_eq(spamcls_db_open_memory(&db, &part, 1, NULL, NULL),
	                 SPAMCLS_OK);
	session = api_session(db);
	ck_assert_str_ne(first_reason(session, CALM, &n), REASON);
	spamcls_session_free(session);
	spamcls_db_free(db);
}
END_TEST

static api_trained make(const spamcls_db *db, int keep, double loss)
{
	spamcls_train_options options = SPAMCLS_TRAIN_OPTIONS_INIT;
	spamcls_trainer *trainer;

	options.bits = 14;
	options.language_bits = 0;
	options.keep_weights = keep;
	options.glance_loss = loss;
	options.likely_from = 1; /* held-out rows are too few to tell */
	trainer = api_trainer(db, &options);
	for (int i = 0; i < 30; i++) {
		spamcls_row_use use = i < 24 ? SPAMCLS_ROW_TRAIN
		                             : SPAMCLS_ROW_HELD_OUT;

		api_add(trainer, api_garbage[i % API_KINDS], 1, use);
		api_add(trainer, api_honest[i % API_KINDS], 0, use);
	}
	return api_train(trainer);
}

static const char *reason_of(const spamcls_db *db, const char *line)
{
	spamcls_session *session = api_session(db);
	size_t n;
	const char *name = first_reason(session, line, &n);

	spamcls_session_free(session);
	return name;
}

/* A model keeps its glance with its weights, unless none is wanted. */
START_TEST(kept_with_the_weights)
{
	spamcls_db *db = api_db();
	api_trained first = make(db, 0, 0.001), none = make(db, 0, 0);
	api_trained kept = make(first.db, 1, 0.001);
	api_trained left = make(first.db, 1, 0);

	ck_assert_uint_eq(first.report->ordinary, 6);
	ck_assert_uint_eq(first.report->glanced, 6);
	ck_assert_uint_eq(none.report->glanced, 0);
	ck_assert_uint_eq(kept.report->glanced, 6);
	ck_assert_uint_eq(left.report->glanced, 0);
	ck_assert_str_eq(reason_of(first.db, api_honest[0]), REASON);
	ck_assert_str_eq(reason_of(kept.db, api_honest[0]), REASON);
	ck_assert_str_ne(reason_of(none.db, api_honest[0]), REASON);
	ck_assert_str_ne(reason_of(left.db, api_honest[0]), REASON);
	api_give_back(&left);
	api_give_back(&kept);
	api_give_back(&none);
	api_give_back(&first);
	spamcls_db_free(db);
}
END_TEST

/* Beside other rules a glance that is kept would say nothing. */
START_TEST(not_kept_beside_others)
{
	spamcls_part part = { SPAMCLS_PART_RULES, "own", own_rule,
		              sizeof(own_rule) - 1 };
	spamcls_db *db = NULL;
	api_trained kept;

	ck_assert_int_eq(spamcls_db_open_memory(&db, &part, 1, NULL, NULL),
	                 SPAMCLS_OK);
	kept = make(db, 1, 0.5);
	ck_assert_uint_eq(kept.report->glanced, 0);
	api_give_back(&kept);
	spamcls_db_free(db);
}
END_TEST

START_TEST(loss_out_of_range)
{
	static const double bad[] = { -1e-9, 1.0000001 };
	spamcls_train_options options = SPAMCLS_TRAIN_OPTIONS_INIT;
	spamcls_trainer *trainer = NULL;
	spamcls_db *db = api_db();

	for (int i = 0; i < 2; i++) {
		options.glance_loss = bad[i];
		ck_assert_int_eq(spamcls_trainer_new(&trainer, db, &options),
		                 SPAMCLS_E_ARG);
	}
	ck_assert_ptr_null(trainer);
	spamcls_db_free(db);
}
END_TEST

SUITE("api_glance", {
	CASE(one_reason);
	CASE(one_score);
	CASE(rules_of_others);
	CASE(lexicon_of_others);
	CASE(kept_with_the_weights);
	CASE(not_kept_beside_others);
	CASE(loss_out_of_range);
})
