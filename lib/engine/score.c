/* score.c - one headline to its score; see session.h. */
#include "engine/session.h"

#include "headline/measure.h"

#include <string.h>

/* The rules' share: the sum of the scores of the rules that hit. */
static int32_t add_rules(const spamcls_db *db, scls_headline_score *out)
{
	int32_t sum = 0, best = 0;

	out->family = "";
	for (size_t i = 0; i < out->n_hits; i++) {
		scls_rule_info info;

		scls_ruleset_info(db->rules, out->hits[i].rule, &info);
		sum += info.score;
		if (info.score > best && info.family[0] != '\0') {
			best = info.score;
			out->family = info.family;
		}
	}
	return sum;
}

static void fold(spamcls_session *s, scls_span text, scls_headline_score *out)
{
	scls_analyze_units(s->analyzer, text, &out->headline);
	out->flags = out->headline.flags;
	out->score = out->rules = 0;
	out->glanced = 0;
	out->family = "";
	out->hits = NULL;
	out->n_hits = 0;
}

/* All of a folded headline but its weights: out->score is the rules' alone. */
static scls_status measure(spamcls_session *s, scls_headline_score *out,
                           scls_features *features)
{
	uint32_t flags = 0;

	scls_analyze_frame(s->analyzer, &out->headline);
	SCLS_TRY(scls_match(s->matcher, &out->headline, &out->hits,
	                    &out->n_hits, &flags));
	out->flags |= flags;
	out->score = out->rules = add_rules(s->db, out);
	features->n = 0;
	scls_measure(&out->headline, features);
	return SPAMCLS_OK;
}

scls_status scls_measure_one(spamcls_session *s, scls_span text,
                             scls_headline_score *out)
{
	fold(s, text, out);
	return measure(s, out, &s->features);
}

int32_t scls_glance_at(spamcls_session *s, const scls_model *model,
                       const scls_headline *h)
{
	return scls_glance_sum(&model->glance, s->keys,
	                       scls_measure_sequence(h, s->keys));
}

int scls_glance_does(spamcls_session *s, const scls_model *model,
                     scls_headline_score *out)
{
	int32_t sum = scls_glance_at(s, model, &out->headline);

	if (sum >= model->glance.least)
		return 0;
	out->score = sum + model->glance.shift;
	return 1;
}

/* The same as scls_measure_one where no glance will do. */
static scls_status look(spamcls_session *s, scls_span text, int may_glance,
                        scls_headline_score *out, scls_features *features)
{
	fold(s, text, out);
	out->glanced = may_glance && s->db->glances
	               && scls_glance_does(s, &s->db->model, out);
	if (!out->glanced)
		return measure(s, out, features);
	features->n = 0;
	return SPAMCLS_OK;
}

void scls_see_line(spamcls_session *s, const scls_model *model,
                   const scls_headline *h, scls_facts *facts,
                   scls_second_line *line)
{
	scls_measure_facts(h, facts);
	line->facts = facts;
	line->weights = s->weights;
	line->likelihood = &s->likelihood;
	s->likelihood.n = 0;
	if (model->language.levels)
		scls_language_read(&model->language, s->keys,
		                   scls_measure_sequence(h, s->keys),
		                   &s->likelihood);
}

scls_second_line scls_look_again(spamcls_session *s, const scls_model *model,
                                 const scls_headline_score *one,
                                 scls_facts *facts)
{
	scls_second_line line = { .features = &s->features,
		                  .places = s->again.evidence,
		                  .score = one->score,
		                  .rules = one->rules };

	s->again.n = 0;
	scls_measure_wording(&one->headline, &s->again);
	scls_see_line(s, model, &one->headline, facts, &line);
	return line;
}

/* What a second look adds to a score that asks for it. */
static int32_t second_look(spamcls_session *s, const scls_model *model,
                           const scls_headline_score *one)
{
	scls_facts facts;
	scls_second_line line = scls_look_again(s, model, one, &facts);

	return scls_second_sum(model, &line);
}

void scls_weigh_one(spamcls_session *s, const scls_model *model,
                    scls_headline_score *one)
{
	one->score += scls_model_score(model, &s->features);
	if (scls_second_asks(model, one->score))
		one->score += second_look(s, model, one);
}

scls_status scls_score_one(spamcls_session *s, scls_span text, int may_glance,
                           scls_headline_score *out)
{
	SCLS_TRY(look(s, text, may_glance, out, &s->features));
	if (s->db->has_model && !out->glanced)
		scls_weigh_one(s, &s->db->model, out);
	return SPAMCLS_OK;
}

float scls_probability_of(const spamcls_db *db, int32_t score)
{
	return scls_model_probability(&db->model, score);
}

