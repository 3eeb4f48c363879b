/* plain.h - plain text to blocks: a line is a block, or where it is links as
 * Markdown writes them, each of them. */
#ifndef SCLS_PAGE_PLAIN_H
#define SCLS_PAGE_PLAIN_H

#include "page/builder.h"

/*
 * Fills *page from text, which it borrows.  Blocks are kept in builder.
 * Returns SPAMCLS_OK or SPAMCLS_E_NOMEM.
 */
SCLS_MUST_USE scls_status scls_read_plain(scls_builder *builder,
                                          scls_span text, scls_page *page);

#endif
