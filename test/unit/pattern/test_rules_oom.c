/* test_rules_oom.c - each allocation fails in its turn: a call succeeds in
 * full or says that there is no memory. */
#include "../../miser.h"
#include "rules_fixture.h"

static const char pack_text[] =
        "family one\n"
        "headline A /(?:飙升|暴涨).*\\d+(?:\\.\\d+)?%/\n"
        "score A 2.5\ndescribe A en surge\ndescribe A zh 飙升\n"
        "test A ok 性能飙升3%\ntest A fail 性能\n"
        "skeleton __B /{ORG}[{RISE}{FALL}]/\n"
        "headline __C /(a|b)*?c\\b/\n"
        "meta M (A || __B) && !__C\nfamily M two\n"
        "test M ok x\ntest M fail y\n"
        "meta __N M + A > 1\n";

/* Packs to a set: patterns are compiled now, or when they first run. */
typedef scls_status set_maker(scls_ruleset **set, const scls_pack *packs,
                              size_t n, const spamcls_allocator *allocator,
                              spamcls_error *error);

static set_maker *const makers[] = { scls_ruleset_new, scls_ruleset_known };

/* Makes a set and a matcher and runs them; OK or E_NOMEM. */
static scls_status whole_life(set_maker *make_set,
                              const spamcls_allocator *allocator)
{
	static made m;
	scls_pack pack = { "oom.rules", scls_span_of(pack_text) };
	spamcls_error error = { 0 };
	scls_ruleset *set = NULL;
	scls_matcher *matcher = NULL;
	const scls_hit *hits = NULL;
	uint32_t flags = 0;
	size_t n = 0;
	scls_status status = make_set(&set, &pack, 1, allocator, &error);

	make(&m, "性能飙升30%{ORG}{RISE}");
	if (status == SPAMCLS_OK)
		status = scls_matcher_new(&matcher, set, 0);
	else
		ck_assert_int_eq(error.status, SPAMCLS_E_NOMEM);
	if (status == SPAMCLS_OK)
		status = scls_match(matcher, &m.headline, &hits, &n, &flags);
	if (status == SPAMCLS_OK)
		ck_assert_uint_eq(n, 4); /* in full, not a shorter truth */
	scls_matcher_free(matcher);
	scls_ruleset_free(set);
	return status;
}

static long sweep(set_maker *make_set, int forever)
{
	miser it = { 0 };
	spamcls_allocator allocator = miser_allocator(&it);
	scls_status status;
	long failed = 0;

	for (long i = 1; i < 2000; i++) {
		it.left = i;
		it.forever = forever;
		status = whole_life(make_set, &allocator);
		ck_assert(status == SPAMCLS_OK || status == SPAMCLS_E_NOMEM);
		miser_is_whole(&it);
		failed += status == SPAMCLS_E_NOMEM;
		if (it.left > 0)
			return failed; /* it never came to the i-th */
	}
	ck_abort_msg("no end of allocations");
	return failed;
}

START_TEST(one_fails)
{
	ck_assert_int_gt(sweep(makers[_i], 0), 30);
}
END_TEST

START_TEST(all_fail_from_there)
{
	ck_assert_int_gt(sweep(makers[_i], 1), 30);
}
END_TEST

START_TEST(faults_leave_nothing)
{
	static const char *const wrong[] = {
		"headline __A /a(/\n", "meta __A __B\n", "meta __A __A\n",
		"headline A /a/\n", "x", "headline __A /a/\nheadline __A /b/",
	};
	miser it = { .left = -1 };
	spamcls_allocator allocator = miser_allocator(&it);

	for (size_t i = 0; i < sizeof(wrong) / sizeof(*wrong); i++) {
		scls_pack pack = { "w", scls_span_of(wrong[i]) };
		scls_ruleset *set = NULL;

		ck_assert_int_eq(scls_ruleset_new(&set, &pack, 1, &allocator,
		                                  NULL), SPAMCLS_E_SYNTAX);
		miser_is_whole(&it);
	}
}
END_TEST

/* A set of the pack, made so, its matcher, and a line that has hits. */
typedef struct matching {
	miser it;
	spamcls_allocator allocator;
	made line;
	scls_ruleset *set;
	scls_matcher *matcher;
} matching;

static void set_up(matching *m, set_maker *make_set)
{
	scls_pack pack = { "oom.rules", scls_span_of(pack_text) };

	m->it = (miser){ .left = -1 };
	m->allocator = miser_allocator(&m->it);
	ck_assert_int_eq(make_set(&m->set, &pack, 1, &m->allocator, NULL),
	                 SPAMCLS_OK);
	ck_assert_int_eq(scls_matcher_new(&m->matcher, m->set, 0), SPAMCLS_OK);
	make(&m->line, "性能飙升30%{ORG}{RISE}");
}

/* OK with all hits and no flag, or what went wrong. */
static scls_status match_all(matching *m)
{
	const scls_hit *hits;
	uint32_t flags = 0;
	size_t n = 0;
	scls_status status = scls_match(m->matcher, &m->line.headline, &hits,
	                                &n, &flags);

	if (status == SPAMCLS_OK)
		ck_assert_uint_eq(n, 4);
	ck_assert_uint_eq(flags, 0);
	return status;
}

static void tear_down(matching *m)
{
	scls_matcher_free(m->matcher);
	scls_ruleset_free(m->set);
	miser_is_whole(&m->it);
}

START_TEST(a_warm_matcher_takes_nothing)
{
	static matching m;

	set_up(&m, makers[_i]);
	/* The first run compiles, and makes machine code. */
	ck_assert_int_eq(match_all(&m), SPAMCLS_OK);
	m.it.left = 1; /* all that was taken would fail */
	m.it.forever = 1;
	for (int i = 0; i < 3; i++)
		ck_assert_int_eq(match_all(&m), SPAMCLS_OK);
	ck_assert_int_eq(m.it.left, 1);
	tear_down(&m);
}
END_TEST

/* A pattern that found no memory when it first ran is tried again. */
START_TEST(a_pattern_gets_its_memory_later)
{
	static matching m;

	set_up(&m, scls_ruleset_known);
	m.it.left = 1;
	ck_assert_int_eq(match_all(&m), SPAMCLS_E_NOMEM);
	ck_assert_int_eq(match_all(&m), SPAMCLS_OK);
	tear_down(&m);
}
END_TEST

SUITE("rules_oom", {
	LOOP(one_fails, 2);
	LOOP(all_fail_from_there, 2);
	CASE(faults_leave_nothing);
	LOOP(a_warm_matcher_takes_nothing, 2);
	CASE(a_pattern_gets_its_memory_later);
})
