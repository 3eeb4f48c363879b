/*
 * http.h - what a server answered, as a web archive keeps it: head and body in
 * one (RFC 9112), the body perhaps in chunks and packed.
 */
#ifndef DOCUMENTS_HTTP_H
#define DOCUMENTS_HTTP_H

#include "tool.h"

/* An answer's head. */
typedef struct http_response {
	int status;         /* 200, ...; 0: its line says none */
	char *type;         /* Content-Type, or NULL */
	spamcls_span head;  /* its fields, inside the bytes given */
	int partial;        /* a fault has cut the body */
} http_response;

/*
 * Takes an answer apart.  Appends at most `most` bytes of its body to *body,
 * out of their chunks and unpacked (coding.h); what is said to be
 * chunked or packed and is not is taken as it is, for archives often keep the
 * fields of what they have unpacked.  An answer 1xx before it is none.
 * Returns NULL, or why it cannot be read (a constant).
 */
const char *http_read(const tool_file *block, size_t most,
                      http_response *response, tool_file *body);

/* Frees its type, not *response. */
void http_free(http_response *response);

#endif
