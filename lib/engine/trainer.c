/*
 * trainer.c - see trainer.h.
 *
 * Rows keep their text; features are measured anew in every pass, which
 * costs less than keeping them.  In a pass some rows lose one group of
 * n-grams: what is left must carry the decision, so a template is still known
 * when its words are new (a form of dropout: Srivastava et al. 2014).
 */
#include "engine/trainer.h"

#include "base/hash.h"
#include "base/random.h"
#include "headline/measure.h"
#include "model/support.h"

#include <math.h>
#include <stdlib.h>

/* The cells' learner has few weights and much to learn each from. */
#define PRIOR_RATE 0.4
#define PRIOR_L1 0.1
#define PRIOR_L2 1.0
#define SUPPORT_MORE 2 /* bits: fewer n-grams are counted together */
/* How much of it is believed: written templates have more n-grams that no
 * one knows than real ones do. */
#define PRIOR_SHARE 0.5

typedef struct row {
	const char *text;
	uint32_t size;
	float weight;
	uint32_t kin;     /* SCLS_KIN_... */
	uint8_t garbage, ordinary, held_out;
} row;

struct spamcls_trainer {
	const spamcls_db *db;
	spamcls_session *session;
	spamcls_train_options options;
	spamcls_allocator allocator;
	scls_arena texts;
	row *rows;
	size_t n, room;
	uint32_t *order;
	scls_learner *learner;
	scls_learner *prior;   /* of cells */
	scls_support *support;
	scls_random random;
	unsigned char *file;
	size_t file_size;
	int8_t *table;
	scls_scored *scored;
	double *raw;           /* float scores of the held-out rows */
	size_t n_held;
	spamcls_train_report report;
};

static scls_status make_learners(spamcls_trainer *t)
{
	const spamcls_train_options *o = &t->options;
	scls_learner_options own = { o->bits, o->rate, o->l1, o->l2 };
	scls_learner_options cells = { SCLS_CELL_BITS, PRIOR_RATE, PRIOR_L1,
		                       PRIOR_L2 };
	uint32_t bits = o->bits + SUPPORT_MORE;

	SCLS_TRY(scls_learner_new(&t->learner, &own, &t->allocator));
	SCLS_TRY(scls_learner_new(&t->prior, &cells, &t->allocator));
	return scls_support_new(&t->support,
	                        bits < SCLS_HASH_BITS ? bits : SCLS_HASH_BITS,
	                        &t->allocator);
}

scls_status scls_trainer_new(spamcls_trainer **out, const spamcls_db *db,
                             const spamcls_train_options *options)
{
	static const spamcls_train_options defaults =
	        SPAMCLS_TRAIN_OPTIONS_INIT;
	spamcls_trainer *t = scls_alloc_zero(&db->allocator, 1, sizeof(*t));
	scls_status status;

	if (!t)
		return SPAMCLS_E_NOMEM;
	t->db = db;
	t->allocator = db->allocator;
	t->options = options ? *options : defaults;
	t->random = scls_random_from(t->options.seed);
	scls_arena_init(&t->texts, &t->allocator);
	status = scls_session_new(&t->session, db, NULL);
	if (status == SPAMCLS_OK)
		status = make_learners(t);
	if (status != SPAMCLS_OK) {
		scls_trainer_free(t);
		return status;
	}
	*out = t;
	return SPAMCLS_OK;
}

void scls_trainer_free(spamcls_trainer *t)
{
	spamcls_allocator a;

	if (!t)
		return;
	a = t->allocator;
	scls_learner_free(t->learner);
	scls_learner_free(t->prior);
	scls_support_free(t->support);
	scls_session_free(t->session);
	scls_arena_free(&t->texts);
	scls_free(&a, t->order, t->n * sizeof(*t->order));
	scls_free(&a, t->scored, (t->n_held + 1) * sizeof(*t->scored));
	scls_free(&a, t->raw, (t->n_held + 1) * sizeof(*t->raw));
	scls_free(&a, t->rows, t->room * sizeof(*t->rows));
	scls_free(&a, t->table, (size_t)1 << t->options.bits);
	scls_free(&a, t->file, t->file_size);
	scls_free(&a, t, sizeof(*t));
}

/* Ordinary rows are kin of all; a family's number is the hash of its name. */
static uint32_t kin_of(const spamcls_row *given)
{
	uint64_t hash = scls_hash_text(given->family.data,
	                               given->family.size);

	if (!given->garbage)
		return SCLS_KIN_ORDINARY;
	return (uint32_t)(hash % (UINT32_MAX - SCLS_KIN_FAMILY))
	       + SCLS_KIN_FAMILY;
}

