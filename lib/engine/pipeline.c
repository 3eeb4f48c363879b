/*
 * pipeline.c - from bytes to verdict, step by step; see session.h.
 */
#include "base/nat.h"
#include "engine/body.h"
#include "engine/links.h"
#include "engine/result_split.h"

/* What the steps hand to one another. */
typedef struct job {
	spamcls_session *s;
	const spamcls_input *input;
	scls_text text;
	scls_page page;
	scls_split split;
	scls_line *lines;
	int32_t *context;
	spamcls_link *links;
	scls_reading reading;
	scls_verdict verdict;
} job;

static scls_status decode(job *j)
{
	const spamcls_input *in = j->input;

	SCLS_TRY(scls_decode(j->s->decoder, in->data, in->size, in->charset,
	                     (size_t)j->s->limits.input_bytes, &j->text));
	j->s->result.flags = j->text.flags;
	j->s->result.charset = j->text.charset;
	j->s->result.charset_source = j->text.source;
	j->s->result.repairs = j->text.repairs;
	return SPAMCLS_OK;
}

static int is_links(const job *j)
{
	return j->input->kind == SPAMCLS_KIND_LINKS;
}

static scls_status read_page(job *j)
{
	spamcls_result *r = &j->s->result;
	scls_span text = { j->text.data, j->text.size };

	SCLS_TRY(scls_read_page(j->s->reader, text,
	                        is_links(j) ? SPAMCLS_KIND_TEXT
	                                    : j->input->kind,
	                        &j->s->limits, &j->page));
	r->flags |= j->page.flags;
	r->kind = is_links(j) ? SPAMCLS_KIND_LINKS : j->page.kind;
	r->text = j->page.text;
	r->text_size = j->page.text_size;
	r->text_is_input = j->text.is_input && j->page.text == j->text.data;
	r->input_offset = r->text_is_input ? (uint32_t)j->text.input_offset
	                                   : 0;
	if (j->page.n_blocks == 0)
		r->flags |= SPAMCLS_FLAG_EMPTY;
	return SPAMCLS_OK;
}

static scls_status show_split(job *j)
{
	return scls_result_split(j->s, &j->page, &j->split, &j->links);
}

static scls_status split(job *j)
{
	if (is_links(j))
		SCLS_TRY(scls_split_links(&j->s->arena, &j->page, &j->split));
	else
		SCLS_TRY(scls_split_page(&j->s->arena, j->s->db->phrases,
		                         &j->page, &j->split));
	return show_split(j);
}

/* Measures line i; its score is to come. */
static scls_status measure_line(job *j, size_t i)
{
	scls_span text = scls_span_between(j->page.text, j->links[i].begin,
	                                   j->links[i].end);
	scls_headline_score one;

	SCLS_TRY(scls_batch_add(j->s, text, 0, &one));
	j->s->result.flags |= one.flags;
	j->links[i].family = one.family;
	scls_line_from(j->s->db, &one, j->links[i].list, &j->lines[i]);
	j->lines[i].topic = scls_topic_share(&j->reading.topic, &one.headline);
	return SPAMCLS_OK;
}

/* Weighs the lines that wait, which stand before end. */
static void weigh_lines(job *j, scls_line *end)
{
	uint32_t n = scls_batch_weigh(j->s);

	for (uint32_t i = 0; i < n; i++)
		(end - n)[i].score = j->s->batch.scores[i];
}

static scls_status score_lines(job *j)
{
	size_t n = j->split.n_items;

	j->lines = scls_arena_take_array(&j->s->arena, n + 1,
	                                 sizeof(*j->lines));
	j->context = scls_arena_take_array(&j->s->arena, n + 1,
	                                   sizeof(*j->context));
	if (!j->lines || !j->context)
		return SPAMCLS_E_NOMEM;
	scls_batch_begin(j->s);
	for (size_t i = 0; i < n; i++) {
		SCLS_TRY(measure_line(j, i));
		if (j->s->batch.full || i + 1 == n)
			weigh_lines(j, &j->lines[i] + 1);
	}
	return SPAMCLS_OK;
}

static scls_status score_title(job *j)
{
	const spamcls_result *r = &j->s->result;
	scls_span text = scls_span_between(j->page.text, r->title_begin,
	                                   r->title_end);
	scls_headline_score score;

	if (text.size == 0)
		return SPAMCLS_OK;
	SCLS_TRY(scls_score_one(j->s, text, 0, &score));
	scls_body_title(j->s->db, &score, &j->reading.topic, &j->reading.body);
	return SPAMCLS_OK;
}

