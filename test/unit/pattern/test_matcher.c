/* test_matcher.c - hits, their evidence, and the limits of a session. */
#include "rules_fixture.h"

static made m;

/* Matches the text with that many steps; the hits stay with *matcher. */
static size_t match(const scls_ruleset *set, const char *text, uint32_t steps,
                    scls_matcher **matcher, const scls_hit **hits,
                    uint32_t *flags)
{
	size_t n = 99;

	make(&m, text);
	ck_assert_int_eq(scls_matcher_new(matcher, set, steps), SPAMCLS_OK);
	ck_assert_int_eq(scls_match(*matcher, &m.headline, hits, &n, flags),
	                 SPAMCLS_OK);
	return n;
}

START_TEST(evidence_of_a_headline_rule)
{
	scls_ruleset *set = compiled("headline __A /飙升\\d+%/\n");
	scls_matcher *matcher;
	const scls_hit *hits;
	uint32_t flags = 0;

	ck_assert_uint_eq(match(set, "性能飙升308%背后", 0, &matcher, &hits,
	                        &flags), 1);
	ck_assert_uint_eq(hits[0].begin, 2);
	ck_assert_uint_eq(hits[0].end, 8);
	ck_assert_uint_eq(flags, 0);
	scls_matcher_free(matcher);
	scls_ruleset_free(set);
}
END_TEST

START_TEST(evidence_of_a_skeleton_rule)
{
	scls_ruleset *set = compiled("skeleton __A /{ORG}.{0,2}{RISE}/\n"
	                             "skeleton __B /{RISE}$/\n");
	scls_matcher *matcher;
	const scls_hit *hits;
	uint32_t flags = 0;

	ck_assert_uint_eq(match(set, "看{ORG}又{RISE}", 0, &matcher, &hits,
	                        &flags), 2);
	ck_assert_uint_eq(hits[0].begin, 1);
	ck_assert_uint_eq(hits[0].end, 13); /* the last symbol's last unit */
	ck_assert_uint_eq(hits[1].rule, 1);
	ck_assert_uint_eq(hits[1].begin, 7);
	ck_assert_uint_eq(hits[1].end, 13);
	scls_matcher_free(matcher);
	scls_ruleset_free(set);
}
END_TEST

START_TEST(kinds_look_at_their_own_text)
{
	const char *pack = "headline __H /org/i\nskeleton __S /{ORG}/\n"
	                   "skeleton __T /org/i\n";

	ck_assert_str_eq(hits_of(pack, "{ORG}"), "__H __S ");
	ck_assert_str_eq(hits_of(pack, "org"), "__H __T ");
}
END_TEST

START_TEST(looking_around_means_all)
{
	scls_ruleset *set = compiled("headline __A /^(?=.*a)(?=.*b)/\n");
	scls_matcher *matcher;
	const scls_hit *hits;
	uint32_t flags = 0;

	ck_assert_uint_eq(match(set, "xbxa", 0, &matcher, &hits, &flags), 1);
	ck_assert_uint_eq(hits[0].begin, 0);
	ck_assert_uint_eq(hits[0].end, 4);
	scls_matcher_free(matcher);
	scls_ruleset_free(set);
}
END_TEST

START_TEST(hits_in_the_order_of_rules)
{
	ck_assert_str_eq(hits_of("meta __M __B\nheadline __C /c/\n"
	                         "meta __N __C && __M\nheadline __B /b/\n",
	                         "cb"), "__M __C __N __B ");
}
END_TEST

START_TEST(a_meta_rule_has_no_place)
{
	scls_ruleset *set = compiled("meta __M !__B\nheadline __B /b/\n");
	scls_matcher *matcher;
	const scls_hit *hits;
	uint32_t flags = 0;

	ck_assert_uint_eq(match(set, "a", 0, &matcher, &hits, &flags), 1);
	ck_assert_uint_eq(hits[0].rule, 0);
	ck_assert_uint_eq(hits[0].begin, hits[0].end);
	scls_matcher_free(matcher);
	scls_ruleset_free(set);
}
END_TEST

