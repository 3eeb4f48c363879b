/* test_gram_ids.c - the ids of n-grams beside the same written one by one. */
#include "headline/gram_ids.h"

#include "../../suite.h"
#include "base/random.h"

#define MOST 70u

static uint32_t hash[MOST + 2 + SCLS_GRAM_LANES];
static uint32_t ids[MOST + SCLS_GRAM_LANES];

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

START_TEST(the_same_one_by_one)
{
	static void (*const all[])(const uint32_t *, uint32_t,
	                           enum scls_group, uint32_t *) = {
		scls_gram_ones, scls_gram_twos, scls_gram_threes
	};
	scls_random random = { 7 };

	for (size_t i = 0; i < sizeof(hash) / sizeof(hash[0]); i++)
		hash[i] = (uint32_t)scls_random_next(&random);
	for (unsigned size = 1; size <= 3; size++)
		for (uint32_t n = 0; n <= MOST; n++) {
			enum scls_group group = n % SCLS_GROUP_COUNT;

			all[size - 1](hash + 2, n, group, ids);
			for (uint32_t i = 0; i < n; i++)
				ck_assert_uint_eq(ids[i],
				                  gram(group, hash + 2 + i,
				                       size));
		}
}
END_TEST

SUITE("gram_ids", {
	CASE(the_same_one_by_one);
})
