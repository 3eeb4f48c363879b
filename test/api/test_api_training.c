/* test_api_training.c - models of given weights, and a second look at lines. */
#include "api_training.h"

static const char *const lines[] = {
	"云岭新能源固态电池跃升,能量密度暴涨268.9%的技术逻辑",
	"图书馆周末延长开放时间", "Market day opens at eight", "",
};
#define LINES (sizeof(lines) / sizeof(lines[0]))

/* Four trees, each a leaf: all of them together add `each` four times. */
typedef struct bushes {
	spamcls_tree_node node;
	uint32_t roots[4];
	spamcls_train_options options;
} bushes;

static void plant(bushes *b, int32_t each)
{
	spamcls_train_options options = SPAMCLS_TRAIN_OPTIONS_INIT;

	memset(b, 0, sizeof(*b));
	b->node.mean = each;
	b->options = options;
	b->options.nodes = &b->node;
	b->options.roots = b->roots;
	b->options.n_nodes = 1;
	b->options.n_roots = 4;
	b->options.gate = -(1 << 20);
	b->options.keep_weights = 1;
	b->options.glance_loss = 0; /* all lines are looked at */
}

/* A model that keeps the weights of db; all rows are held out. */
static api_trained train(const spamcls_db *db, const bushes *b)
{
	spamcls_trainer *trainer = api_trainer(db, &b->options);
	api_trained out;

	for (size_t i = 0; i < LINES - 1; i++)
		api_add(trainer, lines[i], i == 0, SPAMCLS_ROW_HELD_OUT);
	out = api_train(trainer);
	ck_assert_uint_eq(out.report->rows, 0);
	ck_assert_uint_eq(out.report->held_out, LINES - 1);
	return out;
}

START_TEST(trees_add_to_every_line)
{
	spamcls_db *db = api_db();
	api_trained none, more;
	spamcls_score without[LINES], with[LINES];
	bushes b;

	plant(&b, 0);
	none = train(db, &b);
	plant(&b, 512);
	more = train(db, &b);
	api_score_all(none.db, lines, LINES, without);
	api_score_all(more.db, lines, LINES, with);
	for (size_t i = 0; i < LINES; i++)
		ck_assert_int_eq(with[i].score - without[i].score, 4 * 512);
	api_give_back(&more);
	api_give_back(&none);
	spamcls_db_free(db);
}
END_TEST

/* Lines whose sum does not reach the gate keep it. */
START_TEST(gate)
{
	spamcls_db *db = api_db();
	api_trained none, more;
	spamcls_score without[LINES], with[LINES];
	bushes b;

	plant(&b, 0);
	none = train(db, &b);
	api_score_all(none.db, lines, LINES, without);
	plant(&b, 512);
	b.options.gate = without[0].score - 1;
	more = train(db, &b);
	api_score_all(more.db, lines, LINES, with);
	ck_assert_int_eq(with[0].score - without[0].score, 4 * 512);
	ck_assert_int_eq(with[1].score, without[1].score);
	ck_assert_int_eq(with[2].score, without[2].score);
	api_give_back(&more);
	api_give_back(&none);
	spamcls_db_free(db);
}
END_TEST

/* What explains one line agrees with what scores many, and adds up. */
START_TEST(reasons_add_up)
{
	spamcls_db *db = api_db();
	api_trained more;
	spamcls_score scores[LINES];
	spamcls_session *session;
	bushes b;

	plant(&b, 512);
	more = train(db, &b);
	api_score_all(more.db, lines, LINES, scores);
	session = api_session(more.db);
	for (size_t i = 0; i < LINES; i++) {
		const spamcls_explanation *e;
		int32_t sum = 0, whole = 0;

		ck_assert_int_eq(spamcls_explain_headline(
		        session, api_span(lines[i]), &e), SPAMCLS_OK);
		for (size_t k = 0; k < e->n_reasons; k++) {
			sum += e->reasons[k].weight;
			if (strcmp(e->reasons[k].name, "whole.score") == 0)
				whole = e->reasons[k].weight;
		}
		ck_assert_int_eq(e->score.score, scores[i].score);
		ck_assert_int_eq(sum, scores[i].score);
		ck_assert_int_eq(whole, 4 * 512);
	}
	spamcls_session_free(session);
	api_give_back(&more);
	spamcls_db_free(db);
}
END_TEST

static void refused(const spamcls_db *db, const bushes *b)
{
	spamcls_trainer *trainer = NULL;

	ck_assert_int_eq(spamcls_trainer_new(&trainer, db, &b->options),
	                 SPAMCLS_E_ARG);
	ck_assert_ptr_null(trainer);
}

START_TEST(trees_out_of_range)
{
	spamcls_db *db = api_db();
	bushes b;

	plant(&b, 16385);
	refused(db, &b);
	plant(&b, 1);
	b.node.left = b.node.right = 1;
	refused(db, &b);
	plant(&b, 1);
	b.node.value = 70000;
	refused(db, &b);
	plant(&b, 1);
	b.roots[3] = 1;
	refused(db, &b);
	plant(&b, 1);
	b.options.n_roots = 3;
	refused(db, &b);
	plant(&b, 1);
	b.options.nodes = NULL;
	refused(db, &b);
	plant(&b, 1);
	b.options.n_roots = 513;
	refused(db, &b);
	plant(&b, 1);
	b.options.n_nodes = 32769;
	refused(db, &b);
	spamcls_db_free(db);
}
END_TEST

/* How many weights a model of alike rows has that are all honest or garbage,
 * one of the other kind beside them, by the names of their families. */
