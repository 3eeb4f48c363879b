/* arena.c - see arena.h. */
#include "base/arena.h"

#include <stdalign.h>
#include <string.h>

#define FIRST_BLOCK 16384u

struct scls_arena_block {
	scls_arena_block *next;
	size_t size; /* of data */
	alignas(max_align_t) unsigned char data[];
};

void scls_arena_init(scls_arena *arena, const spamcls_allocator *allocator)
{
	arena->allocator = allocator;
	arena->first = arena->current = NULL;
	arena->used = 0;
}

static scls_arena_block *new_block(scls_arena *arena, size_t size)
{
	scls_arena_block *block;
	size_t room = arena->current ? arena->current->size * 2 : FIRST_BLOCK;

	if (room < size)
		room = size;
	if (room > SIZE_MAX - sizeof(*block))
		return NULL;
	block = scls_alloc(arena->allocator, sizeof(*block) + room);
	if (!block)
		return NULL;
	block->size = room;
	return block;
}

/* What links the current block to the ones still unused. */
static scls_arena_block **rest_of(scls_arena *arena)
{
	return arena->current ? &arena->current->next : &arena->first;
}

/* Gives back the blocks still unused. */
static void free_rest(scls_arena *arena)
{
	scls_arena_block *block = *rest_of(arena), *next;

	*rest_of(arena) = NULL;
	for (; block; block = next) {
		next = block->next;
		scls_free(arena->allocator, block,
		          sizeof(*block) + block->size);
	}
}

/* Puts a new block in place of those still unused, which are too small: if they
 * were kept, documents that each ask for a little more than the last would
 * leave one behind every time. */
static int add_block(scls_arena *arena, size_t size)
{
	scls_arena_block *block;

	free_rest(arena);
	block = new_block(arena, size);
	if (!block)
		return 0;
	block->next = NULL;
	*rest_of(arena) = block;
	arena->current = block;
	arena->used = 0;
	return 1;
}

/* The next block kept from before that is large enough; those between stay
 * unused this time. */
static int next_block(scls_arena *arena, size_t size)
{
	scls_arena_block *next = *rest_of(arena);

	while (next && next->size < size)
		next = next->next;
	if (!next)
		return 0;
	arena->current = next;
	arena->used = 0;
	return 1;
}

void *scls_arena_take(scls_arena *arena, size_t size)
{
	const size_t align = alignof(max_align_t);
	unsigned char *data;

	if (size > SIZE_MAX - align)
		return NULL;
	size = (size + align - 1) / align * align;
	if (!arena->current || arena->current->size - arena->used < size)
		if (!next_block(arena, size) && !add_block(arena, size))
			return NULL;
	data = arena->current->data + arena->used;
	arena->used += size;
	return data;
}

void *scls_arena_take_array(scls_arena *arena, size_t n, size_t size)
{
	if (size && n > SIZE_MAX / size)
		return NULL;
	return scls_arena_take(arena, n * size);
}

char *scls_arena_copy(scls_arena *arena, const char *data, size_t size)
{
	char *copy = size < SIZE_MAX ? scls_arena_take(arena, size + 1) : NULL;

	if (!copy)
		return NULL;
	if (size > 0)
		memcpy(copy, data, size);
	copy[size] = '\0';
	return copy;
}

scls_arena_mark scls_arena_here(const scls_arena *arena)
{
	return (scls_arena_mark){ arena->current, arena->used };
}

void scls_arena_back(scls_arena *arena, scls_arena_mark mark)
{
	arena->current = mark.block;
	arena->used = mark.used;
}

void scls_arena_reset(scls_arena *arena)
{
	scls_arena_back(arena, (scls_arena_mark){ NULL, 0 });
}

void scls_arena_free(scls_arena *arena)
{
	scls_arena_reset(arena);
	free_rest(arena);
}
