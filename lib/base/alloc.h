/* alloc.h - the caller's allocator, and growth that keeps what there was. */
#ifndef SCLS_BASE_ALLOC_H
#define SCLS_BASE_ALLOC_H

#include "base/status.h"

/* The malloc allocator, for callers that give none. */
spamcls_allocator scls_alloc_default(void);

/* The allocator that is given, or the default one where that is NULL. */
spamcls_allocator scls_alloc_of(const spamcls_allocator *given);

/* size bytes, not cleared; NULL where there is no memory or size is 0. */
void *scls_alloc(const spamcls_allocator *allocator, size_t size);

/* n * size bytes, cleared, the product checked for overflow; or NULL. */
void *scls_alloc_zero(const spamcls_allocator *allocator, size_t n,
                      size_t size);

/* Gives size bytes back; ptr may be NULL. */
void scls_free(const spamcls_allocator *allocator, void *ptr, size_t size);

/*
 * Makes *items hold at least need items of item_size bytes; *capacity counts
 * items.  Grows at least by half, and commits only after the memory is there:
 * on failure both keep their values.  Returns SPAMCLS_OK or SPAMCLS_E_NOMEM.
 *
 *     SCLS_TRY(scls_grow(al, (void **)&v->items, &v->capacity, v->n + 1,
 *                        sizeof(v->items[0])));
 */
SCLS_MUST_USE scls_status scls_grow(const spamcls_allocator *allocator,
                                    void **items, size_t *capacity,
                                    size_t need, size_t item_size);

#endif
