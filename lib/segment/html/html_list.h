/* html_list.h - the link lists of an HTML page. */
#ifndef SCLS_SEGMENT_HTML_LIST_H
#define SCLS_SEGMENT_HTML_LIST_H

#include "segment/parts.h"

/*
 * Gathers the links that stand outside the body into lists and gives their
 * blocks and headings their roles; is_body has a byte a block.
 */
void scls_html_lists(scls_draft *draft, const uint8_t *is_body);

#endif
