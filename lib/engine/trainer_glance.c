/*
 * trainer_glance.c - learns the glance that comes before all else, and where
 * it is enough; see trainer_state.h.
 */
#include "engine/trainer_state.h"

#include "base/nat.h"

/* Few weights and much to learn each from. */
#define EPOCHS 4u
#define RATE 0.1
#define L2 1.0
/* No row counts more than this, and garbage so many times: what is lost here
 * nothing finds again, what passes is looked at anyway. */
#define MOST 4.0
#define GARBAGE_TIMES 4.0

/* What held-out garbage comes to is counted in steps of an eighth of a nat. */
#define STEP (SCLS_NAT / 8)
#define STEPS 512u
#define LOWEST (-(int32_t)(STEPS / 2) * STEP)
#define MOST_SHIFT (32 * SCLS_NAT)

/* Folds the row: slots, rules and n-grams are none of a glance's. */
static scls_headline fold(spamcls_trainer *t, const scls_row *r)
{
	scls_headline h;

	scls_analyze_units(t->session->analyzer,
	                   (scls_span){ r->text, r->size }, &h);
	return h;
}

static void learn_row(spamcls_trainer *t, const scls_row *r,
                      scls_learner *learner)
{
	double weight = (double)r->weight < MOST ? (double)r->weight : MOST;
	scls_features *f = &t->session->features;
	scls_headline h = fold(t, r);

	f->n = 0;
	scls_glance_features(t->session->keys,
	                     scls_measure_sequence(&h, t->session->keys), f);
	scls_learner_update(learner, f, 0, r->garbage,
	                    r->garbage ? weight * GARBAGE_TIMES : weight);
}

/* In an order that hangs on the seed alone, whatever was learned before. */
static void learn_epochs(spamcls_trainer *t, scls_learner *learner)
{
	t->random = scls_random_from(t->options.seed);
	for (size_t i = 0; i < t->n; i++)
		t->order[i] = (uint32_t)i;
	for (uint32_t e = 0; e < EPOCHS; e++) {
		scls_trainer_shuffle(t);
		for (size_t i = 0; i < t->n; i++) {
			const scls_row *r = &t->rows[t->order[i]];

			if (!r->held_out)
				learn_row(t, r, learner);
		}
		if (e * 2 >= EPOCHS)
			scls_learner_snapshot(learner);
	}
	scls_learner_settle(learner, 1);
}

static int8_t compiled(double nats)
{
	double steps = nats * SCLS_NAT / SCLS_GLANCE_SCALE;

	steps = steps > INT8_MAX ? INT8_MAX : steps;
	steps = steps < -INT8_MAX ? -INT8_MAX : steps;
	return (int8_t)(steps < 0 ? steps - 0.5 : steps + 0.5);
}

scls_status scls_trainer_glance(spamcls_trainer *t)
{
	scls_learner_options options = { SCLS_GLANCE_BITS, RATE, 0, L2 };
	scls_learner *learner;

	if (t->options.glance_loss <= 0)
		return SPAMCLS_OK;
	t->glance = scls_alloc(&t->allocator, SCLS_GLANCE_SIZE);
	if (!t->glance)
		return SPAMCLS_E_NOMEM;
	SCLS_TRY(scls_learner_new(&learner, &options, &t->allocator));
	learn_epochs(t, learner);
	for (uint32_t i = 0; i < SCLS_GLANCE_SIZE; i++)
		t->glance[i] = compiled(scls_learner_weight(
		        learner, SCLS_HASHED | i));
	scls_learner_free(learner);
	t->model.glance = (scls_glance){ t->glance, -SCLS_MODEL_MAX_SCORE, 0,
		                         scls_db_terms(t->db) };
	return SPAMCLS_OK;
}

static uint32_t step_of(int32_t sum)
{
	int32_t step = (sum - LOWEST) / STEP;

	if (sum < LOWEST)
		return 0;
	return step < (int32_t)STEPS ? (uint32_t)step : STEPS - 1;
}

/* By step, the weight of held-out garbage that is likely; returns it all. */
static double weigh_found(spamcls_trainer *t, double found[STEPS])
{
	double all = 0;

	memset(found, 0, STEPS * sizeof(*found));
	for (size_t i = 0; i < t->n; i++) {
		const scls_row *r = &t->rows[i];
		scls_headline h;

		if (!r->held_out || !r->garbage
		    || r->score < t->model.likely)
			continue;
		h = fold(t, r);
		found[step_of(scls_glance_at(t->session, &t->model, &h))]
		        += (double)r->weight;
		all += (double)r->weight;
	}
	return all;
}

/* Puts what the held-out rows come to for which a glance is enough into
 * t->scored; returns how many they are. */
static size_t gather_glanced(spamcls_trainer *t, size_t *garbage)
{
	size_t n = 0;

	*garbage = 0;
	for (size_t i = 0; i < t->n; i++) {
		const scls_row *r = &t->rows[i];
		scls_headline h;
		int32_t sum;

		if (!r->held_out)
			continue;
		h = fold(t, r);
		sum = scls_glance_at(t->session, &t->model, &h);
		if (sum >= t->model.glance.least)
			continue;
		t->scored[n++].score = sum;
		*garbage += r->garbage;
		t->report.glanced += r->ordinary;
	}
	return n;
}

/* How many of n rows would be garbage, so shifted. */
static double expect(const spamcls_trainer *t, size_t n, int32_t shift)
{
	double sum = 0;

	for (size_t i = 0; i < n; i++)
		sum += (double)scls_model_probability(
		        &t->model, t->scored[i].score + shift);
	return sum;
}

/* By halves: the more it is shifted, the fewer would be.  Of none among these
 * rows there may be one among others. */
static void set_shift(spamcls_trainer *t)
{
	size_t garbage, n = gather_glanced(t, &garbage);
	double wanted = garbage > 0 ? (double)garbage : 1;
	int32_t shift = 0;

	for (int32_t step = MOST_SHIFT / 2; step > 0; step /= 2)
		if (expect(t, n, shift - step) >= wanted)
			shift -= step;
	t->model.glance.shift = shift;
}

static void set_least(spamcls_trainer *t)
{
	double found[STEPS], lost = 0;
	double most = weigh_found(t, found) * t->options.glance_loss;
	int32_t least = -SCLS_MODEL_MAX_SCORE;

	for (uint32_t k = 0; k < STEPS && most > 0; k++) {
		lost += found[k];
		if (lost > most)
			break;
		least = LOWEST + (int32_t)(k + 1) * STEP;
	}
	if (least > t->model.likely)
		least = t->model.likely;
	if (t->model.trees.n_roots > 0 && least > t->model.gate)
		least = t->model.gate;
	t->model.glance.least = least;
}

/* A gate so low has all lines looked at again. */
static int all_are_asked(const scls_model *m)
{
	return m->trees.n_roots > 0 && m->gate < -SCLS_MODEL_MAX_SCORE;
}

void scls_trainer_glance_least(spamcls_trainer *t)
{
	if (all_are_asked(&t->model)) {
		t->model.glance.weights = NULL;
		return;
	}
	set_least(t);
	set_shift(t);
}
