/* reference.h - character references: &amp; &#12345; &#x4E00; */
#ifndef SCLS_PAGE_REFERENCE_H
#define SCLS_PAGE_REFERENCE_H

#include "base/span.h"
#include <stdint.h>

/*
 * What the "&" at data[*at] stands for, as UTF-8 in out; *at moves behind it.
 * Returns the bytes: 0 for a number that is no character, and the "&" itself
 * where no reference begins.
 */
size_t scls_reference(const char *data, size_t size, size_t *at, char out[4]);

/* Decodes all of a text; out has room for as many bytes as it has. */
size_t scls_references(scls_span text, char *out);

#endif
