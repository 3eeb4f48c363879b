/* names.c - a numbered set of strings; see names.h. */
#include "names.h"

#include "../score/grown.h"

#include <stdlib.h>
#include <string.h>

static size_t hash(const char *name)
{
	uint64_t h = 14695981039346656037u; /* FNV-1a */

	for (; *name; name++)
		h = (h ^ (unsigned char)*name) * 1099511628211u;
	return (size_t)(h ^ (h >> 29));
}

/* The slot of name, or the free one where it belongs. */
static size_t find(const crawl_names *names, const char *name)
{
	size_t at = hash(name) & (names->slots - 1);

	while (names->slot[at]
	       && strcmp(names->name[names->slot[at] - 1], name) != 0)
		at = (at + 1) & (names->slots - 1);
	return at;
}

static int grow_slots(crawl_names *names)
{
	crawl_names bigger = *names;

	bigger.slots = names->slots ? names->slots * 2 : 64;
	bigger.slot = calloc(bigger.slots, sizeof(*bigger.slot));
	if (!bigger.slot)
		return 0;
	for (size_t i = 0; i < names->n; i++)
		bigger.slot[find(&bigger, names->name[i])] =
			(uint32_t)(i + 1);
	free(names->slot);
	*names = bigger;
	return 1;
}

static int grow(crawl_names *names)
{
	char **name;

	/* Never more than half full, so that a search ends soon. */
	if (names->n * 2 >= names->slots && !grow_slots(names))
		return 0;
	name = grown(names->name, &names->room, names->n + 1, sizeof(*name));
	if (!name)
		return 0;
	names->name = name;
	return 1;
}

size_t crawl_names_add(crawl_names *names, const char *name, int *is_new)
{
	size_t at;
	char *copy;

	*is_new = 0;
	if (!grow(names))
		return CRAWL_NO_NAME;
	at = find(names, name);
	if (names->slot[at])
		return names->slot[at] - 1;
	copy = strdup(name);
	if (!copy)
		return CRAWL_NO_NAME;
	names->name[names->n++] = copy;
	names->slot[at] = (uint32_t)names->n;
	*is_new = 1;
	return names->n - 1;
}

int crawl_names_has(const crawl_names *names, const char *name)
{
	return names->slots > 0 && names->slot[find(names, name)] != 0;
}

void crawl_names_free(crawl_names *names)
{
	for (size_t i = 0; i < names->n; i++)
		free(names->name[i]);
	free(names->name);
	free(names->slot);
}
