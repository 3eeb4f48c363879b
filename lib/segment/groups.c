/* groups.c - a small hash table in the arena; see groups.h. */
#include "segment/groups.h"

#include "base/hash.h"
#include "base/span.h"

scls_status scls_groups_begin(scls_groups *groups, scls_arena *arena,
                              uint32_t n)
{
	uint32_t size = 16;

	while (size < n + n / 2 + 1)
		size *= 2;
	groups->mask = size - 1;
	groups->slots = scls_arena_take_array(arena, size,
	                                      sizeof(*groups->slots));
	if (groups->slots == NULL)
		return SPAMCLS_E_NOMEM;
	memset(groups->slots, 0, size * sizeof(*groups->slots));
	return SPAMCLS_OK;
}

uint32_t scls_groups_slot(scls_groups *groups, uint32_t key)
{
	uint32_t at = (uint32_t)scls_hash_mix(key) & groups->mask;

	/* A slot is empty while nothing was counted in it: the caller
	 * counts right after asking. */
	while (groups->slots[at].sum.n > 0 && groups->slots[at].key != key)
		at = (at + 1) & groups->mask;
	groups->slots[at].key = key;
	return at;
}

void scls_sum_add(scls_sum *a, const scls_sum *b)
{
	a->n += b->n;
	a->width += b->width;
	a->link_width += b->link_width;
	a->stops += b->stops;
	a->prose += b->prose;
	a->prose_width += b->prose_width;
	a->headlines += b->headlines;
	a->bullets += b->bullets;
}

scls_sum scls_sum_between(const scls_sum *from, const scls_sum *to)
{
	scls_sum sum;

	sum.n = to->n - from->n;
	sum.width = to->width - from->width;
	sum.link_width = to->link_width - from->link_width;
	sum.stops = to->stops - from->stops;
	sum.prose = to->prose - from->prose;
	sum.prose_width = to->prose_width - from->prose_width;
	sum.headlines = to->headlines - from->headlines;
	sum.bullets = to->bullets - from->bullets;
	return sum;
}
