/* topic.c - see topic.h. */
#include "engine/topic.h"

#include "base/bits.h"
#include "base/hash.h"
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
	return ((hash ^ hash >> 15) * SCLS_ODD_6) | 1u;
}

/* pair[i] becomes the hash of characters i and i + 1, or 0; beyond n it is
 * anything.  Returns 0 where all are 0.  pair has room for whole lanes, and
 * the units behind the last one can be read. */
SCLS_VECTORS
static uint32_t hash_pairs(const uint32_t *restrict unit, uint32_t n,
                           uint32_t *restrict pair)
{
	uint32_t any = 0;

	n = (n + LANES - 1) & ~(LANES - 1);
	for (uint32_t i = 0; i < n; i++) {
		uint32_t a = unit[i], b = unit[i + 1];
		uint32_t hash = mix(a * SCLS_ODD_1 ^ b * SCLS_ODD_2);

		pair[i] = scls_is_common_han(a) & scls_is_common_han(b) ? hash
		          : 0;
		any |= pair[i];
	}
	return any;
}

/* Leaves the zeros out; returns how many are left. */
static uint32_t close_up(uint32_t *pair, uint32_t n)
{
	uint32_t kept = 0;

	for (uint32_t i = 0; i < n; i++) {
		pair[kept] = pair[i];
		kept += pair[i] != 0;
	}
	return kept;
}

/* Where words of three letters and more begin, of 64 places. */
static uint64_t word_starts(const scls_headline *h, uint32_t word)
{
	uint64_t bits = h->latin[word];
	uint64_t before = word > 0 ? h->latin[word - 1] >> 63 : 0;
	uint64_t behind = (word + 1) * 64u < h->n_units ? h->latin[word + 1]
	                                                : 0;

	return bits & ~(bits << 1 | before) & (bits >> 1 | behind << 63)
	       & (bits >> 2 | behind << 62);
}

/* Words count as pairs do; returns where the next one goes. */
static uint32_t hash_words(const scls_headline *h, uint32_t *pair, uint32_t n)
{
	for (uint32_t w = 0; w * 64 < h->n_units; w++)
		for (uint64_t left = word_starts(h, w); left != 0;
		     left &= left - 1) {
			uint32_t at = w * 64 + scls_lowest_bit(left), hash = 0;

			do
				hash = (hash ^ h->units[at++]) * SCLS_ODD_1;
			while (h->latin[at / 64] >> at % 64 & 1);
			pair[n++] = mix(hash);
		}
	return n;
}

/* Hashes of the line's pairs and words; returns how many there are. */
static uint32_t read_pairs(const scls_headline *h, uint32_t *pair)
{
	uint32_t n = 0;

	if (h->has_han && h->n_units > 1
	    && hash_pairs(h->units, h->n_units - 1, pair))
		n = close_up(pair, h->n_units - 1);
	return hash_words(h, pair, n);
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
	for (uint32_t i = 0; i < n; i++)
		*word_of(topic, pair[i]) |= bits_of(pair[i]);
	topic->pairs += n;
}

uint16_t scls_topic_share(const scls_topic *topic, const scls_headline *line)
{
	uint32_t pair[SCLS_MAX_HEADLINE + LANES], n, known = 0;

	if (topic->pairs < FEWEST || topic->pairs > MOST)
		return SCLS_NO_TOPIC;
	n = read_pairs(line, pair);
	for (uint32_t i = 0; i < n; i++) {
		uint64_t bits = bits_of(pair[i]);

		known += (*word_of(topic, pair[i]) & bits) == bits;
	}
	return n == 0 ? SCLS_NO_TOPIC : (uint16_t)(known * 1024u / n);
}
