/* body.c - see body.h. */
#include "engine/body.h"

#include "engine/sample.h"
#include "engine/tricks.h"

#include <stddef.h>
#include <string.h>

#define SHORT 30u      /* units of a line that may be a heading */
#define LINE (3 * SHORT) /* bytes of a block that may be one */
#define SENTENCE 40u   /* units: a shorter text may well end without a stop */
#define NUMBER 4u      /* units of a reference's number, "[12]" */
#define PARAGRAPH 60u  /* bytes of one worth comparing */

/* Short lines say less than paragraphs, and cost more: so many times fewer of
 * their bytes are enough. */
#define LINES_PART 4u

/* Signs that a block may have more of than others do. */
static const struct {
	size_t counter;  /* in scls_body */
	uint32_t reason;
} signs[] = {
	{ offsetof(scls_body, figures), SCLS_V_EXACT },
	{ offsetof(scls_body, precise), SCLS_V_PRECISE },
	{ offsetof(scls_body, stock), SCLS_V_STOCK },
	{ offsetof(scls_body, spun), SCLS_V_SPUN },
	{ offsetof(scls_body, pinyin), SCLS_V_PINYIN },
	{ offsetof(scls_body, fillers), SCLS_V_FILLERS },
	{ offsetof(scls_body, repeated), SCLS_V_REPEATED },
	{ offsetof(scls_body, bare), SCLS_V_BARE },
	{ offsetof(scls_body, hidden_bytes), SCLS_V_HIDDEN },
};
#define SIGNS (sizeof(signs) / sizeof(signs[0]))

typedef struct body_reader {
	spamcls_session *session;
	const scls_page *page;
	scls_body *body;
	scls_topic *topic;
	scls_tricks tricks;
	scls_repeats repeats;
	scls_sample paragraphs;
	scls_sample lines;     /* short ones, headings and references */
	int for_names;         /* and nothing else */
	uint32_t counts[SIGNS]; /* of the signs, in the blocks so far */
} body_reader;

static int is_sentence_end(uint32_t c)
{
	return c == U'。' || c == '.' || c == '!' || c == '?' || c == U'…';
}

/* Marks behind which a text may well stop. */
static int may_stop(uint32_t c)
{
	return is_sentence_end(c) || c == ':' || c == '"' || c == ')'
	       || c == U'」' || c == U'』' || c == U'】' || c == U'》'
	       || c == ';' || c == '\'' || c == ']' || c == U'”'
	       || c == U'’';
}

/* What a report has: somebody, or a day. */
static int is_name(const scls_slot *s)
{
	return s->cls == SCLS_CLASS_PERSON || s->cls == SCLS_CLASS_DATE;
}

/* Figures with decimals. */
static void read_numbers(const scls_headline *h, scls_body *body)
{
	for (uint32_t i = 0; i < h->n_slots; i++) {
		const scls_slot *s = &h->slots[i];

		if (!(s->flags & SCLS_SLOT_DECIMAL)
		    || s->cls == SCLS_CLASS_VER)
			continue;
		body->figures++;
		body->precise += s->milli % 100 != 0;
	}
}

static void read_names(const scls_headline *h, scls_body *body)
{
	for (uint32_t i = 0; i < h->n_slots; i++)
		body->named |= is_name(&h->slots[i]);
}

/* A heading of claims and outlook that names nobody and no day. */
static int is_stock(const scls_headline *h)
{
	int claims = 0;

	for (uint32_t i = 0; i < h->n_slots; i++) {
		enum scls_kind kind = scls_class_kind(h->slots[i].cls);

		if (is_name(&h->slots[i])
		    || h->slots[i].cls == SCLS_CLASS_YEAR)
			return 0;
		claims |= kind == SCLS_KIND_CLAIM || kind == SCLS_KIND_CODA;
	}
	return claims;
}

static void read_heading(body_reader *r, const scls_headline *h)
{
	read_names(h, r->body);
	r->body->headings++;
	r->body->stock += (uint32_t)is_stock(h);
}

/* Not 0 where a title, a kind of document or an address stands behind the
 * reference's own number. */
static int is_detailed(const scls_headline *h)
{
	for (uint32_t i = NUMBER; i < h->n_units; i++)
		if (h->units[i] == '[' || h->units[i] == '/'
		    || h->units[i] == U'《')
			return 1;
	return 0;
}

/* A reference of an institution and a year, without link or identifier. */
static void read_reference(body_reader *r, const scls_block *b,
                           const scls_headline *h)
{
	int institution = 0, year = 0;

	for (uint32_t i = 0; i < h->n_slots; i++) {
		unsigned cls = h->slots[i].cls;

		institution |= cls == SCLS_CLASS_ORG || cls == SCLS_CLASS_PLACE
		               || cls == SCLS_CLASS_AGENCY;
		year |= cls == SCLS_CLASS_YEAR || cls == SCLS_CLASS_DATE;
	}
	r->body->references++;
	r->body->bare += institution && year && b->n_links == 0
	                 && !is_detailed(h);
}

