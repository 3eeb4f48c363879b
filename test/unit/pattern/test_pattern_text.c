/* test_pattern_text.c - slashes, flags, class names, and their columns. */
#include "rules_fixture.h"

START_TEST(slashes)
{
	refused("headline __A", 1, 13, "a pattern between slashes");
	refused("headline __A a", 1, 14, "a pattern between slashes");
	refused("headline __A # /a/", 1, 14, "a pattern between slashes");
	refused("headline __A /a", 1, 14, "the slash that ends");
	refused("headline __A /a\\/", 1, 14, "the slash that ends");
	refused("headline __A /a\\", 1, 14, "the slash that ends");
	refused("headline __A //", 1, 15, "an empty pattern");
	ck_assert_str_eq(hits_of("headline __A /a\\/b/\n", "a/b"), "__A ");
}
END_TEST

START_TEST(flags)
{
	refused("headline __A /a/g", 1, 17, "unknown flag");
	refused("headline __A /a/i# x", 1, 18, "unknown flag");
	ck_assert_str_eq(hits_of("headline __A /É/i\n", "é"), "__A ");
	ck_assert_str_eq(hits_of("headline __A /a b # c/x\n", "ab"), "__A ");
	ck_assert_str_eq(hits_of("headline __A /a.b/s\nheadline __B /a.b/\n",
	                         "a\nb"), "__A ");
	ck_assert_str_eq(hits_of("headline __A /A B/isx\n", "ab"), "__A ");
}
END_TEST

START_TEST(classes_become_symbols)
{
	scls_ruleset *set = compiled("skeleton __A /^{ORG}又{RISE}{2,3}$/\n");
	const scls_rule *rule = &set->rules[0];

	ck_assert_uint_eq(rule->pattern[1], SCLS_SYMBOL + SCLS_CLASS_ORG);
	ck_assert_uint_eq(rule->pattern[3], SCLS_SYMBOL + SCLS_CLASS_RISE);
	ck_assert_uint_eq(rule->pattern[4], '{');
	ck_assert_str_eq(hits_on(set, "{ORG}又{RISE}{RISE}"), "__A ");
	ck_assert_str_eq(hits_on(set, "{ORG}又{RISE}"), "");
	scls_ruleset_free(set);
}
END_TEST

START_TEST(any_class)
{
	const char *pack = "skeleton __A /^{ANY}+$/\n"
	                   "skeleton __B /^[{ANY}x]+$/\n"
	                   "skeleton __C /^[^{ANY}]+$/\n"
	                   "skeleton __D /^[{ORG}{TECH}]$/\n";

	ck_assert_str_eq(hits_of(pack, "{ORG}{FICTION}"), "__A __B ");
	ck_assert_str_eq(hits_of(pack, "{ORG}x"), "__B ");
	ck_assert_str_eq(hits_of(pack, "x"), "__B __C ");
	ck_assert_str_eq(hits_of(pack, "{TECH}"), "__A __B __D ");
}
END_TEST

START_TEST(bad_classes)
{
	refused("skeleton __A /飙升{NOPE}/", 1, 18, "unknown class");
	refused("skeleton __A /{ORG}{_}/", 1, 21, "unknown class");
	refused("headline __A /公司{ORG}/", 1, 17, "skeleton rule");
	refused("headline __A /{ANY}/", 1, 15, "skeleton rule");
}
END_TEST

START_TEST(what_never_fits)
{
	refused("headline __A /下载App/", 1, 17, "never fits");
	refused("skeleton __A /X/", 1, 15, "never fits");
	refused("headline __A /涨，跌/", 1, 16, "never fits");
	refused("headline __A /完全解説/", 1, 18, "write '说'");
	refused("headline __A /[涨㎡]/", 1, 17, "write 'm2'");
	ck_assert_str_eq(hits_of("headline __A /é[가ガ]/\n", "é가"), "__A ");
	refused("headline __A /a\xE3\x80\x80/", 1, 16, "never fits");
	refused("skeleton __A /\xEE\x80\x80/", 1, 15, "private-use");
}
END_TEST

START_TEST(capitals_of_escapes)
{
	ck_assert_str_eq(hits_of("headline __A /^\\D\\S\\W$/\n", "ab."),
	                 "__A ");
	ck_assert_str_eq(hits_of("headline __A /\\p{Han}\\x{4E2D}/\n", "人中"),
	                 "__A ");
	ck_assert_str_eq(hits_of("headline __A /人\\N{U+4E2D}/\n", "人中"),
	                 "__A ");
	ck_assert_str_eq(hits_of("headline __A /\\o{47055}/\n", "中"),
	                 "__A ");
	ck_assert_str_eq(hits_of("headline __A /\\P{Han}/\n", "人"), "");
	ck_assert_str_eq(hits_of("skeleton __A /\\p{L}{ORG}/\n", "a{ORG}"),
	                 "__A ");
}
END_TEST

START_TEST(verbs)
{
	refused("headline __A /(*UTF)a/", 1, 16, "verbs");
	refused("headline __A /a(*ACCEPT)/", 1, 17, "verbs");
	ck_assert_str_eq(hits_of("headline __A /[(*]/\n", "*"), "__A ");
	ck_assert_str_eq(hits_of("headline __A /\\(*a/\n", "((a"), "__A ");
}
END_TEST

START_TEST(columns_of_pcre2)
{
	refused("headline __A /ab(c/", 1, 19, "missing closing parenthesis");
	refused("headline __A /飙升[0-/", 1, 20, "missing terminating ]");
	refused("headline __A /飙*升**/", 1, 19, "does not follow");
	refused("skeleton __A /{ORG}{TECH}(?<=a+)b/", 1, 26, "lookbehind");
	refused("skeleton __A /{ORG}{TECH}a)/", 1, 27, "unmatched");
	refused("headline __A /(?<=a+)b/", 1, 15, "lookbehind");
	refused("headline __A /\\C/", 1, 17, "\\C");
}
END_TEST

START_TEST(a_long_pattern_is_read_in_no_time)
{
	static char text[4097];
	size_t n = (size_t)sprintf(text, "headline __A /");

	while (n + 4 < sizeof(text))
		n += (size_t)sprintf(text + n, "a?");
	sprintf(text + n, "/");
	scls_ruleset_free(compiled(text));
}
END_TEST

SUITE("pattern_text", {
	CASE(slashes);
	CASE(flags);
	CASE(classes_become_symbols);
	CASE(any_class);
	CASE(bad_classes);
	CASE(what_never_fits);
	CASE(capitals_of_escapes);
	CASE(verbs);
	CASE(columns_of_pcre2);
	CASE(a_long_pattern_is_read_in_no_time);
})
