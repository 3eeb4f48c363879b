/*
 * api_training.h - small models, learned by the public header alone.
 */
#ifndef TEST_API_TRAINING_H
#define TEST_API_TRAINING_H

#include "api_fixture.h"

#define API_KINDS 3 /* lines of each sort */

static const char *const api_garbage[API_KINDS] = {
	"光子晶圆架构突破,算力飙升417.3%背后的产业变局",
	"云岭固态电池跃升,能量密度暴涨268.9%的技术逻辑",
	"柔性机器人革新,效率提升533.6%引爆万亿市场",
};

static const char *const api_honest[API_KINDS] = {
	"图书馆周末延长开放时间", "市民广场新栽银杏两百棵",
	"学校运动会因雨改在下周举行",
};

static inline spamcls_trainer *
api_trainer(const spamcls_db *db, const spamcls_train_options *options)
{
	spamcls_trainer *trainer = NULL;

	ck_assert_int_eq(spamcls_trainer_new(&trainer, db, options),
	                 SPAMCLS_OK);
	ck_assert_ptr_nonnull(trainer);
	return trainer;
}

/* A row of no family; what is not garbage is ordinary. */
static inline void api_add(spamcls_trainer *trainer, const char *text,
                           int is_garbage, spamcls_row_use use)
{
	spamcls_row row = { .weight = 1, .use = use };

	row.text = api_span(text);
	row.garbage = is_garbage;
	row.ordinary = !is_garbage;
	ck_assert_int_eq(spamcls_trainer_add(trainer, &row), SPAMCLS_OK);
}

/* Learns; *model becomes a part of a database, whose bytes stay the
 * trainer's, as does the report. */
static inline const spamcls_train_report *api_run(spamcls_trainer *trainer,
                                                  spamcls_part *model)
{
	const spamcls_train_report *report = NULL;

	model->kind = SPAMCLS_PART_MODEL;
	model->name = "m.spm";
	ck_assert_int_eq(spamcls_trainer_run(trainer, &model->data,
	                                     &model->size, &report),
	                 SPAMCLS_OK);
	ck_assert_uint_eq(report->model_bytes, model->size);
	return report;
}

/* A trainer, what it found, and a database that has the model it made. */
typedef struct api_trained {
	spamcls_trainer *trainer;
	const spamcls_train_report *report;
	spamcls_db *db;
} api_trained;

/* The trainer goes over to what is made of it. */
static inline api_trained api_train(spamcls_trainer *trainer)
{
	api_trained out = { trainer, NULL, NULL };
	spamcls_part model;

	out.report = api_run(trainer, &model);
	ck_assert_int_eq(spamcls_db_open_memory(&out.db, &model, 1, NULL,
	                                        NULL), SPAMCLS_OK);
	return out;
}

static inline void api_give_back(api_trained *trained)
{
	spamcls_db_free(trained->db);
	spamcls_trainer_free(trained->trainer);
}

#endif
