/*
 * split_steps.h - the steps of a split, each of which changes the draft: what
 * split.c calls, and text/ and html/ do.
 */
#ifndef SCLS_SEGMENT_SPLIT_STEPS_H
#define SCLS_SEGMENT_SPLIT_STEPS_H

#include "segment/split_draft.h"

/* Plain text: a line that is several headlines in a row, with bars, dots or
 * gaps between them, becomes as many lines of a page of the draft's own.
 * Returns SPAMCLS_OK or SPAMCLS_E_NOMEM. */
SCLS_MUST_USE scls_status scls_unjoin(scls_draft *draft);

/* The first line, on such a page, of a block of the whole one. */
uint32_t scls_first_line(const scls_draft *draft, uint32_t block);

/* Makes the split of such a page one of the whole.  Returns SPAMCLS_OK or
 * SPAMCLS_E_NOMEM. */
SCLS_MUST_USE scls_status scls_rejoin(scls_draft *draft, scls_split *split);

/* Plain text: finds the lines that only tell of the one before: a day or an
 * address; behind a headline a day with little beside it, or words that come
 * again between others, figures aside (views, an author, "more").  Returns
 * SPAMCLS_OK or SPAMCLS_E_NOMEM. */
SCLS_MUST_USE scls_status scls_find_notes(scls_draft *draft);

/* Splits plain text, whose blocks are lines: roles, lists, title.  Returns
 * SPAMCLS_OK or SPAMCLS_E_NOMEM. */
SCLS_MUST_USE scls_status scls_split_text(scls_draft *draft);

/* Splits HTML with anchors: the same, and is_body.  Returns SPAMCLS_OK or
 * SPAMCLS_E_NOMEM. */
SCLS_MUST_USE scls_status scls_split_html(scls_draft *draft);

/* A step of it: the roles of blocks by is_body, and the title, as they are
 * before links are gathered into lists. */
void scls_html_roles(scls_draft *draft);

/* Sets the draft's title: the first h1 that is no link of a list; without one
 * <title>; without either it stays. */
void scls_html_title(scls_draft *draft);

#endif
