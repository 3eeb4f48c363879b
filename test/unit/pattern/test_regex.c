/* test_regex.c - each limit on a pattern's work stops it, and it alone. */
#include "pattern/regex.h"

#include "base/alloc.h"
#include "base/limits.h"

#include "../../suite.h"

#include <stdatomic.h>
#include <stdio.h>

#define ROOM 4096u
#define STEPS UINT32_MAX

static uint32_t text[ROOM];

/* Runs a pattern over n letters and an x, which it ends with: as machine code
 * where there is any, or by the interpreter. */
static enum scls_regex_outcome run(const char *pattern, uint32_t n,
                                   uint32_t steps, int interpreted)
{
	static uint32_t wide[2 * ROOM];
	static uint16_t column[2 * ROOM + 1];
	spamcls_allocator allocator = scls_alloc_default();
	pcre2_general_context *memory = scls_regex_memory(&allocator);
	scls_rule rule = { .name = "T", .place = { "t.rules", 1, 1 } };
	scls_regex_scratch scratch;
	spamcls_error error = { .status = SPAMCLS_OK };
	enum scls_regex_outcome outcome;
	uint32_t begin, end;

	while (pattern[rule.n_pattern] != '\0') {
		wide[rule.n_pattern] = (unsigned char)pattern[rule.n_pattern];
		rule.n_pattern++;
	}
	rule.pattern = wide;
	rule.column = column;
	rule.memory = memory;
	ck_assert_ptr_nonnull(memory);
	ck_assert_msg(scls_regex_compile(&rule, &error) == SPAMCLS_OK,
	              "%s", error.message);
	if (interpreted)
		atomic_store(&rule.fast, rule.code);
	ck_assert_int_eq(scls_regex_scratch_init(&scratch, memory, steps),
	                 SPAMCLS_OK);
	for (uint32_t i = 0; i < n; i++)
		text[i] = 'a';
	text[n] = 'x';
	outcome = scls_regex_run(&rule, &scratch, text, n + 1, &begin, &end);
	if (outcome == SCLS_REGEX_HIT)
		ck_assert_uint_eq(end, n + 1);
	scls_regex_scratch_free(&scratch);
	scls_regex_free(&rule);
	pcre2_general_context_free(memory);
	return outcome;
}

static int has_jit(void)
{
	uint32_t yes = 0;

	return pcre2_config(PCRE2_CONFIG_JIT, &yes) >= 0 && yes;
}

/* Every letter is a choice, so the pattern remembers each of them. */
static const char choices[] = "^(?:(a)|(b))*x";

/* The same with so many groups that what it remembers of a letter is large. */
static const char *wide_choices(unsigned groups)
{
	static char pattern[2 * ROOM];
	size_t n = (size_t)sprintf(pattern, "^(?:(a)");

	for (unsigned i = 0; i < groups; i++)
		n += (size_t)sprintf(pattern + n, "|(b)");
	sprintf(pattern + n, ")*x");
	return pattern;
}

/* A call for every letter, and eight groups that each call keeps. */
static const char recursion[] =
	"^(a(b)?(b)?(b)?(b)?(b)?(b)?(b)?(b)?(?1)|x)";

START_TEST(depth)
{
	ck_assert_int_eq(run(choices, SCLS_MAX_REGEX_DEPTH / 4, STEPS, 1),
	                 SCLS_REGEX_HIT);
	ck_assert_int_eq(run(choices, SCLS_MAX_REGEX_DEPTH * 2, STEPS, 1),
	                 SCLS_REGEX_STOPPED);
}
END_TEST

START_TEST(heap)
{
	const uint32_t n = SCLS_MAX_REGEX_DEPTH / 4;

	ck_assert_int_eq(run(wide_choices(2), n, STEPS, 1), SCLS_REGEX_HIT);
	ck_assert_int_eq(run(wide_choices(500), n, STEPS, 1),
	                 SCLS_REGEX_STOPPED);
}
END_TEST

/* Machine code knows no depth and no heap, but a stack. */
START_TEST(stack)
{
	if (!has_jit())
		return;
	ck_assert_int_eq(run(recursion, 100, STEPS, 0), SCLS_REGEX_HIT);
	ck_assert_int_eq(run(recursion, ROOM - 1, STEPS, 0),
	                 SCLS_REGEX_STOPPED);
}
END_TEST

/* (a|aa)+ in every way there is: the more letters, the more by far. */
START_TEST(steps)
{
	static const char ways[] = "^(a|aa)+[yz]";

	for (int interpreted = 0; interpreted < 2; interpreted++) {
		ck_assert_int_eq(run(ways, 24, SCLS_LIMIT_REGEX_STEPS,
		                     interpreted), SCLS_REGEX_STOPPED);
		ck_assert_int_eq(run(ways, 24, STEPS, interpreted),
		                 SCLS_REGEX_MISS);
		ck_assert_int_eq(run(ways, 8, SCLS_LIMIT_REGEX_STEPS,
		                     interpreted), SCLS_REGEX_MISS);
	}
}
END_TEST

SUITE("regex",
	CASE(depth);
	CASE(heap);
	CASE(stack);
	CASE(steps);
)
