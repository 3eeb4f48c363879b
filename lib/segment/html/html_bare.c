/* html_bare.c - links that are taken for body, which may be a list; see
 * bare.h. */
#include "segment/bare.h"
#include "segment/html/html_list.h"
#include "segment/html/link_head.h"

#include "base/tally.h"
#include "segment/split_steps.h"

#include <string.h>

/* The blocks of such links, and those of their details: the number and the date
 * of a row, teasers. */
typedef struct bare {
	const scls_draft *draft;
	uint32_t *links, n_links;
	uint32_t *details, n_details;
	uint32_t *path;      /* by block: the number of its path */
	uint32_t *inside;    /* by path: blocks of links and details */
	scls_tally paths;
} bare;

static int in_body(const scls_draft *draft, uint32_t i)
{
	return draft->is_body[i] == SCLS_IS_BODY;
}

static int is_title(const scls_draft *draft, const scls_block *block)
{
	return draft->title_begin < draft->title_end
	       && block->begin == draft->title_begin;
}

/* Of rows that are no anchors all are asked, wherever they stand; of anchors
 * those of the body. */
static int is_asked(const scls_draft *draft, uint32_t i)
{
	return draft->is_row != NULL ? draft->is_row[i] : in_body(draft, i);
}

/* A link in a sentence is none of a list, nor is a title that links to its own
 * page. */
static int may_be_item(const scls_draft *draft, const scls_page_link *link)
{
	const scls_block *block = &draft->page->blocks[link->block];

	return is_asked(draft, link->block)
	       && !is_title(draft, block)
	       && scls_is_of_links(block)
	       && scls_is_item_text(draft->page, link);
}

void scls_html_bare(const scls_draft *draft, scls_split *split)
{
	const scls_page *page = draft->page;
	uint32_t n = 0, first = 0, k = 0;

	for (uint32_t i = page->n_links; i-- > 0; ) {
		scls_page_link link = scls_link_head(draft, i);

		if (may_be_item(draft, &link)) {
			first = i;
			n++;
		}
	}
	if (n < SCLS_BARE_LEAST)
		return;
	split->bare = scls_link_head(draft, first).block;
	for (uint32_t i = first; k < n; i++) {
		scls_page_link link = scls_link_head(draft, i);

		if (may_be_item(draft, &link))
			scls_ask(split, k++, n, scls_link_text(page, &link));
	}
}

static scls_status take_room(bare *b, const scls_draft *draft)
{
	size_t n = (size_t)draft->page->n_blocks + 1;

	memset(b, 0, sizeof(*b));
	b->draft = draft;
	b->links = scls_arena_take_array(draft->arena, n,
	                                 4 * sizeof(*b->links));
	if (b->links == NULL)
		return SPAMCLS_E_NOMEM;
	b->details = b->links + n;
	b->path = b->details + n;
	b->inside = b->path + n;
	memset(b->inside, 0, n * sizeof(*b->inside));
	return scls_tally_init(&b->paths, draft->arena, n);
}

static void find_links(bare *b, uint32_t from)
{
	const scls_page *page = b->draft->page;

	for (uint32_t i = 0; i < page->n_links; i++) {
		scls_page_link link = scls_link_head(b->draft, i);

		if (link.block >= from && may_be_item(b->draft, &link)
		    && (b->n_links == 0
		        || b->links[b->n_links - 1] != link.block))
			b->links[b->n_links++] = link.block;
	}
}

/* How many blocks stand between link k and the next; 0: none, or too many. */
static uint32_t gap(const bare *b, uint32_t k)
{
	uint32_t n = b->links[k + 1] - b->links[k] - 1;

	return n <= SCLS_LIST_GAP ? n : 0;
}

static int is_prose(const bare *b, uint32_t i)
{
	return scls_is_prose(&b->draft->lines[i].shape);
}

/* Not 0 where nothing stands behind the last link as it does behind the one
 * before: what is between two links tells of the second. */
static int are_told_first(const bare *b)
{
	uint32_t k = b->n_links - 2, n = gap(b, k);

	return n > 0 && scls_alike_behind(b->draft->page, b->links[k + 1],
	                                  b->links[k], n) == 0;
}

/* Before the first link stands what stands so before the second; a teaser
 * mostly stands behind its headline. */
