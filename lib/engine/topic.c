/* topic.c - see topic.h. */
#include "engine/topic.h"

#include "base/hash.h"
#include "base/inline.h"
#include "headline/fold.h"

#include <string.h>

#define BITS 65536u
#define FEWEST 60u   /* pairs of a body that has a topic */
#define MOST 24000u  /* more would fill the filter */

scls_status scls_topic_init(scls_topic *topic, scls_arena *arena)
{
	topic->pairs = 0;
	topic->bits = scls_arena_take_array(arena, BITS / 64, 8);
	if (!topic->bits)
		return SPAMCLS_E_NOMEM;
	memset(topic->bits, 0, BITS / 8);
	return SPAMCLS_OK;
}

/* The next pair of Han characters or word of three letters from *at on;
 * 0 at the end. */
SCLS_INLINE uint64_t next_pair(const scls_headline *h, uint32_t *at)
{
	while (*at + 1 < h->n_units) {
		uint32_t i = (*at)++, end = i;
		uint64_t hash = SCLS_HASH_SEED;

		if (scls_is_han(h->units[i])) {
			if (!scls_is_han(h->units[i + 1]))
				continue;
			return scls_hash_mix((uint64_t)h->units[i] << 32
			                     | h->units[i + 1]) | 1u;
		}
		while (end < h->n_units && scls_is_latin(h->units[end]))
			hash = scls_hash_mix(hash ^ h->units[end++]);
		*at = end > *at ? end : *at;
		if (end >= i + 3)
			return hash | 1u;
	}
	return 0;
}

static uint64_t *word_of(const scls_topic *topic, uint64_t pair, unsigned k)
{
	return &topic->bits[(pair >> (16u + 16u * k) & (BITS - 1)) / 64];
}

static uint64_t bit_of(uint64_t pair, unsigned k)
{
	return UINT64_C(1) << (pair >> (16u + 16u * k) & 63u);
}

void scls_topic_add(scls_topic *topic, const scls_headline *piece)
{
	uint32_t at = 0;
	uint64_t pair;

	while (topic->pairs <= MOST && (pair = next_pair(piece, &at)) != 0) {
		for (unsigned k = 0; k < 2; k++)
			*word_of(topic, pair, k) |= bit_of(pair, k);
		topic->pairs++;
	}
}

static int has(const scls_topic *topic, uint64_t pair)
{
	return (*word_of(topic, pair, 0) & bit_of(pair, 0))
	       && (*word_of(topic, pair, 1) & bit_of(pair, 1));
}

uint16_t scls_topic_share(const scls_topic *topic, const scls_headline *line)
{
	uint32_t at = 0, n = 0, known = 0;
	uint64_t pair;

	if (topic->pairs < FEWEST || topic->pairs > MOST)
		return UINT16_MAX;
	while ((pair = next_pair(line, &at)) != 0) {
		n++;
		known += (uint32_t)has(topic, pair);
	}
	return n == 0 ? UINT16_MAX : (uint16_t)(known * 1024u / n);
}
