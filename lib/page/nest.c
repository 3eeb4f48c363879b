/* nest.c - see nest.h. */
#include "page/nest.h"

#include "base/ascii.h"

static int is_name(char c)
{
	return scls_ascii_is_letter(c) || scls_ascii_is_digit(c);
}

scls_tag_name scls_tag_name_at(const scls_tag_table *table, const char *data,
                               const char *end)
{
	scls_tag_name name = { NULL, 0, SCLS_TAG_HASH_SEED, 0 };

	for (; data < end && is_name(*data); data++) {
		char c = scls_ascii_lower(*data);

		if (name.size++ < 8)
			name.key = name.key << 8 | (unsigned char)c;
		name.hash = scls_tag_hash_add(name.hash, c);
	}
	name.rule = scls_tag_find(table, name.hash);
	return name;
}

static int has_no_content(const scls_tag_rule *rule)
{
	return rule->kind == SCLS_TAG_BREAK || rule->kind == SCLS_TAG_EMPTY;
}

int scls_nest_open(scls_nest *nest, const scls_tag_name *name)
{
	if (has_no_content(name->rule))
		return 1;
	if (name->rule->kind == SCLS_TAG_ALONE) {
		/* In a stack that is bounded these close one another. */
		nest->alone++;
		return 1;
	}
	if (nest->n < nest->max) {
		nest->open[nest->n++] = name->key;
		return 1;
	}
	nest->over++;
	nest->too_deep = 1;
	return 0;
}

/* Inline end tags do not close blocks, nor anything a table: as stack.c has
 * it, so that the two stay alike. */
static int is_stronger(uint64_t open, uint64_t closing)
{
	static const uint64_t div = 0x646976, table = 0x7461626C65;

	if (open == table)
		return closing != table;
	return open == div && closing != div && closing != table;
}

static int is_heading(uint64_t key)
{
	return key >= 0x6831 && key <= 0x6836; /* "h1" to "h6" */
}

/* A heading ends with the end tag of any. */
static int ends(uint64_t open, uint64_t closing)
{
	return open == closing || (is_heading(open) && is_heading(closing));
}

int scls_nest_close(scls_nest *nest, const scls_tag_name *name)
{
	if (has_no_content(name->rule))
		return 1;
	if (name->rule->kind == SCLS_TAG_ALONE) {
		if (nest->alone == 0)
			return 0;
		nest->alone--;
		return 1;
	}
	if (nest->over > 0) {
		nest->over--;
		return 0;
	}
	for (uint32_t i = nest->n; i-- > 0;) {
		if (ends(nest->open[i], name->key)) {
			nest->n = i;
			return 1;
		}
		if (is_stronger(nest->open[i], name->key))
			return 0;
	}
	return 0;
}
