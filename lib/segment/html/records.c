/* records.c - see records.h. */
#include "segment/html/records.h"

#include "segment/html/html_list.h"

/* So many links behind such a heading show what comes again with each. */
#define RECORDS_LEAST 2u

/* The list behind one heading. */
typedef struct records {
	const scls_view *view;
	uint32_t *links, n;  /* blocks of links */
	uint32_t begin, end; /* the blocks of all records */
	uint32_t *inside;    /* by kin: blocks among them; 0 between lists */
} records;

static int is_link(const records *r, uint32_t i)
{
	const scls_block *block = &r->view->draft->page->blocks[i];

	return block->n_links > 0 && scls_is_of_links(block);
}

/* The next link behind block i, no farther than the gap of a list and before
 * another heading, that stands like block like; or SCLS_NO_BLOCK. */
static uint32_t next_link(const records *r, uint32_t i, uint32_t like)
{
	const scls_draft *draft = r->view->draft;
	uint32_t end = i + 2 + SCLS_LIST_GAP;

	for (uint32_t j = i + 1; j < end && j < r->view->n; j++) {
		if (scls_is_list_heading(draft, j))
			return SCLS_NO_BLOCK;
		if (is_link(r, j)
		    && (like == SCLS_NO_BLOCK
		        || scls_are_alike(draft->page, j, like)))
			return j;
	}
	return SCLS_NO_BLOCK;
}

static void find_links(records *r, uint32_t heading)
{
	uint32_t i = next_link(r, heading, SCLS_NO_BLOCK);

	for (r->n = 0; i != SCLS_NO_BLOCK; i = next_link(r, i, i))
		r->links[r->n++] = i;
}

/* The records: all from the heading on, and behind the last link what stands so
 * behind the one before.  0 where what stands before the first link does not
 * stand so before the second. */
static int find_bounds(records *r, uint32_t heading)
{
	const scls_page *page = r->view->draft->page;
	uint32_t first = r->links[0], second = r->links[1];
	uint32_t last = r->links[r->n - 1], before = r->links[r->n - 2];
	uint32_t front = first - heading - 1;

	r->begin = heading + 1;
	r->end = last + 1 + scls_alike_behind(page, last, before,
	                                      last - before - 1);
	return front < second - first
	       && scls_alike_before(page, first, second, front) == front;
}

/* What is told of a link stands where nothing else does; a paragraph that is
 * made like others of the page is its body's. */
static void take_out(const records *r, uint8_t *is_body)
{
	const scls_note *notes = r->view->notes;
	const scls_sum *kins = r->view->kins.sums;

	for (uint32_t i = r->begin; i < r->end; i++)
		r->inside[notes[i].kin]++;
	for (uint32_t i = r->begin; i < r->end; i++)
		if (r->inside[notes[i].kin] == kins[notes[i].kin].n)
			is_body[i] = 0;
	for (uint32_t k = 0; k < r->n; k++)
		is_body[r->links[k]] = 0;
	for (uint32_t i = r->begin; i < r->end; i++)
		r->inside[notes[i].kin] = 0;
}

static scls_status take_room(records *r, const scls_view *view)
{
	size_t kins = view->kins.keys.distinct;

	memset(r, 0, sizeof(*r));
	r->view = view;
	r->links = scls_arena_take_array(view->draft->arena,
	                                 (size_t)view->n + 1 + kins,
	                                 sizeof(*r->links));
	if (r->links == NULL)
		return SPAMCLS_E_NOMEM;
	r->inside = r->links + view->n + 1;
	memset(r->inside, 0, kins * sizeof(*r->inside));
	return SPAMCLS_OK;
}

scls_status scls_records_settle(const scls_view *view, uint8_t *is_body)
{
	records r = { NULL, NULL, 0, 0, 0, NULL };

	for (uint32_t i = 0; i < view->n; i++) {
		if (view->draft->lines[i].phrase != SCLS_PHRASE_LIST)
			continue;
		if (r.view == NULL)
			SCLS_TRY(take_room(&r, view));
		find_links(&r, i);
		if (r.n >= RECORDS_LEAST && find_bounds(&r, i))
			take_out(&r, is_body);
	}
	return SPAMCLS_OK;
}
