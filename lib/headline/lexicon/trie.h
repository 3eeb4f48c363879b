/*
 * trie.h - a trie over code points in one open-addressed table of edges: what
 * a lexicon is gathered in.  trie_image.h is what is searched.
 */
#ifndef SCLS_HEADLINE_TRIE_H
#define SCLS_HEADLINE_TRIE_H

#include "base/alloc.h"
#include "base/hash.h"

/* One edge: from a node by a unit to a node; key 0 is an empty place. */
typedef struct scls_edge {
	uint64_t key;  /* (node << 21 | unit) + 1 */
	uint32_t node; /* where the edge leads */
} scls_edge;

/* A trie that grows; all arrays are its own. */
typedef struct scls_trie {
	scls_edge *edges;  /* at most half of them are taken */
	size_t mask;       /* room for edges, a power of two, less one */
	size_t n_edges;
	uint8_t *value;    /* of node i; 0: no term ends here */
	size_t n_nodes, node_room; /* of value */
	uint32_t *words;   /* SCLS_TRIE_WORDS bits */
	const spamcls_allocator *allocator; /* borrowed */
} scls_trie;

/*
 * How terms that begin with letters of an alphabet begin: a Bloom filter over
 * their first word and the units behind it, both bits of one in a word of the
 * table.  Many terms begin with a common word, few with it and three units.
 */
#define SCLS_TRIE_WORDS (1u << 17) /* bits */
#define SCLS_TRIE_BEHIND 3u        /* units behind the word */

/* The hash of a word of n letters, n above 0, by its ends, so that none has to
 * be read. */
static inline uint32_t scls_trie_word(const uint32_t *unit, uint32_t n)
{
	uint32_t second = unit[n > 1], third = unit[n > 2 ? 2 : 0];

	return unit[0] * SCLS_ODD_1 + second * SCLS_ODD_2
	       + third * SCLS_ODD_3 + unit[n - 1] * SCLS_ODD_4
	       + unit[n > 1 ? n - 2 : 0] * SCLS_ODD_5 + n;
}

/* The hash of a word, given its own, and of the units behind it. */
static inline uint32_t scls_trie_word_and(uint32_t word,
                                          const uint32_t *behind)
{
	return (word ^ word >> 15) * SCLS_ODD_6 + behind[0] * SCLS_ODD_2
	       + behind[1] * SCLS_ODD_1 + behind[2] * SCLS_ODD_3;
}

/* Where in the table a hash has its bits, and these. */
static inline uint32_t scls_trie_bits(uint32_t hash, uint32_t *at)
{
	hash = (hash ^ hash >> 15) * SCLS_ODD_6;
	*at = (hash >> 10) % (SCLS_TRIE_WORDS / 32);
	return 1u << (hash >> 27) | 1u << (hash >> 5 & 31u);
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
