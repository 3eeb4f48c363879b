/* trainer.c - rows in, a model out; see trainer.h. */
#include "engine/trainer.h"

#include "base/hash.h"
#include "base/nat.h"
#include "engine/trainer_state.h"
#include "headline/measure.h"

#include <stdlib.h>
#include <string.h>

/* The cells' learner has few weights and much to learn each from. */
#define PRIOR_RATE 0.4
#define PRIOR_L1 0.1
#define PRIOR_L2 1.0
/* Bits by which counts and weights of training have more room than the model:
 * there n-grams are told apart by tags, here by nothing else. */
#define TRAINING_MORE 3

static scls_status make_learners(spamcls_trainer *t)
{
	const spamcls_train_options *o = &t->options;
	uint32_t more = o->bits + TRAINING_MORE;
	uint32_t bits = more < SCLS_HASH_BITS ? more : SCLS_HASH_BITS;
	scls_learner_options own = { bits, o->rate, o->l1, o->l2 };
	scls_learner_options cells = { SCLS_CELL_BITS, PRIOR_RATE, PRIOR_L1,
		                       PRIOR_L2 };

	SCLS_TRY(scls_learner_new(&t->learner, &own, &t->allocator));
	SCLS_TRY(scls_learner_new(&t->prior, &cells, &t->allocator));
	if (o->language_bits > 0)
		SCLS_TRY(scls_language_counts_new(
		        &t->counts, o->language_bits, &t->allocator));
	return scls_support_new(&t->support, bits, &t->allocator);
}

/* Copies the trees of the options: E_ARG where a walk could leave them. */
static scls_status copy_trees(spamcls_trainer *t)
{
	const spamcls_train_options *o = &t->options;
	scls_model *m = &t->model;
	scls_tree_node *nodes;
	uint16_t *roots;

	if (o->n_roots == 0)
		return SPAMCLS_OK;
	if (o->n_nodes > SCLS_MODEL_MAX_NODES
	    || o->n_roots > SCLS_MODEL_MAX_TREES)
		return SPAMCLS_E_ARG;
	m->gate = o->gate;
	m->n_nodes = o->n_nodes;
	m->trees.n_roots = o->n_roots;
	SCLS_TRY(scls_model_take_trees(m, &t->allocator, &nodes, &roots));
	for (uint32_t i = 0; i < o->n_nodes; i++) {
		const spamcls_tree_node *n = &o->nodes[i];

		if ((n->left | n->right | n->value) > UINT16_MAX)
			return SPAMCLS_E_ARG;
		nodes[i].limit = n->limit;
		nodes[i].mean = n->mean;
		nodes[i].left = (uint16_t)n->left;
		nodes[i].right = (uint16_t)n->right;
		nodes[i].value = (uint16_t)n->value;
	}
	for (uint32_t i = 0; i < o->n_roots; i++) {
		if (o->roots[i] >= o->n_nodes)
			return SPAMCLS_E_ARG;
		roots[i] = (uint16_t)o->roots[i];
	}
	return scls_model_trees_hold(m) ? SPAMCLS_OK : SPAMCLS_E_ARG;
}

scls_status scls_trainer_new(spamcls_trainer **out, const spamcls_db *db,
                             const spamcls_train_options *options)
{
	static const spamcls_train_options defaults =
	        SPAMCLS_TRAIN_OPTIONS_INIT;
	spamcls_trainer *t;
	scls_status status;

	if (options && options->keep_weights && !db->has_model)
		return SPAMCLS_E_ARG;
	t = scls_alloc_zero(&db->allocator, 1, sizeof(*t));
	if (!t)
		return SPAMCLS_E_NOMEM;
	t->db = db;
	t->allocator = db->allocator;
	t->options = options ? *options : defaults;
	t->random = scls_random_from(t->options.seed);
	scls_arena_init(&t->texts, &t->allocator);
	status = scls_session_new(&t->session, db, NULL);
	if (status == SPAMCLS_OK)
		status = copy_trees(t);
	t->options.nodes = NULL; /* the caller's, gone before long */
	t->options.roots = NULL;
	if (status == SPAMCLS_OK && !t->options.keep_weights)
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
	scls_model_free(&t->model, &a);
	scls_learner_free(t->learner);
	scls_learner_free(t->prior);
	scls_support_free(t->support);
	scls_session_free(t->session);
	scls_arena_free(&t->texts);
	scls_free(&a, t->order, t->n * sizeof(*t->order));
	scls_free(&a, t->scored, (t->n_held + 1) * sizeof(*t->scored));
	scls_free(&a, t->raw, (t->n_held + 1) * sizeof(*t->raw));
	scls_free(&a, t->rows, t->room * sizeof(*t->rows));
	scls_free(&a, t->buckets, (size_t)1 << t->options.bits);
	scls_free(&a, t->levels, (size_t)t->counts.mask + 1);
	scls_free(&a, t->glance, SCLS_GLANCE_SIZE);
	scls_language_counts_free(&t->counts, &a);
	scls_free(&a, t->file, t->file_size);
	scls_free(&a, t, sizeof(*t));
}

