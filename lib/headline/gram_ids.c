/* gram_ids.c - see gram_ids.h.  The loops have a fixed length and no branch, so
 * that compilers make a few vector instructions of each. */
#include "headline/gram_ids.h"

#include "base/inline.h"

#include <string.h>

#define LANES SCLS_GRAM_LANES

/* As many ids as are made at once, or hashes. */
typedef struct lanes {
	uint32_t of[LANES];
} lanes;

/* Read at once: or compilers gather numbers that they have already. */
SCLS_INLINE lanes load(const uint32_t *hash)
{
	lanes l;

	memcpy(l.of, hash, sizeof(l.of));
	return l;
}

/* The groups begin apart. */
SCLS_INLINE lanes first(enum scls_group group, const uint32_t *hash)
{
	lanes l = load(hash);

	for (uint32_t i = 0; i < LANES; i++)
		l.of[i] = scls_gram_join(SCLS_GRAM_PRIME
		                         * (2 * (uint32_t)group + 3), l.of[i]);
	return l;
}

/* Tokens that stand `back` before the first one. */
SCLS_INLINE lanes join(lanes l, const uint32_t *hash, uint32_t back)
{
	lanes more = load(hash);

	for (uint32_t i = 0; i < LANES; i++)
		l.of[i] = scls_gram_join(l.of[i], more.of[i]
		                                  + back * SCLS_GRAM_STEP);
	return l;
}

SCLS_INLINE void put(lanes l, enum scls_group group, uint32_t size,
                     uint32_t *to)
{
	for (uint32_t i = 0; i < LANES; i++)
		l.of[i] = scls_feature_hashed(group, size, l.of[i]);
	memcpy(to, l.of, sizeof(l.of));
}

/*
 * All sizes at once, from the last lanes to the first: what stands behind the
 * last n-gram of a size is overwritten by the first ones of the next size,
 * which are the last to be made.
 */
SCLS_VECTORS
void scls_gram_ids(const uint32_t *restrict hash, uint32_t n,
                   enum scls_group group, uint32_t least, uint32_t most,
                   uint32_t *restrict ids)
{
	uint32_t *twos = ids + (least == 1 ? n : 0);
	uint32_t *threes = twos + (least <= 2 && most >= 2 ? n + 1 : 0);

	for (uint32_t at = (n + LANES) / LANES * LANES; at > 0;) {
		const uint32_t *h = hash + (at -= LANES);
		lanes one = first(group, h);

		if (least == 1)
			put(one, group, 1, ids + at);
		if (least <= 2 && most >= 2)
			put(join(one, h - 1, 1), group, 2, twos + at);
		if (most == 3)
			put(join(join(first(group, h + 1), h, 1), h - 1, 2),
			    group, 3, threes + at);
	}
}
