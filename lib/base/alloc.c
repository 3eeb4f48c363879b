/* alloc.c - see alloc.h. */
#include "base/alloc.h"

#include <stdlib.h>
#include <string.h>

static void *resize(void *context, void *old, size_t old_size, size_t new_size)
{
	(void)context;
	(void)old_size;
	if (new_size == 0) {
		free(old);
		return NULL;
	}
	return realloc(old, new_size);
}

spamcls_allocator scls_alloc_default(void)
{
	spamcls_allocator allocator = { resize, NULL };

	return allocator;
}

spamcls_allocator scls_alloc_of(const spamcls_allocator *given)
{
	return given ? *given : scls_alloc_default();
}

void *scls_alloc(const spamcls_allocator *a, size_t size)
{
	return size ? a->resize(a->context, NULL, 0, size) : NULL;
}

void *scls_alloc_zero(const spamcls_allocator *a, size_t n, size_t size)
{
	void *data;

	if (size && n > SIZE_MAX / size)
		return NULL;
	data = scls_alloc(a, n * size);
	if (data)
		memset(data, 0, n * size);
	return data;
}

void scls_free(const spamcls_allocator *a, void *ptr, size_t size)
{
	if (ptr)
		a->resize(a->context, ptr, size, 0);
}

scls_status scls_grow(const spamcls_allocator *a, void **items,
                      size_t *capacity, size_t need, size_t item_size)
{
	size_t room = *capacity + *capacity / 2;
	void *data;

	if (need <= *capacity)
		return SPAMCLS_OK;
	if (room < need)
		room = need;
	if (room < 8)
		room = 8;
	if (room > SIZE_MAX / item_size)
		return SPAMCLS_E_NOMEM;
	data = a->resize(a->context, *items, *capacity * item_size,
	                 room * item_size);
	if (!data)
		return SPAMCLS_E_NOMEM;
	*items = data;
	*capacity = room;
	return SPAMCLS_OK;
}
