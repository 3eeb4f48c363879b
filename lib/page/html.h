/* html.h - HTML to events, by libxml2's SAX interface. */
#ifndef SCLS_PAGE_HTML_H
#define SCLS_PAGE_HTML_H

#include "page/events.h"
#include "page/skip.h"

typedef struct scls_html scls_html;

SCLS_MUST_USE scls_status scls_html_new(scls_html **html,
                                        const spamcls_allocator *allocator);
void scls_html_free(scls_html *html); /* NULL is allowed */

/*
 * Parses what skim shows and tells builder, with the texts and attributes
 * that skim put aside.  Returns SPAMCLS_OK, SPAMCLS_E_NOMEM or
 * SPAMCLS_E_INTERNAL.
 */
SCLS_MUST_USE scls_status scls_html_parse(scls_html *html,
                                          const scls_skim *skim,
                                          scls_builder *builder);

#endif
