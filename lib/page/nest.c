/* nest.c - see nest.h. */
#include "page/nest.h"

#include "base/ascii.h"
#include "page/look.h"

scls_tag_name scls_tag_name_at(const scls_tag_table *table, const char *data,
                               const char *end)
{
	scls_tag_name name = { NULL, 0, SCLS_HASH_SEED };

	for (; data < end && scls_is_of_name(*data); data++, name.size++)
		name.hash = scls_tag_hash_add(name.hash,
		                              scls_ascii_lower(*data));
	name.rule = scls_tag_find(table, name.hash);
	return name;
}

static int has_no_content(const scls_tag_rule *rule)
{
	return rule->kind == SCLS_TAG_BREAK || rule->kind == SCLS_TAG_EMPTY;
}

/* Closes all but n elements; what was too deep inside them is gone, too. */
static void leave(scls_nest *nest, uint32_t n)
{
	if (nest->n == n)
		return;
	while (nest->n > n)
		nest->deep -= nest->open[--nest->n].rule->kind
		              == SCLS_TAG_NESTS;
	if (n < nest->over_at)
		nest->over = 0;
}

static int has_room(const scls_nest *nest, const scls_tag_rule *rule)
{
	return nest->n < SCLS_NEST_ROOM(nest->max)
	       && (rule->kind != SCLS_TAG_NESTS || nest->deep < nest->max);
}

static void refuse(scls_nest *nest)
{
	if (nest->over++ == 0)
		nest->over_at = nest->n;
	nest->too_deep = 1;
}

int scls_nest_open(scls_nest *nest, const scls_tag_name *name)
{
	leave(nest, scls_stacked_stay(nest->open, nest->n, name->rule));
	if (has_no_content(name->rule))
		return 1;
	if (name->rule->place == SCLS_PLACE_ROOT) {
		nest->roots++;
		return 1;
	}
	if (!has_room(nest, name->rule)) {
		refuse(nest);
		return 0;
	}
	nest->open[nest->n++] = (scls_stacked){ name->hash, name->rule };
	nest->deep += name->rule->kind == SCLS_TAG_NESTS;
	return 1;
}

void scls_nest_shut(scls_nest *nest, const scls_tag_name *name)
{
	if (nest->n > 0 && nest->open[nest->n - 1].name == name->hash)
		leave(nest, nest->n - 1);
}

/* Not 0 where the end tag closes an element that is kept. */
static int close_kept(scls_nest *nest, const scls_tag_name *name)
{
	scls_stacked tag = { name->hash, name->rule };
	uint32_t at = scls_stacked_search(nest->open, nest->n, tag,
	                                  &nest->vain);

	nest->too_deep |= nest->vain >= SCLS_VAIN_MOST;
	if (at > 0)
		leave(nest, at - 1);
	return at > 0;
}

int scls_nest_close(scls_nest *nest, const scls_tag_name *name)
{
	if (has_no_content(name->rule))
		return 1;
	if (name->rule->place == SCLS_PLACE_ROOT) {
		if (nest->roots == 0)
			return 0;
		nest->roots--;
		return 1;
	}
	if (nest->over > 0 && name->rule->kind == SCLS_TAG_NESTS) {
		nest->over--;
		return 0;
	}
	return close_kept(nest, name) || name->rule->element == SCLS_E_P;
}
