/*
 * split.h - which blocks are body and which are link lists: the product of
 * the segment room.
 */
#ifndef SCLS_SEGMENT_SPLIT_H
#define SCLS_SEGMENT_SPLIT_H

#include "page/page.h"

/* So many lines that may be links are asked before all are. */
#define SCLS_BARE_ASKED 8u

/* One line of a list. */
typedef struct scls_item {
	uint32_t begin, end;  /* of its text, bullet and ends trimmed */
	uint32_t block;       /* of the page: where it begins */
	scls_span href;       /* empty in plain text */
	uint32_t list;        /* index into scls_split.lists */
} scls_item;

/* One list; offsets are bytes of the page's text. */
typedef struct scls_list {
	uint32_t heading_begin, heading_end; /* equal: none */
	uint32_t begin, end;  /* of its first and its last line */
	uint32_t first_item, n_items; /* of scls_split.items */
	int trailing;         /* stands after the body */
	uint8_t role;         /* spamcls_role of its items' blocks */
} scls_list;

/* The roles and lists of a page; all pointers are borrowed. */
typedef struct scls_split {
	const uint8_t *roles;   /* spamcls_role of each block of the page */
	uint32_t n_roles;
	const scls_list *lists; /* in reading order */
	uint32_t n_lists;
	const scls_item *items; /* grouped by list */
	uint32_t n_items;
	uint32_t title_begin, title_end; /* the page's or article's title */
	const uint8_t *is_body; /* of HTML with anchors: what each block was
	                           taken for first, from which scls_split_bare
	                           begins */
	uint32_t bare;          /* from which block on what is taken for body
	                           may be links; n_roles: none */
	scls_span asked[SCLS_BARE_ASKED]; /* of these, some, spread over them */
	uint32_t n_asked;
	int bare_rows;          /* not 0: these are rows of HTML that are no
	                           anchors */
} scls_split;

/* The phrases that lines are compared with: one table for all pages. */
typedef struct scls_phrases scls_phrases;

/* Makes the table, to give back with the same allocator.  Returns SPAMCLS_OK or
 * SPAMCLS_E_NOMEM. */
SCLS_MUST_USE scls_status scls_phrases_new(scls_phrases **phrases,
                                           const spamcls_allocator *allocator);
void scls_phrases_free(scls_phrases *phrases, /* NULL is allowed */
                       const spamcls_allocator *allocator);

/*
 * Splits a page.  *split borrows from arena until its reset.
 * Returns SPAMCLS_OK or SPAMCLS_E_NOMEM.
 */
SCLS_MUST_USE scls_status scls_split_page(scls_arena *arena,
                                          const scls_phrases *phrases,
                                          const scls_page *page,
                                          scls_split *split);

/* Fewer headlines by themselves say nothing. */
#define SCLS_BARE_LEAST 5u

/*
 * Splits such a page anew: all headlines from block from on are one list, what
 * stands before and behind them is as in *split.  Of HTML with anchors they are
 * those that the body is taken to hold, in as many lists as they make, and,
 * unless alone, all others have theirs as well.  Verses look like that, too,
 * and a body may have links: what the lines say has to decide.  Returns
 * SPAMCLS_OK, or SPAMCLS_E_NOMEM with *split as it was.
 */
SCLS_MUST_USE scls_status scls_split_bare(scls_arena *arena,
                                          const scls_phrases *phrases,
                                          const scls_page *page,
                                          uint32_t from, int alone,
                                          scls_split *split);

#endif