static void find_front(bare *b)
{
	uint32_t first = b->links[0];
	uint32_t n = scls_alike_before(b->draft->page, first, b->links[1],
	                               gap(b, 0));
	int told_first = are_told_first(b);

	for (uint32_t i = 1; i <= n; i++) {
		if (!told_first && is_prose(b, first - i))
			return;
		b->details[b->n_details++] = first - i;
	}
}

static void add_between(bare *b, uint32_t from, uint32_t to)
{
	for (uint32_t i = from + 1; i < to; i++)
		b->details[b->n_details++] = i;
}

/* Rows go on behind the last link with links made alike, which are no body
 * already or too short to be asked.  The block of the last of these. */
static uint32_t find_rows(bare *b)
{
	const scls_page *page = b->draft->page;
	uint32_t last = b->links[b->n_links - 1];

	for (uint32_t i = last + 1; i < page->n_blocks
	     && i - last <= SCLS_LIST_GAP + 1; i++) {
		if (!scls_is_of_links(&page->blocks[i])
		    || !scls_are_alike(page, i, b->links[0]))
			continue;
		add_between(b, last, i);
		last = i;
	}
	return last;
}

/* And behind the last what stands so behind the one before. */
static void find_back(bare *b)
{
	uint32_t last = find_rows(b), before = b->n_links - 2;

	add_between(b, last, last + 1 + scls_alike_behind(
	        b->draft->page, last, b->links[before], gap(b, before)));
}

static void find_details(bare *b)
{
	if (b->n_links < 2)
		return;
	find_front(b);
	for (uint32_t k = 0; k + 1 < b->n_links; k++)
		add_between(b, b->links[k], b->links[k] + gap(b, k) + 1);
	find_back(b);
}

static void count_paths(bare *b)
{
	for (uint32_t i = 0; i < b->draft->page->n_blocks; i++)
		b->path[i] = scls_tally_add(&b->paths,
		                            b->draft->page->blocks[i].path);
	for (uint32_t i = 0; i < b->n_links; i++)
		b->inside[b->path[b->links[i]]]++;
	for (uint32_t i = 0; i < b->n_details; i++)
		b->inside[b->path[b->details[i]]]++;
}

/* A teaser stands where nothing but the list does; a paragraph between two
 * links is one of the body's. */
static int is_of_body(const bare *b, uint32_t i)
{
	uint32_t path = b->path[i];

	return is_prose(b, i) && b->inside[path] < b->paths.place[path].count;
}

/* Takes links, their details and a heading of theirs out of the body. */
static void take_out(const bare *b, uint8_t *is_body)
{
	uint32_t first = b->n_links > 0 ? b->links[0] : 0;

	for (uint32_t k = 0; k < b->n_links; k++)
		is_body[b->links[k]] = 0;
	for (uint32_t k = 0; k < b->n_details; k++) {
		first = b->details[k] < first ? b->details[k] : first;
		if (!is_of_body(b, b->details[k]))
			is_body[b->details[k]] = 0;
	}
	if (first > 0 && scls_is_list_heading(b->draft, first - 1))
		is_body[first - 1] = 0;
}

/* What is no body any more has no role until its list gives it one. */
static void forget_roles(scls_draft *draft, const uint8_t *is_body)
{
	for (uint32_t i = 0; i < draft->page->n_blocks; i++)
		if (in_body(draft, i) && !is_body[i])
			draft->roles[i] = SPAMCLS_ROLE_OTHER;
}

scls_status scls_split_bare_html(scls_draft *draft, uint32_t from, int alone)
{
	uint32_t n = draft->page->n_blocks;
	uint8_t *is_body = scls_arena_take_array(draft->arena, (size_t)n + 1,
	                                         1);
	bare b;

	if (is_body == NULL)
		return SPAMCLS_E_NOMEM;
	SCLS_TRY(take_room(&b, draft));
	find_links(&b, from);
	find_details(&b);
	count_paths(&b);
	if (alone)
		memset(is_body, SCLS_IS_BODY, n);
	else
		memcpy(is_body, draft->is_body, n);
	take_out(&b, is_body);
	if (!alone)
		scls_html_roles(draft);
	forget_roles(draft, is_body);
	scls_html_lists(draft, is_body);
	return SPAMCLS_OK;
}
