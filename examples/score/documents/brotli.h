/* brotli.h - a body that is packed by brotli (RFC 7932). */
#ifndef DOCUMENTS_BROTLI_H
#define DOCUMENTS_BROTLI_H

#include "tool.h"

/*
 * Appends at most `most` bytes to *out.  *partial: a fault, or the end of the
 * body, cuts it; *rest: bytes behind its end.  Returns NULL, or why nothing of
 * it can be read (a constant).
 */
const char *brotli_read(spamcls_span body, size_t most, tool_file *out,
                        int *partial, size_t *rest);

#endif