scls_status scls_trainer_add(spamcls_trainer *t, const spamcls_row *given)
{
	row *r;

	if (t->order)
		return SPAMCLS_E_STATE;
	SCLS_TRY(scls_grow(&t->allocator, (void **)&t->rows, &t->room,
	                   t->n + 1, sizeof(*t->rows)));
	r = &t->rows[t->n];
	r->text = scls_arena_copy(&t->texts, given->text.data,
	                          given->text.size);
	if (!r->text)
		return SPAMCLS_E_NOMEM;
	r->size = (uint32_t)given->text.size;
	r->weight = (float)given->weight;
	r->kin = kin_of(given);
	r->garbage = given->garbage != 0;
	r->ordinary = given->ordinary != 0;
	r->held_out = given->use == SPAMCLS_ROW_HELD_OUT;
	t->n_held += r->held_out;
	t->n++;
	return SPAMCLS_OK;
}

/* Fisher and Yates. */
static void shuffle(spamcls_trainer *t)
{
	for (size_t i = t->n; i > 1; i--) {
		size_t k = (size_t)(scls_random_next(&t->random) % i);
		uint32_t swap = t->order[i - 1];

		t->order[i - 1] = t->order[k];
		t->order[k] = swap;
	}
}

/* Takes one group, or half of all n-grams, out of the features. */
static void drop_some(spamcls_trainer *t, scls_features *f)
{
	double kind = scls_random_unit(&t->random);
	uint32_t n = 0;

	for (uint32_t i = 0; i < f->n; i++) {
		uint32_t id = f->ids[i];
		unsigned group = scls_feature_group(id);
		int gone = 0;

		if (id & SCLS_HASHED) {
			if (kind < 0.35)
				gone = group <= SCLS_GROUP_PART;
			else if (kind < 0.5)
				gone = group > SCLS_GROUP_PART;
			else
				gone = scls_random_unit(&t->random) >= 0.5;
		}
		if (!gone)
			f->ids[n++] = id;
	}
	f->n = n;
}

/* Measures the row into the session's features; *rules gets its offset. */
static scls_status measure(spamcls_trainer *t, const row *r, double *rules)
{
	scls_span text = { r->text, r->size };
	scls_headline_score score;
	int32_t sum = 0;

	SCLS_TRY(scls_score_one(t->session, text, &score));
	for (size_t i = 0; i < score.n_hits; i++) {
		scls_rule_info info;

		scls_ruleset_info(t->db->rules, score.hits[i].rule, &info);
		sum += info.score;
	}
	*rules = sum / 1024.0;
	return SPAMCLS_OK;
}

/* What a pass does with a training row, whose features are measured. */
typedef void row_step(spamcls_trainer *t, uint32_t number, double rules);

static scls_status one_pass(spamcls_trainer *t, row_step *step)
{
	for (size_t i = 0; i < t->n; i++) {
		uint32_t number = t->order[i];
		double rules;

		if (t->rows[number].held_out)
			continue;
		SCLS_TRY(measure(t, &t->rows[number], &rules));
		step(t, number, rules);
	}
	return SPAMCLS_OK;
}

static void count_support(spamcls_trainer *t, uint32_t number, double rules)
{
	(void)rules;
	t->report.features += t->session->features.n;
	scls_support_add(t->support, &t->session->features,
	                 t->rows[number].kin, number);
}

static void learn_cells(spamcls_trainer *t, uint32_t number, double rules)
{
	const row *r = &t->rows[number];

	scls_support_cells(t->support, &t->session->features, r->kin);
	scls_learner_update(t->prior, &t->session->features, rules,
	                    r->garbage, (double)r->weight);
}

/* What a named feature or an n-gram's cell weighs for a row of that kin. */
static double prior_of(const spamcls_trainer *t, uint32_t id, uint32_t kin)
{
	if (id & SCLS_HASHED) {
		id = scls_support_cell(t->support, id, kin);
		if (id == 0)
			return 0;
		id |= SCLS_HASHED;
	}
	return scls_learner_weight(t->prior, id);
}

/* The learner of n-grams learns what the cells leave open. */
static void learn_grams(spamcls_trainer *t, uint32_t number, double rules)
{
	const row *r = &t->rows[number];
	scls_features *f = &t->session->features;
	double offset = rules;

	for (uint32_t i = 0; i < f->n; i++)
		offset += prior_of(t, f->ids[i], r->kin);
	if (scls_random_unit(&t->random) < t->options.drop)
		drop_some(t, f);
	scls_learner_update(t->learner, f, offset, r->garbage,
	                    (double)r->weight);
}

