/* utf8.h - UTF-8 as RFC 3629 has it. */
#ifndef SCLS_BASE_UTF8_H
#define SCLS_BASE_UTF8_H

#include "base/span.h"
#include <stdint.h>

/* How many bytes at the front are valid UTF-8; size where all are. */
size_t scls_utf8_valid(const char *data, size_t size);

/*
 * Decodes the code point at data[*at] and moves *at behind it.  Never reads
 * past size; a bad byte gives U+FFFD and moves by the maximal subpart
 * (Unicode 15, section 3.9).  *at must be below size.
 */
uint32_t scls_utf8_next(const char *data, size_t size, size_t *at);

/* Writes code point c (not a surrogate) to out; returns its 1 to 4 bytes. */
size_t scls_utf8_put(uint32_t c, char out[4]);

#endif
