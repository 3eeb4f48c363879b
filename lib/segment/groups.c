/* groups.c - sums beside a tally's keys; see groups.h. */
#include "segment/groups.h"

scls_status scls_groups_begin(scls_groups *groups, scls_arena *arena,
                              uint32_t n)
{
	groups->sums = scls_arena_take_array(arena, n, sizeof(*groups->sums));
	if (groups->sums == NULL)
		return SPAMCLS_E_NOMEM;
	return scls_tally_init(&groups->keys, arena, n);
}

uint32_t scls_groups_add(scls_groups *groups, uint32_t key,
                         const scls_sum *block)
{
	uint32_t group = scls_tally_add(&groups->keys, key);

	if (groups->keys.place[group].count == 1)
		groups->sums[group] = *block;
	else
		scls_sum_add(&groups->sums[group], block);
	return group;
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
