/* test_directive.c - what the lines of a pack may say, and what not. */
#include "rules_fixture.h"

#define TESTS "test A ok a\ntest A fail b\n"

START_TEST(unknown_directive)
{
	refused("# one\n# two\nrule A /a/\n", 3, 1, "unknown directive");
	refused("  /a/", 1, 3, "unknown directive");
	refused("Headline A /a/", 1, 1, "unknown directive");
}
END_TEST

START_TEST(names)
{
	char text[100] = "headline __";

	refused("headline", 1, 9, "a name is missing");
	refused("headline 9A /a/", 1, 10, "a name is missing");
	refused("headline A-B /a/", 1, 10, "a name is missing");
	refused("meta 中 1", 1, 6, "a name is missing");
	refused("score", 1, 6, "a name is missing");
	refused("shadow # x", 1, 8, "a name is missing");
	memset(text + 11, 'a', 63);
	strcpy(text + 74, " /a/");
	refused(text, 1, 10, "a name is missing");
	strcpy(text + 73, " /a/");
	scls_ruleset_free(compiled(text));
}
END_TEST

START_TEST(a_name_twice)
{
	refused("headline __A /a/\nskeleton __A /b/", 2, 10,
	        "'__A' is defined already");
	refused("meta __A 1\n\n meta __A 0", 3, 7, "'__A' is defined already");
}
END_TEST

START_TEST(more_than_a_line_takes)
{
	refused("headline __A /a/ /b/", 1, 18, "more than this line takes");
	refused("score A 1 2", 1, 11, "more than this line takes");
	refused("shadow A B", 1, 10, "more than this line takes");
	refused("family A b c", 1, 12, "more than this line takes");
}
END_TEST

START_TEST(families)
{
	scls_ruleset *set = compiled("headline __A /a/\nfamily first\n"
	                             "headline __B /a/\nheadline __C /a/\n"
	                             "family __C other\nfamily second # x\n"
	                             "headline __D /a/\n");
	static const char *const want[] = { "", "first", "other", "second" };

	for (uint32_t i = 0; i < 4; i++) {
		scls_rule_info info;

		scls_ruleset_info(set, i, &info);
		ck_assert_str_eq(info.family, want[i]);
	}
	scls_ruleset_free(set);
	refused("family", 1, 7, "a name is missing");
	refused("family 飞", 1, 8, "a name is missing");
	refused("family A é", 1, 10, "a name is missing");
}
END_TEST

START_TEST(scores)
{
	refused("score A", 1, 8, "a score from -32 to 32");
	refused("score A x", 1, 9, "a score from -32 to 32");
	refused("score A 33", 1, 9, "a score from -32 to 32");
	refused("score A 1.00001", 1, 9, "a score from -32 to 32");
}
END_TEST

START_TEST(texts)
{
	refused("describe A", 1, 11, "en or zh");
	refused("describe A fr le texte", 1, 12, "en or zh");
	refused("describe A en", 1, 14, "the text is missing");
	refused("describe A zh   ", 1, 17, "the text is missing");
	refused("test A", 1, 7, "ok or fail");
	refused("test A maybe x", 1, 8, "ok or fail");
	refused("test A ok", 1, 10, "the text is missing");
}
END_TEST

START_TEST(a_text_may_hold_a_number_sign)
{
	const scls_rule_test *tests;
	scls_ruleset *set = compiled("headline A /a/\ntest A ok  #a # b \n"
	                             "test A fail 北京\n"
	                             "describe A en C# and F#\n"
	                             "describe A zh 井号 # 也是文字\n");
	scls_rule_info info;

	ck_assert_uint_eq(scls_ruleset_tests(set, &tests), 2);
	ck_assert_int_eq((int)tests[0].text.size, 6);
	ck_assert_int_eq(memcmp(tests[0].text.data, "#a # b", 6), 0);
	ck_assert_int_ne(tests[0].expect, 0);
	ck_assert_int_eq(tests[1].expect, 0);
	ck_assert_uint_eq(tests[1].line, 3);
	ck_assert_str_eq(tests[1].file, "t.rules");
	scls_ruleset_info(set, 0, &info);
	ck_assert_str_eq(info.describe_en, "C# and F#");
	ck_assert_str_eq(info.describe_zh, "井号 # 也是文字");
	ck_assert_str_eq(info.name, "A");
	scls_ruleset_free(set);
}
END_TEST

START_TEST(meta_without_expression)
{
	refused("meta A", 1, 7, "an expression over rules is missing");
	refused("meta A # B", 1, 8, "an expression over rules is missing");
}
END_TEST

START_TEST(notes_may_stand_first)
{
	scls_ruleset *set = compiled(TESTS "score A 0.5\nheadline A /a/\n");
	scls_rule_info info;

	scls_ruleset_info(set, 0, &info);
	ck_assert_int_eq(info.score, 512);
	scls_ruleset_free(set);
}
END_TEST

SUITE("directive", {
	CASE(unknown_directive);
	CASE(names);
	CASE(a_name_twice);
	CASE(more_than_a_line_takes);
	CASE(families);
	CASE(scores);
	CASE(texts);
	CASE(a_text_may_hold_a_number_sign);
	CASE(meta_without_expression);
	CASE(notes_may_stand_first);
})
