/* test_gram_ids.c - the ids of n-grams beside the same written one by one. */
#include "headline/measure/gram_ids.h"

#include "../../suite.h"
#include "base/random.h"

#define MOST 70u

static uint32_t hash[MOST + 2 + SCLS_GRAM_LANES];
static uint32_t ids[3 * MOST + 3 + SCLS_GRAM_LANES];

static uint32_t gram(enum scls_group group, const uint32_t *last,
                     unsigned size)
{
	uint32_t g = SCLS_GRAM_PRIME * (2 * (uint32_t)group + 3);

	for (unsigned k = 0; k < size; k++)
		g = (g ^ (last[-(int)k] + k * SCLS_GRAM_STEP))
		    * SCLS_GRAM_PRIME;
	return SCLS_HASHED | (uint32_t)group << SCLS_GROUP_SHIFT
	       | size << SCLS_HASH_BITS | g >> 7;
}

/* All of `least` to `most` tokens, one by one; returns how many they are. */
static uint32_t all_grams(const uint32_t *tokens, uint32_t n,
                          enum scls_group group, unsigned least,
                          unsigned most, uint32_t *to)
{
	uint32_t all = 0;

	for (unsigned size = least; size <= most; size++)
		for (uint32_t i = 0; i < scls_gram_count(n, size); i++)
			to[all++] = gram(group, tokens + i + (size == 3),
			                 size);
	return all;
}

START_TEST(the_same_one_by_one)
{
	static uint32_t wanted[3 * MOST + 3];
	scls_random random = { 7 };

	for (size_t i = 0; i < sizeof(hash) / sizeof(hash[0]); i++)
		hash[i] = (uint32_t)scls_random_next(&random);
	for (unsigned sizes = 0; sizes < 9; sizes++)
		for (uint32_t n = 0; n <= MOST; n++) {
			enum scls_group group = n % SCLS_GROUP_COUNT;
			unsigned least = sizes / 3 + 1, most = sizes % 3 + 1;
			uint32_t all = all_grams(hash + 1, n, group, least,
			                         most, wanted);

			scls_gram_ids(hash + 1, n, group, least, most, ids);
			ck_assert_mem_eq(ids, wanted,
			                 all * sizeof(*wanted));
		}
}
END_TEST

SUITE("gram_ids", {
	CASE(the_same_one_by_one);
})