/* Each line gets what its list adds; labels follow from the sum. */
static void rescore_links(job *j)
{
	for (size_t i = 0; i < j->split.n_items; i++) {
		spamcls_link *l = &j->links[i];

		l->context = j->context[i];
		l->score = j->lines[i].score + l->context;
		l->probability = scls_probability_of(j->s->db, l->score);
		l->label = scls_label_of(j->s->db, l->score);
	}
}

/* The marked links' skeletons; an ordinary page pays nothing for this. */
static scls_status name_skeletons(job *j)
{
	for (size_t i = 0; i < j->split.n_items; i++) {
		spamcls_link *l = &j->links[i];
		scls_span text = scls_span_between(j->page.text, l->begin,
		                                   l->end);
		scls_headline headline;
		uint32_t size;

		if (l->label == SPAMCLS_LABEL_CLEAN)
			continue;
		scls_analyze(j->s->analyzer, text, &headline);
		l->skeleton = scls_skeleton_text(&headline, &j->s->arena,
		                                 &size);
		if (!l->skeleton)
			return SPAMCLS_E_NOMEM;
	}
	return SPAMCLS_OK;
}

static int is_of_title(uint32_t id)
{
	return id == SCLS_V_TITLE || id == SCLS_V_SUFFIX || id == SCLS_V_JUMP;
}

/* Evidence of a list is the list itself, of the body the block that has most
 * of it. */
static void set_evidence(const job *j, const scls_reason *from,
                         spamcls_reason *to)
{
	const scls_spot *spot = &j->reading.spots[from->id];

	to->begin = to->end = 0;
	if (from->list < j->s->result.n_lists) {
		to->begin = j->s->result.lists[from->list].begin;
		to->end = j->s->result.lists[from->list].end;
	} else if (is_of_title(from->id)) {
		to->begin = j->s->result.title_begin;
		to->end = j->s->result.title_end;
	} else if (spot->most > 0) {
		to->begin = spot->begin;
		to->end = spot->end;
	}
}

static scls_status make_reasons(job *j)
{
	const scls_verdict *v = &j->verdict;
	spamcls_reason *out = scls_arena_take_array(
	        &j->s->arena, v->n_reasons + 1u, sizeof(*out));

	if (!out)
		return SPAMCLS_E_NOMEM;
	for (uint32_t i = 0; i < v->n_reasons; i++) {
		const scls_reason *from = &v->reasons[i];

		out[i].name = scls_reason_name(from->id);
		out[i].weight = from->weight;
		out[i].message_en = scls_reason_text_en(from->id,
		                                        from->weight);
		out[i].message_zh = scls_reason_text_zh(from->id,
		                                        from->weight);
		set_evidence(j, from, &out[i]);
	}
	j->s->result.reasons = out;
	j->s->result.n_reasons = v->n_reasons;
	j->s->result.verdict = v->verdict;
	j->s->result.probability = v->probability;
	j->s->result.score = v->score;
	return SPAMCLS_OK;
}

static scls_status judge(job *j)
{
	SCLS_TRY(scls_body_from(j->s, &j->page, &j->split, &j->reading));
	j->s->result.flags |= j->reading.flags;
	SCLS_TRY(score_lines(j));
	SCLS_TRY(score_title(j));
	SCLS_TRY(scls_judge(&j->s->arena, j->lines, j->split.n_items,
	                    &j->reading.body, j->context, &j->verdict));
	rescore_links(j);
	SCLS_TRY(name_skeletons(j));
	return make_reasons(j);
}

/* 1/1024 nat above what is suspect: of lines that nothing but their words makes
 * a list of, more is asked than of a list; anchors are links, whatever is made
 * of them. */
#define SURE (5 * SCLS_NAT)

static int has_anchors(const job *j)
{
	return j->page.kind == SPAMCLS_KIND_HTML && j->page.n_links > 0;
}

/* Not 0 where the lines that were taken for links lead somewhere: rows without
 * anchors do by a button beside each. */
static int are_links(const job *bare)
{
	return has_anchors(bare)
	       && (!bare->split.bare_rows
	           || (bare->split.n_items > 0
	               && bare->split.items[0].href.size > 0));
}

