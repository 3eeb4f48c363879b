/* html.h - the tokens of an HTML page to events for the block builder. */
#ifndef SCLS_PAGE_HTML_H
#define SCLS_PAGE_HTML_H

#include "page/events.h"
#include "page/skip.h"

/* Reads the tokens of one page after the other; its memory stays. */
typedef struct scls_html scls_html;

/* The table must outlive what is made.  Returns SPAMCLS_OK or
 * SPAMCLS_E_NOMEM. */
SCLS_MUST_USE scls_status scls_html_new(scls_html **html,
                                        const scls_tag_table *table,
                                        const spamcls_allocator *allocator);
void scls_html_free(scls_html *html); /* NULL is allowed */

/* Tells builder what the tokens of a page that is begun say, and what they
 * leave out; it is read to its end, or to where it is too deep.
 * Returns SPAMCLS_OK or SPAMCLS_E_NOMEM. */
SCLS_MUST_USE scls_status scls_html_parse(scls_html *html,
                                          scls_skim *skim,
                                          scls_builder *builder);

#endif
