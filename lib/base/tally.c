/* tally.c - a hash table, at most half full, of small trees; see tally.h.
 *
 * The table has numbers of keys alone, and these stand in the order of their
 * coming: what has to be cleared, and lies all over a cache, is small.
 */
#include "base/tally.h"

#include "base/hash.h"

#include <string.h>

scls_status scls_tally_init(scls_tally *t, scls_arena *arena, size_t n)
{
	size_t room = 16;

	while (room < n * 2)
		room *= 2;
	t->table = scls_arena_take_array(arena, room, sizeof(*t->table));
	t->place = scls_arena_take_array(arena, n, sizeof(*t->place));
	if (!t->table || !t->place)
		return SPAMCLS_E_NOMEM;
	t->mask = room - 1;
	scls_tally_clear(t);
	return SPAMCLS_OK;
}

void scls_tally_clear(scls_tally *t)
{
	memset(t->table, 0, (t->mask + 1) * sizeof(*t->table));
	t->distinct = t->most = 0;
}

static uint32_t put(scls_tally *t, uint32_t *number, uint64_t key)
{
	t->place[t->distinct] = (scls_tallied){ .key = key };
	return *number = ++t->distinct;
}

/* By a product's upper half (Knuth, volume 3, 6.4): the keys are hashes, or
 * have one.  No two keys have the same product, so its bits lead to each. */
uint32_t scls_tally_add(scls_tally *t, uint64_t key)
{
	uint64_t bits = key * SCLS_GOLDEN;
	uint32_t *at = &t->table[(size_t)(bits >> 32) & t->mask];
	uint32_t n, count;

	for (; (n = *at) != 0 && t->place[n - 1].key != key; bits <<= 1)
		at = &t->place[n - 1].next[bits >> 63];
	if (n == 0)
		n = put(t, at, key);
	count = ++t->place[n - 1].count;
	t->most = count > t->most ? count : t->most;
	return n - 1;
}
