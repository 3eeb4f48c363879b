/* trie.c - see trie.h. */
#include "headline/lexicon/trie.h"

#include "base/hash.h"
#include "headline/fold.h"

#include <string.h>

#define FIRST_ROOM 1024u

static uint64_t key_of(uint32_t node, uint32_t unit)
{
	return ((uint64_t)node << 21 | unit) + 1;
}

static size_t place(const scls_edge *edges, size_t mask, uint64_t key)
{
	size_t i = (size_t)((key * SCLS_GOLDEN) >> 32) & mask;

	while (edges[i].key != 0 && edges[i].key != key)
		i = (i + 1) & mask;
	return i;
}

scls_status scls_trie_init(scls_trie *trie, const spamcls_allocator *allocator)
{
	memset(trie, 0, sizeof(*trie));
	trie->allocator = allocator;
	trie->mask = FIRST_ROOM - 1;
	SCLS_TRY(scls_grow(allocator, (void **)&trie->value, &trie->node_room,
	                   FIRST_ROOM, 1));
	trie->edges = scls_alloc_zero(allocator, FIRST_ROOM,
	                              sizeof(*trie->edges));
	trie->words = scls_alloc_zero(allocator, SCLS_TRIE_WORDS / 32,
	                              sizeof(*trie->words));
	if (!trie->edges || !trie->words) {
		scls_trie_free(trie);
		return SPAMCLS_E_NOMEM;
	}
	trie->value[0] = 0;
	trie->n_nodes = 1;
	return SPAMCLS_OK;
}

void scls_trie_free(scls_trie *trie)
{
	if (trie->edges)
		scls_free(trie->allocator, trie->edges,
		          (trie->mask + 1) * sizeof(*trie->edges));
	scls_free(trie->allocator, trie->value, trie->node_room);
	scls_free(trie->allocator, trie->words,
	          SCLS_TRIE_WORDS / 32 * sizeof(*trie->words));
	trie->edges = NULL;
	trie->words = NULL;
	trie->value = NULL;
	trie->node_room = 0;
}

/* Keeps the table at most half full, so that a search stays short. */
static scls_status make_room(scls_trie *trie)
{
	size_t room = trie->mask + 1;
	scls_edge *edges;

	if (trie->n_edges * 2 < room)
		return SPAMCLS_OK;
	edges = scls_alloc_zero(trie->allocator, room * 2, sizeof(*edges));
	if (!edges)
		return SPAMCLS_E_NOMEM;
	for (size_t i = 0; i < room; i++)
		if (trie->edges[i].key != 0)
			edges[place(edges, room * 2 - 1, trie->edges[i].key)] =
			        trie->edges[i];
	scls_free(trie->allocator, trie->edges, room * sizeof(*edges));
	trie->edges = edges;
	trie->mask = room * 2 - 1;
	return SPAMCLS_OK;
}

static scls_status step(scls_trie *trie, uint32_t *node, uint32_t unit)
{
	uint64_t key = key_of(*node, unit);
	size_t i;

	SCLS_TRY(make_room(trie));
	i = place(trie->edges, trie->mask, key);
	if (trie->edges[i].key == 0) {
		SCLS_TRY(scls_grow(trie->allocator, (void **)&trie->value,
		                   &trie->node_room, trie->n_nodes + 1, 1));
		trie->edges[i].key = key;
		trie->edges[i].node = (uint32_t)trie->n_nodes;
		trie->value[trie->n_nodes++] = 0;
		trie->n_edges++;
	}
	*node = trie->edges[i].node;
	return SPAMCLS_OK;
}

/* A term that ends too soon behind its word stands for all that begin with
 * that. */
static void add_word(scls_trie *trie, const uint32_t *unit, uint32_t n)
{
	uint32_t size = 0, hash, at, bits;

	while (size < n && scls_is_latin(unit[size]))
		size++;
	if (size == 0)
		return;
	hash = scls_trie_word(unit, size);
	if (n - size >= SCLS_TRIE_BEHIND)
		hash = scls_trie_word_and(hash, unit + size);
	bits = scls_trie_bits(hash, &at);
	trie->words[at] |= bits;
}

scls_status scls_trie_add(scls_trie *trie, const uint32_t *unit, uint32_t n,
                          uint8_t value, uint8_t *old)
{
	uint32_t node = 0;

	for (uint32_t i = 0; i < n; i++)
		SCLS_TRY(step(trie, &node, unit[i]));
	add_word(trie, unit, n);
	*old = trie->value[node];
	if (*old == 0)
		trie->value[node] = value;
	return SPAMCLS_OK;
}
