/* topic.c - see topic.h. */
#include "engine/topic.h"

#include "base/inline.h"
#include "base/limits.h"
#include "headline/fold.h"

#include <string.h>

#define WORDS 1024u  /* of the filter; a power of two */
#define FEWEST 60u   /* pairs of a body that has a topic */
#define MOST 24000u  /* more would fill the filter */
#define LANES 8u     /* of vectors, a power of two */

scls_status scls_topic_init(scls_topic *topic, scls_arena *arena)
{
	topic->pairs = 0;
	topic->bits = scls_arena_take_array(arena, WORDS, 8);
	if (!topic->bits)
		return SPAMCLS_E_NOMEM;
	memset(topic->bits, 0, WORDS * 8);
	return SPAMCLS_OK;
}

SCLS_INLINE uint32_t mix(uint32_t hash)
{
	return ((hash ^ hash >> 15) * 0x2C1B3C6Du) | 1u;
}

/* pair[i] becomes the hash of characters i and i + 1, or 0; beyond n it is
 * anything.  Returns 0 where no letter of an alphabet is among them.  pair has
 * room for whole lanes, and the units behind the last one can be read. */
SCLS_VECTORS
static uint32_t hash_pairs(const uint32_t *restrict unit, uint32_t n,
                           uint32_t *restrict pair)
{
	uint32_t letters = 0;

	n = (n + LANES - 1) & ~(LANES - 1);
	for (uint32_t i = 0; i < n; i++) {
		uint32_t a = unit[i], b = unit[i + 1];
		uint32_t hash = mix(a * 0x9E3779B1u ^ b * 0x85EBCA6Bu);

		letters |= (a - 'a' < 26u) | (a - 0xC0u < 0x2D40u);
		pair[i] = scls_is_common_han(a) & scls_is_common_han(b) ? hash
		          : 0;
	}
	return letters;
}

/* Words of three letters and more count as pairs do, at their first one. */
static void hash_words(const uint32_t *unit, uint32_t n, uint32_t *pair)
{
	for (uint32_t at = 0; at < n; at++) {
		uint32_t from = at, hash = 0;

		while (at < n && scls_is_latin(unit[at]))
			hash = (hash ^ unit[at++]) * 0x9E3779B1u;
		if (at >= from + 3)
			pair[from] = mix(hash);
	}
}

/* Hashes of the line's pairs and words, 0 where none begins; returns how many
 * places there are. */
static uint32_t read_pairs(const scls_headline *h, uint32_t *pair)
{
	uint32_t n = h->n_units, letters;

	if (n == 0)
		return 0;
	letters = hash_pairs(h->units, n - 1, pair);
	pair[n - 1] = 0;
	if (letters)
		hash_words(h->units, n, pair);
	return n;
}

static uint64_t *word_of(const scls_topic *topic, uint32_t pair)
{
	return &topic->bits[pair >> 22];
}

static uint64_t bits_of(uint32_t pair)
{
	return UINT64_C(1) << (pair >> 16 & 63u)
	       | UINT64_C(1) << (pair >> 10 & 63u);
}

void scls_topic_add(scls_topic *topic, const scls_headline *piece)
{
	uint32_t pair[SCLS_MAX_HEADLINE + LANES], n;

	if (topic->pairs > MOST)
		return;
	n = read_pairs(piece, pair);
	for (uint32_t i = 0; i < n; i++) {
		if (pair[i] == 0)
			continue;
		*word_of(topic, pair[i]) |= bits_of(pair[i]);
		topic->pairs++;
	}
}

uint16_t scls_topic_share(const scls_topic *topic, const scls_headline *line)
{
	uint32_t pair[SCLS_MAX_HEADLINE + LANES], n, all = 0, known = 0;

	if (topic->pairs < FEWEST || topic->pairs > MOST)
		return UINT16_MAX;
	n = read_pairs(line, pair);
	for (uint32_t i = 0; i < n; i++) {
		uint64_t bits = bits_of(pair[i]);

		all += pair[i] != 0;
		known += pair[i] != 0
		         && (*word_of(topic, pair[i]) & bits) == bits;
	}
	return all == 0 ? UINT16_MAX : (uint16_t)(known * 1024u / all);
}
