/*
 * reference.h - character references: &amp; &#12345; &#x4E00; as the HTML
 * standard reads them (section 13.2.5.72 and on).  Those of HTML 4.01 are
 * known by name; the ";" may lack behind numbers, and behind the oldest names:
 * in text also where a word goes on behind them, in attributes, and in what
 * was read before, where no letter, digit or "=" follows.
 */
#ifndef SCLS_BASE_REFERENCE_H
#define SCLS_BASE_REFERENCE_H

#include "base/span.h"
#include <stdint.h>

/*
 * As in an attribute: the code point that the "&" at data[*at] stands for; *at
 * moves behind it.  Returns 0 for a number that is no character, and "&" where
 * no reference begins.  data[*at] itself is not looked at.
 */
uint32_t scls_reference_next(const char *data, size_t size, size_t *at);

/*
 * As in the text of a page: what the "&" at data[*at] stands for, as UTF-8 in
 * out; *at moves behind it.  Returns the bytes, none for a number that is no
 * character.
 */
size_t scls_reference(const char *data, size_t size, size_t *at, char out[4]);

/* Decodes all of an attribute; out has room for as many bytes as it has. */
size_t scls_references(scls_span text, char *out);

#endif
