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
#include "page/nest.h"

/*
 * Copies html to out (room for html.size bytes) without script, style, svg,
 * iframe, template, math, object, select and comments, without images and
 * other tags that have no content, and without the tags that nest refuses.
 * A script, style or comment that is never closed reaches to the end, as in
 * a browser; of the others only the tag is lost.  Returns the size.
 */
size_t scls_skip_raw(scls_span html, scls_nest *nest, char *out);

#endif
