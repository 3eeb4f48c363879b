/* html.h - HTML to events, by libxml2's SAX interface. */
#ifndef SCLS_PAGE_HTML_H
#define SCLS_PAGE_HTML_H

#include "page/events.h"

typedef struct scls_html scls_html;

SCLS_MUST_USE scls_status scls_html_new(scls_html **html,
                                        const spamcls_allocator *allocator);
void scls_html_free(scls_html *html); /* NULL is allowed */

/*
 * Parses size bytes of UTF-8 and tells builder.  Returns SPAMCLS_OK,
 * SPAMCLS_E_NOMEM or SPAMCLS_E_INTERNAL.
 */
SCLS_MUST_USE scls_status scls_html_parse(scls_html *html, const char *data,
                                          size_t size,
                                          scls_builder *builder);

#endif
