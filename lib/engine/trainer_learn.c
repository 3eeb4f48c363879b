/*
 * trainer_learn.c - see trainer_state.h.
 *
 * Rows keep their text; features are measured anew in every pass, which
 * costs less than keeping them.  In a pass some rows lose one group of
 * n-grams: what is left must carry the decision, so a template is still known
 * when its words are new (a form of dropout: Srivastava et al. 2014).
 */
#include "engine/trainer_state.h"

#include "base/nat.h"

/* How much of it is believed: written templates have more n-grams that no
 * one knows than real ones do. */
#define PRIOR_SHARE 0.5
/* Nats: a garbage row below is doubted, and counts this share. */
#define DOUBTED_BELOW 1.0
#define DOUBTED_SHARE 0.2
/* An honest row above, by the same knowledge, is the kind that alarms would
 * come from: it counts so many times. */
#define ALARMING_ABOVE 0.0
#define ALARMING_TIMES 2.0

/* Of rows that lose some n-grams: the share that loses its wording, and the one
 * that loses all else; others lose each n-gram with this chance. */
#define NO_WORDING 0.35
#define NO_FRAME 0.15
#define NO_GRAM 0.5

/* Fisher and Yates. */
void scls_trainer_shuffle(spamcls_trainer *t)
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
			if (kind < NO_WORDING)
				gone = group <= SCLS_GROUP_PART;
			else if (kind < NO_WORDING + NO_FRAME)
				gone = group > SCLS_GROUP_PART;
			else
				gone = scls_random_unit(&t->random) >= NO_GRAM;
		}
		if (!gone)
			f->ids[n++] = id;
	}
	f->n = n;
}

/* Measures the row into the session's features; *rules gets what its rules
 * add, in nats. */
static scls_status measure(spamcls_trainer *t, const scls_row *r,
                           double *rules)
{
	scls_span text = { r->text, r->size };
	scls_headline_score score;

	SCLS_TRY(scls_measure_one(t->session, text, &score));
	*rules = score.score / (double)SCLS_NAT;
	return SPAMCLS_OK;
}

scls_status scls_trainer_pass(spamcls_trainer *t, scls_row_step *step)
{
	for (size_t i = 0; i < t->n; i++) {
		uint32_t number = t->order[i];
		double rules;

		if (t->rows[number].held_out)
			continue;
		SCLS_TRY(measure(t, &t->rows[number], &rules));
		scls_support_fetch(t->support, &t->session->features,
		                   t->rows[number].kin);
		step(t, number, rules);
	}
	return SPAMCLS_OK;
}

void scls_trainer_count(spamcls_trainer *t)
{
	spamcls_session *s = t->session;

	for (size_t i = 0; i < t->n; i++) {
		const scls_row *r = &t->rows[i];
		scls_span text = { r->text, r->size };
		scls_headline h;

		if (r->held_out)
			continue;
		scls_analyze(s->analyzer, text, &h);
		scls_language_count(&t->counts,
		                    r->garbage ? SCLS_OF_TEMPLATES
		                               : SCLS_OF_HONEST,
		                    s->keys,
		                    scls_measure_sequence(&h, s->keys));
	}
}

static void count_support(spamcls_trainer *t, uint32_t number, double rules)
{
	(void)rules;
	t->report.features += t->session->features.n;
	scls_support_add(t->support, &t->session->features,
	                 t->rows[number].kin);
}

/*
 * A garbage row that all that is known of other families takes for ordinary
 * may well be a line that honest people write, too; believing it would cost
 * false alarms (cf. self-paced learning: Kumar et al., 2010).  An honest one
 * that they take for garbage decides where the threshold lies (cf. hard
 * negatives: Felzenszwalb et al., 2010).
 */
double scls_row_counts(const scls_row *r, double score)
{
	double times = 1;

	if (r->garbage && score < DOUBTED_BELOW)
		times = DOUBTED_SHARE;
	else if (!r->garbage && score > ALARMING_ABOVE)
		times = ALARMING_TIMES;
	return (double)r->weight * times;
}

static void learn_cells(spamcls_trainer *t, uint32_t number, double rules)
{
	const scls_row *r = &t->rows[number];
	scls_features *f = &t->session->features;
	double weight = (double)r->weight;

	scls_support_cells(t->support, f, r->kin);
	if (t->settling)
		weight = scls_row_counts(r, scls_learner_score(t->prior, f,
		                                               rules));
	scls_learner_update(t->prior, f, rules, r->garbage, weight);
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

/* N-grams that no one else knows are not learned: they would not be met. */
static void drop_unknown(spamcls_trainer *t, scls_features *f, uint32_t kin)
{
	uint32_t n = 0;

	for (uint32_t i = 0; i < f->n; i++) {
		uint32_t id = f->ids[i];

		if (!(id & SCLS_HASHED)
		    || scls_support_cell(t->support, id, kin) != 0)
			f->ids[n++] = id;
	}
	f->n = n;
}

/* The learner of n-grams learns what the cells leave open.  A family knows
 * its own n-grams here. */
static void learn_grams(spamcls_trainer *t, uint32_t number, double rules)
{
	const scls_row *r = &t->rows[number];
	scls_features *f = &t->session->features;
	double prior = 0, offset;

	for (uint32_t i = 0; i < f->n; i++)
		prior += prior_of(t, f->ids[i], r->kin);
	offset = rules + prior;
	drop_unknown(t, f, r->garbage ? SCLS_KIN_STRANGER : r->kin);
	if (scls_random_unit(&t->random) < t->options.drop)
		drop_some(t, f);
	scls_learner_update(t->learner, f, offset, r->garbage,
	                    scls_row_counts(r, rules + prior / PRIOR_SHARE));
}

double scls_trainer_weight(const spamcls_trainer *t, uint32_t id)
{
	if (id & SCLS_HASHED
	    && scls_support_cell(t->support, id, SCLS_KIN_STRANGER) == 0)
		return 0;
	return scls_learner_weight(t->learner, id)
	       + prior_of(t, id, SCLS_KIN_STRANGER);
}

/* All epochs of one learner; the second half's weights are averaged. */
static scls_status run_epochs(spamcls_trainer *t, scls_learner *learner,
                              scls_row_step *step)
{
	for (uint32_t e = 0; e < t->options.epochs; e++) {
		scls_trainer_shuffle(t);
		t->settling = e * 2 >= t->options.epochs;
		SCLS_TRY(scls_trainer_pass(t, step));
		if (t->settling)
			scls_learner_snapshot(learner);
	}
	return SPAMCLS_OK;
}

scls_status scls_trainer_learn(spamcls_trainer *t)
{
	t->order = scls_alloc_zero(&t->allocator, t->n, sizeof(*t->order));
	if (!t->order)
		return SPAMCLS_E_NOMEM;
	for (size_t i = 0; i < t->n; i++)
		t->order[i] = (uint32_t)i;
	SCLS_TRY(scls_trainer_pass(t, count_support));
	SCLS_TRY(run_epochs(t, t->prior, learn_cells));
	scls_learner_settle(t->prior, PRIOR_SHARE);
	SCLS_TRY(run_epochs(t, t->learner, learn_grams));
	scls_learner_settle(t->learner, 1);
	return SPAMCLS_OK;
}

