/* test_automaton.c - literals in one pass, held against a plain search. */
#include "pattern/automaton.h"

#include "base/utf8.h"

#include "../../suite.h"

static scls_automaton *empty(void)
{
	spamcls_allocator allocator = scls_alloc_default();
	scls_automaton *a = NULL;

	ck_assert_int_eq(scls_automaton_new(&a, &allocator), SPAMCLS_OK);
	return a;
}

static uint32_t decode(const char *text, uint32_t *out)
{
	size_t at = 0, size = strlen(text);
	uint32_t n = 0;

	while (at < size)
		out[n++] = scls_utf8_next(text, size, &at);
	return n;
}

static void add(scls_automaton *a, const char *literal, uint32_t value)
{
	uint32_t code[64];
	uint32_t n = decode(literal, code);

	ck_assert_int_eq(scls_automaton_add(a, code, n, value), SPAMCLS_OK);
}

static uint64_t run(const scls_automaton *a, const char *text)
{
	uint32_t code[256] = { 0 };
	uint64_t bits = 0;

	scls_automaton_run(a, code, decode(text, code), &bits);
	return bits;
}

START_TEST(nothing_to_find)
{
	scls_automaton *a = empty();

	ck_assert_int_eq(scls_automaton_seal(a), SPAMCLS_OK);
	ck_assert_uint_eq(run(a, "abc飙升"), 0);
	ck_assert_uint_eq(run(a, ""), 0);
	scls_automaton_free(a);
	scls_automaton_free(NULL);
}
END_TEST

START_TEST(the_book_example)
{
	scls_automaton *a = empty();

	add(a, "he", 0);
	add(a, "she", 1);
	add(a, "his", 2);
	add(a, "hers", 3);
	ck_assert_int_eq(scls_automaton_seal(a), SPAMCLS_OK);
	ck_assert_uint_eq(run(a, "ushers"), 1u << 0 | 1u << 1 | 1u << 3);
	ck_assert_uint_eq(run(a, "hhis"), 1u << 2);
	ck_assert_uint_eq(run(a, "sh e"), 0);
	ck_assert_uint_eq(run(a, "xshxhe"), 1u << 0);
	scls_automaton_free(a);
}
END_TEST

START_TEST(literals_in_literals)
{
	scls_automaton *a = empty();

	add(a, "突破", 0);
	add(a, "大突破口", 1);
	add(a, "破", 2);
	add(a, "突破", 3);  /* two rules ask for the same */
	add(a, "破口大", 4);
	ck_assert_int_eq(scls_automaton_seal(a), SPAMCLS_OK);
	ck_assert_uint_eq(run(a, "大突破口大"), 0x1F);
	ck_assert_uint_eq(run(a, "大突破"), 0x0D);
	ck_assert_uint_eq(run(a, "大突口破"), 0x04);
	scls_automaton_free(a);
}
END_TEST

START_TEST(any_code_point)
{
	scls_automaton *a = empty();
	uint32_t far[16] = { 0x10FFFF }, symbol[16] = { 0xE001 };
	uint32_t beyond[16] = { 0xFFFFFFFF };
	uint64_t bits[2] = { 0, 0 };

	ck_assert_int_eq(scls_automaton_add(a, far, 1, 64), SPAMCLS_OK);
	ck_assert_int_eq(scls_automaton_add(a, symbol, 1, 127), SPAMCLS_OK);
	ck_assert_int_eq(scls_automaton_seal(a), SPAMCLS_OK);
	scls_automaton_run(a, beyond, 1, bits);
	ck_assert_uint_eq(bits[1], 0);
	scls_automaton_run(a, far, 1, bits);
	ck_assert_uint_eq(bits[1], 1);
	scls_automaton_run(a, symbol, 1, bits);
	ck_assert_uint_eq(bits[0], 0);
	ck_assert(bits[1] == (UINT64_C(1) << 63 | 1));
	scls_automaton_free(a);
}
END_TEST

static uint32_t next_random(uint32_t *state)
{
	*state = *state * 1664525u + 1013904223u;
	return *state >> 16;
}

static void random_word(uint32_t *state, char *out, unsigned size)
{
	for (unsigned i = 0; i < size; i++)
		out[i] = (char)('a' + next_random(state) % 3);
	out[size] = '\0';
}

/* A bit for each of the literals that stands in the text. */
static uint64_t plain_search(char literal[64][8], const char *text)
{
	uint64_t found = 0;

	for (int i = 0; i < 64; i++)
		if (strstr(text, literal[i]))
			found |= UINT64_C(1) << i;
	return found;
}

/* Few letters, so that literals overlap in every way. */
START_TEST(as_a_plain_search)
{
	uint32_t state = 7;
	char literal[64][8], text[60];

	for (int round = 0; round < 50; round++) {
		scls_automaton *a = empty();

		for (uint32_t i = 0; i < 64; i++) {
			random_word(&state, literal[i],
			            1 + next_random(&state) % 6);
			add(a, literal[i], i);
		}
		ck_assert_int_eq(scls_automaton_seal(a), SPAMCLS_OK);
		for (int t = 0; t < 20; t++) {
			random_word(&state, text, next_random(&state) % 40);
			ck_assert(run(a, text) == plain_search(literal, text));
		}
		scls_automaton_free(a);
	}
}
END_TEST

SUITE("automaton", {
	CASE(nothing_to_find);
	CASE(the_book_example);
	CASE(literals_in_literals);
	CASE(any_code_point);
	CASE(as_a_plain_search);
})
