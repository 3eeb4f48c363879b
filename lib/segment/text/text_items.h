/*
 * text_items.h - which lines of a plain-text page's list are its items.
 */
#ifndef SCLS_SEGMENT_TEXT_ITEMS_H
#define SCLS_SEGMENT_TEXT_ITEMS_H

#include "segment/text/text_run.h"

/* A list, looked at as a whole. */
typedef struct scls_items {
	const scls_draft *draft;
	scls_run run;
	int menus;   /* rows of labels in it are menus */
	int is_first; /* no prose stands before it: paragraphs in it or behind
	                 it are the body */
	scls_run comments; /* which of its lines are: those behind a heading of
	                      them that say something; else empty */
} scls_items;

/* Looks at the lines of the run. */
scls_items scls_items_of(const scls_draft *draft, scls_run run);

/* What line i of it is: an item, a heading of the list, the title of the
 * previous or next article, which is apart as in HTML, a comment, a paragraph
 * of the body, or OTHER: no link. */
uint8_t scls_item_role(const scls_items *items, uint32_t i);

/* Whether line i is a paragraph of a body that stands behind the list. */
int scls_is_body_behind(const scls_items *items, uint32_t i);

/* Whether a line with the words of a share bar or an imprint may be a
 * headline. */
int scls_is_worded_headline(const scls_block_line *line);

#endif
