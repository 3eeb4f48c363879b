/* test_api_glance.c - lines for which a glance at the characters is enough. */
#include "api_training.h"

#define CALM "图书馆周末延长开放时间"
#define FARM "云岭新能源固态电池跃升,能量密度暴涨268.9%的技术逻辑"
#define REASON "glance.characters"

static const char *const lines[] = { CALM, FARM, CALM, "", "a" };
#define LINES (sizeof(lines) / sizeof(lines[0]))

/* A database whose headlines get a glance: built in, but for n parts. */
static spamcls_db *glancing(const spamcls_part *part, size_t n)
{
	spamcls_db_options options = SPAMCLS_DB_OPTIONS_INIT;
	spamcls_error error = { 0 };
	spamcls_db *db = NULL;
	spamcls_status status;

	options.glance = 1;
	status = spamcls_db_open_memory(&db, part, n, &options, &error);
	ck_assert_msg(status == SPAMCLS_OK, "%s", error.message);
	return db;
}

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

/* That is all there is to say of an honest one, where it is asked for. */
START_TEST(one_reason)
{
	spamcls_db *db = glancing(NULL, 0), *whole = api_db();
	spamcls_session *session = api_session(db), *other = api_session(whole);
	size_t n;

	ck_assert_str_eq(first_reason(session, CALM, &n), REASON);
	ck_assert_uint_eq(n, 1);
	ck_assert_str_ne(first_reason(session, FARM, &n), REASON);
	ck_assert_uint_gt(n, 1);
	ck_assert_str_ne(first_reason(other, CALM, &n), REASON);
	spamcls_session_free(other);
	spamcls_session_free(session);
	spamcls_db_free(whole);
	spamcls_db_free(db);
}
END_TEST

/* It is as good as any other score: the same alone and among others, and with
 * its slots; what it is not enough for scores as without it. */
START_TEST(one_score)
{
	spamcls_db *db = glancing(NULL, 0), *whole = api_db();
	spamcls_session *session = api_session(db);
	spamcls_score scores[LINES], looked_at[LINES];
	const spamcls_explanation *e;

	api_score_all(db, lines, LINES, scores);
	api_score_all(whole, lines, LINES, looked_at);
	ck_assert_int_eq(scores[0].score, scores[2].score);
	ck_assert_int_ne(scores[0].score, looked_at[0].score);
	ck_assert_int_eq(scores[0].label, SPAMCLS_LABEL_CLEAN);
	ck_assert_str_eq(scores[0].family, "");
	ck_assert_int_eq(scores[1].score, looked_at[1].score);
	for (size_t i = 0; i < LINES; i++) {
		ck_assert_int_eq(spamcls_explain_headline(
		        session, api_span(lines[i]), &e), SPAMCLS_OK);
		ck_assert_int_eq(e->score.score, scores[i].score);
	}
	ck_assert_int_eq(spamcls_explain_headline(session, api_span(CALM), &e),
	                 SPAMCLS_OK);
	ck_assert_uint_gt(e->skeleton_size, 0);
	spamcls_session_free(session);
	spamcls_db_free(whole);
	spamcls_db_free(db);
}
END_TEST

/* The scores of a page's links but for what their list adds. */
static void score_page(const spamcls_db *db, int32_t scores[4])
{
	static const char *const page =
		"title\n" CALM "\n" FARM "\n" CALM "\n" CALM "\n";
	spamcls_session *session = api_session(db);
	spamcls_input input = SPAMCLS_INPUT_INIT;
	const spamcls_result *result;

	input.data = page;
	input.size = strlen(page);
	input.kind = SPAMCLS_KIND_LINKS;
	ck_assert_int_eq(spamcls_classify(session, &input, &result),
	                 SPAMCLS_OK);
	ck_assert_uint_eq(result->n_links, 4);
	for (int i = 0; i < 4; i++)
		scores[i] = result->links[i].score - result->links[i].context;
	spamcls_session_free(session);
}

