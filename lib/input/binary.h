/* binary.h - bytes that are no text: images, archives, programs. */
#ifndef SCLS_INPUT_BINARY_H
#define SCLS_INPUT_BINARY_H

#include "base/span.h"

/*
 * Not 0 where the first bytes are the mark of a file that is no text, or
 * hold more control bytes than any text in a superset of ASCII does.
 */
int scls_is_binary(scls_span input);

/* 'l' or 'b' where the zero bytes of the front stand as they do in UTF-16 of
 * that byte order; 0 where they do not. */
int scls_guess_utf16(scls_span input);

#endif
