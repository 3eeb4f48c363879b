/* result_split.c - see result_split.h. */
#include "engine/result_split.h"

#include <string.h>

/* A link or emphasis that begins a list's item made the block in its stead. */
static int is_item(const scls_block *b)
{
	return b->tag == SCLS_TAG_LI || b->tag == SCLS_TAG_DT
	       || ((b->tag == SCLS_TAG_A || b->tag == SCLS_TAG_SPAN)
	           && (b->within & SCLS_IN_LIST));
}

static spamcls_form form_of(const scls_block *b)
{
	if (b->within & SCLS_IN_PRE)
		return SPAMCLS_FORM_CODE;
	return is_item(b) ? SPAMCLS_FORM_ITEM
	       : b->tag == SCLS_TAG_TD ? SPAMCLS_FORM_CELL
	                               : SPAMCLS_FORM_TEXT;
}

/* What a block by itself would be. */
static spamcls_segment segment_of(const scls_block *b, spamcls_role role)
{
	spamcls_segment made = { role, SPAMCLS_FORM_TEXT, 0, b->begin,
		                 b->end };

	if (role == SPAMCLS_ROLE_BODY)
		made.form = form_of(b);
	if (role == SPAMCLS_ROLE_HEADING && scls_tag_is_heading(b->tag))
		made.level = 1u + b->tag - SCLS_TAG_H1;
	return made;
}

static int are_alike(const spamcls_segment *a, const spamcls_segment *b)
{
	return a->role == b->role && a->form == b->form
	       && a->level == b->level;
}

/* In text the marks of a link stand around its block: they are no part of what
 * can be read. */
static int has_marks(const scls_page *page, uint32_t i)
{
	return page->blocks[i].n_links > 0;
}

/* Whether a picture stands there that is written as Markdown writes them: it
 * makes no block. */
static int has_picture(const scls_page *page, uint32_t from, uint32_t to)
{
	for (uint32_t at = from; at + 1 < to; at++)
		if (page->text[at] == ']' && page->text[at + 1] == '(')
			return 1;
	return 0;
}

/* Whether what stands between a segment's end and block i is read with them. */
static int goes_on(const scls_page *page, const spamcls_segment *before,
                   uint32_t i)
{
	int is_read = before->role == SPAMCLS_ROLE_BODY
	              || before->role == SPAMCLS_ROLE_HEADING;

	if (!is_read || page->kind != SPAMCLS_KIND_TEXT)
		return 1;
	return !has_marks(page, i) && !has_marks(page, i - 1)
	       && !has_picture(page, before->end, page->blocks[i].begin);
}

/* Blocks in a row that are alike become one segment. */
static scls_status make_segments(spamcls_session *s, const scls_page *page,
                                 const scls_split *split)
{
	spamcls_segment *out = scls_arena_take_array(
	        &s->arena, page->n_blocks + 1u, sizeof(*out));
	size_t n = 0;

	if (!out)
		return SPAMCLS_E_NOMEM;
	for (uint32_t i = 0; i < page->n_blocks; i++) {
		const scls_block *b = &page->blocks[i];
		spamcls_segment own = segment_of(
		        b, (spamcls_role)split->roles[i]);

		if (b->begin == b->end)
			continue;
		if (n > 0 && are_alike(&out[n - 1], &own)
		    && goes_on(page, &out[n - 1], i))
			out[n - 1].end = own.end;
		else
			out[n++] = own;
	}
	s->result.segments = out;
	s->result.n_segments = n;
	return SPAMCLS_OK;
}

static scls_status make_lists(spamcls_session *s, const scls_split *split)
{
	spamcls_list *out = scls_arena_take_array(
	        &s->arena, split->n_lists + 1u, sizeof(*out));

	if (!out)
		return SPAMCLS_E_NOMEM;
	for (uint32_t i = 0; i < split->n_lists; i++) {
		const scls_list *l = &split->lists[i];

		out[i].heading_begin = l->heading_begin;
		out[i].heading_end = l->heading_end;
		out[i].begin = l->begin;
		out[i].end = l->end;
		out[i].first_link = l->first_item;
		out[i].n_links = l->n_items;
		out[i].trailing = l->trailing;
		out[i].role = (spamcls_role)l->role;
	}
	s->result.lists = out;
	s->result.n_lists = split->n_lists;
	return SPAMCLS_OK;
}

static scls_status make_links(spamcls_session *s, const scls_split *split,
                              spamcls_link **links)
{
	size_t n = split->n_items;
	spamcls_link *out = scls_arena_take_array(&s->arena, n + 1,
	                                          sizeof(*out));

	if (!out)
		return SPAMCLS_E_NOMEM;
	memset(out, 0, (n + 1) * sizeof(*out));
	for (size_t i = 0; i < n; i++) {
		const scls_item *item = &split->items[i];

		out[i].begin = item->begin;
		out[i].end = item->end;
		out[i].href = item->href.size ? item->href.data : "";
		out[i].href_size = (uint32_t)item->href.size;
		out[i].list = item->list;
		out[i].family = out[i].skeleton = "";
	}
	s->result.links = *links = out;
	s->result.n_links = n;
	return SPAMCLS_OK;
}

scls_status scls_result_split(spamcls_session *s, const scls_page *page,
                              const scls_split *split, spamcls_link **links)
{
	s->result.title_begin = split->title_begin;
	s->result.title_end = split->title_end;
	s->result.base = page->base.size > 0 ? page->base.data : NULL;
	SCLS_TRY(make_segments(s, page, split));
	SCLS_TRY(make_lists(s, split));
	return make_links(s, split, links);
}
