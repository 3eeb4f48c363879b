/* html_list.h - the link lists of an HTML page. */
#ifndef SCLS_SEGMENT_HTML_LIST_H
#define SCLS_SEGMENT_HTML_LIST_H

#include "segment/parts.h"

/* Blocks without a headline that may stand between two items: dates, teasers,
 * pictures' captions. */
#define SCLS_LIST_GAP 4u

/* Whether block i can head a list: a phrase that says so, or a heading element
 * that is no link itself. */
int scls_is_list_heading(const scls_draft *draft, uint32_t i);

/*
 * Gathers the links that stand outside the body into lists and gives their
 * blocks and headings their roles; is_body has a byte a block.
 */
void scls_html_lists(scls_draft *draft, const uint8_t *is_body);

#endif
