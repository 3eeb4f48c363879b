/* runs.c - see runs.h. */
#include "segment/html/runs.h"

#include <string.h>

/* So many links in a row are a list. */
#define LIST_LEAST 3u

/* What a block can be a part of.  A line that is a link is none of code,
 * wherever it stands. */
typedef enum run_kind { NO_RUN, CODE, PRE_LINKS, LINKS } run_kind;

static run_kind kind_of(const scls_block *b)
{
	if (scls_is_of_links(b))
		return b->within & SCLS_IN_PRE ? PRE_LINKS : LINKS;
	return (b->within & SCLS_IN_PRE) && !(b->within & SCLS_OUTSIDE)
	       ? CODE : NO_RUN;
}

/* Items of one list have elements of their own, or stand in it themselves. */
static int are_alike(const scls_block *a, const scls_block *b)
{
	return a->path == b->path
	       && (a->container == b->container || a->outer == b->outer);
}

/* Whether b, behind a, goes on with a's run. */
static int goes_on(const scls_block *a, const scls_block *b)
{
	run_kind kind = kind_of(a);

	return kind != NO_RUN && kind == kind_of(b)
	       && (kind != LINKS || are_alike(a, b));
}

/* Bytes of n blocks that are body, less those that are not. */
static int64_t lean(const scls_block *blocks, uint32_t n,
                    const uint8_t *is_body)
{
	int64_t sum = 0;

	for (uint32_t i = 0; i < n; i++) {
		int64_t size = blocks[i].end - blocks[i].begin;

		sum += is_body[i] ? size : -size;
	}
	return sum;
}

/* All are body; what is hidden is not read with the others. */
static void take(const scls_block *blocks, uint32_t n, uint8_t *is_body)
{
	for (uint32_t i = 0; i < n; i++)
		if (!(blocks[i].within & SCLS_IN_HIDDEN))
			is_body[i] = 1;
}

static void settle(const scls_block *blocks, uint32_t n, uint8_t *is_body)
{
	run_kind kind = kind_of(blocks);

	if (kind == NO_RUN || (kind != CODE && n < LIST_LEAST))
		return;
	if (kind == PRE_LINKS)
		memset(is_body, 0, n);
	/* Of code that is mostly left out what was taken may be the lines
	 * that the text tells of. */
	else if (lean(blocks, n, is_body) > 0)
		take(blocks, n, is_body);
	else if (kind == LINKS)
		memset(is_body, 0, n);
}

void scls_runs_settle(const scls_page *page, uint8_t *is_body)
{
	const scls_block *blocks = page->blocks;
	uint32_t begin = 0, end;

	for (; begin < page->n_blocks; begin = end) {
		for (end = begin + 1; end < page->n_blocks
		     && goes_on(&blocks[end - 1], &blocks[end]); end++)
			;
		settle(&blocks[begin], end - begin, is_body + begin);
	}
}
