/* table.h - a hash table of nodes that the caller owns: chains. */
#ifndef SCLS_MINE_TABLE_H
#define SCLS_MINE_TABLE_H

#include "base/alloc.h"

/* The first field of whatever stands in a table. */
typedef struct scls_node {
	struct scls_node *next;
	uint64_t hash;
} scls_node;

/* All zero is an empty table. */
typedef struct scls_table {
	scls_node **slots;
	size_t n_slots; /* a power of 2, or 0 */
	size_t n;
} scls_table;

/* Makes room for one node more.  Returns SPAMCLS_OK or SPAMCLS_E_NOMEM. */
SCLS_MUST_USE scls_status scls_table_room(scls_table *table,
                                          const spamcls_allocator *allocator);

/* Puts a node in, for which room was made. */
void scls_table_put(scls_table *table, scls_node *node);

/* Takes a node out that is in. */
void scls_table_take(scls_table *table, const scls_node *node);

/* The chain in which a node of this hash would be; NULL: an empty one. */
scls_node *scls_table_chain(const scls_table *table, uint64_t hash);

/* Gives the slots back, not the nodes. */
void scls_table_free(scls_table *table, const spamcls_allocator *allocator);

#endif
