/* tally.c - open addressing, at most half full; see tally.h. */
#include "verdict/tally.h"

#include <string.h>

scls_status scls_tally_init(scls_tally *t, scls_arena *arena, size_t n)
{
	size_t room = 16;

	while (room < n * 2)
		room *= 2;
	t->place = scls_arena_take_array(arena, room, sizeof(*t->place));
	if (!t->place)
		return SPAMCLS_E_NOMEM;
	memset(t->place, 0, room * sizeof(*t->place));
	t->mask = room - 1;
	t->distinct = t->most = 0;
	return SPAMCLS_OK;
}

/* By a product's upper half (Knuth, volume 3, 6.4): the keys are hashes, or
 * have one. */
uint32_t scls_tally_add(scls_tally *t, uint64_t key)
{
	size_t i = (size_t)(key * UINT64_C(0x9E3779B97F4A7C15) >> 32)
	           & t->mask;
	scls_tallied *at = &t->place[i];

	while (at->count != 0 && at->key != key)
		at = &t->place[i = (i + 1) & t->mask];
	at->key = key;
	t->distinct += at->count == 0;
	at->count++;
	t->most = at->count > t->most ? at->count : t->most;
	return (uint32_t)i;
}
