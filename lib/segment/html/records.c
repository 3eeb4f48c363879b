/* records.c - see records.h. */
#include "segment/html/records.h"

#include "segment/html/html_list.h"
#include "segment/html/link_head.h"

/* So many links behind such a heading show what comes again with each. */
#define RECORDS_LEAST 2u

/* Without a heading more are asked for, and a body before them. */
#define CARDS_LEAST 5u
#define CARDS_BODY 3u

/* The links behind one heading, or some that stand alike. */
typedef struct records {
	const scls_view *view;
	uint32_t *links, n;  /* blocks of links */
	uint32_t begin, end; /* the blocks of all records */
	uint32_t *inside;    /* by kin: blocks among them; 0 between lists */
	int by_heading;      /* 0: no heading announces them */
	uint32_t *chain;     /* by block: 1 + the first of the links that it is
	                        one of; 0 where it is of none */
	uint32_t *firsts, n_firsts; /* the first ones of links that may be
	                        cards */
	uint32_t *prose;     /* by block: paragraphs of the body before it */
} records;

static int is_link(const records *r, uint32_t i)
{
	const scls_block *block = &r->view->draft->page->blocks[i];

	return block->n_links > 0 && scls_is_of_links(block);
}

/* Without a heading, whether link j goes where link i does. */
static int is_button(const records *r, uint32_t i, uint32_t j)
{
	const scls_page *page = r->view->draft->page;

	return !r->by_heading && scls_span_equal(scls_block_href(page, i),
	                                         scls_block_href(page, j));
}

/* The next link behind block i, no farther than the gap of a list and before
 * another heading, that stands like block like; or SCLS_NO_BLOCK.  A card's
 * button that says "more" is no heading. */
