/*
 * links.h - a title and bare links as a page: SPAMCLS_KIND_LINKS.
 */
#ifndef SCLS_ENGINE_LINKS_H
#define SCLS_ENGINE_LINKS_H

#include "segment/split.h"

/*
 * Splits a page of kind TEXT whose first line is the title (it may be empty)
 * and whose other lines are links, a target behind a TAB: all of them make
 * one list.  Returns SPAMCLS_OK or SPAMCLS_E_NOMEM (arena).
 */
SCLS_MUST_USE scls_status scls_split_links(scls_arena *arena,
                                           const scls_page *page,
                                           scls_split *split);

#endif
