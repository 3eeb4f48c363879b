/*
 * record_links.h - links of a list, and what is told of each: a teaser, a date.
 */
#ifndef SCLS_SEGMENT_RECORD_LINKS_H
#define SCLS_SEGMENT_RECORD_LINKS_H

#include "segment/html/traits.h"

/* The links behind one heading, or some that stand alike. */
typedef struct scls_records {
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
} scls_records;

/* Takes room for all blocks of the page; links are those behind a heading.
 * Returns SPAMCLS_OK or SPAMCLS_E_NOMEM. */
SCLS_MUST_USE scls_status scls_records_begin(scls_records *r,
                                             const scls_view *view);

/* Whether block i is links for the most part. */
static inline int scls_records_is_link(const scls_records *r,
                                       uint32_t i)
{
	const scls_block *block = &r->view->draft->page->blocks[i];

	return block->n_links > 0 && scls_is_of_links(block);
}

/* The next link behind block i, no farther than the gap of a list and before
 * another heading, that stands like block like, or any; or SCLS_NO_BLOCK.  A
 * card's button that says "more" is no heading. */
uint32_t scls_records_next(const scls_records *r, uint32_t i, uint32_t like);

/* Finds the links from block i, one of them, on.  They end where others led to
 * before: a page of links that all lead to the rest would be walked again for
 * each. */
void scls_records_find(scls_records *r, uint32_t i);

/* Finds the blocks of all records: before the first link, not before block
 * from, stands what stands so before the second, and behind the last what
 * stands so behind the one before.  There are two links at least. */
void scls_records_bound(scls_records *r, uint32_t from);

/* Counts the kin of these blocks, and forgets what was counted. */
void scls_records_count(const scls_records *r);
void scls_records_forget(const scls_records *r);

/* What is told of a link stands where nothing else does, as they are counted; a
 * paragraph that is made like others of the page is its body's. */
int scls_records_is_told(const scls_records *r, uint32_t i);

/* Takes the links out of the body, and what is told of them. */
void scls_records_take_out(const scls_records *r, uint8_t *is_body);

#endif
