/* test_api_rows.c - what rows teach, and what those teach that are held out. */
#include "api_training.h"

static const char *const lines[] = {
	"光子晶圆架构突破,算力飙升417.3%背后的产业变局",
	"图书馆周末延长开放时间", "Market day opens at eight",
	"市民广场新栽银杏两百棵", "",
};
#define LINES (sizeof(lines) / sizeof(lines[0]))

/* A model that is learned, or keeps the weights of db.  Held out are lines that
 * are labelled as they are, or the other way round. */
static api_trained make(const spamcls_db *db, int keep, int turned)
{
	spamcls_train_options options = SPAMCLS_TRAIN_OPTIONS_INIT;
	spamcls_trainer *trainer;

	options.bits = 14;
	options.language_bits = 0;
	options.keep_weights = keep;
	trainer = api_trainer(db, &options);
	for (int i = 0; i < 30; i++) {
		spamcls_row_use use = i < 24 ? SPAMCLS_ROW_TRAIN
		                             : SPAMCLS_ROW_HELD_OUT;
		int turn = turned && use == SPAMCLS_ROW_HELD_OUT;

		api_add(trainer, api_garbage[i % API_KINDS], !turn, use);
		api_add(trainer, api_honest[i % API_KINDS], turn, use);
	}
	return api_train(trainer);
}

static void same_scores(const spamcls_db *a, const spamcls_db *b)
{
	spamcls_score first[LINES], second[LINES];

	api_score_all(a, lines, LINES, first);
	api_score_all(b, lines, LINES, second);
	for (size_t i = 0; i < LINES; i++)
		ck_assert_int_eq(first[i].score, second[i].score);
}

/* They set thresholds alone: whatever they are, lines score the same. */
START_TEST(held_out_rows_teach_nothing)
{
	spamcls_db *db = api_db();
	api_trained usual = make(db, 0, 0), turned = make(db, 0, 1);

	same_scores(usual.db, turned.db);
	/* And what was learned is seen in them. */
	ck_assert(usual.report->auc_model > 0.99);
	ck_assert(turned.report->auc_model < 0.01);
	ck_assert(usual.report->auc_float > 0.99);
	ck_assert(turned.report->auc_float < 0.01);
	ck_assert(turned.report->calibration_error
	          > usual.report->calibration_error);
	api_give_back(&usual);
	api_give_back(&turned);
	spamcls_db_free(db);
}
END_TEST

/* Weights that are kept are the database's, to the last unit. */
START_TEST(kept_weights_are_the_same)
{
	spamcls_db *db = api_db();
	api_trained first = make(db, 0, 0), kept = make(first.db, 1, 0);

	same_scores(first.db, kept.db);
	ck_assert_uint_gt(first.report->weights, 0);
	ck_assert_uint_eq(kept.report->weights, first.report->weights);
	api_give_back(&kept);
	api_give_back(&first);
	spamcls_db_free(db);
}
END_TEST

SUITE("api_rows", {
	CASE(held_out_rows_teach_nothing);
	CASE(kept_weights_are_the_same);
})
