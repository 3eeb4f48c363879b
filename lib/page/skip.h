/*
 * skip.h - takes out of HTML what no reader sees, before it is parsed.
 *
 * Half of a page's bytes are scripts, styles, comments and drawings.  A byte
 * scan that skips them is many times faster than a parser that reads them,
 * and what the parser never sees cannot harm it.
 */
#ifndef SCLS_PAGE_SKIP_H
#define SCLS_PAGE_SKIP_H

#include "base/span.h"

/*
 * Copies html to out (room for html.size bytes) without script, style, svg,
 * iframe, template, math, object, select and comments, and without the tags
 * of elements nested deeper than max_depth.  A script or style that is never
 * closed reaches to the end, as in a browser; a comment that is never
 * closed does, too.  Returns the size; *too_deep is set where tags were left
 * out.
 */
size_t scls_skip_raw(scls_span html, uint32_t max_depth, char *out,
                     int *too_deep);

#endif
