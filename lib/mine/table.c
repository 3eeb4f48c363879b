/* table.c - see table.h. */
#include "mine/table.h"

#define FIRST_SLOTS 64u

static scls_node **slot_of(const scls_table *table, uint64_t hash)
{
	return &table->slots[hash & (table->n_slots - 1)];
}

scls_status scls_table_room(scls_table *table,
                            const spamcls_allocator *allocator)
{
	scls_table larger = { NULL, table->n_slots * 2, table->n };

	if (table->n < table->n_slots)
		return SPAMCLS_OK;
	if (larger.n_slots == 0)
		larger.n_slots = FIRST_SLOTS;
	larger.slots = scls_alloc_zero(allocator, larger.n_slots,
	                               sizeof(*larger.slots));
	if (!larger.slots)
		return SPAMCLS_E_NOMEM;
	for (size_t i = 0; i < table->n_slots; i++)
		for (scls_node *n = table->slots[i], *next; n; n = next) {
			scls_node **slot = slot_of(&larger, n->hash);

			next = n->next;
			n->next = *slot;
			*slot = n;
		}
	scls_table_free(table, allocator);
	*table = larger;
	return SPAMCLS_OK;
}

void scls_table_put(scls_table *table, scls_node *node)
{
	scls_node **slot = slot_of(table, node->hash);

	node->next = *slot;
	*slot = node;
	table->n++;
}

void scls_table_take(scls_table *table, const scls_node *node)
{
	scls_node **at = slot_of(table, node->hash);

	while (*at != node)
		at = &(*at)->next;
	*at = node->next;
	table->n--;
}

scls_node *scls_table_chain(const scls_table *table, uint64_t hash)
{
	return table->n_slots ? *slot_of(table, hash) : NULL;
}

void scls_table_free(scls_table *table, const spamcls_allocator *allocator)
{
	scls_free(allocator, table->slots,
	          table->n_slots * sizeof(*table->slots));
	table->slots = NULL;
}
