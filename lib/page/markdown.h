/* markdown.h - links as Markdown writes them: [text](target). */
#ifndef SCLS_PAGE_MARKDOWN_H
#define SCLS_PAGE_MARKDOWN_H

#include "base/span.h"

/* One link, as pieces of its line. */
typedef struct scls_markdown_link {
	scls_span text;   /* without emphasis; empty where it is a picture */
	scls_span target; /* as written, without a title behind it */
} scls_markdown_link;

/*
 * Not 0 where the line is links or pictures and nothing else but marks before,
 * between and behind them, and figures.  line is valid UTF-8.
 */
int scls_markdown_is_links(scls_span line);

/* Takes the next link off the front of such a line; 0: there is none. */
int scls_markdown_next(scls_span *line, scls_markdown_link *link);

#endif
