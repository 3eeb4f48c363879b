/* tally.c - open addressing, at most half full; see tally.h. */
#include "verdict/tally.h"

#include "base/hash.h"

#include <string.h>

scls_status scls_tally_init(scls_tally *t, scls_arena *arena, size_t n)
{
	size_t room = 16;

	while (room < n * 2)
		room *= 2;
	t->key = scls_arena_take_array(arena, room, sizeof(*t->key));
	t->count = scls_arena_take_array(arena, room, sizeof(*t->count));
	if (!t->key || !t->count)
		return SPAMCLS_E_NOMEM;
	memset(t->count, 0, room * sizeof(*t->count));
	t->mask = room - 1;
	t->distinct = t->most = 0;
	return SPAMCLS_OK;
}

static size_t place(const scls_tally *t, uint64_t key)
{
	size_t i = (size_t)scls_hash_mix(key) & t->mask;

	while (t->count[i] != 0 && t->key[i] != key)
		i = (i + 1) & t->mask;
	return i;
}

uint32_t scls_tally_add(scls_tally *t, uint64_t key)
{
	size_t i = place(t, key);

	t->key[i] = key;
	t->distinct += t->count[i] == 0;
	t->count[i]++;
	if (t->count[i] > t->most)
		t->most = t->count[i];
	return t->count[i];
}

uint32_t scls_tally_of(const scls_tally *t, uint64_t key)
{
	return t->count[place(t, key)];
}
