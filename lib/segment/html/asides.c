/* asides.c - see asides.h. */
#include "segment/html/asides.h"

#include "segment/html/link_head.h"

#define LABEL_BYTES 48u /* of a label, at most */

typedef struct asides {
	const scls_view *view;
	uint8_t *is_body;
} asides;

static int is_prose(const asides *a, uint32_t i)
{
	return i < a->view->n && scls_is_body_prose(a->view, i, a->is_body);
}

/* A headline, by itself or behind a label. */
static int may_be_aside(const asides *a, uint32_t i)
{
	const scls_page *page = a->view->draft->page;
	const scls_block *block = &page->blocks[i];
	const scls_page_link *link;

	if (block->n_links == 0
	    || !scls_is_of_links(block)
	    || scls_tag_is_heading(block->tag))
		return 0;
	link = &page->links[block->first_link];
	return scls_leads_elsewhere(link->href)
	       && scls_is_item_text(page, link)
	       && scls_is_headline(scls_link_text(page, link));
}

/* What stands before the first link of the block. */
static scls_span label_before(const asides *a, uint32_t i)
{
	const scls_page *page = a->view->draft->page;
	const scls_block *block = &page->blocks[i];
	const scls_page_link *link = &page->links[block->first_link];

	return scls_span_trim(scls_span_between(page->text, block->begin,
	                                        link->begin));
}

/* What stands at the link's own front, up to a colon; empty: nothing does. */
static scls_span label_within(const asides *a, uint32_t i)
{
	const scls_page *page = a->view->draft->page;
	scls_span text = scls_link_text(
	        page, &page->links[page->blocks[i].first_link]);

	for (size_t at = 0; at < text.size && at < LABEL_BYTES; at++)
		if (text.data[at] == ':'
		    || (text.size - at >= 3
		        && memcmp(text.data + at, "\xEF\xBC\x9A", 3) == 0))
			return (scls_span){ text.data, at };
	return scls_span_of("");
}

static int heads_list(const asides *a, scls_span label)
{
	return label.size > 0 && label.size <= LABEL_BYTES
	       && scls_phrase_of(a->view->draft->phrases, label)
	          == SCLS_PHRASE_LIST;
}

/* Whether words say what the link of block i is. */
static int is_said(const asides *a, uint32_t i)
{
	scls_span label = label_before(a, i);

	return heads_list(a, label)
	       || (label.size == 0
	           && (heads_list(a, label_within(a, i))
	               || (is_prose(a, i + 1)
	                   && a->view->draft->lines[i - 1].phrase
	                      == SCLS_PHRASE_LIST)));
}

/* The block itself, and what heads it. */
static void take_out(const asides *a, uint32_t i)
{
	a->is_body[i] = 0;
	if (a->view->draft->lines[i - 1].phrase == SCLS_PHRASE_LIST)
		a->is_body[i - 1] = 0;
}

void scls_asides_settle(const scls_view *view, uint8_t *is_body)
{
	asides a = { view, is_body };
	int behind = 0;

	for (uint32_t i = 0; i < view->n; i++) {
		if (!is_body[i])
			continue;
		if (!behind)
			behind = is_prose(&a, i);
		else if (may_be_aside(&a, i) && is_said(&a, i))
			take_out(&a, i);
	}
}
