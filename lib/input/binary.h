/* binary.h - files that are no text. */
#ifndef SCLS_INPUT_BINARY_H
#define SCLS_INPUT_BINARY_H

#include <stddef.h>

/* Not 0 where the bytes begin like a document, image, archive, program ...,
 * or are full of control bytes. */
int scls_is_binary(const char *data, size_t size);

#endif
