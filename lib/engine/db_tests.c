/* db_tests.c - the rules' own test lines; see db.h. */
#include "engine/db.h"

#include "base/limits.h"

/* What running one test line needs. */
typedef struct bench {
	scls_analyzer *analyzer;
	scls_matcher *matcher;
} bench;

static scls_status bench_new(bench *b, const spamcls_db *db)
{
	b->analyzer = NULL;
	b->matcher = NULL;
	SCLS_TRY(scls_analyzer_new(&b->analyzer, db->lexicon,
	                           SCLS_LIMIT_HEADLINE, &db->allocator));
	return scls_matcher_new(&b->matcher, db->rules,
	                        SCLS_LIMIT_REGEX_STEPS);
}

static void bench_free(bench *b)
{
	scls_matcher_free(b->matcher);
	scls_analyzer_free(b->analyzer);
}

static scls_status run_one(bench *b, const scls_rule_test *test,
                           spamcls_error *error)
{
	scls_headline headline;
	const scls_hit *hits;
	uint32_t flags = 0;
	size_t n = 0;
	int hit = 0;

	scls_analyze(b->analyzer, test->text, &headline);
	SCLS_TRY(scls_match(b->matcher, &headline, &hits, &n, &flags));
	for (size_t i = 0; i < n; i++)
		hit |= hits[i].rule == test->rule;
	if (hit == (test->expect != 0))
		return SPAMCLS_OK;
	return scls_error_set(error, SPAMCLS_E_RULE_TEST, test->file,
	                      test->line, 1,
	                      hit ? "the rule hits a text marked fail"
	                          : "the rule misses a text marked ok");
}

scls_status scls_db_run_tests(const spamcls_db *db, spamcls_error *error)
{
	const scls_rule_test *tests;
	uint32_t n = scls_ruleset_tests(db->rules, &tests);
	scls_status status;
	bench b;

	status = bench_new(&b, db);
	for (uint32_t i = 0; i < n && status == SPAMCLS_OK; i++)
		status = run_one(&b, &tests[i], error);
	bench_free(&b);
	return status;
}