static void inherit(spamcls_trainer *t, uint32_t number, double rules)
{
	const scls_features *f = &t->session->features;

	(void)number;
	(void)rules;
	for (uint32_t i = 0; i < f->n; i++) {
		uint32_t id = f->ids[i];

		if (id & SCLS_HASHED)
			scls_learner_inherit(t->learner, id,
			                     prior_of(t, id,
			                              SCLS_KIN_STRANGER));
	}
}

/* All epochs of one learner; the second half's weights are averaged. */
static scls_status run_epochs(spamcls_trainer *t, scls_learner *learner,
                              row_step *step)
{
	for (uint32_t e = 0; e < t->options.epochs; e++) {
		shuffle(t);
		SCLS_TRY(one_pass(t, step));
		if (e * 2 >= t->options.epochs)
			scls_learner_snapshot(learner);
	}
	return SPAMCLS_OK;
}

static scls_status learn(spamcls_trainer *t)
{
	t->order = scls_alloc_zero(&t->allocator, t->n, sizeof(*t->order));
	if (!t->order)
		return SPAMCLS_E_NOMEM;
	for (size_t i = 0; i < t->n; i++)
		t->order[i] = (uint32_t)i;
	SCLS_TRY(one_pass(t, count_support));
	SCLS_TRY(run_epochs(t, t->prior, learn_cells));
	scls_learner_settle(t->prior, PRIOR_SHARE);
	SCLS_TRY(run_epochs(t, t->learner, learn_grams));
	scls_learner_settle(t->learner, 1);
	SCLS_TRY(one_pass(t, inherit));
	scls_learner_join(t->learner, t->prior);
	return SPAMCLS_OK;
}

/* Scores the held-out rows by the learner and by the compiled model. */
static scls_status score_held_out(spamcls_trainer *t, const scls_model *model)
{
	size_t k = 0;

	t->scored = scls_alloc_zero(&t->allocator, t->n_held + 1,
	                            sizeof(*t->scored));
	t->raw = scls_alloc_zero(&t->allocator, t->n_held + 1,
	                         sizeof(*t->raw));
	if (!t->scored || !t->raw)
		return SPAMCLS_E_NOMEM;
	for (size_t i = 0; i < t->n; i++) {
		const row *r = &t->rows[i];
		double rules;

		if (!r->held_out)
			continue;
		SCLS_TRY(measure(t, r, &rules));
		t->raw[k] = scls_learner_score(t->learner,
		                               &t->session->features, rules);
		t->scored[k].score = (int32_t)lround(rules * 1024)
		                     + scls_model_score(
		                             model, &t->session->features);
		t->scored[k].target = r->garbage;
		t->scored[k++].ordinary = r->ordinary;
	}
	return SPAMCLS_OK;
}

static scls_status write_model(spamcls_trainer *t, scls_model *model)
{
	t->file_size = scls_model_file_size(t->options.bits);
	t->file = scls_alloc(&t->allocator, t->file_size);
	if (!t->file)
		return SPAMCLS_E_NOMEM;
	scls_model_write(model, t->options.bits, t->file);
	t->report.model_bytes = t->file_size;
	t->report.likely = model->likely;
	t->report.certain = model->certain;
	return SPAMCLS_OK;
}

static scls_status finish(spamcls_trainer *t)
{
	scls_model model;

	memset(&model, 0, sizeof(model));
	t->table = scls_alloc(&t->allocator, (size_t)1 << t->options.bits);
	if (!t->table)
		return SPAMCLS_E_NOMEM;
	t->report.weights = scls_learner_finish(t->learner, &model, t->table);
	SCLS_TRY(score_held_out(t, &model));
	t->report.auc_float = scls_auc_raw(t->raw, t->scored, t->n_held);
	scls_calibrate(&model, t->scored, t->n_held, t->options.likely,
	               t->options.certain);
	t->report.auc_model = scls_auc(t->scored, t->n_held);
	t->report.calibration_error = scls_calibration_error(&model, t->scored,
	                                                     t->n_held);
	return write_model(t, &model);
}

scls_status scls_trainer_run(spamcls_trainer *t, const void **model,
                             size_t *size,
                             const spamcls_train_report **report)
{
	if (t->n == 0 || t->order)
		return SPAMCLS_E_STATE;
	t->report.rows = t->n - t->n_held;
	t->report.held_out = t->n_held;
	t->report.state_bytes = scls_learner_state_size(t->learner);
	SCLS_TRY(learn(t));
	SCLS_TRY(finish(t));
	*model = t->file;
	*size = t->file_size;
	*report = &t->report;
	return SPAMCLS_OK;
}
