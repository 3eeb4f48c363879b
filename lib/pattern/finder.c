/* finder.c - sets of literals and the groups they belong to; see finder.h. */
#include "pattern/finder.h"

#include "headline/headline.h"

#define LONGEST 12u /* code points of a literal that are kept */

/* How much a code point narrows a search. */
static uint32_t worth_of(uint32_t c)
{
	if (c >= SCLS_SYMBOL && c < SCLS_SYMBOL + 0x100)
		return 3;
	return c < 0x2E80 ? 1 : 3;
}

int scls_finder_add(const scls_finder *f, scls_literal_set *set, uint32_t at,
                    uint32_t size)
{
	uint32_t worth = 0;

	if (set->n == SCLS_LITERALS_MAX)
		return 0;
	if (size > LONGEST)
		size = LONGEST;
	for (uint32_t i = 0; i < size; i++)
		worth += worth_of(f->pool[at + i]);
	if (set->n == 0 || worth < set->worth)
		set->worth = worth;
	set->item[set->n].at = (uint16_t)at;
	set->item[set->n++].size = (uint16_t)size;
	return 1;
}

static scls_finder_group *innermost(scls_finder *f)
{
	return &f->group[f->n_groups - 1];
}

void scls_finder_offer(scls_finder *f, const scls_literal_set *set)
{
	scls_literal_set *best = &innermost(f)->best;

	if (set->n > 0 && (best->n == 0 || set->worth > best->worth
	                   || (set->worth == best->worth
	                       && set->n < best->n)))
		*best = *set;
}

void scls_finder_ask(scls_finder *f, uint64_t classes)
{
	innermost(f)->classes |= classes;
}

/* The slots of a run, which all of them must stand there. */
static uint64_t classes_of(const uint32_t *c, uint32_t n)
{
	uint64_t classes = 0;

	for (uint32_t i = 0; i < n; i++)
		if (c[i] - SCLS_SYMBOL < SCLS_CLASS_COUNT)
			classes |= UINT64_C(1) << (c[i] - SCLS_SYMBOL);
	return classes;
}

void scls_finder_end_run(scls_finder *f)
{
	scls_literal_set set;

	set.n = 0;
	scls_finder_ask(f, classes_of(f->pool + f->run, f->n_pool - f->run));
	if (f->n_pool > f->run) {
		scls_finder_add(f, &set, f->run, f->n_pool - f->run);
		scls_finder_offer(f, &set);
	}
	f->run = f->n_pool;
}

int scls_finder_open(scls_finder *f, int silent)
{
	scls_finder_group *group;

	if (f->n_groups == SCLS_GROUPS_MAX)
		return 0;
	group = &f->group[f->n_groups++];
	group->best.n = group->others.n = 0;
	group->unproved = 0;
	group->classes = 0;
	group->in_all = UINT64_MAX;
	group->silent = silent;
	return 1;
}

void scls_finder_branch(scls_finder *f)
{
	scls_finder_group *group = innermost(f);

	scls_finder_end_run(f);
	group->in_all &= group->classes;
	group->classes = 0;
	if (group->best.n == 0)
		group->unproved = 1;
	for (uint32_t i = 0; i < group->best.n; i++)
		if (!scls_finder_add(f, &group->others,
		                     group->best.item[i].at,
		                     group->best.item[i].size))
			group->unproved = 1;
	group->best.n = 0;
}

void scls_finder_close(scls_finder *f, scls_literal_set *set)
{
	scls_finder_group *group = innermost(f);

	scls_finder_branch(f);
	f->n_groups--;
	set->n = 0;
	f->classes = group->silent ? 0 : group->in_all;
	if (!group->unproved && !group->silent)
		*set = group->others;
}
