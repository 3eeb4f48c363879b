/* test_names.c - names and their numbers, also of names that were chosen. */
#include "../../examples/crawler/names.c"

#include "../suite.h"

#include <stdio.h>

#define NAMES 3000u

static char made[NAMES][16];

/* How many names are looked at to find one. */
static uint32_t steps(const crawl_names *names, const char *name)
{
	uint64_t bits = hash(name);
	uint32_t at = names->slot[bits & (names->slots - 1)], n = 1;

	for (; strcmp(names->name[at - 1], name) != 0; bits <<= 1, n++)
		at = names->next[at - 1][bits >> 63];
	return n;
}

/* Names that fall on one slot of a table of as many slots. */
static void choose(uint64_t slots)
{
	uint32_t n = 0;

	for (unsigned i = 0; n < NAMES; i++) {
		snprintf(made[n], sizeof(made[n]), "%u", i);
		n += (hash(made[n]) & (slots - 1)) == 0;
	}
}

/* Each has its number, once; returns the most steps. */
static uint32_t fill(crawl_names *names)
{
	uint32_t most = 0;
	int is_new;

	ck_assert(!crawl_names_has(names, made[0]));
	for (uint32_t i = 0; i < NAMES; i++) {
		ck_assert_uint_eq(crawl_names_add(names, made[i], &is_new), i);
		ck_assert(is_new);
	}
	for (uint32_t i = 0; i < NAMES; i++) {
		uint32_t n = steps(names, made[i]);

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
		ck_assert_uint_le(fill(&names), 65);
		crawl_names_free(&names);
	}
}
END_TEST

SUITE("names",
	CASE(no_name_lies_behind_many);
)
