/*
 * explain.c - the reasons of one headline's score; see session.h.
 *
 * Every rule that hit and every named feature is a reason of its own; the
 * n-grams are summed by what they are made of, with the strongest one as
 * evidence.  Together they are the score to the last unit.
 */
#include "engine/session.h"

#include <stdlib.h>

typedef struct collector {
	spamcls_reason *reason;
	size_t n;
	const scls_headline *headline;
} collector;

/* Units to bytes of the headline. */
static void set_evidence(const scls_headline *h, spamcls_reason *r,
                         uint32_t begin, uint32_t end)
{
	r->begin = r->end = 0;
	if (begin < end && end <= h->n_units) {
		r->begin = h->from[begin];
		r->end = h->to[end - 1];
	}
}

static spamcls_reason *add(collector *c, const char *name, int32_t weight)
{
	spamcls_reason *r = &c->reason[c->n++];

	r->name = name;
	r->weight = weight;
	r->message_en = r->message_zh = "";
	r->begin = r->end = 0;
	return r;
}

static void add_rules(collector *c, const spamcls_session *s,
                      const scls_headline_score *score)
{
	for (size_t i = 0; i < score->n_hits; i++) {
		scls_rule_info info;
		spamcls_reason *r;

		scls_ruleset_info(s->db->rules, score->hits[i].rule, &info);
		if (info.score == 0)
			continue;
		r = add(c, info.name, info.score);
		r->message_en = info.describe_en;
		r->message_zh = info.describe_zh;
		set_evidence(c->headline, r, score->hits[i].begin,
		             score->hits[i].end);
	}
}

static void add_named(collector *c, const scls_model *model,
                      uint32_t id, scls_evidence at)
{
	int32_t weight = scls_model_weight(model, id);
	spamcls_reason *r;

	if (weight == 0 && id != SCLS_F_BIAS)
		return;
	r = add(c, scls_feature_name(id), weight);
	r->message_en = scls_feature_text_en(id);
	r->message_zh = scls_feature_text_zh(id);
	set_evidence(c->headline, r, at.begin, at.end);
}

/* Sums and strongest n-grams by group. */
static void add_groups(collector *c, const scls_model *model,
                       const scls_features *features)
{
	int32_t sum[SCLS_GROUP_COUNT] = { 0 }, best[SCLS_GROUP_COUNT] = { 0 };
	scls_evidence at[SCLS_GROUP_COUNT] = { { 0, 0 } };

	for (uint32_t i = 0; i < features->n; i++) {
		uint32_t id = features->ids[i];
		unsigned g = scls_feature_group(id);
		int32_t weight;

		if (!(id & SCLS_HASHED))
			continue;
		weight = scls_model_weight(model, id);
		sum[g] += weight;
		if (weight > best[g]) {
			best[g] = weight;
			at[g] = features->evidence[i];
		}
	}
	for (unsigned g = 0; g < SCLS_GROUP_COUNT; g++) {
		spamcls_reason *r;

		if (sum[g] == 0)
			continue;
		r = add(c, scls_group_name(g), sum[g]);
		r->message_en = scls_group_text_en(g, sum[g]);
		r->message_zh = scls_group_text_zh(g, sum[g]);
		if (sum[g] > 0)
			set_evidence(c->headline, r, at[g].begin, at[g].end);
	}
}

/* What a second look adds, by what it looks at. */
static void add_second_look(collector *c, spamcls_session *s, int32_t rules)
{
	const scls_model *model = &s->db->model;
	int32_t sum = rules + scls_model_score(model, &s->features);
	int32_t weights[SCLS_R_COUNT];
	scls_facts facts;
	scls_second_line line = { .features = &s->features, .score = sum,
		                  .rules = rules };

	if (!scls_second_asks(model, sum))
		return;
	scls_see_line(s, model, c->headline, &facts, &line);
	scls_second_weigh(model, &line, weights);
	for (uint32_t r = 0; r < SCLS_R_COUNT; r++) {
		spamcls_reason *reason;

		if (weights[r] == 0)
			continue;
		reason = add(c, scls_second_name(r), weights[r]);
		reason->message_en = scls_second_text(r, 0);
		reason->message_zh = scls_second_text(r, 1);
	}
}

/* Where it was enough, it is all that there is to say. */
static void add_glance(collector *c, int32_t score)
{
	spamcls_reason *r = add(c, SCLS_GLANCE_NAME, score);

	r->message_en = SCLS_GLANCE_EN;
	r->message_zh = SCLS_GLANCE_ZH;
}

/* The heaviest first; of as heavy ones what speaks for a template, then by
 * name. */
