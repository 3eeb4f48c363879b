/* test_names.c - names and their numbers, also of names that were chosen. */
#include "../../examples/crawler/names.c"

#include "../suite.h"

#include <stdio.h>

#define NAMES 3000u

/* Parts of a name that are as long and lead from the last hash to the same
 * next one, all 64 bits of it. */
#define PAIRS 9u
#define PART 20u
#define SAME (1u << PAIRS) /* names of them */

static const char *const pairs[PAIRS][2] = {
	{ "uNY3za47i7-IKsi29HBA", "j1oqFftp--gD40-2j8CF" },
	{ "n9Pr6MZB524kDTG06zNT", "oH20jBnIQTz8EuG0wj__" },
	{ "p-sJ60J72oKokr-1Ub8B", "w6uxJ1JNRyI6hW-36biM" },
	{ "C-Dg-E3V7xJ9h6L0QDfK", "B4Femzu_Wf8LkmN00DeN" },
	{ "l03Hr4p57N0ou8F-hXSd", "s316670zWXr6RYDW9h0a" },
	{ "s0NLRKNp8A2lfXV0wIKB", "pWXBVxROTOL1i74069DG" },
	{ "I-i1-vLyQRsMRj--WuR4", "Nf_SmkD4M0M0qY136us3" },
	{ "RQGk2twW-7hB_R46ufIO", "U299vK9Ni-6ErqVJ4f8H" },
	{ "oWE08b12axrZwkG38QSs", "h0GVxgOm-ZP3PhG5I1Rx" },
};

static char made[NAMES][PAIRS * PART + 1];

/* Names that fall on one slot of a table of as many slots. */
static void choose(uint64_t slots)
{
	uint32_t n = 0;

	for (unsigned i = 0; n < NAMES; i++) {
		snprintf(made[n], sizeof(made[n]), "%u", i);
		n += (hash(made[n], 0) & (slots - 1)) == 0;
	}
}

/* Names that have one hash. */
static void choose_same(void)
{
	for (uint32_t i = 0; i < SAME; i++) {
		for (uint32_t k = 0; k < PAIRS; k++)
			memcpy(made[i] + k * PART, pairs[k][i >> k & 1],
			       PART);
		made[i][PAIRS * PART] = '\0';
		ck_assert_uint_eq(hash(made[i], 0), hash(made[0], 0));
	}
}

/* Each of so many has its number, once; returns the most that one lies
 * behind. */
static unsigned fill(crawl_names *names, uint32_t size)
{
	unsigned most = 0, n;
	int is_new;

	ck_assert(!crawl_names_has(names, made[0]));
	for (uint32_t i = 0; i < size; i++) {
		ck_assert_uint_eq(crawl_names_add(names, made[i], &is_new), i);
		ck_assert(is_new);
	}
	for (uint32_t i = 0; i < size; i++) {
		(void)find(names, made[i], &n);
		most = n > most ? n : most;
		ck_assert(crawl_names_has(names, made[i]));
		ck_assert_uint_eq(crawl_names_add(names, made[i], &is_new), i);
		ck_assert(!is_new);
	}
	ck_assert(!crawl_names_has(names, "no number"));
	return most;
}

START_TEST(no_name_lies_behind_many)
{
	for (uint64_t slots = 1; slots <= 8192; slots *= 8192) {
		crawl_names names = { 0 };

		choose(slots);
		ck_assert_uint_le(fill(&names, NAMES), 64);
		crawl_names_free(&names);
	}
}
END_TEST

START_TEST(names_of_one_hash)
{
	crawl_names names = { 0 };

	choose_same();
	ck_assert_uint_le(fill(&names, SAME), 96);
	crawl_names_free(&names);
}
END_TEST

SUITE("names",
	CASE(names_of_one_hash);
	CASE(no_name_lies_behind_many);
)
