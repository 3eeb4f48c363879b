/* record_links.c - see record_links.h. */
#include "segment/html/record_links.h"

#include "segment/html/html_list.h"

/* Without a heading, whether link j goes where link i does. */
static int is_button(const scls_records *r, uint32_t i, uint32_t j)
{
	const scls_page *page = r->view->draft->page;

	return !r->by_heading && scls_span_equal(scls_block_href(page, i),
	                                         scls_block_href(page, j));
}

uint32_t scls_records_next(const scls_records *r, uint32_t i, uint32_t like)
{
	const scls_draft *draft = r->view->draft;
	uint32_t end = i + 2 + SCLS_LIST_GAP;

	for (uint32_t j = i + 1; j < end && j < r->view->n; j++) {
		int link = scls_records_is_link(r, j);

		if ((r->by_heading || !link) && scls_is_list_heading(draft, j))
			return SCLS_NO_BLOCK;
		if (link
		    && (like == SCLS_NO_BLOCK
		        || scls_are_alike(draft->page, j, like))
		    && !is_button(r, i, j))
			return j;
	}
	return SCLS_NO_BLOCK;
}

void scls_records_find(scls_records *r, uint32_t i)
{
	uint32_t first = i + 1;

	for (r->n = 0; i != SCLS_NO_BLOCK; i = scls_records_next(r, i, i)) {
		if (r->chain[i] != 0 && r->chain[i] != first)
			return;
		r->links[r->n++] = i;
		r->chain[i] = first;
	}
}

void scls_records_bound(scls_records *r, uint32_t from)
{
	const scls_page *page = r->view->draft->page;
	uint32_t first = r->links[0], second = r->links[1];
	uint32_t last = r->links[r->n - 1], before = r->links[r->n - 2];
	uint32_t most = second - first - 1;

	if (most > first - from)
		most = first - from;
	r->begin = first - scls_alike_before(page, first, second, most);
	r->end = last + 1 + scls_alike_behind(page, last, before,
	                                      last - before - 1);
}

void scls_records_count(const scls_records *r)
{
	const scls_note *note = r->view->notes + r->begin;
	const scls_note *end = r->view->notes + r->end;
	uint32_t *inside = r->inside;

	for (; note < end; note++)
		inside[note->kin]++;
}

void scls_records_forget(const scls_records *r)
{
	const scls_note *note = r->view->notes + r->begin;
	const scls_note *end = r->view->notes + r->end;
	uint32_t *inside = r->inside;

	for (; note < end; note++)
		inside[note->kin] = 0;
}

int scls_records_is_told(const scls_records *r, uint32_t i)
{
	uint32_t kin = r->view->notes[i].kin;

	return r->inside[kin] == r->view->kins.sums[kin].n;
}

void scls_records_take_out(const scls_records *r, uint8_t *is_body)
{
	for (uint32_t i = r->begin; i < r->end; i++)
		if (is_body[i] && scls_records_is_told(r, i))
			is_body[i] = 0;
	for (uint32_t k = 0; k < r->n; k++)
		is_body[r->links[k]] = 0;
}

scls_status scls_records_begin(scls_records *r, const scls_view *view)
{
	size_t kins = view->kins.keys.distinct;
	size_t n = view->n;

	memset(r, 0, sizeof(*r));
	r->view = view;
	r->by_heading = 1;
	r->links = scls_arena_take_array(view->draft->arena,
	                                 4 * n + kins + 1,
	                                 sizeof(*r->links));
	if (r->links == NULL)
		return SPAMCLS_E_NOMEM;
	r->firsts = r->links + n;
	r->prose = r->firsts + n;
	r->chain = r->prose + n;
	r->inside = r->chain + n;
	memset(r->chain, 0, (n + kins) * sizeof(*r->chain));
	return SPAMCLS_OK;
}
