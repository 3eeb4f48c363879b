/* test_api_rows.c - what rows teach, and what those teach that are held out. */
#include "api_fixture.h"

static const char *const garbage[] = {
	"光子晶圆架构突破,算力飙升417.3%背后的产业变局",
	"云岭固态电池跃升,能量密度暴涨268.9%的技术逻辑",
	"柔性机器人革新,效率提升533.6%引爆万亿市场",
};
static const char *const honest[] = {
	"图书馆周末延长开放时间", "市民广场新栽银杏两百棵",
	"学校运动会因雨改在下周举行",
};
static const char *const lines[] = {
	"光子晶圆架构突破,算力飙升417.3%背后的产业变局",
	"图书馆周末延长开放时间", "Market day opens at eight",
	"市民广场新栽银杏两百棵", "",
};
#define LINES (sizeof(lines) / sizeof(lines[0]))

static void add(spamcls_trainer *trainer, const char *text, int is_garbage,
                spamcls_row_use use)
{
	spamcls_row row = { .weight = 1, .use = use };

	row.text = api_span(text);
	row.garbage = is_garbage;
	row.ordinary = !is_garbage;
	ck_assert_int_eq(spamcls_trainer_add(trainer, &row), SPAMCLS_OK);
}

/* A model that is learned, or keeps the weights of db, and its report.  Held
 * out are lines that are labelled as they are, or the other way round. */
typedef struct made {
	spamcls_trainer *trainer;
	const spamcls_train_report *report;
	spamcls_db *db;
} made;

static made make(const spamcls_db *db, int keep, int turned)
{
	spamcls_train_options options = SPAMCLS_TRAIN_OPTIONS_INIT;
	spamcls_part part = { SPAMCLS_PART_MODEL, "m.spm", NULL, 0 };
	made out = { NULL, NULL, NULL };

	options.bits = 14;
	options.language_bits = 0;
	options.keep_weights = keep;
	ck_assert_int_eq(spamcls_trainer_new(&out.trainer, db, &options),
	                 SPAMCLS_OK);
	for (int i = 0; i < 30; i++) {
		spamcls_row_use use = i < 24 ? SPAMCLS_ROW_TRAIN
		                             : SPAMCLS_ROW_HELD_OUT;
		int turn = turned && use == SPAMCLS_ROW_HELD_OUT;

		add(out.trainer, garbage[i % 3], !turn, use);
		add(out.trainer, honest[i % 3], turn, use);
	}
	ck_assert_int_eq(spamcls_trainer_run(out.trainer, &part.data,
	                                     &part.size, &out.report),
	                 SPAMCLS_OK);
	ck_assert_int_eq(spamcls_db_open_memory(&out.db, &part, 1, NULL,
	                                        NULL), SPAMCLS_OK);
	return out;
}

static void give_back(made *m)
{
	spamcls_db_free(m->db);
	spamcls_trainer_free(m->trainer);
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
	made usual = make(db, 0, 0), turned = make(db, 0, 1);

	same_scores(usual.db, turned.db);
	/* And what was learned is seen in them. */
	ck_assert(usual.report->auc_model > 0.99);
	ck_assert(turned.report->auc_model < 0.01);
	ck_assert(usual.report->auc_float > 0.99);
	ck_assert(turned.report->auc_float < 0.01);
	ck_assert(turned.report->calibration_error
	          > usual.report->calibration_error);
	give_back(&usual);
	give_back(&turned);
	spamcls_db_free(db);
}
END_TEST

/* Weights that are kept are the database's, to the last unit. */
START_TEST(kept_weights_are_the_same)
{
	spamcls_db *db = api_db();
	made first = make(db, 0, 0), kept = make(first.db, 1, 0);

	same_scores(first.db, kept.db);
	ck_assert_uint_gt(first.report->weights, 0);
	ck_assert_uint_eq(kept.report->weights, first.report->weights);
	give_back(&kept);
	give_back(&first);
	spamcls_db_free(db);
}
END_TEST

SUITE("api_rows", {
	CASE(held_out_rows_teach_nothing);
	CASE(kept_weights_are_the_same);
})
