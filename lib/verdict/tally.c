/* tally.c - open addressing, at most half full; see tally.h.
 *
 * The table has numbers of keys alone, and these stand in the order of their
 * coming: what has to be cleared, and lies all over a cache, is small.
 */
#include "verdict/tally.h"

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
	memset(t->table, 0, room * sizeof(*t->table));
	t->mask = room - 1;
	t->distinct = t->most = 0;
	return SPAMCLS_OK;
}

static uint32_t put(scls_tally *t, uint32_t *number, uint64_t key)
{
	t->place[t->distinct].key = key;
	t->place[t->distinct].count = 0;
	return *number = ++t->distinct;
}

/* By a product's upper half (Knuth, volume 3, 6.4): the keys are hashes, or
 * have one. */
uint32_t scls_tally_add(scls_tally *t, uint64_t key)
{
	size_t i = (size_t)(key * SCLS_GOLDEN >> 32)
	           & t->mask;
	uint32_t n, count;

	while ((n = t->table[i]) != 0 && t->place[n - 1].key != key)
		i = (i + 1) & t->mask;
	if (n == 0)
		n = put(t, &t->table[i], key);
	count = ++t->place[n - 1].count;
	t->most = count > t->most ? count : t->most;
	return n - 1;
}
