/*
 * table.h - a hash table of nodes that the caller owns.
 *
 * Names are chosen by those who are counted, and so are their hashes: the nodes
 * of one slot are a tree by the bits of the hash (base/tally.h has the same),
 * so that none lies behind more than 64 others of another hash.
 */
#ifndef SCLS_MINE_TABLE_H
#define SCLS_MINE_TABLE_H

#include "base/alloc.h"

/* The first field of whatever stands in a table. */
typedef struct scls_node {
	struct scls_node *next[2]; /* behind it in its slot, by a bit of the
	                              hash; or NULL */
	uint64_t hash;
} scls_node;

/* All zero is an empty table. */
typedef struct scls_table {
	scls_node **slots;
	size_t n_slots; /* a power of 2, or 0 */
	size_t n;       /* nodes */
} scls_table;

/* Makes room for one node more.  Returns SPAMCLS_OK or SPAMCLS_E_NOMEM. */
SCLS_MUST_USE scls_status scls_table_room(scls_table *table,
                                          const spamcls_allocator *allocator);

/* Puts a node in, for which room was made. */
void scls_table_put(scls_table *table, scls_node *node);

/* Takes a node out that is in. */
void scls_table_take(scls_table *table, const scls_node *node);

/* The node of this hash for which is_it(node, what) is not 0, or NULL. */
scls_node *scls_table_find(const scls_table *table, uint64_t hash,
                           int (*is_it)(const scls_node *node,
                                        const void *what),
                           const void *what);

/* Calls visit for each node, which it may put elsewhere or free; the table is
 * not to be used until the last call. */
typedef void scls_visit(void *user, scls_node *node);
void scls_table_each(const scls_table *table, scls_visit *visit, void *user);

/* Empties the table and lists what was in it by next[1]. */
scls_node *scls_table_empty(scls_table *table);

/* Gives the slots back, not the nodes. */
void scls_table_free(scls_table *table, const spamcls_allocator *allocator);

#endif
