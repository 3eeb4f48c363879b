/* test_trainer_glance.c - what a glance learns, and how much it may lose. */
#include "engine_fixture.h"

#include "engine/trainer_state.h"

#define KINDS 4
#define TIMES 30

/* The last of each is held out alone: nothing was learned from it. */
static const char *const garbage[KINDS] = {
	"光子晶圆架构突破,算力飙升417%", "云岭固态电池突破,密度飙升268%",
	"柔性机器人突破,效率飙升533%", "海棠树下读书会",
};
static const char *const honest[KINDS] = {
	"图书馆周末延长开放时间", "市民广场新栽银杏两百棵",
	"学校运动会因雨改期", "老街早市开张",
};

static spamcls_trainer *trainer;

static void add(const char *text, int is_garbage, int held_out)
{
	spamcls_row row = { .weight = 1, .garbage = is_garbage,
		            .ordinary = !is_garbage,
		            .use = held_out ? SPAMCLS_ROW_HELD_OUT
		                            : SPAMCLS_ROW_TRAIN };

	row.text.data = text;
	row.text.size = strlen(text);
	ck_assert_int_eq(spamcls_trainer_add(trainer, &row), SPAMCLS_OK);
}

static spamcls_train_options options_of(double loss)
{
	spamcls_train_options options = SPAMCLS_TRAIN_OPTIONS_INIT;

	options.bits = 12;
	options.language_bits = 0;
	options.glance_loss = loss;
	return options;
}

static void learn_by(spamcls_train_options options)
{
	ck_assert_int_eq(spamcls_trainer_new(&trainer, db, &options),
	                 SPAMCLS_OK);
	for (int i = 0; i < TIMES * KINDS; i++) {
		int last = i % KINDS == KINDS - 1;

		add(garbage[i % KINDS], 1, last);
		add(honest[i % KINDS], 0, last);
		if (i < KINDS - 1) {
			add(garbage[i], 1, 1);
			add(honest[i], 0, 1);
		}
	}
}

static void learn(double loss)
{
	learn_by(options_of(loss));
}

/* Whatever was learned makes a model, with the thresholds that were told. */
static void expect_opens(const void *data, size_t size,
                         const spamcls_train_report *report)
{
	spamcls_allocator heap = scls_alloc_default();
	scls_model opened;

	ck_assert_int_eq(scls_model_open(&opened, data, size, "m", &heap,
	                                 NULL), SPAMCLS_OK);
	ck_assert_int_eq(opened.likely, report->likely);
	ck_assert_int_eq(opened.certain, report->certain);
	scls_model_free(&opened, &heap);
}

static const spamcls_train_report *run(void)
{
	const spamcls_train_report *report;
	const void *model;
	size_t size;

	ck_assert_int_eq(spamcls_trainer_run(trainer, &model, &size, &report),
	                 SPAMCLS_OK);
	expect_opens(model, size, report);
	return report;
}

static int32_t glance_at(const char *text)
{
	scls_headline h;

	scls_analyze_units(session->analyzer, scls_span_of(text), &h);
	return scls_glance_at(session, &trainer->model, &h);
}

/* It tells what it has seen, and where it is enough nothing is found. */
START_TEST(learned)
{
	spamcls_train_options options = options_of(0.001);
	const spamcls_train_report *report;
	int32_t least;

	options.likely_from = 1; /* held-out rows are too few to tell */
	learn_by(options);
	report = run();
	least = trainer->model.glance.least;
	ck_assert_int_gt(least, -SCLS_MODEL_MAX_SCORE);
	ck_assert_uint_ge(report->glanced, KINDS - 1);
	for (int i = 0; i < KINDS - 1; i++) {
		ck_assert_int_gt(glance_at(garbage[i]), 0);
		ck_assert_int_lt(glance_at(honest[i]), 0);
		ck_assert_int_ge(glance_at(garbage[i]), least);
	}
	ck_assert_int_le(least, trainer->model.likely);
	ck_assert_uint_eq(report->ordinary, TIMES + KINDS - 1);
	ck_assert_uint_le(report->glanced, report->ordinary);
	spamcls_trainer_free(trainer);
}
END_TEST

START_TEST(none_wanted)
{
	learn(0);
	ck_assert_uint_eq(run()->glanced, 0);
	ck_assert_ptr_null(trainer->model.glance.weights);
	spamcls_trainer_free(trainer);
}
END_TEST

/* Of a hundred rows that are found one reads as honest, and weighs so much:
 * whether a glance that may lose so much loses it. */
