/* test_pack.c - packs cut into lines: ends, encodings, limits. */
#include "rules_fixture.h"

#include "base/limits.h"

START_TEST(no_pack_is_no_rule)
{
	spamcls_allocator allocator = scls_alloc_default();
	const scls_rule_test *tests = NULL;
	scls_ruleset *set = NULL;

	ck_assert_int_eq(scls_ruleset_new(&set, NULL, 0, &allocator, NULL),
	                 SPAMCLS_OK);
	ck_assert_uint_eq(scls_ruleset_size(set), 0);
	ck_assert_uint_eq(scls_ruleset_tests(set, &tests), 0);
	ck_assert_str_eq(hits_on(set, "anything"), "");
	ck_assert_str_eq(hits_on(set, ""), "");
	scls_ruleset_free(set);
}
END_TEST

START_TEST(empty_lines_and_comments)
{
	ck_assert_str_eq(hits_of("", "a"), "");
	ck_assert_str_eq(hits_of("\n\n   \n\t\n# family\n  # x\n", "a"), "");
	ck_assert_str_eq(hits_of("headline __A /a/ # why\n", "a"), "__A ");
}
END_TEST

START_TEST(all_kinds_of_line_ends)
{
	ck_assert_str_eq(hits_of("headline __A /a/\r\nheadline __B /a/\r\n",
	                         "a"), "__A __B ");
	ck_assert_str_eq(hits_of("headline __A /a/", "a"), "__A ");
	ck_assert_str_eq(hits_of("\xEF\xBB\xBFheadline __A /a/", "a"),
	                 "__A ");
	ck_assert_str_eq(hits_of("\t headline\t__A\t/a/\t", "a"), "__A ");
}
END_TEST

START_TEST(bad_bytes)
{
	refused("# one\nheadline __A /\xE6\x8A/\n", 2, 15, "not UTF-8");
	refused("\x80", 1, 1, "not UTF-8");
	refused("# \xE6\x8A\x80\xFF", 1, 4, "not UTF-8");
	refused("headline __A\x01 /a/", 1, 13, "control character");
	refused("a\rb", 1, 2, "control character");
	refused("# \x7F", 1, 3, "control character");
}
END_TEST

START_TEST(nul_byte)
{
	spamcls_allocator allocator = scls_alloc_default();
	scls_pack pack = { "n.rules", { "# a\n#\0b", 7 } };
	spamcls_error error = { 0 };
	scls_ruleset *set = NULL;

	ck_assert_int_eq(scls_ruleset_new(&set, &pack, 1, &allocator, &error),
	                 SPAMCLS_E_SYNTAX);
	ck_assert_uint_eq(error.line, 2);
	ck_assert_uint_eq(error.column, 2);
}
END_TEST

START_TEST(line_length)
{
	char *text = malloc(SCLS_MAX_RULE_LINE + 3);

	ck_assert_ptr_nonnull(text);
	memset(text, '#', SCLS_MAX_RULE_LINE + 2);
	text[SCLS_MAX_RULE_LINE] = '\0';
	ck_assert_str_eq(hits_of(text, "a"), "");
	text[0] = '\n';
	text[SCLS_MAX_RULE_LINE] = '#';
	text[SCLS_MAX_RULE_LINE + 1] = '\0';
	ck_assert_str_eq(hits_of(text, "a"), "");
	text[SCLS_MAX_RULE_LINE + 1] = '#';
	text[SCLS_MAX_RULE_LINE + 2] = '\0';
	refused(text, 2, 1, "4096 bytes");
	free(text);
}
END_TEST

START_TEST(number_of_rules)
{
	char *text = malloc((SCLS_MAX_RULES + 1) * 32);
	size_t n = 0;

	ck_assert_ptr_nonnull(text);
	for (unsigned i = 0; i < SCLS_MAX_RULES; i++)
		n += (size_t)sprintf(text + n, "meta __M%u 1\n", i);
	scls_ruleset_free(compiled(text));
	sprintf(text + n, "  meta __LAST 1\n");
	refused(text, SCLS_MAX_RULES + 1, 8, "more than 4096 rules");
	free(text);
}
END_TEST

START_TEST(several_packs)
{
	spamcls_allocator allocator = scls_alloc_default();
	scls_pack packs[2] = {
		{ "a.rules", scls_span_of("family one\nmeta M B\nscore B 2\n"
		                          "test M ok b\ntest M fail a\n") },
		{ "b.rules", scls_span_of("headline B /b/\ntest B ok b\n"
		                          "test B fail a\n") },
	};
	spamcls_error error = { 0 };
	scls_ruleset *set = NULL;
	scls_rule_info info;

	ck_assert_int_eq(scls_ruleset_new(&set, packs, 2, &allocator, &error),
	                 SPAMCLS_OK);
	ck_assert_str_eq(hits_on(set, "b"), "M B ");
	scls_ruleset_info(set, 1, &info);
	ck_assert_str_eq(info.family, ""); /* it ends with its pack */
	ck_assert_int_eq(info.score, 2048);
	scls_ruleset_free(set);
	packs[1].text = scls_span_of("\nheadline M /x/\n");
	set = NULL;
	ck_assert_int_eq(scls_ruleset_new(&set, packs, 2, &allocator, &error),
	                 SPAMCLS_E_SYNTAX);
	ck_assert_str_eq(error.file, "b.rules");
	ck_assert_uint_eq(error.line, 2);
}
END_TEST

START_TEST(text_is_copied)
{
	char text[] = "headline __A /abc/\n";
	scls_ruleset *set = compiled(text);

	memset(text, 'x', sizeof(text) - 1);
	ck_assert_str_eq(hits_on(set, "abc"), "__A ");
	scls_ruleset_free(set);
}
END_TEST

SUITE("pack", {
	CASE(no_pack_is_no_rule);
	CASE(empty_lines_and_comments);
	CASE(all_kinds_of_line_ends);
	CASE(bad_bytes);
	CASE(nul_byte);
	CASE(line_length);
	CASE(number_of_rules);
	CASE(several_packs);
	CASE(text_is_copied);
})
