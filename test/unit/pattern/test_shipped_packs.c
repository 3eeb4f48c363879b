/* test_shipped_packs.c - the packs of data/rules compile and pass their own
 * tests, and say to people what they are. */
#include "rules_fixture.h"

#include <glob.h>

static char text[1 << 20];

/* The file's text; the tests run at the top of the tree. */
static scls_span slurp(const char *name)
{
	FILE *file = fopen(name, "rb");
	scls_span span = { text, 0 };

	ck_assert_msg(file != NULL, "%s cannot be read", name);
	span.size = fread(text, 1, sizeof(text), file);
	ck_assert_uint_lt(span.size, sizeof(text));
	fclose(file);
	return span;
}

static void check_rules(const scls_ruleset *set)
{
	for (uint32_t i = 0; i < scls_ruleset_size(set); i++) {
		scls_rule_info info;

		scls_ruleset_info(set, i, &info);
		if (info.name[0] == '_')
			continue;
		ck_assert_msg(info.family[0] != '\0', "%s: family", info.name);
		ck_assert_msg(info.describe_en[0] != '\0', "%s: English",
		              info.name);
		ck_assert_msg(info.describe_zh[0] != '\0', "%s: Chinese",
		              info.name);
		ck_assert_msg(info.score <= 3072, "%s: score", info.name);
	}
}

START_TEST(each_pack_stands_alone)
{
	spamcls_allocator allocator = scls_alloc_default();
	glob_t found;

	ck_assert_int_eq(glob("data/rules/*.rules", 0, NULL, &found), 0);
	ck_assert_uint_ge(found.gl_pathc, 6);
	for (size_t i = 0; i < found.gl_pathc; i++) {
		scls_pack pack = { found.gl_pathv[i],
		                   slurp(found.gl_pathv[i]) };
		spamcls_error error = { 0 };
		scls_ruleset *set = NULL;
		scls_status status = scls_ruleset_new(&set, &pack, 1,
		                                      &allocator, &error);

		ck_assert_msg(status == SPAMCLS_OK, "%s:%u:%u: %s",
		              error.file, error.line, error.column,
		              error.message);
		check_rules(set);
		scls_ruleset_free(set);
	}
	globfree(&found);
}
END_TEST

START_TEST(their_own_tests_pass)
{
	spamcls_db_options options = SPAMCLS_DB_OPTIONS_INIT;
	spamcls_error error = { 0 };
	spamcls_db *db = NULL;
	spamcls_status status;

	options.run_rule_tests = 1;
	status = spamcls_db_open_error(&db, NULL, &options, &error);
	ck_assert_msg(status == SPAMCLS_OK, "%s:%u:%u: %s", error.file,
	              error.line, error.column, error.message);
	spamcls_db_free(db);
}
END_TEST

SUITE("shipped_packs", {
	CASE(each_pack_stands_alone);
	CASE(their_own_tests_pass);
})