static int loses_it(double loss, float weight)
{
	int loses;

	learn(0.001);
	(void)run();
	ck_assert_uint_ge(trainer->n, 100);
	for (size_t i = 0; i < trainer->n; i++) {
		scls_row *r = &trainer->rows[i];

		r->held_out = r->garbage = i < 100;
		r->score = trainer->model.likely;
		r->text = i == 0 ? honest[0] : garbage[0];
		r->size = (uint32_t)strlen(r->text);
		r->weight = i == 0 ? weight : 1;
	}
	trainer->options.glance_loss = loss;
	scls_trainer_glance_least(trainer);
	loses = glance_at(honest[0]) < trainer->model.glance.least;
	ck_assert_int_ge(glance_at(garbage[0]),
	                 trainer->model.glance.least);
	spamcls_trainer_free(trainer);
	return loses;
}

START_TEST(no_more_than_it_may)
{
	ck_assert_int_ne(loses_it(0.02, 1), 0);
	ck_assert_int_eq(loses_it(0.005, 1), 0);
	ck_assert_int_eq(loses_it(0.02, 50), 0);
}
END_TEST

/* So many that the thresholds are measured, and all of the garbage may be
 * lost: what a glance sorts out is not likely even so. */
START_TEST(thresholds_stay_above)
{
	learn(1);
	for (int i = 0; i < 400; i++) {
		add(honest[i % KINDS], 0, 1);
		add(garbage[i % KINDS], 1, 1);
	}
	ck_assert_int_ge(run()->likely, trainer->model.glance.least);
	spamcls_trainer_free(trainer);
}
END_TEST

/* Trees that look at every line again leave nothing to a glance. */
START_TEST(all_looked_at)
{
	static const spamcls_tree_node leaf = { .mean = 1 };
	static const uint32_t roots[4] = { 0, 0, 0, 0 };
	static const int32_t gates[] = { INT32_MIN, -SCLS_MODEL_MAX_SCORE };

	for (int i = 0; i < 2; i++) {
		spamcls_train_options options = options_of(0.5);

		options.nodes = &leaf;
		options.roots = roots;
		options.n_nodes = 1;
		options.n_roots = 4;
		options.gate = gates[i];
		learn_by(options);
		ck_assert_uint_eq(run()->glanced, 0);
		spamcls_trainer_free(trainer);
	}
}
END_TEST

#define FORTY 40 /* no more are held out */

/* Of forty rows for which a glance is enough one is garbage: shifted, they
 * say so by the probabilities of other scores. */
START_TEST(shifted)
{
	const scls_model *model;
	double sum = 0;

	learn(0.001);
	(void)run();
	model = &trainer->model;
	trainer->model.n_knots = 2;
	trainer->model.knots[0] = (scls_knot){ -20000, 0 };
	trainer->model.knots[1] = (scls_knot){ 20000, 1u << 24 };
	for (size_t i = 0; i < trainer->n; i++) {
		scls_row *r = &trainer->rows[i];

		r->held_out = i <= FORTY;
		r->garbage = i == 0 || i == FORTY;
		r->score = model->likely - (i < FORTY);
		r->text = i < FORTY ? honest[0] : garbage[0];
		r->size = (uint32_t)strlen(r->text);
	}
	trainer->options.glance_loss = 0.5;
	scls_trainer_glance_least(trainer);
	ck_assert_int_lt(glance_at(honest[0]), model->glance.least);
	ck_assert_int_lt(model->glance.shift, 0);
	for (size_t i = 0; i < FORTY; i++)
		sum += (double)scls_model_probability(
		        model, glance_at(honest[0]) + model->glance.shift);
	ck_assert_double_ge(sum, 1);
	ck_assert_double_lt(sum, 1.01);
	spamcls_trainer_free(trainer);
}
END_TEST

/* What is not found anyway is not lost; without any found row there is no
 * telling, and a glance is enough for nothing. */
START_TEST(nothing_found)
{
	learn(0.5);
	(void)run();
	for (size_t i = 0; i < trainer->n; i++)
		trainer->rows[i].score = trainer->model.likely - 1;
	scls_trainer_glance_least(trainer);
	ck_assert_int_le(trainer->model.glance.least, -SCLS_MODEL_MAX_SCORE);
	spamcls_trainer_free(trainer);
}
END_TEST

SUITE("trainer_glance", {
	tcase_add_checked_fixture(tcase, open_all, close_all);
	CASE(learned);
	CASE(none_wanted);
	CASE(no_more_than_it_may);
	CASE(thresholds_stay_above);
	CASE(all_looked_at);
	CASE(shifted);
	CASE(nothing_found);
})