static int is_sure(const job *bare)
{
	return bare->verdict.verdict == SPAMCLS_FARM
	       && (are_links(bare) || scls_above_suspect(bare->verdict.score)
	                              >= SURE);
}

/* Splits the page as if from that block on it were nothing but links; alone:
 * as if no other list were on it. */
static scls_status take_for_links(job *j, uint32_t from, int alone)
{
	SCLS_TRY(scls_split_bare(&j->s->arena, j->s->db->phrases, &j->page,
	                         from, alone, &j->split));
	return show_split(j);
}

/* Whether one of some lines leans towards a template: of ordinary ones hardly
 * any does, of a farm's most do. */
static scls_status some_lean(const job *j, int *lean)
{
	*lean = 0;
	for (uint32_t k = 0; k < j->split.n_asked && !*lean; k++) {
		scls_headline_score one;

		SCLS_TRY(scls_score_one(j->s, j->split.asked[k],
		                        0, &one));
		*lean = one.score > 0;
	}
	return SPAMCLS_OK;
}

/* The block of the first line that leans so: what stands before may be the
 * page's own.  Of anchors the block of its list's first. */
static uint32_t first_leaning(const job *bare)
{
	const scls_split *split = &bare->split;
	uint32_t i = 0;

	while (i < split->n_items && bare->lines[i].score <= 0)
		i++;
	if (i + SCLS_BARE_LEAST > split->n_items)
		i = 0;
	else if (has_anchors(bare))
		i = split->lists[split->items[i].list].first_item;
	return split->items[i].block;
}

/* Whether the page is surely a farm's if it is split so, and from where on. */
static scls_status judge_bare(job *bare, int *is_farm, uint32_t *from)
{
	SCLS_TRY(some_lean(bare, is_farm));
	if (!*is_farm)
		return SPAMCLS_OK;
	SCLS_TRY(take_for_links(bare, bare->split.bare, 1));
	SCLS_TRY(judge(bare));
	*is_farm = is_sure(bare);
	*from = first_leaning(bare);
	return SPAMCLS_OK;
}

/*
 * Text whose end may be nothing but links, and links that are taken for body,
 * are split as such where that makes a farm of it: by their shape alone
 * headlines without a body are no list, for verses and wrapped lines have the
 * same, and a body's table may link all of its rows.
 */
static scls_status split_bare(job *j)
{
	spamcls_result before = j->s->result;
	uint32_t from = 0;
	job bare = *j;
	int is_farm;

	SCLS_TRY(judge_bare(&bare, &is_farm, &from));
	j->s->result = before;
	return is_farm ? take_for_links(j, from, 0) : SPAMCLS_OK;
}

/* What a result lends out does not hang on the input. */
static scls_status keep_url(spamcls_session *s, const char *url)
{
	if (!url)
		return SPAMCLS_OK;
	s->result.url = scls_arena_copy(&s->arena, url, strlen(url));
	return s->result.url ? SPAMCLS_OK : SPAMCLS_E_NOMEM;
}

/* The last call's result ends here; this one's is that of no text so far. */
static scls_status begin(job *j, spamcls_session *s,
                         const spamcls_input *input)
{
	memset(j, 0, sizeof(*j));
	j->s = s;
	j->input = input;
	s->has_result = 0;
	scls_arena_reset(&s->arena);
	memset(&s->result, 0, sizeof(s->result));
	s->result.text = "";
	s->result.kind = SPAMCLS_KIND_TEXT;
	s->result.verdict = SPAMCLS_NO_VERDICT;
	s->result.db_id = s->db->id;
	return keep_url(s, input->url);
}

scls_status scls_classify(spamcls_session *s, const spamcls_input *input,
                          int score)
{
	job j;

	SCLS_TRY(begin(&j, s, input));
	SCLS_TRY(decode(&j));
	if (!(j.text.flags & SPAMCLS_FLAG_NOT_TEXT)) {
		SCLS_TRY(read_page(&j));
		SCLS_TRY(split(&j));
		if (j.split.bare < j.split.n_roles)
			SCLS_TRY(split_bare(&j));
		if (score)
			SCLS_TRY(judge(&j));
	}
	s->has_result = 1;
	s->behind_result = scls_arena_here(&s->arena);
	return SPAMCLS_OK;
}
