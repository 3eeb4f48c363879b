/* html_list.c - links outside the body, gathered; see html_list.h. */
#include "segment/html/html_list.h"

#include "segment/html/link_head.h"
#include "segment/split_lists.h"

#define HEADING_WIDTH 40u /* columns of a list's heading, at most */

uint32_t scls_alike_before(const scls_page *page, uint32_t i, uint32_t like,
                           uint32_t most)
{
	uint32_t n = 0;

	while (n < most && n < i
	       && scls_are_alike(page, i - 1 - n, like - 1 - n))
		n++;
	return n;
}

uint32_t scls_alike_behind(const scls_page *page, uint32_t i, uint32_t like,
                           uint32_t most)
{
	uint32_t n = 0;

	while (n < most && i + 1 + n < page->n_blocks
	       && scls_are_alike(page, i + 1 + n, like + 1 + n))
		n++;
	return n;
}

typedef struct gather {
	scls_draft *draft;
	const uint8_t *is_body;
	uint32_t body_end;    /* behind the last block of the body */
	uint32_t last;        /* block of the last item, or SCLS_NO_BLOCK */
	uint32_t heading;     /* block of the last heading, or SCLS_NO_BLOCK */
	int open;
	spamcls_role role;    /* of the open list's first block by itself */
	uint32_t asked;       /* the block asked last whether it is a label */
	int is_label;
} gather;

/* Lists hold links of one role: steps to the next page and tags, comments,
 * the footer have lists of their own. */
static spamcls_role role_of(const scls_draft *draft, uint32_t block)
{
	spamcls_role role = (spamcls_role)draft->roles[block];

	switch (role) {
	case SPAMCLS_ROLE_REFERENCES: case SPAMCLS_ROLE_NAVIGATION:
	case SPAMCLS_ROLE_COMMENTS: case SPAMCLS_ROLE_FOOTER:
	case SPAMCLS_ROLE_HIDDEN:
		return role;
	default:
		return SPAMCLS_ROLE_LINK_LIST;
	}
}

/* What a heading of these words makes of itself and of the links behind it;
 * OTHER for most. */
static spamcls_role role_said(uint8_t phrase)
{
	switch (phrase) {
	case SCLS_PHRASE_REFERENCES:
		return SPAMCLS_ROLE_REFERENCES;
	case SCLS_PHRASE_COMMENTS:
		return SPAMCLS_ROLE_COMMENTS;
	case SCLS_PHRASE_TAGS:
		return SPAMCLS_ROLE_NAVIGATION;
	default:
		return SPAMCLS_ROLE_OTHER;
	}
}

int scls_is_list_heading(const scls_draft *draft, uint32_t i)
{
	const scls_block *block = &draft->page->blocks[i];
	const scls_block_line *line = &draft->lines[i];

	if (line->phrase == SCLS_PHRASE_LIST
	    || line->phrase == SCLS_PHRASE_REFERENCES)
		return 1;
	return scls_tag_is_heading(block->tag)
	       && line->shape.width <= HEADING_WIDTH
	       && !scls_is_of_links(block);
}

/* Headings between the last item and this block end the open list; the last
 * of them heads the next. */
static void pass_blocks(gather *g, uint32_t from, uint32_t to)
{
	for (uint32_t i = from; i < to; i++) {
		if (g->is_body[i]) {
			g->heading = SCLS_NO_BLOCK;
			g->open = 0;
		} else if (scls_is_list_heading(g->draft, i)) {
			g->heading = i;
			g->open = 0;
		}
	}
}

static int belongs(const gather *g, uint32_t block)
{
	const scls_block *a = &g->draft->page->blocks[g->last];
	const scls_block *b = &g->draft->page->blocks[block];

	if (!g->open || role_of(g->draft, block) != g->role)
		return 0;
	return a->container == b->container
	       || (a->path == b->path && block - g->last <= 3 * SCLS_LIST_GAP)
	       || block - g->last <= SCLS_LIST_GAP;
}

