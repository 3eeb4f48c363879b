/* view.c - a page added up; see traits.h. */
#include "base/hash.h"
#include "segment/line/overlap.h"
#include "segment/html/traits.h"

static scls_status take_room(scls_view *view)
{
	scls_arena *arena = view->draft->arena;
	size_t n = (size_t)view->n + 1;

	view->notes = scls_arena_take_array(arena, n, sizeof(*view->notes));
	view->before = scls_arena_take_array(arena, n, sizeof(*view->before));
	view->last_prose = scls_arena_take_array(arena, n, sizeof(uint32_t));
	view->next_prose = scls_arena_take_array(arena, n, sizeof(uint32_t));
	if (view->notes == NULL || view->before == NULL
	    || view->last_prose == NULL || view->next_prose == NULL)
		return SPAMCLS_E_NOMEM;
	SCLS_TRY(scls_groups_begin(&view->paths, arena, view->n));
	SCLS_TRY(scls_groups_begin(&view->boxes, arena, view->n));
	SCLS_TRY(scls_groups_begin(&view->kins, arena, view->n));
	SCLS_TRY(scls_groups_begin(&view->outers, arena, view->n));
	return scls_groups_begin(&view->texts, arena, view->n);
}

static int is_prose(const scls_shape *shape, const scls_block *block)
{
	return scls_is_prose(shape) && !scls_is_of_links(block);
}

static scls_sum sum_of(const scls_view *view, uint32_t i)
{
	const scls_block *block = &view->draft->page->blocks[i];
	const scls_shape *shape = &view->draft->lines[i].shape;
	scls_note *note = &view->notes[i];
	uint32_t bytes = block->end - block->begin;
	scls_sum sum;

	note->prose = (uint8_t)is_prose(shape, block);
	note->headline = (uint8_t)scls_shape_is_headline(shape);
	note->link_width = bytes == 0 ? 0
		: (uint32_t)((uint64_t)shape->width * block->link_bytes
		             / bytes);
	note->link_pm = scls_per_mille(note->link_width, shape->width);
	sum.n = 1;
	sum.width = shape->width;
	sum.link_width = note->link_width;
	sum.stops = shape->stops;
	sum.prose = note->prose;
	sum.prose_width = note->prose ? shape->width : 0;
	sum.headlines = note->headline;
	sum.bullets = block->bullet;
	return sum;
}

static void add_up(scls_view *view)
{
	const scls_page *page = view->draft->page;

	memset(&view->before[0], 0, sizeof(view->before[0]));
	for (uint32_t i = 0; i < view->n; i++) {
		const scls_block *block = &page->blocks[i];
		scls_span text = scls_block_text(page, i);
		scls_note *note = &view->notes[i];
		uint64_t hash = scls_hash_text(text.data, text.size);
		scls_sum sum = sum_of(view, i);

		note->path = scls_groups_add(&view->paths, block->path, &sum);
		note->box = scls_groups_add(&view->boxes, block->container,
		                            &sum);
		note->kin = scls_groups_add(&view->kins, block->kin, &sum);
		note->outer = scls_groups_add(&view->outers, block->outer,
		                              &sum);
		note->text = scls_groups_add(&view->texts, (uint32_t)hash,
		                             &sum);
		view->before[i + 1] = view->before[i];
		scls_sum_add(&view->before[i + 1], &sum);
	}
}

static void find_signs(scls_view *view)
{
	uint16_t since_phrase = SCLS_FAR_AWAY;
	uint16_t since_heading = SCLS_FAR_AWAY;
	uint8_t phrase = SCLS_PHRASE_NONE;

	for (uint32_t i = 0; i < view->n; i++) {
		uint8_t tag = view->draft->page->blocks[i].tag;
		scls_note *note = &view->notes[i];

		note->since_phrase = since_phrase;
		note->since_heading = since_heading;
		note->last_phrase = phrase;
		since_phrase = scls_one_farther(since_phrase);
		since_heading = scls_one_farther(since_heading);
		if (scls_phrase_is_telling(view->draft->lines[i].phrase)) {
			phrase = view->draft->lines[i].phrase;
			since_phrase = 1;
		}
		if (scls_tag_is_heading(tag))
			since_heading = 1;
	}
}

