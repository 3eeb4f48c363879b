/* gram_ids.c - see gram_ids.h. */
#include "headline/measure/gram_ids.h"

#include "base/vector.h"

/* The groups begin apart. */
static uint32_t seed_of(enum scls_group group)
{
	return SCLS_GRAM_PRIME * (2 * (uint32_t)group + 3);
}

/* The n-gram of that size whose last token is *last. */
static uint32_t gram(enum scls_group group, uint32_t size,
                     const uint32_t *last)
{
	uint32_t hash = seed_of(group);

	for (uint32_t k = 0; k < size; k++)
		hash = scls_gram_join(hash, *(last - k) + k * SCLS_GRAM_STEP);
	return scls_feature_hashed(group, size, hash);
}

static void ids_plain(const uint32_t *hash, uint32_t n, enum scls_group group,
                      uint32_t least, uint32_t most, uint32_t *ids)
{
	for (uint32_t size = least; size <= most; size++) {
		const uint32_t *last = hash + (size == 3);
		uint32_t count = scls_gram_count(n, size);

		for (uint32_t i = 0; i < count; i++)
			*ids++ = gram(group, size, last + i);
	}
}

#ifdef SCLS_AVX2
#define LANES SCLS_GRAM_LANES

_Static_assert(LANES == 8, "numbers of a vector");

SCLS_AVX2
static inline __m256i load(const uint32_t *from)
{
	return _mm256_loadu_si256((const void *)from);
}

/* Tokens that stand `back` before the last one. */
SCLS_AVX2
static inline __m256i join(__m256i hash, const uint32_t *token, uint32_t back)
{
	__m256i more = _mm256_add_epi32(load(token), _mm256_set1_epi32(
	        (int)(back * SCLS_GRAM_STEP)));

	return _mm256_mullo_epi32(_mm256_xor_si256(hash, more),
	                          _mm256_set1_epi32((int)SCLS_GRAM_PRIME));
}

SCLS_AVX2
static inline void put(uint32_t *to, enum scls_group group, uint32_t size,
                       __m256i hash)
{
	__m256i kind = _mm256_set1_epi32(
	        (int)scls_feature_hashed(group, size, 0));

	_mm256_storeu_si256((void *)to, _mm256_or_si256(
	        kind, _mm256_srli_epi32(hash, 32 - SCLS_HASH_BITS)));
}

/*
 * All sizes at once, from the last lanes to the first: what stands behind the
 * last n-gram of a size is overwritten by the first ones of the next size,
 * which are the last to be made.
 */
SCLS_AVX2
static void ids_avx2(const uint32_t *hash, uint32_t n, enum scls_group group,
                     uint32_t least, uint32_t most, uint32_t *ids)
{
	__m256i seed = _mm256_set1_epi32((int)seed_of(group));
	uint32_t *twos = ids + (least == 1 ? n : 0);
	uint32_t *threes = twos + (least <= 2 && most >= 2 ? n + 1 : 0);

	for (uint32_t at = (n + LANES) / LANES * LANES; at > 0;) {
		const uint32_t *last = hash + (at -= LANES);
		__m256i one = join(seed, last, 0);

		if (least == 1)
			put(ids + at, group, 1, one);
		if (least <= 2 && most >= 2)
			put(twos + at, group, 2, join(one, last - 1, 1));
		if (most == 3)
			put(threes + at, group, 3,
			    join(join(join(seed, last + 1, 0), last, 1),
			         last - 1, 2));
	}
}
#endif

void scls_gram_ids(const uint32_t *hash, uint32_t n, enum scls_group group,
                   uint32_t least, uint32_t most, uint32_t *ids)
{
#ifdef SCLS_AVX2
	if (scls_has_avx2()) {
		ids_avx2(hash, n, group, least, most, ids);
		return;
	}
#endif
	ids_plain(hash, n, group, least, most, ids);
}