START_TEST(one_call_leaves_nothing_to_the_next)
{
	scls_ruleset *set = compiled("headline __A /a/\nheadline __B /b/\n"
	                             "meta __M __A || __B\n");
	scls_matcher *matcher;
	const scls_hit *hits;
	uint32_t flags = 0;
	size_t n;

	ck_assert_uint_eq(match(set, "ab", 0, &matcher, &hits, &flags), 3);
	make(&m, "b");
	ck_assert_int_eq(scls_match(matcher, &m.headline, &hits, &n, &flags),
	                 SPAMCLS_OK);
	ck_assert_uint_eq(n, 2);
	ck_assert_uint_eq(hits[0].rule, 1);
	make(&m, "");
	ck_assert_int_eq(scls_match(matcher, &m.headline, &hits, &n, &flags),
	                 SPAMCLS_OK);
	ck_assert_uint_eq(n, 0);
	scls_matcher_free(matcher);
	scls_ruleset_free(set);
}
END_TEST

/* Tries every way to split a run of letters before it gives up. */
static const char catastrophe[] = "headline __BAD /(?:a+)+b|(a|aa)+$c/\n"
                                  "headline __GOOD /aaaa/\n";

START_TEST(a_catastrophe_is_stopped)
{
	scls_ruleset *set = compiled(catastrophe);
	char text[201];
	scls_matcher *matcher;
	const scls_hit *hits;
	uint32_t flags = SPAMCLS_FLAG_LONG_HEADLINE;

	memset(text, 'a', 200);
	text[200] = '\0';
	/* the rule is given up and said so; the other one is not lost */
	ck_assert_uint_eq(match(set, text, 20000, &matcher, &hits, &flags), 1);
	ck_assert_uint_eq(hits[0].rule, 1);
	ck_assert_uint_eq(flags, SPAMCLS_FLAG_REGEX_LIMIT
	                         | SPAMCLS_FLAG_LONG_HEADLINE);
	scls_matcher_free(matcher);
	scls_ruleset_free(set);
}
END_TEST

START_TEST(flags_are_of_the_call)
{
	scls_ruleset *set = compiled(catastrophe);
	scls_matcher *matcher;
	const scls_hit *hits;
	uint32_t flags = 0;

	ck_assert_uint_eq(match(set, "aaaab", 20000, &matcher, &hits, &flags),
	                  2);
	ck_assert_uint_eq(flags, 0);
	scls_matcher_free(matcher);
	scls_ruleset_free(set);
}
END_TEST

/* Of packs that were said to be right. */
START_TEST(a_pattern_that_does_not_compile_is_told)
{
	spamcls_allocator allocator = scls_alloc_default();
	scls_pack pack = { "t.rules", scls_span_of("headline __BAD /a(/\n"
	                                           "headline __GOOD /a/\n") };
	scls_ruleset *set = NULL;
	scls_matcher *matcher;
	const scls_hit *hits;
	uint32_t flags = 0;

	ck_assert_int_eq(scls_ruleset_known(&set, &pack, 1, &allocator, NULL),
	                 SPAMCLS_OK);
	ck_assert_uint_eq(match(set, "a", 0, &matcher, &hits, &flags), 1);
	ck_assert_uint_eq(hits[0].rule, 1);
	ck_assert_uint_eq(flags, SPAMCLS_FLAG_REGEX_LIMIT);
	scls_matcher_free(matcher);
	scls_ruleset_free(set);
}
END_TEST

START_TEST(longest_headline)
{
	static char text[FIXTURE_ROOM];
	scls_ruleset *set = compiled("headline __A /x.*z$/s\n");
	scls_matcher *matcher;
	const scls_hit *hits;
	uint32_t flags = 0;

	memset(text, 'x', sizeof(text) - 2);
	text[sizeof(text) - 2] = 'z';
	ck_assert_uint_eq(match(set, text, 0, &matcher, &hits, &flags), 1);
	ck_assert_uint_eq(hits[0].end, FIXTURE_ROOM - 1);
	scls_matcher_free(matcher);
	scls_ruleset_free(set);
}
END_TEST

START_TEST(freeing_nothing)
{
	scls_matcher_free(NULL);
	scls_ruleset_free(NULL);
}
END_TEST

SUITE("matcher", {
	CASE(evidence_of_a_headline_rule);
	CASE(evidence_of_a_skeleton_rule);
	CASE(kinds_look_at_their_own_text);
	CASE(looking_around_means_all);
	CASE(hits_in_the_order_of_rules);
	CASE(a_meta_rule_has_no_place);
	CASE(one_call_leaves_nothing_to_the_next);
	CASE(a_catastrophe_is_stopped);
	CASE(flags_are_of_the_call);
	CASE(a_pattern_that_does_not_compile_is_told);
	CASE(longest_headline);
	CASE(freeing_nothing);
})
