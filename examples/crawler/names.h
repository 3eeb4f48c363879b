/*
 * names.h - a set of strings that numbers them in the order they came.
 *
 * Sites choose the names, and so their hashes: those of one slot are a tree by
 * the bits of the hash, and behind 64 of them by those of another, so that none
 * lies behind many others.
 */
#ifndef CRAWL_NAMES_H
#define CRAWL_NAMES_H

#include <stddef.h>
#include <stdint.h>

/* All zero is an empty set. */
typedef struct crawl_names {
	char **name;      /* owned */
	uint32_t (*next)[2]; /* by name: the two behind it, as in a slot */
	size_t n, room;
	uint32_t *slot;   /* number + 1, 0: none; a power of two of them */
	size_t slots;
} crawl_names;

/* No name's number. */
#define CRAWL_NO_NAME ((size_t)-1)

/*
 * The number of name, which is copied if it is new (*is_new is then 1).
 * CRAWL_NO_NAME: no memory.
 */
size_t crawl_names_add(crawl_names *names, const char *name, int *is_new);

/* Not 0 where it has the name. */
int crawl_names_has(const crawl_names *names, const char *name);

/* Frees what the set holds; it is not to be used again. */
void crawl_names_free(crawl_names *names);

#endif
