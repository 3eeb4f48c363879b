/* coding.h - the Content-Encoding of a body (RFC 9110, section 8.4). */
#ifndef DOCUMENTS_CODING_H
#define DOCUMENTS_CODING_H

#include "tool.h"

/*
 * Appends at most `most` bytes of what a body holds to *out: unpacked (gzip,
 * deflate, br, zstd), or as it is where it is not packed, whatever the head
 * says.  *partial: a fault, or the end of the body, cuts it.  Returns NULL, or
 * why nothing of it can be read (a constant).
 */
const char *coding_read(spamcls_span head, spamcls_span body, size_t most,
                        tool_file *out, int *partial);

#endif
