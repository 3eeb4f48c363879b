/* parts.c - the split in the making and its lists; see parts.h. */
#include "segment/parts.h"

#include "base/utf8.h"
#include "segment/line/columns.h"
#include "segment/line/date.h"
#include "segment/line/level.h"

#define DATE_DIGITS 4u /* of a date, at least */

/* Columns of a paragraph, at least; a narrower line may be an odd one of a
 * list. */
#define PARAGRAPH_WIDTH 100u

#define LAST_GAP 2u   /* columns before views that stand beside a link */

scls_span scls_block_text(const scls_page *page, uint32_t i)
{
	const scls_block *block = &page->blocks[i];

	return scls_span_between(page->text, block->begin, block->end);
}

/* A hyphen is a bullet where white space follows it. */
static int is_bullet(const char *text, size_t size, size_t at, uint32_t c)
{
	return scls_mark_of(c) == SCLS_MARK_BULLET
	       || (at + 1 < size && c == '-' && text[at + 1] == ' ');
}

static int begins_with_bullet(scls_span text)
{
	size_t next = 0;

	return text.size > 0
	       && is_bullet(text.data, text.size, 0,
	                    scls_utf8_next(text.data, text.size, &next));
}

/* In HTML the tags tell more than how articles end. */
static uint8_t phrase_of(const scls_draft *draft, scls_span text)
{
	scls_phrase phrase = scls_phrase_of(draft->phrases, text);

	return phrase == SCLS_PHRASE_CLOSING
	       && draft->page->kind == SPAMCLS_KIND_HTML
	       ? SCLS_PHRASE_NONE : (uint8_t)phrase;
}

void scls_look_at(scls_draft *draft, uint32_t i)
{
	scls_span text = scls_block_text(draft->page, i);
	scls_block_line *line = &draft->lines[i];

	scls_shape_of(text, &line->shape);
	line->phrase = phrase_of(draft, text);
	line->imprint = line->phrase == SCLS_PHRASE_IMPRINT;
	if (line->imprint)
		line->phrase = SCLS_PHRASE_FOOTER;
	line->empty = line->shape.chars == 0;
	line->bullet = draft->page->blocks[i].bullet
	               || begins_with_bullet(text);
}

void scls_find_nearest(const uint8_t *marks, size_t step, uint32_t n,
                       uint32_t *before, uint32_t *behind)
{
	uint32_t nearest = UINT32_MAX;

	for (uint32_t i = 0; i < n; i++) {
		before[i] = nearest;
		if (marks[i * step])
			nearest = i;
	}
	nearest = UINT32_MAX;
	for (uint32_t i = n; i-- > 0; ) {
		behind[i] = nearest;
		if (marks[i * step])
			nearest = i;
	}
}

int scls_is_sentence(const scls_draft *draft, uint32_t i)
{
	return draft->lines[i].shape.width >= SCLS_PROSE_WIDTH
	       && scls_ends_sentence(scls_span_trim(
	                  scls_block_text(draft->page, i)));
}

int scls_is_paragraph(const scls_draft *draft, uint32_t i)
{
	const scls_shape *shape = &draft->lines[i].shape;

	return shape->width > PARAGRAPH_WIDTH
	       && (!scls_shape_is_headline(shape) || scls_is_sentence(draft, i)
	           || (shape->inner > 0 && shape->last == SCLS_MARK_STOP));
}

int scls_is_html_title(const scls_page *page, uint32_t i)
{
	return page->title_begin < page->title_end
	       && page->blocks[i].begin == page->title_begin
	       && page->blocks[i].end == page->title_end;
}

/*
 * HTML without one anchor is plain text in tags: its list, too, is a run of
 * lines that look like headlines.  What is hidden only its tags tell.
 */
static int has_anchors(const scls_page *page)
{
	return page->kind == SPAMCLS_KIND_HTML
	       && (page->n_links > 0
	           || (page->flags & SPAMCLS_FLAG_HIDDEN_TEXT) != 0);
}

scls_status scls_draft_room(scls_draft *draft)
{
	size_t n = draft->page->n_blocks;
	size_t most = draft->has_anchors ? draft->page->n_links : n;

	/* A line has two columns at most. */
	draft->max_items = (uint32_t)(draft->has_anchors ? most : 2 * n);
	draft->items = scls_arena_take_array(draft->arena,
	                                     draft->max_items + 1u,
	                                     sizeof(*draft->items));
	draft->lists = scls_arena_take_array(draft->arena, most + 1,
	                                     sizeof(*draft->lists));
	return draft->items != NULL && draft->lists != NULL
	       ? SPAMCLS_OK : SPAMCLS_E_NOMEM;
}

scls_status scls_draft_begin(scls_draft *draft, scls_arena *arena,
                             const scls_phrases *phrases,
                             const scls_page *page)
{
	size_t n = page->n_blocks;

	memset(draft, 0, sizeof(*draft));
	draft->has_anchors = has_anchors(page);
	draft->arena = arena;
	draft->phrases = phrases;
	draft->page = page;
	draft->lines = scls_arena_take_array(arena, n + 1,
	                                     sizeof(*draft->lines));
	draft->roles = scls_arena_take_array(arena, n + 1, 1);
	if (draft->lines == NULL || draft->roles == NULL)
		return SPAMCLS_E_NOMEM;
	SCLS_TRY(scls_draft_room(draft));
	memset(draft->roles, SPAMCLS_ROLE_OTHER, n + 1);
	for (uint32_t i = 0; i < n; i++)
		scls_look_at(draft, i);
	return SPAMCLS_OK;
}

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
		    && !(bullets && is_bullet(text, *end, at, c)))
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

/* The line of n that is asked as number k.  What stands between headlines comes
 * again line by line or every third: equal steps may hit nothing else. */
static uint64_t line_asked(uint32_t k, uint32_t n)
{
	static const uint8_t aside[SCLS_BARE_ASKED] = {
		0, 0, 1, 0, 2, 2, 0, 1
	};

	return n <= SCLS_BARE_ASKED ? k
	       : (uint64_t)k * n / SCLS_BARE_ASKED + aside[k];
}

void scls_ask(scls_split *split, uint32_t k, uint32_t n, scls_span text)
{
	if (split->n_asked < SCLS_BARE_ASKED
	    && k >= line_asked(split->n_asked, n))
		split->asked[split->n_asked++] = text;
}

void scls_list_close(scls_draft *draft)
{
	if (draft->lists[draft->n_lists].n_items > 0)
		draft->n_lists++;
}