/* What a page's lines say together hangs on each of them. */
START_TEST(no_line_of_a_page)
{
	spamcls_db *db = glancing(NULL, 0), *whole = api_db();
	int32_t scores[4], looked_at[4];

	score_page(db, scores);
	score_page(whole, looked_at);
	for (int i = 0; i < 4; i++)
		ck_assert_int_eq(scores[i], looked_at[i]);
	spamcls_db_free(whole);
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
	spamcls_db *db = glancing(&part, 1);
	spamcls_score score;

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
	spamcls_db *db = glancing(&part, 1);
	spamcls_session *session = api_session(db);
	size_t n;

	ck_assert_str_ne(first_reason(session, CALM, &n), REASON);
	spamcls_session_free(session);
	spamcls_db_free(db);
}
END_TEST

/* Learns; *out gets a database of the model whose headlines get a glance, and
 * what is returned is to be freed behind it. */
static spamcls_trainer *make(const spamcls_db *db, int keep, double loss,
                             uint64_t *glanced, spamcls_db **out)
{
	spamcls_train_options options = SPAMCLS_TRAIN_OPTIONS_INIT;
	const spamcls_train_report *report;
	spamcls_trainer *trainer;
	spamcls_part model;

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
	report = api_run(trainer, &model);
	*glanced = report->glanced;
	ck_assert_uint_eq(report->ordinary, 6);
	*out = glancing(&model, 1);
	return trainer;
}

static int is_glanced(const spamcls_db *db, const char *line)
{
	spamcls_session *session = api_session(db);
	size_t n;
	int found = strcmp(first_reason(session, line, &n), REASON) == 0;

	spamcls_session_free(session);
	return found;
}

/* Of rows learned from db, or kept: whether a glance is enough for an honest
 * line, and for how many of the six that are held out. */
static int glances(const spamcls_db *db, int keep, double loss,
                   uint64_t *glanced)
{
	spamcls_db *made;
	spamcls_trainer *trainer = make(db, keep, loss, glanced, &made);
	int found = is_glanced(made, api_honest[0]);

	ck_assert_int_eq(is_glanced(made, api_garbage[0]), 0);
	spamcls_db_free(made);
	spamcls_trainer_free(trainer);
	return found;
}

/* A model keeps its glance with its weights, unless none is wanted. */
START_TEST(kept_with_the_weights)
{
	spamcls_db *db = api_db(), *first;
	uint64_t n;
	spamcls_trainer *trainer = make(db, 0, 0.001, &n, &first);

	ck_assert_uint_eq(n, 6);
	ck_assert_int_ne(is_glanced(first, api_honest[0]), 0);
	ck_assert_int_ne(glances(first, 1, 0.001, &n), 0);
	ck_assert_uint_eq(n, 6);
	ck_assert_int_eq(glances(first, 1, 0, &n), 0);
	ck_assert_uint_eq(n, 0);
	ck_assert_int_eq(glances(db, 0, 0, &n), 0);
	ck_assert_uint_eq(n, 0);
	spamcls_db_free(first);
	spamcls_trainer_free(trainer);
	spamcls_db_free(db);
}
END_TEST

/* Beside other rules a glance that is kept would say nothing. */
START_TEST(not_kept_beside_others)
{
	spamcls_part part = { SPAMCLS_PART_RULES, "own", own_rule,
		              sizeof(own_rule) - 1 };
	spamcls_db *db = glancing(&part, 1);
	uint64_t n;

	ck_assert_int_eq(glances(db, 1, 0.5, &n), 0);
	ck_assert_uint_eq(n, 0);
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
	CASE(no_line_of_a_page);
	CASE(rules_of_others);
	CASE(lexicon_of_others);
	CASE(kept_with_the_weights);
	CASE(not_kept_beside_others);
	CASE(loss_out_of_range);
})
