/* names.h - a set of strings that numbers them in the order they came. */
#ifndef CRAWL_NAMES_H
#define CRAWL_NAMES_H

#include <stddef.h>
#include <stdint.h>

typedef struct crawl_names {
	char **name;      /* owned */
	size_t n, room;
	uint32_t *slot;   /* number + 1, 0: free; a power of two of them */
	size_t slots;
} crawl_names;

#define CRAWL_NO_NAME ((size_t)-1)

/*
 * The number of name, which is copied if it is new (*is_new is then 1).
 * CRAWL_NO_NAME: no memory.
 */
size_t crawl_names_add(crawl_names *names, const char *name, int *is_new);

/* Not 0 where it has the name. */
int crawl_names_has(const crawl_names *names, const char *name);

void crawl_names_free(crawl_names *names);

#endif
