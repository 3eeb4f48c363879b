/* table.c - see table.h. */
#include "mine/table.h"

#include <string.h>

#define FIRST_SLOTS 64u

/* A way through a slot: the upper bits of the hash are used first, which say
 * nothing of the slot. */
static scls_node **slot_of(const scls_table *table, uint64_t hash)
{
	return &table->slots[hash & (table->n_slots - 1)];
}

static scls_node **behind(scls_node *node, uint64_t *bits)
{
	scls_node **next = &node->next[*bits >> 63];

	*bits <<= 1;
	return next;
}

void scls_table_put(scls_table *table, scls_node *node)
{
	scls_node **at = slot_of(table, node->hash);
	uint64_t bits = node->hash;

	while (*at)
		at = behind(*at, &bits);
	node->next[0] = node->next[1] = NULL;
	*at = node;
	table->n++;
}

static void put_into(void *table, scls_node *node)
{
	scls_table_put(table, node);
}

scls_status scls_table_room(scls_table *table,
                            const spamcls_allocator *allocator)
{
	scls_table larger = { NULL, table->n_slots * 2, 0 };

	if (table->n < table->n_slots)
		return SPAMCLS_OK;
	if (larger.n_slots == 0)
		larger.n_slots = FIRST_SLOTS;
	larger.slots = scls_alloc_zero(allocator, larger.n_slots,
	                               sizeof(*larger.slots));
	if (!larger.slots)
		return SPAMCLS_E_NOMEM;
	scls_table_each(table, put_into, &larger);
	scls_table_free(table, allocator);
	*table = larger;
	return SPAMCLS_OK;
}

/* A node without any behind it, from the one at *at on: it may stand in the
 * place of each before it. */
static scls_node *take_last(scls_node **at)
{
	scls_node *last;

	while ((*at)->next[0] || (*at)->next[1])
		at = &(*at)->next[(*at)->next[0] == NULL];
	last = *at;
	*at = NULL;
	return last;
}

void scls_table_take(scls_table *table, const scls_node *node)
{
	scls_node **at = slot_of(table, node->hash), *last;
	uint64_t bits = node->hash;

	while (*at != node)
		at = behind(*at, &bits);
	last = take_last(at);
	if (last != node) {
		memcpy(last->next, node->next, sizeof(last->next));
		*at = last;
	}
	table->n--;
}

scls_node *scls_table_find(const scls_table *table, uint64_t hash,
                           int (*is_it)(const scls_node *, const void *),
                           const void *what)
{
	scls_node *n = table->n_slots ? *slot_of(table, hash) : NULL;
	uint64_t bits = hash;

	while (n && (n->hash != hash || !is_it(n, what)))
		n = *behind(n, &bits);
	return n;
}

/* Recurses along ones alone, of which there are 64 on a way at most: those of
 * one hash lie along zeroes. */
static void walk(scls_node *n, scls_visit *visit, void *user)
{
	while (n) {
		scls_node *next = n->next[0];

		walk(n->next[1], visit, user);
		visit(user, n);
		n = next;
	}
}

void scls_table_each(const scls_table *table, scls_visit *visit, void *user)
{
	for (size_t i = 0; i < table->n_slots; i++)
		walk(table->slots[i], visit, user);
}

static void put_before(void *list, scls_node *node)
{
	scls_node **first = list;

	node->next[0] = NULL;
	node->next[1] = *first;
	*first = node;
}

scls_node *scls_table_empty(scls_table *table)
{
	scls_node *list = NULL;

	scls_table_each(table, put_before, &list);
	if (table->n_slots > 0)
		memset(table->slots, 0,
		       table->n_slots * sizeof(*table->slots));
	table->n = 0;
	return list;
}

void scls_table_free(scls_table *table, const spamcls_allocator *allocator)
{
	scls_free(allocator, table->slots,
	          table->n_slots * sizeof(*table->slots));
	table->slots = NULL;
}
