/*
 * link_rows.c - rows of headlines that are no anchors, as if they were; see
 * bare.h.
 *
 * A list's headlines may be text beside a button, or what a script leads from:
 * items, buttons and options without an anchor.
 */
#include "segment/bare.h"
#include "segment/html/html_list.h"

#include "base/hash.h"
#include "base/tally.h"

#include <string.h>

/* What is known of the blocks that may be rows. */
typedef struct rows {
	scls_draft *draft;
	scls_span *texts;   /* by block: its headline; empty: no row */
	uint32_t *run;      /* by block: the number of its run */
	uint32_t *last;     /* by kind: the last row so far */
	uint32_t *n_rows;   /* by run */
	scls_tally kinds;
	uint32_t n_runs, n_found;
} rows;

/* What of a block stands beside its only link: before it or behind. */
static scls_span beside_link(const scls_page *page, const scls_block *block)
{
	const scls_page_link *link = &page->links[block->first_link];
	uint32_t begin = block->begin, end = block->end;

	if (link->end == end)
		end = link->begin;
	else if (link->begin == begin)
		begin = link->end;
	else
		return scls_span_of("");
	return scls_span_trim(scls_span_between(page->text, begin, end));
}

/* The headline of block i where it may be a row; else empty.  Lines of code are
 * alike, too. */
static scls_span headline_of(const scls_draft *draft, uint32_t i)
{
	const scls_page *page = draft->page;
	const scls_block *block = &page->blocks[i];
	scls_span text = scls_span_of("");

	if (draft->lines[i].phrase != SCLS_PHRASE_NONE
	    || (block->within & SCLS_IN_PRE) || scls_is_html_title(page, i))
		return text;
	if (block->n_links == 0 && block->link_bytes == 0) {
		if (scls_shape_is_headline(&draft->lines[i].shape))
			text = scls_block_text(page, i);
	} else if (block->n_links == 1 && !scls_is_of_links(block)) {
		text = beside_link(page, block);
		if (!scls_is_headline(text))
			text.size = 0;
	}
	return scls_ends_sentence(text) ? scls_span_of("") : text;
}

/* Rows of one kind stand alike, and so do their buttons. */
static uint64_t kind_of(const scls_page *page, const scls_block *block)
{
	scls_span button = block->n_links > 0
		? scls_link_text(page, &page->links[block->first_link])
		: scls_span_of("");

	return scls_hash_text(button.data, button.size) ^ block->path;
}

static scls_status take_room(rows *r, scls_draft *draft)
{
	size_t n = (size_t)draft->page->n_blocks + 1;

	memset(r, 0, sizeof(*r));
	r->draft = draft;
	r->texts = scls_arena_take_array(draft->arena, n, sizeof(*r->texts));
	r->run = scls_arena_take_array(draft->arena, n, 3 * sizeof(*r->run));
	if (r->texts == NULL || r->run == NULL)
		return SPAMCLS_E_NOMEM;
	r->last = r->run + n;
	r->n_rows = r->last + n;
	return scls_tally_init(&r->kinds, draft->arena, n);
}

/* So far apart two rows of a run may stand: what is told of one, a row that is
 * no headline, and what is told of that. */
#define ROWS_APART (2 * (SCLS_LIST_GAP + 1))

/* A row goes on with the run of the one before of its kind, if that is near. */
static void add_row(rows *r, uint32_t i)
{
	const scls_page *page = r->draft->page;
	uint32_t before = r->kinds.distinct;
	uint32_t kind = scls_tally_add(&r->kinds,
	                               kind_of(page, &page->blocks[i]));

	if (kind >= before || i - r->last[kind] > ROWS_APART) {
		r->run[i] = r->n_runs++;
		r->n_rows[r->run[i]] = 0;
	} else {
		r->run[i] = r->run[r->last[kind]];
	}
	r->n_rows[r->run[i]]++;
	r->last[kind] = i;
}

/* Whether row i is one of enough. */
static int is_of_run(const rows *r, uint32_t i)
{
	return r->texts[i].size > 0 && r->n_rows[r->run[i]] >= SCLS_BARE_LEAST;
}

/* Finds runs; forgets the rows of those that are too short, and of what stands
 * right behind headings that are rows: it tells of them, as a teaser that is
 * cut off and so looks like a headline does. */
static void find_rows(rows *r)
{
	const scls_page *page = r->draft->page;
	uint32_t heading = SCLS_NO_BLOCK;

	for (uint32_t i = 0; i < page->n_blocks; i++) {
		r->texts[i] = headline_of(r->draft, i);
		if (r->texts[i].size > 0)
			add_row(r, i);
	}
	for (uint32_t i = 0; i < page->n_blocks; i++) {
		if (!is_of_run(r, i))
			r->texts[i].size = 0;
		else if (scls_tag_is_heading(page->blocks[i].tag))
			heading = i;
		else if (scls_distance(i, heading) <= (int32_t)SCLS_LIST_GAP)
			r->texts[i].size = 0;
		r->n_found += r->texts[i].size > 0;
	}
}

/* A row's headline as its only link, which goes where its button does. */
static void put_row(const rows *r, uint32_t i, scls_page_link *link)
{
	const scls_page *page = r->draft->page;

	link->begin = (uint32_t)(r->texts[i].data - page->text);
	link->end = link->begin + (uint32_t)r->texts[i].size;
	link->href = scls_block_href(page, i);
	link->block = i;
}

/* Writes the blocks and links of the draft's own page. */
static void rewrite(const rows *r, scls_block *blocks, scls_page_link *links,
                    uint8_t *is_row)
{
	const scls_page *page = r->draft->page;
	uint32_t n = 0, from = 0;

	for (uint32_t i = 0; i < page->n_blocks; i++) {
		uint32_t first = n;

		is_row[i] = r->texts[i].size > 0;
		if (is_row[i])
			put_row(r, i, &links[n++]);
		for (; from < page->n_links && page->links[from].block <= i;
		     from++)
			if (!is_row[i])
				links[n++] = page->links[from];
		blocks[i] = page->blocks[i];
		blocks[i].first_link = first;
		if (!is_row[i])
			continue;
		blocks[i].n_links = 1;
		blocks[i].link_bytes = blocks[i].end - blocks[i].begin;
	}
}

static scls_status make_page(rows *r)
{
	scls_draft *draft = r->draft;
	size_t n = (size_t)draft->page->n_blocks + 1;
	size_t n_links = (size_t)draft->page->n_links + r->n_found;
	scls_page *page = scls_arena_take(draft->arena, sizeof(*page));
	scls_block *blocks = scls_arena_take_array(draft->arena, n,
	                                           sizeof(*blocks));
	scls_page_link *links = scls_arena_take_array(draft->arena, n_links,
	                                              sizeof(*links));
	uint8_t *is_row = scls_arena_take_array(draft->arena, n, 1);

	if (page == NULL || blocks == NULL || links == NULL || is_row == NULL)
		return SPAMCLS_E_NOMEM;
	rewrite(r, blocks, links, is_row);
	*page = *draft->page;
	page->blocks = blocks;
	page->links = links;
	page->n_links = blocks[n - 2].first_link + blocks[n - 2].n_links;
	draft->page = page;
	draft->is_row = is_row;
	return SPAMCLS_OK;
}

scls_status scls_link_rows(scls_draft *draft)
{
	rows r;

	SCLS_TRY(take_room(&r, draft));
	find_rows(&r);
	return r.n_found > 0 ? make_page(&r) : SPAMCLS_OK;
}
