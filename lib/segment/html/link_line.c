/* link_line.c - see link_line.h. */
#include "segment/html/link_line.h"

#include "segment/html/link_head.h"

#define LINKS_LEAST 5u
#define BODY_LEAST 3u /* paragraphs of a body */

/* Whether words stand between a link and the next one, as in a sentence. */
static int has_words(const scls_page *page, const scls_page_link *link)
{
	scls_shape shape;

	if (link[1].begin <= link[0].end)
		return 0;
	scls_shape_of(scls_span_between(page->text, link[0].end,
	                                link[1].begin), &shape);
	return shape.letters + shape.wide + shape.digits > 0;
}

/* What was text leads nowhere. */
static int leads_within(const scls_page_link *link)
{
	return link->href.size > 0 && !scls_leads_elsewhere(link->href);
}

/* Before the first link may stand what announces them. */
static int is_line(const scls_page *page, const scls_block *block)
{
	const scls_page_link *link;
	uint32_t n = block->n_links, items = 0;

	if (n < LINKS_LEAST
	    || block->link_bytes / 3 < (block->end - block->begin) / 4)
		return 0;
	link = &page->links[block->first_link];
	for (uint32_t k = 0; k < n; k++) {
		if (leads_within(&link[k])
		    || (k + 1 < n && has_words(page, &link[k])))
			return 0;
		items += (uint32_t)scls_is_item_text(page, &link[k]);
	}
	return items * 4 >= n * 3;
}

void scls_link_lines_settle(const scls_view *view, uint8_t *is_body)
{
	const scls_page *page = view->draft->page;
	uint32_t n = 0, behind = 0;

	for (uint32_t i = 0; i < view->n; i++) {
		if (!scls_is_body_prose(view, i, is_body))
			continue;
		n++;
		behind = i + 1;
	}
	if (n < BODY_LEAST)
		return;
	for (uint32_t i = behind; i < view->n; i++)
		if (is_body[i] && is_line(page, &page->blocks[i]))
			is_body[i] = 0;
}
