/*
 * sketch.h - counts of whole sites that merge: the product of this room.
 *
 * The calls are the public ones of spamcls.h, whose comments say what they
 * promise; spamcls.c has looked at the arguments before these are called.
 */
#ifndef SCLS_MINE_SKETCH_H
#define SCLS_MINE_SKETCH_H

#include "base/alloc.h"
#include "base/span.h"

/* options are all there, with 0 for a default.  Returns SPAMCLS_OK or
 * SPAMCLS_E_NOMEM. */
SCLS_MUST_USE scls_status
scls_sketch_new(spamcls_sketch **sketch, const spamcls_sketch_options *options);

void scls_sketch_free(spamcls_sketch *sketch); /* NULL is allowed */

/* Counts a page.  Returns SPAMCLS_OK, SPAMCLS_E_STATE (memory ran out before)
 * or SPAMCLS_E_NOMEM, and so do the two below. */
SCLS_MUST_USE scls_status scls_sketch_add(spamcls_sketch *sketch,
                                          const spamcls_page *page);

/* Adds what other, another sketch, has counted. */
SCLS_MUST_USE scls_status scls_sketch_merge(spamcls_sketch *sketch,
                                            const spamcls_sketch *other);

/* The bytes are the sketch's, until it changes or is asked for them again. */
SCLS_MUST_USE scls_status scls_sketch_bytes(spamcls_sketch *sketch,
                                            const void **data, size_t *size);

/* Trusts nothing in data, and keeps none of it; allocator may be NULL.  Returns
 * SPAMCLS_OK, or SPAMCLS_E_FORMAT or SPAMCLS_E_VERSION with the byte in *error,
 * or SPAMCLS_E_NOMEM. */
SCLS_MUST_USE scls_status scls_sketch_load(spamcls_sketch **sketch,
                                           scls_span data,
                                           const spamcls_allocator *allocator,
                                           spamcls_error *error);

/* The sites of one scope, in order: the sketch's, until it changes.  Returns
 * SPAMCLS_OK, SPAMCLS_E_STATE or SPAMCLS_E_NOMEM. */
SCLS_MUST_USE scls_status scls_sketch_sites(spamcls_sketch *sketch,
                                            spamcls_scope scope,
                                            const spamcls_site **sites,
                                            size_t *n);

/* Of how many sites of the scope one is kept: a power of 2. */
uint64_t scls_sketch_one_in(const spamcls_sketch *sketch,
                            spamcls_scope scope);

#endif