static uint32_t next_link(const records *r, uint32_t i, uint32_t like)
{
	const scls_draft *draft = r->view->draft;
	uint32_t end = i + 2 + SCLS_LIST_GAP;

	for (uint32_t j = i + 1; j < end && j < r->view->n; j++) {
		int link = is_link(r, j);

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

/* The links from block i, one of them, on.  They end where others led to
 * before: a page of links that all lead to the rest would be walked again for
 * each. */
static void find_links(records *r, uint32_t i)
{
	uint32_t first = i + 1;

	for (r->n = 0; i != SCLS_NO_BLOCK; i = next_link(r, i, i)) {
		if (r->chain[i] != 0 && r->chain[i] != first)
			return;
		r->links[r->n++] = i;
		r->chain[i] = first;
	}
}

/* The records: before the first link, not before block from, stands what stands
 * so before the second, and behind the last what stands so behind the one
 * before. */
static void find_bounds(records *r, uint32_t from)
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

static void count_inside(const records *r)
{
	const scls_note *notes = r->view->notes;

	for (uint32_t i = r->begin; i < r->end; i++)
		r->inside[notes[i].kin]++;
}

static void forget_inside(const records *r)
{
	const scls_note *notes = r->view->notes;

	for (uint32_t i = r->begin; i < r->end; i++)
		r->inside[notes[i].kin] = 0;
}

/* What is told of a link stands where nothing else does; a paragraph that is
 * made like others of the page is its body's. */
static int is_told(const records *r, uint32_t i)
{
	uint32_t kin = r->view->notes[i].kin;

	return r->inside[kin] == r->view->kins.sums[kin].n;
}

static void take_out(const records *r, uint8_t *is_body)
{
	for (uint32_t i = r->begin; i < r->end; i++)
		if (is_told(r, i))
			is_body[i] = 0;
	for (uint32_t k = 0; k < r->n; k++)
		is_body[r->links[k]] = 0;
}

static void settle_heading(records *r, uint32_t heading, uint8_t *is_body)
{
	uint32_t first = next_link(r, heading, SCLS_NO_BLOCK);

	find_links(r, first);
	if (r->n < RECORDS_LEAST)
		return;
	find_bounds(r, heading + 1);
	if (r->begin != heading + 1)
		return;
	count_inside(r);
	take_out(r, is_body);
	forget_inside(r);
}

/* Prose, or the beginning of some. */
static int is_teaser(const records *r, uint32_t i)
{
	return r->view->draft->lines[i].shape.width >= SCLS_PROSE_WIDTH
	       && !is_link(r, i);
}

/* Whether what is told of a link, and of it alone, stands in blocks from to
 * end - 1. */
static int has_teaser(const records *r, uint32_t from, uint32_t end)
{
	int found = 0;

	for (uint32_t i = from; i < end; i++) {
		if (!is_teaser(r, i))
			continue;
		if (!is_told(r, i))
			return 0;
		found = 1;
	}
	return found;
}

/* What stands before the first link begins behind a paragraph of the body;
 * whether none there is told of a link, as words are that are quoted. */
static int begins_with_link(records *r)
{
	for (uint32_t i = r->links[0]; i-- > r->begin; ) {
		if (!is_teaser(r, i))
			continue;
		if (is_told(r, i))
			return 0;
		r->begin = i + 1;
	}
	return 1;
}

/* Not 0 where the links lead elsewhere, and most are headlines. */
static int are_headlines(const records *r)
{
	uint32_t headlines = 0;

	for (uint32_t k = 0; k < r->n; k++) {
		uint32_t i = r->links[k];

		headlines += r->view->notes[i].headline;
		if (!scls_leads_elsewhere(
		            scls_block_href(r->view->draft->page, i)))
			return 0;
	}
	return headlines * 4 >= r->n * 3;
}

/* Not 0 where each of them has a teaser behind it. */
static int are_cards(const records *r)
{
	for (uint32_t k = 0; k < r->n; k++)
		if (!has_teaser(r, r->links[k], k + 1 < r->n ? r->links[k + 1]
		                                            : r->end))
			return 0;
	return 1;
}

/* Whether some of the links are body and others are not. */
static int are_mixed(const records *r, const uint8_t *is_body)
{
	uint32_t n = 0;

	for (uint32_t k = 0; k < r->n; k++)
		n += is_body[r->links[k]] != 0;
	return n > 0 && n < r->n;
}

/* Counts paragraphs, and finds links that stand alike. */
static void find_cards(records *r, const uint8_t *is_body)
{
	uint32_t prose = 0;

	memset(r->chain, 0, r->view->n * sizeof(*r->chain));
	r->n_firsts = 0;
	for (uint32_t i = 0; i < r->view->n; i++) {
		r->prose[i] = prose;
		prose += (uint32_t)scls_is_body_prose(r->view, i, is_body);
		if (r->chain[i] != 0 || !is_link(r, i))
			continue;
		find_links(r, i);
		if (r->n >= CARDS_LEAST)
			r->firsts[r->n_firsts++] = i;
	}
}

/* The same before each. */
static int are_teased_first(const records *r)
{
	for (uint32_t k = 0; k < r->n; k++)
		if (!has_teaser(r, k > 0 ? r->links[k - 1] + 1 : r->begin,
		                r->links[k]))
			return 0;
	return 1;
}

/* The container that blocks i and j share, among the two around each; 0: none,
 * as the page itself is none. */
static uint32_t box_of(const records *r, uint32_t i, uint32_t j)
{
	const scls_block *a = &r->view->draft->page->blocks[i];
	const scls_block *b = &r->view->draft->page->blocks[j];

	if (a->container == b->container || a->container == b->outer)
		return a->container;
	return a->outer == b->container || a->outer == b->outer ? a->outer
	                                                        : 0;
}

/* Whether each link shares an element of its own with what stands before it:
 * words that are quoted, and who said them, seldom do. */
static int are_boxes(const records *r)
{
	uint32_t before = 0;

	for (uint32_t k = 0; k < r->n; k++) {
		uint32_t box = box_of(r, r->links[k] - 1, r->links[k]);

		if (box == before || box == 0)
			return 0;
		before = box;
	}
	return 1;
}

/* Settles the links that were found; last is the body's last paragraph.  Where
 * no prose stands among them they need not be cards, if some of them are no
 * body already: a date or a number between two hides that they are one list. */
static int are_list(records *r, uint32_t last, const uint8_t *is_body)
{
	if (!begins_with_link(r))
		return r->prose[r->begin] >= CARDS_BODY && last < r->end
		       && are_teased_first(r)
		       && (are_boxes(r) || are_mixed(r, is_body));
	return r->prose[r->begin] >= CARDS_BODY
	       && ((last < r->begin && are_mixed(r, is_body))
	           || (last < r->end && are_cards(r)));
}

static void settle_links(records *r, uint32_t last, uint8_t *is_body)
{
	uint32_t begin;

	if (!are_headlines(r))
		return;
	find_bounds(r, 0);
	count_inside(r);
	begin = r->begin;
	if (are_list(r, last, is_body))
		take_out(r, is_body);
	r->begin = begin;
	forget_inside(r);
}

/* A list behind a body may have others behind it: the last one is looked at
 * first. */
static void settle_cards(records *r, uint8_t *is_body)
{
	uint32_t last = r->view->n - 1;

	for (uint32_t k = r->n_firsts; k-- > 0; ) {
		while (last > 0 && !scls_is_body_prose(r->view, last, is_body))
			last--;
		find_links(r, r->firsts[k]);
		settle_links(r, last, is_body);
	}
}

static scls_status take_room(records *r, const scls_view *view)
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

scls_status scls_records_settle(const scls_view *view, uint8_t *is_body)
{
	records r;

	SCLS_TRY(take_room(&r, view));
	for (uint32_t i = 0; i < view->n; i++)
		if (view->draft->lines[i].phrase == SCLS_PHRASE_LIST)
			settle_heading(&r, i, is_body);
	r.by_heading = 0;
	find_cards(&r, is_body);
	settle_cards(&r, is_body);
	return SPAMCLS_OK;
}
