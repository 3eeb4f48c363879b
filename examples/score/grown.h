/* grown.h - arrays that grow. */
#ifndef GROWN_H
#define GROWN_H

#include <stdint.h>
#include <stdlib.h>

/*
 * The array of items of a size, with room for n of them: itself, or a larger
 * one in its place; *room is how many there is room for.  NULL where there is
 * no memory: array and room are then as they were.
 */
static inline void *grown(void *items, size_t *room, size_t n, size_t size)
{
	size_t more = *room < n / 2 ? n : *room * 2 + 8;
	void *larger;

	if (items && n <= *room)
		return items;
	larger = more > SIZE_MAX / size ? NULL : realloc(items, more * size);
	if (larger)
		*room = more;
	return larger;
}

#endif