static void find_runs(scls_view *view)
{
	const scls_block *blocks = view->draft->page->blocks;

	for (uint32_t i = 0; i < view->n; i++)
		view->notes[i].run_before =
			i > 0 && blocks[i].path == blocks[i - 1].path
			? scls_one_farther(view->notes[i - 1].run_before) : 0;
	for (uint32_t i = view->n; i-- > 0; )
		view->notes[i].run_after =
			i + 1 < view->n && blocks[i].path == blocks[i + 1].path
			? scls_one_farther(view->notes[i + 1].run_after) : 0;
}

/* The title is <title>, or the first block. */
static scls_status compare(scls_view *view)
{
	const scls_page *page = view->draft->page;
	scls_pieces *pieces = scls_arena_take(view->draft->arena,
	                                      sizeof(*pieces));
	scls_span text = scls_span_between(page->text, page->title_begin,
	                                   page->title_end);

	if (pieces == NULL)
		return SPAMCLS_E_NOMEM;
	memset(pieces, 0, sizeof(*pieces));
	pieces->text_end = page->text + page->text_size;
	if (text.size == 0 && view->n > 0)
		text = scls_block_text(page, 0);
	scls_pieces_ask(pieces, text);
	for (uint32_t i = 0; i < view->n; i++) {
		scls_overlap found = scls_pieces_add(pieces,
		                                     scls_block_text(page, i));

		view->notes[i].title_pm = found.asked;
		view->notes[i].seen_pm = found.grown;
	}
	return SPAMCLS_OK;
}

/* Blocks of the page with any of the bits, tags and shapes the traits ask. */
typedef struct tally {
	uint32_t article, main, content, comments, lists, tables, headings;
	uint32_t han, wide, chars, top_path;
} tally;

static void tally_block(const scls_view *view, uint32_t i, tally *t)
{
	const scls_block *block = &view->draft->page->blocks[i];
	const scls_shape *shape = &view->draft->lines[i].shape;
	uint32_t path = view->paths.sums[view->notes[i].path].width;

	t->article += (block->within & SCLS_IN_ARTICLE) != 0;
	t->main += (block->within & SCLS_IN_MAIN) != 0;
	t->content += (block->within & SCLS_IN_CONTENT) != 0;
	t->comments += (block->within & SCLS_IN_COMMENTS) != 0;
	t->lists += (block->within & SCLS_IN_LIST) != 0;
	t->tables += (block->within & SCLS_IN_TABLE) != 0;
	t->headings += (uint32_t)scls_tag_is_heading(block->tag);
	t->han += shape->han;
	t->wide += shape->wide;
	t->chars += shape->chars;
	if (path > t->top_path)
		t->top_path = path;
}

static void page_traits(scls_view *view)
{
	const scls_sum *all = &view->before[view->n];
	uint32_t n = view->n;
	int32_t *to = view->page;
	tally t = { 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0 };

	for (uint32_t i = 0; i < n; i++)
		tally_block(view, i, &t);
	*to++ = scls_capped(n, 5000);
	*to++ = scls_capped(all->width, 100000);
	*to++ = scls_per_mille(all->link_width, all->width);
	*to++ = scls_capped(all->prose, 1000);
	*to++ = scls_per_mille(all->prose_width, all->width);
	*to++ = scls_per_mille(t.han, t.chars);
	*to++ = scls_per_mille(t.wide, t.chars);
	*to++ = scls_per_mille(t.article, n);
	*to++ = scls_per_mille(t.main, n);
	*to++ = scls_per_mille(t.content, n);
	*to++ = scls_per_mille(t.comments, n);
	*to++ = scls_per_mille(t.lists, n);
	*to++ = scls_per_mille(t.tables, n);
	*to++ = scls_capped(t.headings, 200);
	*to++ = scls_per_mille(all->headlines, n);
	*to = scls_per_mille(t.top_path, all->width);
}

scls_status scls_view_begin(scls_view *view, const scls_draft *draft)
{
	memset(view, 0, sizeof(*view));
	view->draft = draft;
	view->n = draft->page->n_blocks;
	SCLS_TRY(take_room(view));
	add_up(view);
	scls_find_nearest(&view->notes->prose, sizeof(*view->notes), view->n,
	                  view->last_prose, view->next_prose);
	find_signs(view);
	find_runs(view);
	SCLS_TRY(compare(view));
	SCLS_TRY(scls_view_alike(view));
	page_traits(view);
	return SPAMCLS_OK;
}