spamcls_label scls_label_of(const spamcls_db *db, int32_t score)
{
	if (score >= db->model.certain)
		return SPAMCLS_LABEL_CERTAIN;
	return score >= db->model.likely ? SPAMCLS_LABEL_LIKELY
	                                 : SPAMCLS_LABEL_CLEAN;
}

/* Where the ids of headline i of the batch begin. */
static uint32_t first_id(const spamcls_session *s, uint32_t i)
{
	return i > 0 ? s->batch.end[i - 1] : 0;
}

/* Its ids. */
static scls_features features_of(const spamcls_session *s, uint32_t i)
{
	uint32_t from = first_id(s, i);

	return (scls_features){ s->features.ids + from, NULL,
		                s->batch.end[i] - from, 0 };
}

scls_status scls_batch_add(spamcls_session *s, scls_span text, int may_glance,
                           scls_headline_score *out)
{
	scls_batch *b = &s->batch;
	uint32_t at = b->n > 0 ? b->end[b->n - 1] : 0;
	scls_features f = { s->features.ids + at, NULL, 0, s->features.room };

	SCLS_TRY(look(s, text, may_glance, out, &f));
	b->lines[b->n] = out->headline;
	b->rules[b->n] = out->score;
	b->end[b->n++] = at + f.n;
	b->full = b->n == SCLS_BATCH || at + f.n > SCLS_BATCH_IDS;
	if (!out->glanced)
		b->full |= !scls_analyzer_keep(s->analyzer, &out->headline);
	return SPAMCLS_OK;
}

/* The second look at headline i of the batch, but for what the trees say, which
 * are asked for many at once. */
static void look_at(spamcls_session *s, uint32_t i)
{
	const scls_model *model = &s->db->model;
	const scls_batch *b = &s->batch;
	scls_features f = features_of(s, i);
	scls_headline_score one = { .headline = b->lines[i],
		                    .rules = b->rules[i],
		                    .score = b->scores[i] };
	scls_facts facts;
	scls_second_line line = scls_look_again(s, model, &one, &facts);

	line.features = &f;
	line.weighed = 1;
	memcpy(line.weights, b->weights + first_id(s, i), f.n);
	scls_second_values(model, &line, s->looks.values[s->looks.n]);
	s->looks.line[s->looks.n++] = i;
}

/* Asks the trees, and adds what they say. */
static void end_looks(spamcls_session *s)
{
	scls_looks *l = &s->looks;
	int32_t sums[SCLS_TREE_ROWS];

	scls_second_sums(&s->db->model, l->values, l->n, sums);
	for (uint32_t i = 0; i < l->n; i++)
		s->batch.scores[l->line[i]] += sums[i];
	l->n = 0;
}

/* Whether a headline gets a second look hangs on its weights, and so is asked
 * when all weights have been fetched. */
static void add_weights(spamcls_session *s)
{
	const scls_model *model = &s->db->model;
	scls_batch *b = &s->batch;

	for (uint32_t i = 0; i < b->n; i++) {
		scls_features f = features_of(s, i);

		b->scores[i] += scls_model_score_next(
		        model, f.ids, f.n, b->end[b->n - 1] - b->end[i],
		        b->weights + first_id(s, i));
	}
	s->looks.n = 0;
	for (uint32_t i = 0; i < b->n; i++) {
		if (scls_second_asks(model, b->scores[i]))
			look_at(s, i);
		if (s->looks.n == SCLS_TREE_ROWS)
			end_looks(s);
	}
	end_looks(s);
}

uint32_t scls_batch_weigh(spamcls_session *s)
{
	uint32_t n = s->batch.n;

	memcpy(s->batch.scores, s->batch.rules, n * sizeof(*s->batch.scores));
	if (s->db->has_model)
		add_weights(s);
	scls_batch_begin(s);
	return n;
}

void scls_batch_begin(spamcls_session *s)
{
	scls_analyzer_forget(s->analyzer);
	s->batch.n = 0;
	s->batch.full = 0;
}

/* Weighs the headlines that wait; their scores stand before end. */
static void end_batch(spamcls_session *s, spamcls_score *end)
{
	uint32_t n = scls_batch_weigh(s);

	end -= n;
	for (uint32_t i = 0; i < n; i++) {
		end[i].score = s->batch.scores[i];
		end[i].probability = scls_probability_of(s->db, end[i].score);
		end[i].label = scls_label_of(s->db, end[i].score);
	}
}

scls_status scls_score_many(spamcls_session *s, const scls_span *headlines,
                            size_t n, spamcls_score *scores)
{
	s->has_result = 0;
	scls_batch_begin(s);
	for (size_t i = 0; i < n; i++) {
		scls_headline_score one;

		SCLS_TRY(scls_batch_add(s, headlines[i], 1, &one));
		scores[i].family = one.family;
		scores[i].flags = one.flags;
		if (s->batch.full || i + 1 == n)
			end_batch(s, &scores[i] + 1);
	}
	return SPAMCLS_OK;
}
