/*
 * link_joined.c - headlines in one line of HTML, as if each were a link; see
 * joined.h.
 *
 * Beside a menu of anchors a page may have its list as text, with bars between.
 */
#include "segment/joined.h"

/* So many of a line are a list. */
#define JOINED_LEAST 5u

/* Links that a page may get so, at most. */
#define MORE_MOST 16384u

/* Some signs at least stand in such a line, and no link does; code has bars,
 * too, and a footer says so when an office is open. */
static int may_be_joined(const scls_draft *draft, uint32_t i)
{
	const scls_block *block = &draft->page->blocks[i];
	const scls_shape *shape = &draft->lines[i].shape;

	return (shape->others + 1 >= JOINED_LEAST
	        || (shape->commas + 1 >= JOINED_LEAST && shape->stops == 0))
	       && block->link_bytes == 0
	       && !(block->within & (SCLS_IN_PRE | SCLS_IN_FOOTER));
}

/* How many links block i becomes, and the sign between them; 0: none. */
static uint32_t links_of(const scls_draft *draft, uint32_t i, uint32_t *sign)
{
	uint32_t parts = may_be_joined(draft, i)
		? scls_parts_of(draft, i, sign) : 0;

	return parts >= JOINED_LEAST ? parts : 0;
}

/* Writes the links of block i from *link on; returns behind them. */
static scls_page_link *put_parts(const scls_draft *draft, uint32_t i,
                                 uint32_t sign, scls_block *block,
                                 scls_page_link *link)
{
	const char *text = draft->page->text;
	scls_parts parts = { scls_block_text(draft->page, i), sign, 0 };
	scls_span part;

	while (scls_next_part(&parts, &part)) {
		if (part.size == 0)
			continue;
		link->begin = (uint32_t)(part.data - text);
		link->end = link->begin + (uint32_t)part.size;
		link->href = scls_span_of("");
		link++->block = i;
		block->n_links++;
		block->link_bytes += (uint32_t)part.size;
	}
	return link;
}

/* Writes the blocks and links of the draft's own page; returns behind the last
 * link. */
static scls_page_link *rewrite(const scls_draft *draft, scls_block *blocks,
                               scls_page_link *links)
{
	const scls_page *page = draft->page;
	scls_page_link *link = links;
	uint32_t more = 0, sign = 0;

	for (uint32_t i = 0; i < page->n_blocks; i++) {
		uint32_t n = more < MORE_MOST ? links_of(draft, i, &sign) : 0;

		blocks[i] = page->blocks[i];
		blocks[i].first_link = (uint32_t)(link - links);
		for (uint32_t k = 0; k < blocks[i].n_links; k++)
			*link++ = page->links[page->blocks[i].first_link + k];
		more += n;
		if (n > 0 && more <= MORE_MOST)
			link = put_parts(draft, i, sign, &blocks[i], link);
	}
	return link;
}

static scls_status make_page(scls_draft *draft, uint32_t more)
{
	scls_arena *arena = draft->arena;
	scls_page *page = scls_arena_take(arena, sizeof(*page));
	scls_block *blocks = scls_arena_take_array(
	        arena, (size_t)draft->page->n_blocks + 1, sizeof(*blocks));
	scls_page_link *links = scls_arena_take_array(
	        arena, (size_t)draft->page->n_links + more + 1,
	        sizeof(*links));

	if (page == NULL || blocks == NULL || links == NULL)
		return SPAMCLS_E_NOMEM;
	*page = *draft->page;
	page->n_links = (uint32_t)(rewrite(draft, blocks, links) - links);
	page->blocks = blocks;
	page->links = links;
	draft->page = page;
	return scls_draft_room(draft);
}

scls_status scls_link_joined(scls_draft *draft)
{
	const scls_block_line *lines = draft->lines, *line = lines;
	const scls_block_line *end = lines + draft->page->n_blocks;
	uint32_t more = 0, sign;

	/* Nearly all are done with at once. */
	for (; line < end; line++)
		if ((line->shape.others | line->shape.commas)
		    >= JOINED_LEAST - 1 && more <= MORE_MOST)
			more += links_of(draft, (uint32_t)(line - lines),
			                 &sign);
	return more > 0 ? make_page(draft, more) : SPAMCLS_OK;
}