/* By the family's name; a row without one is by itself. */
static uint32_t kin_of(const spamcls_row *given, size_t number)
{
	uint64_t hash = given->family.size > 0
	                        ? scls_hash_text(given->family.data,
	                                         given->family.size)
	                        : scls_hash_mix(number);

	if (!given->garbage)
		return (uint32_t)hash | SCLS_KIN_GROUP;
	return (uint32_t)(hash % (SCLS_KIN_GROUP - 1)) + 1;
}

scls_status scls_trainer_add(spamcls_trainer *t, const spamcls_row *given)
{
	scls_row *r;

	if (t->ran)
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
	r->kin = kin_of(given, t->n);
	r->garbage = given->garbage != 0;
	r->ordinary = given->ordinary != 0;
	r->held_out = given->use == SPAMCLS_ROW_HELD_OUT;
	t->n_held += r->held_out;
	t->n++;
	return SPAMCLS_OK;
}

static void compile_grams(spamcls_trainer *t, uint32_t number, double rules)
{
	const scls_features *f = &t->session->features;

	(void)number;
	(void)rules;
	for (uint32_t i = 0; i < f->n; i++)
		if (f->ids[i] & SCLS_HASHED)
			scls_compile_gram(&t->model, t->buckets, f->ids[i],
			                  scls_trainer_weight(t, f->ids[i]));
}

/* The language of all rows, where one is wanted. */
static scls_status compile_language(spamcls_trainer *t)
{
	if (t->options.language_bits == 0)
		return SPAMCLS_OK;
	scls_trainer_count(t);
	t->levels = scls_alloc(&t->allocator, (size_t)t->counts.mask + 1);
	if (!t->levels)
		return SPAMCLS_E_NOMEM;
	scls_language_compile(&t->counts, t->levels, &t->model.language);
	return SPAMCLS_OK;
}

static scls_status compile(spamcls_trainer *t)
{
	SCLS_TRY(compile_language(t));
	SCLS_TRY(scls_trainer_learn(t));
	t->buckets = scls_alloc(&t->allocator, (size_t)1 << t->options.bits);
	if (!t->buckets)
		return SPAMCLS_E_NOMEM;
	scls_compile_begin(&t->model, t->buckets, t->options.bits);
	for (uint32_t i = 0; i < SCLS_F_COUNT; i++)
		scls_compile_named(&t->model, i, scls_trainer_weight(t, i));
	SCLS_TRY(scls_trainer_pass(t, compile_grams));
	t->report.weights = scls_buckets_used(t->buckets, t->model.mask);
	return scls_trainer_glance(t);
}

/* The weights of the database's model, which are borrowed. */
static void keep_weights(spamcls_trainer *t)
{
	const scls_model *kept = &t->db->model;

	t->model.buckets = kept->buckets;
	t->model.mask = kept->mask;
	t->model.scale = kept->scale;
	t->model.language = kept->language;
	if (t->options.glance_loss > 0
	    && kept->glance.terms == scls_db_terms(t->db))
		t->model.glance = kept->glance;
	t->model.glance.least = -SCLS_MODEL_MAX_SCORE;
	t->model.glance.shift = 0;
	memcpy(t->model.named, kept->named, sizeof(kept->named));
	t->options.bits = scls_model_bits(kept);
	t->report.weights = scls_buckets_used(kept->buckets, kept->mask);
}

