/*
 * trie.h - a trie over code points in one open-addressed table of edges: what
 * a lexicon is gathered in.  trie_image.h is what is searched.
 */
#ifndef SCLS_HEADLINE_TRIE_H
#define SCLS_HEADLINE_TRIE_H

#include "base/alloc.h"

/* One edge: from a node by a unit to a node; key 0 is an empty place. */
typedef struct scls_edge {
	uint64_t key;  /* (node << 21 | unit) + 1 */
	uint32_t node; /* where the edge leads */
} scls_edge;

typedef struct scls_trie {
	scls_edge *edges;
	size_t mask;       /* room for edges, a power of two, less one */
	size_t n_edges;
	uint8_t *value;    /* of node i; 0: no term ends here */
	size_t n_nodes, node_room;
	uint32_t *words;   /* bits of scls_trie_word */
	const spamcls_allocator *allocator;
} scls_trie;

/* The words that terms begin with are bits of a set; a bit may stand for
 * several. */
#define SCLS_TRIE_WORDS (1u << 16)

/* The bit of a word of n letters, n above 0: by its ends, so that none has to
 * be read. */
static inline uint32_t scls_trie_word(const uint32_t *unit, uint32_t n)
{
	uint32_t second = unit[n > 1], third = unit[n > 2 ? 2 : 0];
	uint32_t hash = unit[0] * 0x9E3779B1u + second * 0x85EBCA6Bu
	                + third * 0xC2B2AE35u + unit[n - 1] * 0x27D4EB2Fu
	                + unit[n > 1 ? n - 2 : 0] * 0x165667B1u + n;

	return (hash ^ hash >> 15) * 0x2C1B3C6Du >> 16;
}

/* Sets up a trie with its root, node 0.  Returns OK or E_NOMEM. */
SCLS_MUST_USE scls_status scls_trie_init(scls_trie *trie,
                                         const spamcls_allocator *allocator);
void scls_trie_free(scls_trie *trie);

/*
 * Adds a term with a value of 1 to 255; *old gets the value it had, 0 for a
 * new term, and a value once given stays.  Returns OK or E_NOMEM.
 */
SCLS_MUST_USE scls_status scls_trie_add(scls_trie *trie, const uint32_t *unit,
                                        uint32_t n, uint8_t value,
                                        uint8_t *old);

#endif
