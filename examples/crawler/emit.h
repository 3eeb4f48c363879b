/* emit.h - one line of JSON a page. */
#ifndef CRAWL_EMIT_H
#define CRAWL_EMIT_H

#include "crawler.h"

#include <stdio.h>

/*
 * {"url","depth","status","error"?,"why"?,"redirect"?,"result"?}: error where
 * the page was not fetched or not judged, why what lies behind it, redirect
 * where it is elsewhere, result as spamcls score prints it.  Returns 0: out
 * cannot be written to.
 */
int crawl_emit(FILE *out, const crawl_page *page);

#endif
