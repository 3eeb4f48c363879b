/*
 * arena.h - memory that lives until the next document.
 *
 * Blocks are kept over a reset, so a warm arena allocates nothing.  Each has
 * twice the size of the one before it, or more: all together are no more than
 * a few times what the largest document took.
 */
#ifndef SCLS_BASE_ARENA_H
#define SCLS_BASE_ARENA_H

#include "base/alloc.h"

/* A piece of memory from the allocator. */
typedef struct scls_arena_block scls_arena_block;

/* Owned by one session or object; all zero will not do: scls_arena_init. */
typedef struct scls_arena {
	const spamcls_allocator *allocator; /* borrowed */
	scls_arena_block *first;            /* all blocks, in order of use */
	scls_arena_block *current;          /* NULL before the first take */
	size_t used;                        /* bytes of current */
} scls_arena;

/* Sets up an empty arena; takes no memory. */
void scls_arena_init(scls_arena *arena, const spamcls_allocator *allocator);

/* size bytes aligned for any type, not cleared; NULL: no memory. */
void *scls_arena_take(scls_arena *arena, size_t size);

/* n * size bytes, the product checked for overflow; or NULL. */
void *scls_arena_take_array(scls_arena *arena, size_t n, size_t size);

/* A copy of size bytes with a NUL behind them; or NULL. */
char *scls_arena_copy(scls_arena *arena, const char *data, size_t size);

/* Forgets all that was taken; keeps the blocks.  One that is too small for what
 * is asked later may be given back for a larger one. */
void scls_arena_reset(scls_arena *arena);

/* How far an arena is filled. */
typedef struct scls_arena_mark {
	scls_arena_block *block;
	size_t used;
} scls_arena_mark;

/* Where it is filled to now. */
scls_arena_mark scls_arena_here(const scls_arena *arena);

/* Forgets what was taken since the mark; the arena was not reset since. */
void scls_arena_back(scls_arena *arena, scls_arena_mark mark);

/* Gives the blocks back. */
void scls_arena_free(scls_arena *arena);

#endif
