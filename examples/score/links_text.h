/*
 * links_text.h - JSON with a title and links, as `spamcls split --json` writes
 * it, to the lines that SPAMCLS_KIND_LINKS reads.
 */
#ifndef LINKS_TEXT_H
#define LINKS_TEXT_H

#include "tool.h"

/*
 * Not 0 where data looks like JSON objects, one a line.
 */
int links_are_json(const tool_file *file);

/*
 * Reads the next object from *at on: "title", "path", "links" and the links
 * of "lists"; a link is a string or has "text" and "href".  Writes lines to
 * *out and the path, or "", to path.  Returns 1, 0 at the end of the file, or
 * -1 for a line that is no such object (out is empty then).
 */
int links_next(const tool_file *file, size_t *at, tool_file *out,
               char path[1024]);

#endif
