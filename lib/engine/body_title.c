/* body_title.c - what the title says beside the body; see body.h. */
#include "engine/body.h"

#define SHORT_TITLE 8u /* units: fewer have no topic of their own */

/* Not 0 where only what follows the last separator speaks of a trade. */
static int has_foreign_suffix(const scls_headline *h)
{
	uint32_t cut = 0;
	int before = 0, behind = 0;

	for (uint32_t i = 2; i + 2 < h->n_units; i++)
		if (h->units[i] == '_' || h->units[i] == '-'
		    || h->units[i] == '|')
			cut = i;
	if (cut == 0)
		return 0;
	for (uint32_t i = 0; i < h->n_slots; i++) {
		int trade = scls_class_is_trade(h->slots[i].cls);

		before |= trade && h->slots[i].begin < cut;
		behind |= trade && h->slots[i].begin > cut;
	}
	return behind && !before;
}

void scls_body_title(const spamcls_db *db, const scls_headline_score *score,
                     const scls_topic *topic, scls_body *body)
{
	body->has_title = 1;
	body->title_score = score->score;
	body->title_likely = db->model.likely;
	body->title_suffix = has_foreign_suffix(&score->headline);
	body->title_topic = score->headline.n_units < SHORT_TITLE
	                            ? SCLS_NO_TOPIC
	                            : scls_topic_share(topic,
	                                               &score->headline);
}
