/* split_lists.c - lists and their items; see split_lists.h. */
#include "segment/split_lists.h"

#include "base/utf8.h"
#include "segment/line/columns.h"
#include "segment/line/date.h"
#include "segment/line/level.h"

#define DATE_DIGITS 4u /* of a date, at least */
#define LAST_GAP 2u    /* columns before views that stand beside a link */

void scls_list_open(scls_draft *draft, uint32_t heading, spamcls_role role,
                    int trailing)
{
	scls_list *list = &draft->lists[draft->n_lists];

	memset(list, 0, sizeof(*list));
	list->first_item = draft->n_items;
	list->trailing = trailing;
	list->role = (uint8_t)role;
	if (heading < draft->page->n_blocks) {
		list->heading_begin = draft->page->blocks[heading].begin;
		list->heading_end = draft->page->blocks[heading].end;
	}
}

/* White space, but for what tells how the sign before it looks. */
static int is_blank(uint32_t c)
{
	return scls_mark_of(c) == SCLS_MARK_SPACE
	       && (c < 0xfe00 || c > 0xfe0f);
}

/* Where the last code point of text that is no white space ends, or begin. */
static size_t solid_end(const char *text, size_t begin, size_t end)
{
	size_t next;

	for (size_t at = end; at-- > begin;) {
		if (scls_utf8_goes_on(text[at]))
			continue;
		next = at;
		if (!is_blank(scls_utf8_next(text, end, &next)))
			return next;
	}
	return begin;
}

/* A link says itself where its text begins: bullets are the business of
 * plain text. */
static void trim(const char *text, int bullets, uint32_t *begin,
                 uint32_t *end)
{
	size_t at = *begin;

	while (at < *end) {
		size_t next = at;
		uint32_t c = scls_utf8_next(text, *end, &next);

		if (scls_mark_of(c) != SCLS_MARK_SPACE
		    && !(bullets && scls_is_bullet(text, *end, at, c)))
			break;
		at = next;
	}
	*begin = (uint32_t)at;
	*end = (uint32_t)solid_end(text, at, *end);
}

void scls_list_add(scls_draft *draft, const scls_item *item)
{
	scls_list *list = &draft->lists[draft->n_lists];
	scls_item *to = &draft->items[draft->n_items];

	if (draft->n_items >= draft->max_items)
		return;
	*to = *item;
	trim(draft->page->text, !draft->has_anchors,
	     &to->begin, &to->end);
	if (to->begin >= to->end)
		return;
	to->list = draft->n_lists;
	if (list->n_items == 0)
		list->begin = to->begin;
	list->end = to->end;
	list->n_items++;
	draft->n_items++;
}

static scls_span line_text(const scls_page *page, uint32_t i)
{
	uint32_t begin = page->blocks[i].begin, end = page->blocks[i].end;

	trim(page->text, 1, &begin, &end);
	return scls_span_between(page->text, begin, end);
}

scls_date_beside scls_line_date(const scls_draft *draft, uint32_t i,
                                scls_span *rest)
{
	scls_span line;

	if (draft->lines[i].shape.digits < DATE_DIGITS)
		return SCLS_NO_DATE;
	line = line_text(draft->page, i);
	*rest = scls_without_date(line);
	if (rest->size == line.size)
		return SCLS_NO_DATE;
	return scls_is_headline(*rest) ? SCLS_DATE_BESIDE_HEADLINE
	                               : SCLS_DATE_BESIDE_LITTLE;
}

static int is_dated(const scls_draft *draft, uint32_t i)
{
	scls_span rest;

	return scls_line_date(draft, i, &rest) == SCLS_DATE_BESIDE_HEADLINE;
}

/* Figures aside, what stands apart at the end of line i; 0: nothing does. */
static uint32_t last_key(const scls_draft *draft, uint32_t i, scls_span *rest)
{
	scls_span line, last;

	if (i >= draft->page->n_blocks)
		return 0;
	line = scls_block_text(draft->page, i);
	last = scls_last_column(line, LAST_GAP, rest);
	return last.size > 0 ? scls_level_key(last) : 0;
}

/* Whether a line beside line i ends with the same column, figures aside: views,
 * a day in words. */
static int is_in_column(const scls_draft *draft, uint32_t i, scls_span *rest)
{
	uint32_t key = last_key(draft, i, rest);
	scls_span other;

	if (key == 0)
		return 0;
	return key == last_key(draft, i + 1, &other)
	       || (i > 0 && key == last_key(draft, i - 1, &other));
}

/* What is the link of line i: a column of days or of views is none of it, while
 * one day alone may be a title's. */
static scls_span link_of(const scls_draft *draft, uint32_t i, int has_gap)
{
	scls_span rest;

	if (scls_line_date(draft, i, &rest) == SCLS_DATE_BESIDE_HEADLINE
	    && ((i + 1 < draft->page->n_blocks && is_dated(draft, i + 1))
	        || (i > 0 && is_dated(draft, i - 1))))
		return rest;
	return has_gap && is_in_column(draft, i, &rest) ? rest
	       : scls_block_text(draft->page, i);
}

static void add_link(scls_draft *draft, uint32_t i, scls_span link)
{
	scls_item item = { 0, 0, 0, { NULL, 0 }, 0 };

	item.begin = (uint32_t)(link.data - draft->page->text);
	item.end = item.begin + (uint32_t)link.size;
	item.block = i;
	item.href = scls_block_href(draft->page, i);
	scls_list_add(draft, &item);
}

/* Lists of two columns have two links a line. */
static int add_columns(scls_draft *draft, uint32_t i, scls_span link)
{
	scls_span left, right = scls_last_column(link, SCLS_GAP_COLUMNS, &left);

	if (right.size == 0 || !scls_is_headline(left)
	    || !scls_is_headline(right))
		return 0;
	add_link(draft, i, left);
	add_link(draft, i, right);
	return 1;
}

void scls_list_add_line(scls_draft *draft, uint32_t i, uint8_t role)
{
	int has_gap = scls_has_gap(scls_block_text(draft->page, i));
	scls_span link = link_of(draft, i, has_gap);

	if (!has_gap || !add_columns(draft, i, link))
		add_link(draft, i, link);
	draft->roles[i] = role;
}

void scls_list_close(scls_draft *draft)
{
	if (draft->lists[draft->n_lists].n_items > 0)
		draft->n_lists++;
}
