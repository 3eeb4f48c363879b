/*
 * joined.h - lines that are several headlines in a row, with bars, dots or gaps
 * between them.
 */
#ifndef SCLS_SEGMENT_JOINED_H
#define SCLS_SEGMENT_JOINED_H

#include "segment/line/signs.h"
#include "segment/split_draft.h"

/* A line read part by part: at is 0 first. */
typedef struct scls_parts {
	scls_span line;
	uint32_t sign; /* between parts: a code point, or SCLS_GAP_SIGN */
	size_t at;     /* byte of the line where the next part begins */
} scls_parts;

/* Sets *part to the next one, up to the sign or the line's end; it may be
 * empty.  Returns 0 where there is none. */
int scls_next_part(scls_parts *parts, scls_span *part);

/* How many headlines line i, which has no links, is joined of, and by which
 * sign; 1 where it is one line.  A line of a table is none. */
uint32_t scls_parts_of(const scls_draft *draft, uint32_t i, uint32_t *sign);

/* Parts that are enough beside a line that is joined. */
#define SCLS_END_PARTS 2u

/* Whether line i is the end of the list that the line before it, joined by the
 * sign, is of: it has that many. */
int scls_ends_joined(const scls_draft *draft, uint32_t i, uint32_t sign);

/*
 * HTML with anchors: where lines are joined so, of five headlines at least,
 * gives the draft a page of its own in which these are as many links that lead
 * nowhere; else the draft stays as it is.  Returns SPAMCLS_OK or
 * SPAMCLS_E_NOMEM.
 */
SCLS_MUST_USE scls_status scls_link_joined(scls_draft *draft);

#endif
