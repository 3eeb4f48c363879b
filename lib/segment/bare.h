/*
 * bare.h - lines that may be links, which their words decide: the end of a
 * text that is nothing but headlines, links in a body, rows without anchors.
 */
#ifndef SCLS_SEGMENT_BARE_H
#define SCLS_SEGMENT_BARE_H

#include "segment/split_draft.h"

/* Adds text, number k of n lines that may be links, to those whose scores
 * decide whether they are: all of a few, else some, spread over them. */
void scls_ask(scls_split *split, uint32_t k, uint32_t n, scls_span text);

/* Sets split->bare and the lines that are asked where the end of a text may be
 * nothing but links: where most lines behind its last paragraph, but for a
 * short tail, are headlines.  Else split stays as it is. */
void scls_text_bare(const scls_draft *draft, scls_split *split);

/* Splits a text so: all headlines from that block on are one list, what stands
 * before and behind them keeps its role. */
void scls_split_bare_text(scls_draft *draft, uint32_t from);

/* As scls_text_bare, for HTML: where links fill blocks of the body. */
void scls_html_bare(const scls_draft *draft, scls_split *split);

/* Splits HTML so: such links from that block on are no body.  The draft has the
 * is_body of before and, where these links alone are to be gathered, the roles
 * of before.  Returns SPAMCLS_OK or SPAMCLS_E_NOMEM. */
SCLS_MUST_USE scls_status scls_split_bare_html(scls_draft *draft,
                                               uint32_t from, int alone);

/*
 * Gives the draft a page of its own whose rows are links: where five blocks
 * that stand alike, few others between them, are headlines without an anchor,
 * or with the same one ("more") behind or before each.  Of these is_row is not
 * 0; without such rows nothing changes.  Verses and a body's own lists look
 * like that, too: what they say has to decide.  Returns SPAMCLS_OK or
 * SPAMCLS_E_NOMEM.
 */
SCLS_MUST_USE scls_status scls_link_rows(scls_draft *draft);

#endif