/* Slots, which cost as much as all else, are looked for where they can say
 * anything; a block with a link has a source for its figures. */
static void read_piece(body_reader *r, const scls_block *b, scls_headline *h)
{
	scls_body *body = r->body;

	body->units += h->n_units;
	body->fillers += h->n_hidden;
	if (b->n_links == 0 && scls_may_have_decimals(h)) {
		scls_analyze_slots(r->session->analyzer, h);
		read_numbers(h, body);
		read_names(h, body);
	}
	scls_topic_add(r->topic, h);
	scls_tricks_add(&r->tricks, h);
	scls_repeats_add(&r->repeats, h);
}

static int is_line(const scls_block *b)
{
	return b->end - b->begin <= LINE;
}

static void find_names(body_reader *r, scls_headline *h)
{
	if (r->body->named)
		return;
	scls_analyze_slots(r->session->analyzer, h);
	read_names(h, r->body);
}

/* Reads the pieces of a block that its sample takes; *h becomes the last of
 * them.  Returns 0 where the block's end is not in it. */
static int read_pieces(body_reader *r, const scls_block *b, scls_headline *h)
{
	scls_sample *sample = is_line(b) ? &r->lines : &r->paragraphs;
	const char *text = r->page->text;
	int taken = 0;

	for (uint32_t at = b->begin, n; at < b->end; at += n) {
		scls_span piece = { text + at, 0 };

		n = scls_piece_size(piece.data, b->end - at,
		                    r->session->limits.headline);
		piece.size = n;
		taken = scls_sample_takes(sample, n);
		if (!taken)
			continue;
		scls_analyze_units(r->session->analyzer, piece, h);
		if (r->for_names)
			find_names(r, h);
		else
			read_piece(r, b, h);
	}
	return taken && h->n_units > 0;
}

static void read_block(body_reader *r, const scls_block *b)
{
	scls_span whole = scls_span_between(r->page->text, b->begin, b->end);
	uint32_t before = r->body->units, units, last;
	scls_headline h;
	int has_end;

	h.n_units = 0;
	has_end = read_pieces(r, b, &h);
	units = r->body->units - before;
	r->body->blocks++;
	if (whole.size >= PARAGRAPH && scls_repeats_seen(&r->repeats, whole))
		r->body->repeated += units;
	if (!has_end)
		return;
	last = h.units[h.n_units - 1];
	r->body->cut_off = units >= SENTENCE && !may_stop(last);
	if (units > SHORT || is_sentence_end(last))
		return;
	scls_analyze_slots(r->session->analyzer, &h);
	read_heading(r, &h);
}

static void read_line(body_reader *r, const scls_block *b,
                      spamcls_role role)
{
	scls_span text = scls_span_between(r->page->text, b->begin, b->end);
	scls_headline h;

	if (!scls_sample_takes(&r->lines, b->end - b->begin))
		return;
	scls_analyze_units(r->session->analyzer, text, &h);
	scls_analyze_slots(r->session->analyzer, &h);
	if (role == SPAMCLS_ROLE_HEADING)
		read_heading(r, &h);
	else
		read_reference(r, b, &h);
}

/* Not 0 where a block of that role says anything of the body. */
static int is_read(spamcls_role role)
{
	return role == SPAMCLS_ROLE_HEADING || role == SPAMCLS_ROLE_REFERENCES
	       || role == SPAMCLS_ROLE_BODY;
}

static void read_role(body_reader *r, const scls_block *b, spamcls_role role)
{
	/* Menus are hidden everywhere; text without links is not. */
	if ((b->within & SCLS_IN_HIDDEN) && b->n_links == 0)
		r->body->hidden_bytes += b->end - b->begin;
	if (role == SPAMCLS_ROLE_BODY)
		read_block(r, b);
	else if (is_read(role))
		read_line(r, b, role);
}

/* How much there is to read. */
static void begin_samples(body_reader *r, const scls_split *split)
{
	r->paragraphs.limit = r->session->limits.body_bytes;
	r->lines.limit = r->paragraphs.limit / LINES_PART;
	for (uint32_t i = 0; i < r->page->n_blocks; i++) {
		const scls_block *b = &r->page->blocks[i];
		spamcls_role role = (spamcls_role)split->roles[i];

		if (role == SPAMCLS_ROLE_BODY && !is_line(b))
			r->paragraphs.total += b->end - b->begin;
		else if (is_read(role))
			r->lines.total += b->end - b->begin;
	}
}

