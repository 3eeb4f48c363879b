/* score.c - one headline to its score; see session.h. */
#include "engine/session.h"

#include "headline/measure.h"

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

scls_status scls_score_one(spamcls_session *s, scls_span text,
                           scls_headline_score *out)
{
	out->flags = 0;
	scls_analyze(s->analyzer, text, &out->headline);
	SCLS_TRY(scls_match(s->matcher, &out->headline, &out->hits,
	                    &out->n_hits, &out->flags));
	out->flags |= out->headline.flags;
	out->score = add_rules(s->db, out);
	s->features.n = 0;
	scls_measure(&out->headline, &s->features);
	if (s->db->has_model)
		out->score += scls_model_score(&s->db->model, &s->features);
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

scls_status scls_score_many(spamcls_session *s, const scls_span *headlines,
                            size_t n, spamcls_score *scores)
{
	scls_headline_score one;

	s->has_result = 0;
	for (size_t i = 0; i < n; i++) {
		SCLS_TRY(scls_score_one(s, headlines[i], &one));
		scores[i].score = one.score;
		scores[i].probability = scls_probability_of(s->db, one.score);
		scores[i].label = scls_label_of(s->db, one.score);
		scores[i].family = one.family;
		scores[i].flags = one.flags;
	}
	return SPAMCLS_OK;
}
