/* test_literals.c - what the finder proves, and what it leaves alone. */
#include "rules_fixture.h"

#include "pattern/literals.h"

static char found[1000];
static uint64_t asked; /* of the last pattern: classes of slots */

/* The literals of the pattern, joined by "|"; "" where there is none. */
static const char *literals(const char *pattern, uint32_t options)
{
	spamcls_allocator allocator = scls_alloc_default();
	const scls_literal_set *set;
	const uint32_t *pool;
	static uint32_t re[FIXTURE_ROOM];
	uint32_t size = made_decode(pattern, re);
	scls_finder *finder;
	size_t n = 0;

	ck_assert_int_eq(scls_finder_new(&finder, &allocator), SPAMCLS_OK);
	scls_finder_run(finder, re, size, options, &set, &pool);
	for (uint32_t i = 0; i < set->n; i++) {
		if (i > 0)
			found[n++] = '|';
		for (uint32_t k = 0; k < set->item[i].size; k++)
			n += scls_utf8_put(pool[set->item[i].at + k],
			                   found + n);
	}
	found[n] = '\0';
	asked = finder->classes;
	scls_finder_free(finder);
	return found;
}

#define FINDS(pattern, want) ck_assert_str_eq(literals(pattern, 0), want)

START_TEST(runs)
{
	FINDS("abc", "abc");
	FINDS("ab.*cde", "cde");
	FINDS("^飙升$", "飙升");
	FINDS("ab飙c", "ab飙c");
	FINDS("abcd.飙升", "飙升"); /* rarer, though shorter */
	FINDS("a\\.b\\/c", "a.b/c");
	FINDS("abcdefghijklmnop", "abcdefghijkl"); /* cut */
}
END_TEST

START_TEST(quantifiers)
{
	FINDS("ab?c", "a");
	FINDS("ab*cd", "cd");
	FINDS("ab+cd", "ab");
	FINDS("ab{0,3}cde", "cde");
	FINDS("xab{2}", "xab");
	FINDS("ab{0,9}cde", "cde");
	FINDS("xab{90}", "xab");
	FINDS("xab{2,}?", "xab");
	FINDS("ab{1,4}+", "ab");
	FINDS("a?", "");
	FINDS("(?:ab)?", "");
	FINDS("(?:ab)*c", "c");
	FINDS("(?:ab)+", "ab");
	FINDS("(?:abc){0,2}d", "d");
}
END_TEST

START_TEST(alternatives)
{
	FINDS("ab|cd", "ab|cd");
	FINDS("ab|.", "");
	FINDS("ab|", "");
	FINDS("(?:飙升|暴涨).*\\d", "飙升|暴涨");
	FINDS("(?:飙|涨)成本", "成本");
	FINDS("x(?:ab|cd(?:ef|.))y", "ab|cd");
	FINDS("((a|b)|c)", "a|b|c");
	FINDS("(?>ab|cd)", "ab|cd");
}
END_TEST

START_TEST(character_classes)
{
	FINDS("[abc]", "a|b|c");
	FINDS("[abc]?", "");
	FINDS("[个款]的", "的");
	FINDS("[^abc]", "");
	FINDS("[a-c]", "");
	FINDS("[\\d]x", "x");
	FINDS("a[bc", "");
	FINDS("[]a]b", "");
	FINDS("[^]a]b", "");
	FINDS("[[:alpha:]]b", "");
	FINDS("x[\\]]yz", "yz");
}
END_TEST

START_TEST(looking_around)
{
	FINDS("(?=abc)d", "d");
	FINDS("(?!abc)d", "d");
	FINDS("(?<=abc)d", "d");
	FINDS("(?<!ab(?:cd))e", "e");
	FINDS("(?=abc)", "");
}
END_TEST

START_TEST(escapes)
{
	FINDS("\\babc\\b", "abc");
	FINDS("a\\dbc", "bc");
	FINDS("\\p{Han}ab", "ab");
	FINDS("\\x{4E2D}ab", "ab");
	FINDS("(ab)\\1cde", "cde");
	FINDS("a\\12b", "a");
	FINDS("\\Nab", "ab");
	FINDS("ab\\", "");
}
END_TEST

