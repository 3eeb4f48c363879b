/* html_list.h - the link lists of an HTML page. */
#ifndef SCLS_SEGMENT_HTML_LIST_H
#define SCLS_SEGMENT_HTML_LIST_H

#include "segment/split_draft.h"

/* Blocks without a headline that may stand between two items: dates, teasers,
 * pictures' captions. */
#define SCLS_LIST_GAP 4u

/* Whether block i can head a list: a phrase that says so, or a heading element
 * that is no link itself. */
int scls_is_list_heading(const scls_draft *draft, uint32_t i);

/* Whether two blocks stand alike, as the items of one list do: classes may
 * differ, of the first one, of every other one. */
static inline int scls_are_alike(const scls_page *page, uint32_t i, uint32_t j)
{
	return page->blocks[i].path == page->blocks[j].path;
}

/* What is told of each link of a list stands beside each: how many blocks right
 * before block i, or right behind it, stand as those beside block `like`, which
 * is farther from the list's end, `most` at most. */
uint32_t scls_alike_before(const scls_page *page, uint32_t i, uint32_t like,
                           uint32_t most);
uint32_t scls_alike_behind(const scls_page *page, uint32_t i, uint32_t like,
                           uint32_t most);

/*
 * Gathers the links that stand outside the body into lists and gives their
 * blocks and headings their roles; is_body has a byte a block.
 */
void scls_html_lists(scls_draft *draft, const uint8_t *is_body);

#endif
