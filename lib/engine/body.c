/* body.c - see body.h. */
#include "engine/body.h"

#include "base/hash.h"
#include "headline/fold.h"

#define EDGE 6u /* tokens of a skeleton that make its head or its tail */

static uint64_t hash_part(const scls_headline *h, uint32_t from, uint32_t to)
{
	uint64_t hash = SCLS_HASH_SEED;

	for (; from < to; from++)
		hash = scls_hash_mix(hash ^ h->skeleton[from]);
	return hash;
}

static int names_something(unsigned cls)
{
	return cls == SCLS_CLASS_ORG || cls == SCLS_CLASS_PLACE
	       || cls == SCLS_CLASS_TECH || cls == SCLS_CLASS_IND
	       || cls == SCLS_CLASS_GAME || cls == SCLS_CLASS_SOFT;
}

static void from_slots(const scls_headline *h, scls_line *line)
{
	for (uint32_t i = 0; i < h->n_slots; i++) {
		const scls_slot *s = &h->slots[i];
		uint64_t hash = SCLS_HASH_SEED;

		line->classes |= UINT64_C(1) << s->cls;
		if (s->cls == SCLS_CLASS_HOLE && line->holes < 255)
			line->holes++;
		if (s->cls <= SCLS_CLASS_NUM)
			line->has_number = 1;
		if (line->subject != 0 || !names_something(s->cls))
			continue;
		for (uint32_t k = s->begin; k < s->end; k++)
			hash = scls_hash_mix(hash ^ h->units[k]);
		line->subject = hash;
	}
}

void scls_line_from(const spamcls_db *db, const scls_headline_score *score,
                    uint32_t list, scls_line *line)
{
	const scls_headline *h = &score->headline;
	uint32_t n = h->n_skeleton, edge = n < EDGE ? n : EDGE;

	memset(line, 0, sizeof(*line));
	line->list = list;
	line->score = score->score;
	line->likely = db->model.likely;
	line->certain = db->model.certain;
	line->skeleton = hash_part(h, 0, n);
	line->head = hash_part(h, 0, edge);
	line->tail = hash_part(h, n - edge, n) + 1;
	line->length = (uint16_t)h->n_units;
	line->slots = (uint8_t)(h->n_slots < 255 ? h->n_slots : 255);
	from_slots(h, line);
}

static int is_sentence_end(uint32_t c)
{
	return c == 0x3002 || c == '.' || c == '!' || c == '?' || c == 0x2026;
}

/* Marks behind which a text may well stop. */
static int may_stop(uint32_t c)
{
	return is_sentence_end(c) || c == ':' || c == '"' || c == ')'
	       || c == 0x300D || c == 0x300F || c == 0x3011 || c == 0x300B
	       || c == ';' || c == '\'' || c == ']';
}

static void read_block(const scls_headline *h, scls_body *body)
{
	body->units += h->n_units;
	for (uint32_t i = 0; i < h->n_units; i++)
		body->sentences += (uint32_t)is_sentence_end(h->units[i]);
	for (uint32_t i = 0; i < h->n_slots; i++) {
		const scls_slot *s = &h->slots[i];

		if (!(s->flags & SCLS_SLOT_DECIMAL))
			continue;
		body->percents += s->cls == SCLS_CLASS_PCT;
		body->numbers += s->cls != SCLS_CLASS_PCT;
	}
}

/* A long last paragraph without an end: the text was cut. */
static int breaks_off(const scls_headline *h)
{
	return h->n_units >= 40 && !(h->flags & SPAMCLS_FLAG_LONG_HEADLINE)
	       && !may_stop(h->units[h->n_units - 1]);
}

void scls_body_from(spamcls_session *s, const scls_page *page,
                    const scls_split *split, scls_body *body)
{
	memset(body, 0, sizeof(*body));
	for (uint32_t i = 0; i < page->n_blocks; i++) {
		const scls_block *b = &page->blocks[i];
		scls_span text = { page->text + b->begin,
			           b->end - b->begin };
		scls_headline h;

		if (split->roles[i] == SPAMCLS_ROLE_HIDDEN)
			body->hidden_units += b->end - b->begin;
		if (split->roles[i] == SPAMCLS_ROLE_HEADING)
			body->headings++;
		if (split->roles[i] != SPAMCLS_ROLE_BODY)
			continue;
		body->bullets += b->bullet;
		scls_analyze(s->analyzer, text, &h);
		read_block(&h, body);
		body->cut_off = breaks_off(&h);
	}
}
