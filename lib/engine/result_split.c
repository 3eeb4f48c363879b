/* result_split.c - see result_split.h. */
#include "engine/result_split.h"

#include <string.h>

/* Blocks of one role in a row become one segment. */
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
		spamcls_role role = (spamcls_role)split->roles[i];

		if (b->begin == b->end)
			continue;
		if (n == 0 || out[n - 1].role != role) {
			out[n].role = role;
			out[n++].begin = b->begin;
		}
		out[n - 1].end = b->end;
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
	SCLS_TRY(make_segments(s, page, split));
	SCLS_TRY(make_lists(s, split));
	return make_links(s, split, links);
}
