/* entity.h - character references that a page left in its headlines. */
#ifndef SCLS_HEADLINE_ENTITY_H
#define SCLS_HEADLINE_ENTITY_H

#include "base/span.h"
#include <stdint.h>

/*
 * Reads the reference at text.data[*at], which is an ampersand, and moves *at
 * behind it: &#N; &#xH; and the few names that link texts hold.  Anything
 * else gives the ampersand itself.
 */
uint32_t scls_entity_next(scls_span text, size_t *at);

#endif