/* The sum by the float weights. */
static double raw_score(const spamcls_trainer *t, int32_t rules)
{
	const scls_features *f = &t->session->features;
	double sum = rules / (double)SCLS_NAT;

	for (uint32_t i = 0; i < f->n; i++)
		sum += t->options.keep_weights
		               ? scls_model_weight(&t->model, f->ids[i])
		                         / (double)SCLS_NAT
		               : scls_trainer_weight(t, f->ids[i]);
	return sum;
}

/* A measured row, by the compiled model; returns what the float weights give
 * it, to which a second look adds as much. */
static double weigh_row(spamcls_trainer *t, scls_headline_score *one)
{
	double raw = raw_score(t, one->rules);
	int32_t sum = one->rules
	              + scls_model_score(&t->model, &t->session->features);

	scls_weigh_one(t->session, &t->model, one);
	return raw + (one->score - sum) / (double)SCLS_NAT;
}

/* One held-out row. */
static scls_status score_row(spamcls_trainer *t, scls_row *r, size_t k)
{
	scls_span text = { r->text, r->size };
	scls_headline_score one;

	SCLS_TRY(scls_measure_one(t->session, text, &one));
	t->raw[k] = weigh_row(t, &one);
	r->score = t->scored[k].score = one.score;
	t->scored[k].target = r->garbage;
	t->scored[k].ordinary = r->ordinary;
	return SPAMCLS_OK;
}

static scls_status take_scores(spamcls_trainer *t)
{
	t->scored = scls_alloc_zero(&t->allocator, t->n_held + 1,
	                            sizeof(*t->scored));
	t->raw = scls_alloc_zero(&t->allocator, t->n_held + 1,
	                         sizeof(*t->raw));
	return t->scored && t->raw ? SPAMCLS_OK : SPAMCLS_E_NOMEM;
}

static scls_status score_held_out(spamcls_trainer *t)
{
	size_t k = 0;

	for (size_t i = 0; i < t->n; i++) {
		if (!t->rows[i].held_out)
			continue;
		t->report.ordinary += t->rows[i].ordinary;
		SCLS_TRY(score_row(t, &t->rows[i], k++));
	}
	return SPAMCLS_OK;
}

static void calibrate(spamcls_trainer *t)
{
	spamcls_train_report *r = &t->report;

	r->auc_float = scls_auc_raw(t->raw, t->scored, t->n_held);
	scls_calibrate(&t->model, t->scored, t->n_held, t->options.likely,
	               t->options.certain);
	if (t->options.likely_from > 0)
		scls_model_set_likely(&t->model,
		                      (int32_t)t->options.likely_from);
	r->auc_model = scls_auc(t->scored, t->n_held);
	r->calibration_error = scls_calibration_error(&t->model, t->scored,
	                                              t->n_held);
	r->likely = t->model.likely;
	r->certain = t->model.certain;
}

/* Thresholds and probabilities are those of lines that are looked at; what they
 * say is what a glance must not lose. */
static scls_status measure_model(spamcls_trainer *t)
{
	SCLS_TRY(take_scores(t));
	SCLS_TRY(score_held_out(t));
	calibrate(t);
	if (!t->model.glance.weights)
		return SPAMCLS_OK;
	scls_trainer_glance_least(t);
	return SPAMCLS_OK;
}

static scls_status write_model(spamcls_trainer *t)
{
	t->file_size = scls_model_file_size(&t->model, t->options.bits);
	t->file = scls_alloc(&t->allocator, t->file_size);
	if (!t->file)
		return SPAMCLS_E_NOMEM;
	scls_model_write(&t->model, t->options.bits, t->file);
	t->report.model_bytes = t->file_size;
	return SPAMCLS_OK;
}

scls_status scls_trainer_run(spamcls_trainer *t, const void **model,
                             size_t *size,
                             const spamcls_train_report **report)
{
	if (t->n == 0 || t->ran)
		return SPAMCLS_E_STATE;
	t->ran = 1;
	t->report.rows = t->n - t->n_held;
	t->report.held_out = t->n_held;
	if (t->options.keep_weights) {
		keep_weights(t);
	} else {
		t->report.state_bytes = scls_learner_state_size(t->learner);
		SCLS_TRY(compile(t));
	}
	SCLS_TRY(measure_model(t));
	SCLS_TRY(write_model(t));
	*model = t->file;
	*size = t->file_size;
	*report = &t->report;
	return SPAMCLS_OK;
}
