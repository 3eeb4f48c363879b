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

SCLS_VECTORS
void scls_gram_ones(const uint32_t *restrict hash, uint32_t n,
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

SCLS_VECTORS
void scls_gram_twos(const uint32_t *restrict hash, uint32_t n,
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

SCLS_VECTORS
void scls_gram_threes(const uint32_t *restrict hash, uint32_t n,
                      enum scls_group group, uint32_t *restrict ids)
{
	n = whole(n);
	for (uint32_t i = 0; i < n; i++)
		ids[i] = scls_feature_hashed(group, 3, three(group, hash + i));
}