static int stands_before(const spamcls_reason *a, const spamcls_reason *b)
{
	if (abs(a->weight) != abs(b->weight))
		return abs(a->weight) > abs(b->weight);
	if (a->weight != b->weight)
		return a->weight > b->weight;
	return strcmp(a->name, b->name) < 0;
}

/* By insertion, for there are few, rules that hit and named features: those
 * alike keep their order, and no memory is taken, which qsort may do. */
static void sort_reasons(spamcls_reason *reason, size_t n)
{
	for (size_t i = 1; i < n; i++) {
		spamcls_reason here = reason[i];
		size_t k = i;

		for (; k > 0 && stands_before(&here, &reason[k - 1]); k--)
			reason[k] = reason[k - 1];
		reason[k] = here;
	}
}

static size_t named_features(const scls_features *features)
{
	size_t n = 0;

	for (uint32_t i = 0; i < features->n; i++)
		n += !(features->ids[i] & SCLS_HASHED);
	return n;
}

static scls_status collect(spamcls_session *s,
                           const scls_headline_score *score)
{
	spamcls_explanation *e = &s->explanation;
	collector c = { NULL, 0, &score->headline };

	c.reason = scls_arena_take_array(&s->arena, score->n_hits
	                                 + named_features(&s->features)
	                                 + SCLS_GROUP_COUNT + SCLS_R_COUNT + 1,
	                                 sizeof(*c.reason));
	if (!c.reason)
		return SPAMCLS_E_NOMEM;
	add_rules(&c, s, score);
	if (score->glanced) {
		add_glance(&c, score->score);
	} else if (s->db->has_model) {
		const scls_features *f = &s->features;

		for (uint32_t i = 0; i < f->n; i++)
			if (!(f->ids[i] & SCLS_HASHED))
				add_named(&c, &s->db->model, f->ids[i],
				          f->evidence[i]);
		add_groups(&c, &s->db->model, f);
		add_second_look(&c, s, score->rules);
	}
	sort_reasons(c.reason, c.n);
	e->reasons = c.reason;
	e->n_reasons = c.n;
	return SPAMCLS_OK;
}

/*
 * One character may fold to several units, and two slots meet in its midst:
 * its bytes are the first one's.  A slot without bytes of its own is left out.
 */
static scls_status make_slots(spamcls_session *s, const scls_headline *h)
{
	spamcls_slot *out = scls_arena_take_array(&s->arena, h->n_slots + 1u,
	                                          sizeof(*out));
	uint32_t last = 0;
	size_t n = 0;

	if (!out)
		return SPAMCLS_E_NOMEM;
	for (uint32_t i = 0; i < h->n_slots; i++) {
		const scls_slot *slot = &h->slots[i];
		uint32_t begin = h->from[slot->begin];

		out[n].begin = begin > last ? begin : last;
		out[n].end = slot->end > slot->begin ? h->to[slot->end - 1]
		                                     : begin;
		out[n].name = scls_class_name(slot->cls);
		out[n].meaning_en = scls_class_text(slot->cls, 0);
		out[n].meaning_zh = scls_class_text(slot->cls, 1);
		if (out[n].end > out[n].begin)
			last = out[n++].end;
	}
	s->explanation.slots = out;
	s->explanation.n_slots = n;
	return SPAMCLS_OK;
}

static scls_status explain(spamcls_session *s, scls_span text)
{
	spamcls_explanation *e = &s->explanation;
	scls_headline_score score;

	SCLS_TRY(scls_score_one(s, text, 1, &score));
	if (score.glanced)
		scls_analyze_frame(s->analyzer, &score.headline);
	e->score.score = score.score;
	e->score.probability = scls_probability_of(s->db, score.score);
	e->score.label = scls_label_of(s->db, score.score);
	e->score.family = score.family;
	e->score.flags = score.flags;
	e->skeleton = scls_skeleton_text(&score.headline, &s->arena,
	                                 &e->skeleton_size);
	if (!e->skeleton)
		return SPAMCLS_E_NOMEM;
	SCLS_TRY(make_slots(s, &score.headline));
	return collect(s, &score);
}

/* Here alone features are measured with what they stand on. */
scls_status scls_explain_one(spamcls_session *s, scls_span text)
{
	scls_features *f = &s->features;
	scls_status status;

	scls_arena_reset(&s->arena);
	s->has_result = 0;
	f->evidence = scls_arena_take_array(&s->arena, f->room,
	                                    sizeof(*f->evidence));
	if (!f->evidence)
		return SPAMCLS_E_NOMEM;
	status = explain(s, text);
	f->evidence = NULL;
	return status;
}