START_TEST(what_it_gives_up)
{
	FINDS("(?i)abc", "");
	FINDS("(?<name>abc)", "");
	FINDS("(?P<name>abc)", "");
	FINDS("(?|ab|cd)", "");
	FINDS("(?(1)ab|cd)", "");
	FINDS("abc(?1)", "");
	FINDS("abc(?#x)", "");
	FINDS("\\Qabc\\E", "");
	FINDS("[\\E]a]", "");
	FINDS("[^\\E]a]", "");
	FINDS("abc\\g{1}", "");
	FINDS("abc\\N{U+41}", "");
	FINDS("abc\\x41", "");
	FINDS("abc{,3}", "");
	FINDS("abc{x}", "");
	FINDS("abc\\o{101}", "");
	FINDS("(abc", "");
	FINDS("abc)", "");
}
END_TEST

START_TEST(too_much_of_it)
{
	char text[700] = "";

	for (int i = 0; i < 64; i++)
		sprintf(text + strlen(text), "%sx%02d", i ? "|" : "", i);
	ck_assert_uint_eq(strlen(literals(text, 0)), 64 * 4 - 1);
	strcat(text, "|x64");
	FINDS(text, "");
	text[0] = '\0';
	for (int i = 0; i < 24; i++)
		strcat(text, "(?:");
	strcat(text, "abc");
	for (int i = 0; i < 24; i++)
		strcat(text, ")");
	FINDS(text, ""); /* groups in groups, deeper than its stack */
	FINDS("", "");
}
END_TEST

START_TEST(case_that_does_not_count)
{
	const uint32_t i = PCRE2_CASELESS;

	ck_assert_str_eq(literals("abc", i), "");
	ck_assert_str_eq(literals("ab飙升12c", i), "飙升12");
	ck_assert_str_eq(literals("é", i), "");
	ck_assert_str_eq(literals("[ab]飙", i), "飙");
	ck_assert_str_eq(literals("[飙升]", i), "飙|升");
}
END_TEST

START_TEST(spaces_that_do_not_count)
{
	const uint32_t x = PCRE2_EXTENDED;

	FINDS("a b", "a b");
	ck_assert_str_eq(literals("a b", x), "ab");
	ck_assert_str_eq(literals("ab ? c", x), "a");
	ck_assert_str_eq(literals("ab + ?cd", x), "ab");
	ck_assert_str_eq(literals("ab # cdefg", x), "ab");
	ck_assert_str_eq(literals("ab\\ c\\#d", x), "ab c#d");
	ck_assert_str_eq(literals("[ #]", x), " |#");
}
END_TEST

/* A, B and C are the symbols of the first three classes. */
#define A "\xEE\x80\x80"
#define B "\xEE\x80\x81"
#define C "\xEE\x80\x82"
#define ASKS(pattern, want) \
	do { \
		literals(pattern, 0); \
		ck_assert_uint_eq(asked, want); \
	} while (0)

START_TEST(slots_that_must_be_there)
{
	ASKS("abc", 0);
	ASKS("^" A ".{0,4}" B "x?" C "$", 7);
	ASKS(A "?" B "{2}" C "*", 2);
	ASKS(A "(?:" B "|" C ").", 1);
	ASKS(A "|" B, 0);
	ASKS("(?:" A B "|x" B C "|" B ")", 2);
	ASKS("(?:" A ")?(?:" B ")+", 2);
	ASKS("(?=" A ")(?<!" B ")" C, 4);
	ASKS("[" A B "]" C, 4);
	ASKS("(" A "(" B "|x))" C, 5);
	ASKS(A "\\Q" B, 0); /* given up */
	ASKS("(" A ")" B "(", 0);
}
END_TEST

SUITE("literals", {
	CASE(slots_that_must_be_there);
	CASE(runs);
	CASE(quantifiers);
	CASE(alternatives);
	CASE(character_classes);
	CASE(looking_around);
	CASE(escapes);
	CASE(what_it_gives_up);
	CASE(too_much_of_it);
	CASE(case_that_does_not_count);
	CASE(spaces_that_do_not_count);
})
