/* gram_ids.c - see gram_ids.h.  The loops run a whole number of lanes and have
 * no branch, so that compilers make vector instructions of them. */
#include "headline/gram_ids.h"

#include "base/inline.h"

SCLS_INLINE uint32_t whole(uint32_t n)
{
	return (n + SCLS_GRAM_LANES - 1) & ~(SCLS_GRAM_LANES - 1);
}

/* The groups begin apart. */
SCLS_INLINE uint32_t first(enum scls_group group, uint32_t token)
{
	return scls_gram_join(SCLS_GRAM_PRIME * (2 * (uint32_t)group + 3),
	                      token);
}

SCLS_INLINE void ones(const uint32_t *restrict hash, uint32_t n,
                      enum scls_group group, uint32_t *restrict ids)
{
	n = whole(n);
	for (uint32_t i = 0; i < n; i++)
		ids[i] = scls_feature_hashed(group, 1, first(group, hash[i]));
}

SCLS_INLINE uint32_t two(enum scls_group group, const uint32_t *hash)
{
	return scls_gram_join(first(group, hash[0]),
	                      hash[-1] + SCLS_GRAM_STEP);
}

SCLS_INLINE void twos(const uint32_t *restrict hash, uint32_t n,
                      enum scls_group group, uint32_t *restrict ids)
{
	n = whole(n);
	for (uint32_t i = 0; i < n; i++)
		ids[i] = scls_feature_hashed(group, 2, two(group, hash + i));
}

SCLS_INLINE uint32_t three(enum scls_group group, const uint32_t *hash)
{
	return scls_gram_join(two(group, hash),
	                      hash[-2] + 2 * SCLS_GRAM_STEP);
}

SCLS_INLINE void threes(const uint32_t *restrict hash, uint32_t n,
                        enum scls_group group, uint32_t *restrict ids)
{
	n = whole(n);
	for (uint32_t i = 0; i < n; i++)
		ids[i] = scls_feature_hashed(group, 3, three(group, hash + i));
}

/* One call for all sizes: each writes over what the one before it wrote
 * behind its last id. */
SCLS_VECTORS
void scls_gram_ids(const uint32_t *restrict hash, uint32_t n,
                   enum scls_group group, uint32_t least, uint32_t most,
                   uint32_t *restrict ids)
{
	if (least == 1) {
		ones(hash, n, group, ids);
		ids += n;
	}
	if (least <= 2 && most >= 2) {
		twos(hash, n + 1, group, ids);
		ids += n + 1;
	}
	if (most == 3)
		threes(hash + 1, n, group, ids);
}
