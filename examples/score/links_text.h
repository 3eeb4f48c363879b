/*
 * links_text.h - JSON with a title and links, as `spamcls split --json` writes
 * it, to the lines that SPAMCLS_KIND_LINKS reads.
 */
#ifndef LINKS_TEXT_H
#define LINKS_TEXT_H

#include "tool.h"

/*
 * Not 0 where the first two lines look like JSON objects.
 */
int links_are_json(const tool_file *file);

/* Not 0 where an object or an array goes over several lines, or an array is
 * all there is: neither headlines nor what links_next reads. */
int links_are_spread(const tool_file *file);

/* What an object says of itself; "" where it says nothing or too much. */
typedef struct links_names {
	char path[1024];
	char url[2048];
	char why[256]; /* its page has no links: "error", or it is no text */
} links_names;

/*
 * Reads the next object from *at on: "title", "path", "url", "links" and the
 * links of "lists"; a link is a string or has "text" and "href".  Writes lines
 * to *out.  Returns 1, 0 at the end of the file, or -1 for a line that is no
 * such object (out is empty then).
 */
int links_next(const tool_file *file, size_t *at, tool_file *out,
               links_names *names);

#endif
