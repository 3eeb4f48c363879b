/* link_head.c - see link_head.h. */
#include "segment/html/link_head.h"

#include "segment/split_lists.h"

/* What the text of a link must have to be an item: bytes, which cost least to
 * ask, columns, and letters and digits.  That it is a link its anchor says, so
 * this is less than scls_shape_is_headline asks. */
#define ITEM_BYTES 10u
#define ITEM_WIDTH 12u
#define ITEM_TEXT 8u

int scls_is_item_text(const scls_page *page, const scls_page_link *link)
{
	scls_span text = scls_link_text(page, link);
	scls_shape shape;

	if (text.size < ITEM_BYTES)
		return 0;
	scls_shape_of(text, &shape);
	return shape.width >= ITEM_WIDTH
	       && shape.letters + shape.wide + shape.digits >= ITEM_TEXT;
}

/* What of the link stands in blocks first to last. */
static scls_page_link part_of(const scls_page *page,
                              const scls_page_link *link, uint32_t first,
                              uint32_t last)
{
	scls_page_link part = *link;

	if (first > link->block)
		part.begin = page->blocks[first].begin;
	if (page->blocks[last].end < link->end)
		part.end = page->blocks[last].end;
	part.block = first;
	return part;
}

int scls_is_label(const scls_draft *draft, uint32_t i)
{
	const scls_shape *shape = &draft->lines[i].shape;
	scls_span rest;

	return draft->lines[i].phrase != SCLS_PHRASE_NONE
	       || shape->digits * 2 >= shape->letters + shape->wide
	       || scls_line_date(draft, i, &rest) == SCLS_DATE_BESIDE_LITTLE;
}

static int may_head(const scls_draft *draft, const scls_page_link *link,
                    uint32_t i)
{
	scls_page_link part = part_of(draft->page, link, i, i);

	return !scls_is_label(draft, i)
	       && scls_is_item_text(draft->page, &part);
}

/* The block that heads the link, which ends before block end; or end. */
static uint32_t head_of(const scls_draft *draft, const scls_page_link *link,
                        uint32_t end)
{
	const scls_block *blocks = draft->page->blocks;
	int headings = 0;
	uint32_t i;

	for (i = link->block; i < end; i++) {
		if (!scls_tag_is_heading(blocks[i].tag))
			continue;
		if (may_head(draft, link, i))
			return i;
		headings = 1;
	}
	for (i = link->block; i < end && scls_is_label(draft, i); )
		i++;
	return !headings && i < end && may_head(draft, link, i) ? i : end;
}

/* Two lines of one element: of paragraphs the last alone stands outside what
 * is open within.  Elements of a page's own that stand beside each other are no
 * containers, but have paths of their own. */
static int are_lines(const scls_page *page, uint32_t i, uint32_t j)
{
	const scls_block *a = &page->blocks[i], *b = &page->blocks[j];

	return a->container == b->container && a->tag == b->tag
	       && (a->tag == SCLS_TAG_P ? a->path != b->path
	           : a->path == b->path || a->depth != b->depth);
}

/* Whether blocks from to end - 1 tell of the headline: a teaser, an author; a
 * day, a rank or a step to the next page does not. */
static int tell_more(const scls_draft *draft, uint32_t from, uint32_t end)
{
	while (from < end && draft->lines[from].phrase != SCLS_PHRASE_META
	       && scls_is_label(draft, from))
		from++;
	return from < end;
}

scls_page_link scls_link_head(const scls_draft *draft, uint32_t i)
{
	const scls_page *page = draft->page;
	const scls_page_link *link = &page->links[i];
	uint32_t end = link->block + 1, first, last;

	while (end < page->n_blocks && page->blocks[end].begin < link->end)
		end++;
	if (end == link->block + 1)
		return *link;
	first = last = head_of(draft, link, end);
	if (first == end)
		return *link;
	while (first > link->block && are_lines(page, first - 1, first))
		first--;
	while (last + 1 < end && are_lines(page, last, last + 1))
		last++;
	return tell_more(draft, link->block, first)
	       || tell_more(draft, last + 1, end)
	               ? part_of(page, link, first, last) : *link;
}
