/* test_notes.c - what is said about rules, and what has to be said. */
#include "rules_fixture.h"

#define A "headline A /a/\n"
#define BOTH "test A ok a\ntest A fail b\n"

START_TEST(nobody_is_meant)
{
	refused(A BOTH "score B 1\n", 4, 7, "'B' is no rule of any pack");
	refused(A BOTH "shadow B\n", 4, 8, "'B' is no rule");
	refused(A BOTH "test  B ok x\n", 4, 7, "'B' is no rule");
	refused(A BOTH "describe B en x\n", 4, 10, "'B' is no rule");
	refused(A BOTH "family B x\n", 4, 8, "'B' is no rule");
}
END_TEST

START_TEST(a_rule_shows_both_ways)
{
	refused("\n" A, 2, 10, "'A' has no test of a text it must hit");
	refused(A "test A fail b\n", 1, 10, "must hit");
	refused(A "test A ok a\n", 1, 10, "must spare");
	refused("skeleton A /a/\ntest A ok a\n", 1, 10, "must spare");
	refused("meta A 1\ntest A ok a\n", 1, 6, "must spare");
	scls_ruleset_free(compiled(A BOTH));
}
END_TEST

START_TEST(helpers_and_shadows_need_no_test)
{
	scls_ruleset_free(compiled("headline __A /a/\nmeta __B __A\n"));
	scls_ruleset_free(compiled(A "shadow A\n"));
}
END_TEST

START_TEST(scores_of_all_kinds)
{
	static const int32_t want[] = { 1024, -512, 0, 0 };
	scls_ruleset *set = compiled(A BOTH
	                             "headline B /b/\nscore B -0.5\n"
	                             "test B ok b\ntest B fail a\n"
	                             "headline C /c/\nscore C 2\nshadow C\n"
	                             "headline __D /d/\n");

	for (uint32_t i = 0; i < 4; i++) {
		scls_rule_info info;

		scls_ruleset_info(set, i, &info);
		ck_assert_int_eq(info.score, want[i]);
		ck_assert_int_eq(info.shadow, i == 2);
	}
	/* a shadow rule and a helper are seen all the same */
	ck_assert_str_eq(hits_on(set, "cd"), "C __D ");
	scls_ruleset_free(set);
}
END_TEST

START_TEST(one_score_a_rule)
{
	refused(A BOTH "score A 1\nscore A 2\n", 5, 7,
	        "'A' has a score already");
	refused("headline __A /a/\nscore __A 1\n", 2, 7,
	        "'__A' is a helper and has no score");
}
END_TEST

START_TEST(nothing_said)
{
	scls_ruleset *set = compiled("headline __A /a/\n");
	scls_rule_info info;

	scls_ruleset_info(set, 0, &info);
	ck_assert_str_eq(info.family, "");
	ck_assert_str_eq(info.describe_en, "");
	ck_assert_str_eq(info.describe_zh, "");
	scls_ruleset_free(set);
}
END_TEST

/* A pack's text may go once the set is made. */
START_TEST(tests_are_copied)
{
	char text[] = A BOTH "meta __M A && 1\n";
	scls_ruleset *set = compiled(text);
	const scls_rule_test *tests;

	memset(text, 'x', sizeof(text) - 1);
	ck_assert_uint_eq(scls_ruleset_tests(set, &tests), 2);
	ck_assert(scls_span_equal(tests[0].text, scls_span_of("a")));
	ck_assert(scls_span_equal(tests[1].text, scls_span_of("b")));
	ck_assert_uint_eq(tests[1].line, 3);
	ck_assert_str_eq(hits_on(set, "a"), "A __M ");
	scls_ruleset_free(set);
}
END_TEST

static uint64_t hash_of(const char *text)
{
	scls_ruleset *set = compiled(text);
	uint64_t hash = scls_ruleset_hash(set);

	scls_ruleset_free(set);
	return hash;
}

START_TEST(hash_of_the_meaning)
{
	const uint64_t hash = hash_of(A BOTH);

	ck_assert(hash_of("# say\n  " A "describe A en x\n" BOTH) == hash);
	ck_assert(hash_of(A BOTH "score A 1.0\n") == hash);
	ck_assert(hash_of(A BOTH "score A 1.5\n") != hash);
	ck_assert(hash_of(A BOTH "shadow A\n") != hash);
	ck_assert(hash_of(A BOTH "family A f\n") != hash);
	ck_assert(hash_of("headline A /a/s\n" BOTH) != hash);
	ck_assert(hash_of("headline A /aa/\n" BOTH) != hash);
	ck_assert(hash_of("skeleton A /a/\n" BOTH) != hash);
	ck_assert(hash_of("meta __A 1\n") != hash_of("meta __A 2\n"));
	ck_assert(hash_of("") != hash);
}
END_TEST

SUITE("notes", {
	CASE(nobody_is_meant);
	CASE(a_rule_shows_both_ways);
	CASE(helpers_and_shadows_need_no_test);
	CASE(scores_of_all_kinds);
	CASE(one_score_a_rule);
	CASE(nothing_said);
	CASE(tests_are_copied);
	CASE(hash_of_the_meaning);
})
