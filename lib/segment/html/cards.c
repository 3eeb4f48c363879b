/* cards.c - see cards.h. */
#include "segment/html/cards.h"

#include "segment/html/html_list.h"
#include "segment/html/link_head.h"

/* Without a heading so many links are asked for, and so many paragraphs of a
 * body before them. */
#define CARDS_LEAST 5u
#define CARDS_BODY 3u

/* Prose, or the beginning of some. */
static int is_teaser(const scls_records *r, uint32_t i)
{
	return r->view->draft->lines[i].shape.width >= SCLS_PROSE_WIDTH
	       && !scls_records_is_link(r, i);
}

/* Whether what is told of a link, and of it alone, stands in blocks from to
 * end - 1. */
static int has_teaser(const scls_records *r, uint32_t from, uint32_t end)
{
	int found = 0;

	for (uint32_t i = from; i < end; i++) {
		if (!is_teaser(r, i))
			continue;
		if (!scls_records_is_told(r, i))
			return 0;
		found = 1;
	}
	return found;
}

/* What stands before the first link begins behind a paragraph of the body;
 * whether none there is told of a link, as words are that are quoted. */
static int begins_with_link(scls_records *r)
{
	for (uint32_t i = r->links[0]; i-- > r->begin; ) {
		if (!is_teaser(r, i))
			continue;
		if (scls_records_is_told(r, i))
			return 0;
		r->begin = i + 1;
	}
	return 1;
}

/* Not 0 where the links lead elsewhere, and most are headlines. */
static int are_headlines(const scls_records *r)
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
static int are_cards(const scls_records *r)
{
	for (uint32_t k = 0; k < r->n; k++)
		if (!has_teaser(r, r->links[k], k + 1 < r->n ? r->links[k + 1]
		                                            : r->end))
			return 0;
	return 1;
}

/* Whether some of the links are body and others are not. */
static int are_mixed(const scls_records *r, const uint8_t *is_body)
{
	uint32_t n = 0;

	for (uint32_t k = 0; k < r->n; k++)
		n += is_body[r->links[k]] != 0;
	return n > 0 && n < r->n;
}

/* Counts paragraphs, and finds links that stand alike. */
static void find_cards(scls_records *r, const uint8_t *is_body)
{
	uint32_t prose = 0;

	memset(r->chain, 0, r->view->n * sizeof(*r->chain));
	r->n_firsts = 0;
	for (uint32_t i = 0; i < r->view->n; i++) {
		r->prose[i] = prose;
		prose += (uint32_t)scls_is_body_prose(r->view, i, is_body);
		if (r->chain[i] != 0 || !scls_records_is_link(r, i))
			continue;
		scls_records_find(r, i);
		if (r->n >= CARDS_LEAST)
			r->firsts[r->n_firsts++] = i;
	}
}

/* The same before each. */
static int are_teased_first(const scls_records *r)
{
	for (uint32_t k = 0; k < r->n; k++)
		if (!has_teaser(r, k > 0 ? r->links[k - 1] + 1 : r->begin,
		                r->links[k]))
			return 0;
	return 1;
}

/* The container that blocks i and j share, among the two around each; 0: none,
 * as the page itself is none. */
static uint32_t box_of(const scls_records *r, uint32_t i, uint32_t j)
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
static int are_boxes(const scls_records *r)
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

/* Whether what stands behind each link stands so behind all of them, some prose
 * with it. */
static int are_even(const scls_records *r)
{
	const scls_page *page = r->view->draft->page;
	uint32_t first = r->links[0], n = r->links[1] - first, prose = 0;

	for (uint32_t j = 1; j < n; j++)
		prose += (uint32_t)is_teaser(r, first + j);
	for (uint32_t k = 0; k < r->n && prose > 0; k++) {
		uint32_t i = r->links[k];
		uint32_t end = k + 1 < r->n ? r->links[k + 1] : r->end;

		if (end - i != n
		    || scls_alike_behind(page, i, first, n - 1) < n - 1)
			return 0;
	}
	return prose > 0;
}

/* Whether a paragraph among them is no wider, on an average, than one of the
 * body before them: what only leads on is short. */
static int are_brief(const scls_records *r)
{
	const scls_sum *before = r->view->before;
	scls_sum inside = scls_sum_between(&before[r->begin], &before[r->end]);
	const scls_sum *body = &before[r->begin];

	return (uint64_t)inside.prose_width * body->prose
	       <= (uint64_t)body->prose_width * inside.prose;
}

/* Whether they are a list behind an article; last is the body's last paragraph.
 * Where no prose stands among them they need not be cards, if some of them are
 * no body already: a date or a number between two hides that they are one
 * list. */
static int are_list(scls_records *r, uint32_t last, const uint8_t *is_body)
{
	if (!begins_with_link(r))
		return r->prose[r->begin] >= CARDS_BODY && last < r->end
		       && are_teased_first(r)
		       && (are_boxes(r) || are_mixed(r, is_body));
	return r->prose[r->begin] >= CARDS_BODY
	       && ((last < r->begin && are_mixed(r, is_body))
	           || (last < r->end && are_cards(r)));
}

/* Teasers may be made like the body's paragraphs, if all comes again with each
 * link. */
static int are_sections(scls_records *r, uint32_t last)
{
	return begins_with_link(r) && r->prose[r->begin] >= CARDS_BODY
	       && last < r->end && are_even(r) && are_brief(r);
}

/* Returns whether the links that were found are no body. */
static int settle_links(scls_records *r, uint32_t last, uint8_t *is_body)
{
	int found = 1;
	uint32_t begin;

	scls_records_bound(r, 0);
	scls_records_count(r);
	begin = r->begin;
	if (are_list(r, last, is_body))
		scls_records_take_out(r, is_body);
	else if (are_sections(r, last))
		memset(is_body + r->begin, 0, r->end - r->begin);
	else
		found = 0;
	r->begin = begin;
	scls_records_forget(r);
	return found;
}

/* The first may be the article's own headline, before its body.  Returns 0
 * where it is not. */
static int leave_first(scls_records *r)
{
	if (r->n <= CARDS_LEAST
	    || r->links[1] - r->links[0] <= r->links[2] - r->links[1])
		return 0;
	r->n--;
	memmove(r->links, r->links + 1, r->n * sizeof(*r->links));
	return 1;
}

/* A list behind a body may have others behind it: the last one is looked at
 * first. */
static void settle_cards(scls_records *r, uint8_t *is_body)
{
	uint32_t last = r->view->n - 1;

	for (uint32_t k = r->n_firsts; k-- > 0; ) {
		while (last > 0 && !scls_is_body_prose(r->view, last, is_body))
			last--;
		scls_records_find(r, r->firsts[k]);
		if (are_headlines(r) && !settle_links(r, last, is_body)
		    && leave_first(r))
			(void)settle_links(r, last, is_body);
	}
}

void scls_cards_settle(scls_records *r, uint8_t *is_body)
{
	r->by_heading = 0;
	find_cards(r, is_body);
	settle_cards(r, is_body);
}
