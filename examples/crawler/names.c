/* names.c - a numbered set of strings; see names.h. */
#include "names.h"

#include "../score/grown.h"

#include <stdlib.h>
#include <string.h>

#define HASH_BITS 64u

/* FNV-1a, begun at a place of the turn's own. */
static uint64_t hash(const char *name, uint64_t turn)
{
	uint64_t h = 14695981039346656037u + turn * 0x9E3779B97F4A7C15u;

	for (; *name; name++)
		h = (h ^ (unsigned char)*name) * 1099511628211u;
	return h ^ (h >> 29);
}

/* Where the number of name stands, or belongs, behind how many others.  Names
 * that have all bits of a hash in common are easily made, but each 64 of them
 * need one more hash that they share. */
static uint32_t *find(const crawl_names *names, const char *name,
                      unsigned *behind)
{
	uint64_t bits = hash(name, 0);
	uint32_t *at = &names->slot[bits & (names->slots - 1)];
	unsigned n = 0;

	while (*at && strcmp(names->name[*at - 1], name) != 0) {
		at = &names->next[*at - 1][bits >> 63];
		n++;
		bits = n % HASH_BITS ? bits << 1 : hash(name, n / HASH_BITS);
	}
	*behind = n;
	return at;
}

static int grow_slots(crawl_names *names)
{
	size_t slots = names->slots ? names->slots * 2 : 64;
	uint32_t *slot = calloc(slots, sizeof(*slot));
	unsigned behind;

	if (!slot)
		return 0;
	free(names->slot);
	names->slot = slot;
	names->slots = slots;
	if (names->n > 0)
		memset(names->next, 0, names->n * sizeof(*names->next));
	for (size_t i = 0; i < names->n; i++)
		*find(names, names->name[i], &behind) = (uint32_t)(i + 1);
	return 1;
}

static int grow(crawl_names *names)
{
	size_t room = names->room;
	uint32_t (*next)[2];
	char **name;

	if (names->n * 2 >= names->slots && !grow_slots(names))
		return 0;
	name = grown(names->name, &room, names->n + 1, sizeof(*name));
	if (!name)
		return 0;
	names->name = name;
	next = grown(names->next, &names->room, names->n + 1, sizeof(*next));
	if (!next)
		return 0;
	names->next = next;
	return 1;
}

size_t crawl_names_add(crawl_names *names, const char *name, int *is_new)
{
	uint32_t *at;
	unsigned behind;
	char *copy;

	*is_new = 0;
	if (!grow(names))
		return CRAWL_NO_NAME;
	at = find(names, name, &behind);
	if (*at)
		return *at - 1;
	copy = strdup(name);
	if (!copy)
		return CRAWL_NO_NAME;
	names->name[names->n] = copy;
	memset(names->next[names->n], 0, sizeof(*names->next));
	*at = (uint32_t)++names->n;
	*is_new = 1;
	return names->n - 1;
}

int crawl_names_has(const crawl_names *names, const char *name)
{
	unsigned behind;

	return names->slots > 0 && *find(names, name, &behind) != 0;
}

void crawl_names_free(crawl_names *names)
{
	for (size_t i = 0; i < names->n; i++)
		free(names->name[i]);
	free(names->name);
	free(names->next);
	free(names->slot);
}