static uint32_t count_of(const scls_body *body, size_t sign)
{
	uint32_t count;

	memcpy(&count, (const char *)body + signs[sign].counter,
	       sizeof(count));
	return count;
}

static void note(scls_spot *spot, const scls_block *b, uint32_t more)
{
	if (more <= spot->most)
		return;
	spot->begin = b->begin;
	spot->end = b->end;
	spot->most = more;
}

/* Grows with each block that says anything. */
static uint64_t read_so_far(const body_reader *r)
{
	return r->paragraphs.taken + r->lines.taken + r->body->hidden_bytes;
}

/* Notes where the block has more of a sign than those before. */
static void note_signs(body_reader *r, const scls_block *b, scls_spot *spots)
{
	scls_tricks_sum(&r->tricks, r->body);
	for (size_t k = 0; k < SIGNS; k++) {
		uint32_t count = count_of(r->body, k);

		note(&spots[signs[k].reason], b, count - r->counts[k]);
		r->counts[k] = count;
	}
}

static void read_one(body_reader *r, uint32_t i, spamcls_role role,
                     scls_spot *spots)
{
	const scls_block *b = &r->page->blocks[i];
	uint64_t before = read_so_far(r);

	if (!is_read(role) && !(b->within & SCLS_IN_HIDDEN))
		return;
	read_role(r, b, role);
	if (read_so_far(r) != before)
		note_signs(r, b, spots);
	/* The last block tells whether the body breaks off. */
	if (role == SPAMCLS_ROLE_BODY && r->body->cut_off)
		note(&spots[SCLS_V_CUT], b, i + 1);
}

/* Counts become those of the whole; those of headings and references hang on
 * the short lines alone. */
static void make_whole(const body_reader *r, scls_body *body)
{
	scls_sample all = { 0, r->paragraphs.at + r->lines.at,
		            r->paragraphs.taken + r->lines.taken, 0 };
	uint32_t *const of_all[] = {
		&body->units, &body->figures, &body->precise,
		&body->repeated, &body->pinyin, &body->fillers
	};
	uint32_t *const of_lines[] = {
		&body->headings, &body->stock, &body->references, &body->bare
	};

	for (size_t i = 0; i < sizeof(of_all) / sizeof(of_all[0]); i++)
		*of_all[i] = scls_sample_whole(&all, *of_all[i]);
	for (size_t i = 0; i < sizeof(of_lines) / sizeof(of_lines[0]); i++)
		*of_lines[i] = scls_sample_whole(&r->lines, *of_lines[i]);
	/* That nobody is named can be said of what was read alone. */
	if (all.taken < all.at / 2)
		body->named = 1;
}

/* Reads again for a person or a day, until there is one: where that may say
 * anything, which is seldom. */
static void find_named(const body_reader *first, const scls_split *split)
{
	body_reader r = *first;

	if (r.body->named || r.body->headings < SCLS_OUTLINE)
		return;
	r.for_names = 1;
	r.paragraphs.at = r.paragraphs.taken = 0;
	r.lines.at = r.lines.taken = 0;
	for (uint32_t i = 0; i < r.page->n_blocks && !r.body->named; i++) {
		const scls_block *b = &r.page->blocks[i];
		spamcls_role role = (spamcls_role)split->roles[i];
		scls_headline h;

		if (role == SPAMCLS_ROLE_BODY)
			(void)read_pieces(&r, b, &h);
		else if (is_read(role))
			(void)scls_sample_takes(&r.lines, b->end - b->begin);
	}
}

scls_status scls_body_from(spamcls_session *s, const scls_page *page,
                           const scls_split *split, scls_reading *reading)
{
	body_reader r;

	memset(reading, 0, sizeof(*reading));
	memset(&r, 0, sizeof(r));
	r.session = s;
	r.page = page;
	r.body = &reading->body;
	r.topic = &reading->topic;
	SCLS_TRY(scls_topic_init(r.topic, &s->arena));
	SCLS_TRY(scls_repeats_init(&r.repeats, &s->arena));
	r.tricks.filter = &s->db->tricks;
	begin_samples(&r, split);
	if (r.paragraphs.total > r.paragraphs.limit
	    || r.lines.total > r.lines.limit)
		reading->flags |= SPAMCLS_FLAG_SAMPLED_BODY;
	for (uint32_t i = 0; i < page->n_blocks; i++)
		read_one(&r, i, (spamcls_role)split->roles[i],
		         reading->spots);
	if (reading->flags)
		make_whole(&r, r.body);
	find_named(&r, split);
	r.body->stuffed = scls_repeats_stuffed(&r.repeats);
	r.body->title_topic = SCLS_NO_TOPIC;
	return SPAMCLS_OK;
}