static void open_list(gather *g, uint32_t block, int *started)
{
	spamcls_role said = SPAMCLS_ROLE_OTHER;

	if (*started)
		scls_list_close(g->draft);
	*started = 1;
	g->role = role_of(g->draft, block);
	if (g->heading != SCLS_NO_BLOCK) {
		said = role_said(g->draft->lines[g->heading].phrase);
		g->draft->roles[g->heading] = (uint8_t)(
			said ? said : SPAMCLS_ROLE_LIST_HEADING);
	}
	scls_list_open(g->draft, g->heading, said ? said : g->role,
	               block >= g->body_end);
	g->heading = SCLS_NO_BLOCK;
	g->open = 1;
}

static void add_link(gather *g, const scls_page_link *link)
{
	scls_item item = { 0, 0, 0, { NULL, 0 }, 0 };
	uint8_t *role = &g->draft->roles[link->block];

	item.begin = link->begin;
	item.end = link->end;
	item.block = link->block;
	item.href = link->href;
	scls_list_add(g->draft, &item);
	if (*role == SPAMCLS_ROLE_OTHER)
		*role = g->draft->lists[g->draft->n_lists].role;
}

/* Whether block i of an item and j behind it may be of one card: few blocks
 * stand between, and none of the body. */
static int are_near(const uint8_t *is_body, uint32_t i, uint32_t j)
{
	if (j - i > SCLS_LIST_GAP)
		return 0;
	while (i < j && !is_body[i])
		i++;
	return i == j;
}

/* Asked once a block, which may be long and have many links behind it. */
static int is_label(gather *g, uint32_t block)
{
	if (g->asked != block) {
		g->asked = block;
		g->is_label = scls_is_label(g->draft, block);
	}
	return g->is_label;
}

/* What stands near an item, in another place of the same card, and goes where
 * the item does: a button, a count of comments. */
static int is_beside(gather *g, const scls_page_link *item,
                     const scls_page_link *link)
{
	const scls_block *a = &g->draft->page->blocks[item->block];
	const scls_block *b = &g->draft->page->blocks[link->block];

	return link->href.size > 0 && a->path != b->path
	       && !scls_tag_is_heading(b->tag)
	       && are_near(g->is_body, item->block, link->block)
	       && scls_span_equal(link->href, item->href)
	       && !is_label(g, item->block);
}

/* The same headline twice in a row, a picture's link and its title's, or the
 * same link under another name. */
static int is_repeat(gather *g, const scls_page_link *item,
                     const scls_page_link *link)
{
	const scls_page *page = g->draft->page;

	return (scls_span_equal(scls_link_text(page, item),
	                        scls_link_text(page, link))
	        && scls_span_equal(item->href, link->href))
	       || is_beside(g, item, link);
}

void scls_html_lists(scls_draft *draft, const uint8_t *is_body)
{
	const scls_page *page = draft->page;
	gather g = { draft, is_body, 0, 0, SCLS_NO_BLOCK, 0,
	             SPAMCLS_ROLE_OTHER, SCLS_NO_BLOCK, 0 };
	scls_page_link before = { 0, 0, { NULL, 0 }, 0 };
	uint32_t passed = 0;
	int started = 0;

	for (uint32_t i = 0; i < page->n_blocks; i++)
		if (is_body[i] == SCLS_IS_BODY)
			g.body_end = i + 1;
	for (uint32_t i = 0; i < page->n_links; i++) {
		scls_page_link link = scls_link_head(draft, i);

		if (is_body[link.block] || !scls_is_item_text(page, &link)
		    || (started && is_repeat(&g, &before, &link)))
			continue;
		pass_blocks(&g, passed, link.block + 1);
		passed = link.block + 1;
		if (!belongs(&g, link.block))
			open_list(&g, link.block, &started);
		add_link(&g, &link);
		g.last = link.block;
		before = link;
	}
	if (started)
		scls_list_close(draft);
}