static uint32_t weights_of(const spamcls_db *db, int garbage,
                           const char *const names[6])
{
	static const char *const texts[6] = {
		"蓝色山谷的秋天", "蓝色山谷的春天", "蓝色山谷的夏天",
		"蓝色山谷的冬天", "蓝色山谷的雨天", "蓝色山谷的晴天",
	};
	spamcls_train_options options = SPAMCLS_TRAIN_OPTIONS_INIT;
	spamcls_trainer *trainer;
	spamcls_part model;
	uint32_t weights;

	options.bits = 12;
	options.language_bits = 0;
	trainer = api_trainer(db, &options);
	for (int i = 0; i < 7; i++) {
		spamcls_row row = { .weight = 200, .ordinary = !garbage,
			            .garbage = i < 6 ? garbage : !garbage };

		row.text = api_span(i < 6 ? texts[i] : "Market day at eight");
		row.family = api_span(i < 6 ? names[i] : "other");
		ck_assert_int_eq(spamcls_trainer_add(trainer, &row),
		                 SPAMCLS_OK);
	}
	weights = api_run(trainer, &model)->weights;
	spamcls_trainer_free(trainer);
	return weights;
}

/* What one occasion alone has says nothing of honest lines; what a template
 * has that stands twice, says something of templates. */
START_TEST(families)
{
	static const char *const one[6] = { "a", "a", "a", "a", "a", "a" };
	static const char *const three[6] = { "a", "b", "c", "a", "b", "c" };
	static const char *const none[6] = { "", "", "", "", "", "" };
	spamcls_db *db = api_db();

	ck_assert_uint_eq(weights_of(db, 0, one), 0);
	ck_assert_uint_gt(weights_of(db, 0, three), 0);
	ck_assert_uint_gt(weights_of(db, 0, none), 0);
	ck_assert_uint_gt(weights_of(db, 1, one), 0);
	ck_assert_uint_eq(weights_of(db, 1, none), 0);
	spamcls_db_free(db);
}
END_TEST

/* What was measured elsewhere is taken as it is; certain is not below. */
START_TEST(likely_from)
{
	static const int64_t bad[] = { -1, 1 << 30 };
	spamcls_db_info info = SPAMCLS_DB_INFO_INIT;
	spamcls_db *db = api_db();
	api_trained more;
	bushes b;

	plant(&b, 1);
	b.options.likely_from = (1 << 30) - 1;
	more = train(db, &b);
	ck_assert_int_eq(spamcls_db_get_info(more.db, &info), SPAMCLS_OK);
	ck_assert_int_eq(info.likely, (1 << 30) - 1);
	ck_assert_int_eq(info.certain, (1 << 30) - 1);
	api_give_back(&more);
	for (int i = 0; i < 2; i++) {
		b.options.likely_from = bad[i];
		refused(db, &b);
	}
	spamcls_db_free(db);
}
END_TEST

START_TEST(no_weights_to_keep)
{
	spamcls_db_options options = SPAMCLS_DB_OPTIONS_INIT;
	spamcls_db *db = NULL;
	bushes b;

	options.without_model = 1;
	ck_assert_int_eq(spamcls_db_open(&db, NULL, &options), SPAMCLS_OK);
	plant(&b, 1);
	refused(db, &b);
	spamcls_db_free(db);
}
END_TEST

/* A model of two rows that are trained on; free the bytes. */
static unsigned char *small_model(const spamcls_db *db, uint32_t language_bits,
                                  size_t *size)
{
	spamcls_train_options options = SPAMCLS_TRAIN_OPTIONS_INIT;
	spamcls_trainer *trainer;
	spamcls_part model;
	unsigned char *out;

	options.bits = 8;
	options.language_bits = language_bits;
	options.glance_loss = 0;
	trainer = api_trainer(db, &options);
	for (int i = 0; i < 2; i++)
		api_add(trainer, lines[i], i, SPAMCLS_ROW_TRAIN);
	api_run(trainer, &model);
	*size = model.size;
	out = malloc(*size);
	ck_assert_ptr_nonnull(out);
	memcpy(out, model.data, *size);
	spamcls_trainer_free(trainer);
	return out;
}

/* The language takes the bytes that were said, and is the same each time. */
START_TEST(language)
{
	size_t sizes[3] = { 0, 0, 0 };
	spamcls_db *db = api_db();
	unsigned char *none = small_model(db, 0, &sizes[0]);
	unsigned char *some = small_model(db, 10, &sizes[1]);
	unsigned char *same = small_model(db, 10, &sizes[2]);

	ck_assert_uint_eq(sizes[1], sizes[0] + 1024);
	ck_assert_uint_eq(sizes[2], sizes[1]);
	ck_assert_mem_eq(some, same, sizes[1]);
	/* It stands at the end, and the rows are in it. */
	ck_assert_mem_ne(some + sizes[0], some + sizes[0] + 512, 512);
	free(none);
	free(some);
	free(same);
	spamcls_db_free(db);
}
END_TEST

START_TEST(language_out_of_range)
{
	spamcls_db *db = api_db();
	bushes b;

	plant(&b, 1);
	b.options.language_bits = 7;
	refused(db, &b);
	b.options.language_bits = 25;
	refused(db, &b);
	spamcls_db_free(db);
}
END_TEST

SUITE("api_training", {
	CASE(trees_add_to_every_line);
	CASE(gate);
	CASE(reasons_add_up);
	CASE(trees_out_of_range);
	CASE(families);
	CASE(likely_from);
	CASE(no_weights_to_keep);
	CASE(language);
	CASE(language_out_of_range);
})
