/*
 * link_head.h - what of a link is its headline.
 *
 * Pages of today put a whole card into one link: a section's name, a headline,
 * a teaser, a day.  Read as one line that is no headline at all.
 */
#ifndef SCLS_SEGMENT_LINK_HEAD_H
#define SCLS_SEGMENT_LINK_HEAD_H

#include "segment/split_draft.h"

/*
 * Link i; of one around several elements what heads it, all lines of that: its
 * first heading that may be an item or, without headings, the first element
 * that is no date, number or word of a page's own.  Where that may be no item,
 * or the others are nothing but days, numbers and steps: all of the link.
 */
scls_page_link scls_link_head(const scls_draft *draft, uint32_t i);

/* Whether block i is a date, a number or a word of a page's own, as they stand
 * before headlines. */
int scls_is_label(const scls_draft *draft, uint32_t i);

/* Whether the link's text is long enough for an item. */
int scls_is_item_text(const scls_page *page, const scls_page_link *link);

/* Not 0 where a link goes to no place of its own page. */
static inline int scls_leads_elsewhere(scls_span href)
{
	return href.size > 0 && href.data[0] != '#';
}

#endif
