/*
 * test_api_memory.c - every allocation fails in its turn.
 *
 * A call then succeeds in full or says that there is no memory, leaves its
 * out-parameters alone and nothing behind; the session works on.  What is
 * tried is the library and PCRE2: ICU uses malloc (SECURITY.md).
 */
#include "api_fixture.h"

#include "../miser.h"

#include <stdio.h>
#include <unistd.h>

static const char lexicon_text[] =
	"[RISE]\n飙升\n暴涨\n跃升\n[TECH]\n量子成像\n固态电池\n";
static const char rules_text[] =
	"family surge\n"
	"headline SURGE /(?:飙升|暴涨).*\\d+(?:\\.\\d+)?%/\n"
	"score SURGE 2.5\ndescribe SURGE en a surge\ndescribe SURGE zh 飙升\n"
	"test SURGE ok 性能飙升3%\ntest SURGE fail 性能\n"
	"skeleton __SLOT /{TECH}.*{RISE}/\n"
	"meta BOTH SURGE && __SLOT\nscore BOTH 1\n"
	"describe BOTH en both\ndescribe BOTH zh 两者\n"
	"test BOTH ok 固态电池暴涨9%\ntest BOTH fail 性能\n";

static spamcls_part parts[] = {
	{ SPAMCLS_PART_LEXICON, "lexicon", lexicon_text,
	  sizeof(lexicon_text) - 1 },
	{ SPAMCLS_PART_RULES, "rules", rules_text, sizeof(rules_text) - 1 },
};

/* With lists of links, addresses and text that is said twice. */
#define WALK "<p>The walk along the river begins at the old mill and takes " \
	"two hours. Bring good shoes; after rain the path is muddy.</p>"
static const char linked_page[] =
	"<!DOCTYPE html><html><head><title>The river walk</title>"
	"<base href='https://example.org/walks/'></head><body>"
	"<ul class=nav><li><a href='/?a=1&amp;b=2'>Start</a>"
	"<li><a href=/map>Map</a></ul><h1>The river walk</h1>" WALK
	"<p>At the weir there is a bench. Herons fish there in the morning."
	"</p><pre>  km 4  weir\n  km 7  bridge</pre>" WALK
	"<div hidden>nobody sees this</div><h2>More walks</h2><ul>"
	"<li><a href=hill>Up the hill</a><li><a href=lake>Round the lake</a>"
	"<li><a href=wood>Through the wood</a></ul></body></html>";

/* One run of a scenario; it ends where memory does. */
typedef struct run {
	spamcls_db_options options;
	spamcls_db *db;
	spamcls_session *session;
	char *answer;          /* the page's JSON; the run's */
} run;

typedef spamcls_status (*scenario)(run *r);

/* Either out-parameter and OK, or none and E_NOMEM. */
static spamcls_status checked(spamcls_status status, const void *out)
{
	if (status != SPAMCLS_OK)
		ck_assert_msg(status == SPAMCLS_E_NOMEM, "%s",
		              spamcls_status_name(status));
	ck_assert_int_eq(status == SPAMCLS_OK, out != NULL);
	return status;
}

static spamcls_status classify_page(run *r)
{
	spamcls_input input = api_input(farm_page, sizeof(farm_page) - 1);
	const spamcls_result *result = NULL;
	const char *json = NULL;
	size_t size = 0;
	spamcls_status status;

	status = spamcls_classify(r->session, &input, &result);
	if (checked(status, result) != SPAMCLS_OK)
		return status;
	status = spamcls_result_json(r->session, result, "p", &json, &size);
	if (checked(status, json) == SPAMCLS_OK)
		r->answer = strcpy(malloc(size + 1), json);
	return status;
}

static spamcls_status split_page(run *r)
{
	spamcls_input input = api_input(linked_page, sizeof(linked_page) - 1);
	const spamcls_result *result = NULL;
	spamcls_status status = spamcls_split(r->session, &input, &result);

	return checked(status, result);
}

static spamcls_status judge_headline(run *r)
{
	spamcls_span span = api_span("固态电池跃升,能量密度暴涨268.9%");
	const spamcls_explanation *why = NULL;
	spamcls_score score;
	spamcls_status status;

	status = spamcls_score_headlines(r->session, &span, 1, &score);
	if (status != SPAMCLS_OK)
		return checked(status, NULL);
	status = spamcls_explain_headline(r->session, span, &why);
	if (checked(status, why) == SPAMCLS_OK)
		ck_assert_int_eq(why->score.score, score.score);
	return status;
}

static spamcls_status use_session(run *r)
{
	spamcls_status status = spamcls_session_new(&r->session, r->db, NULL);

	checked(status, r->session);
	if (status == SPAMCLS_OK)
		status = classify_page(r);
	if (status == SPAMCLS_OK)
		status = split_page(r);
	if (status == SPAMCLS_OK)
		status = judge_headline(r);
	return status;
}

static spamcls_status small_set(run *r)
{
	spamcls_error error = { .status = SPAMCLS_OK };
	spamcls_status status;

	r->options.without_model = 1;
	r->options.run_rule_tests = 1;
	status = spamcls_db_open_memory(&r->db, parts, 2, &r->options, &error);
	ck_assert_int_eq(error.status, status);
	return checked(status, r->db) ? status : use_session(r);
}

static spamcls_status builtin_set(run *r)
{
	spamcls_error error = { .status = SPAMCLS_OK };
	spamcls_status status;

	status = spamcls_db_open_error(&r->db, NULL, &r->options, &error);
	ck_assert_int_eq(error.status, status);
	return checked(status, r->db) ? status : use_session(r);
}

static char directory[] = "/tmp/spamcls-memory-XXXXXX";

static spamcls_status directory_set(run *r)
{
	spamcls_error error = { .status = SPAMCLS_OK };
	spamcls_status status;

	r->options.without_model = 1;
	status = spamcls_db_open_error(&r->db, directory, &r->options, &error);
	ck_assert_int_eq(error.status, status);
	return checked(status, r->db);
}

static spamcls_status add_rows(spamcls_trainer *trainer)
{
	spamcls_row row = { .weight = 1 };
	spamcls_status status = SPAMCLS_OK;

	for (int i = 0; i < 24 && status == SPAMCLS_OK; i++) {
		row.garbage = i % 2;
		row.ordinary = !row.garbage;
		row.text = api_span(row.garbage ? "量子成像暴涨268.9%"
		                                : "学校运动会改期");
		row.use = i % 4 < 2 ? SPAMCLS_ROW_TRAIN
		                    : SPAMCLS_ROW_HELD_OUT;
		status = spamcls_trainer_add(trainer, &row);
	}
	return status == SPAMCLS_OK ? status : checked(status, NULL);
}

static spamcls_status learn(run *r, spamcls_trainer *trainer)
{
	const spamcls_train_report *report = NULL;
	const void *model = NULL, *again = NULL;
	size_t size = 0;
	spamcls_status status = add_rows(trainer);

	if (status != SPAMCLS_OK)
		return status;
	status = spamcls_trainer_run(trainer, &model, &size, &report);
	ck_assert_int_eq(spamcls_trainer_run(trainer, &again, &size, &report),
	                 SPAMCLS_E_STATE);
	if (checked(status, model) == SPAMCLS_OK)
		r->answer = calloc(1, 1);
	return status;
}

static spamcls_status training(run *r)
{
	static const spamcls_tree_node leaf = { 0, 1, 0, 0, 0 };
	static const uint32_t roots[4];
	spamcls_train_options options = SPAMCLS_TRAIN_OPTIONS_INIT;
	spamcls_trainer *trainer = NULL;
	spamcls_status status;

	options.nodes = &leaf;
	options.roots = roots;
	options.n_nodes = 1;
	options.n_roots = 4;
	options.bits = options.language_bits = 8;
	options.epochs = 1;
	r->options.without_model = 1;
	status = spamcls_db_open_memory(&r->db, parts, 2, &r->options, NULL);
	if (checked(status, r->db) != SPAMCLS_OK)
		return status;
	status = spamcls_trainer_new(&trainer, r->db, &options);
	if (checked(status, trainer) == SPAMCLS_OK)
		status = learn(r, trainer);
	spamcls_trainer_free(trainer);
	return status;
}

/* Runs it once under an allocator; *answer is the caller's to free. */
static spamcls_status once(scenario what, miser *it, char **answer)
{
	spamcls_allocator allocator = miser_allocator(it);
	run r = { .options = SPAMCLS_DB_OPTIONS_INIT };
	spamcls_status status;

	r.options.allocator = &allocator;
	status = what(&r);
	spamcls_session_free(r.session);
	spamcls_db_free(r.db);
	miser_is_whole(it);
	*answer = r.answer;
	return status;
}

/* How many allocations it makes when none fails, and what it answers. */
static long allocations(scenario what, char **answer)
{
	miser it = { .left = -1 };

	ck_assert_int_eq(once(what, &it, answer), SPAMCLS_OK);
	return -1 - it.left;
}

/*
 * Fails every step-th allocation in turn.  Where the first failure is not
 * the end, the answer must be the one that a full memory gives.
 */
static void sweep(scenario what, long step, int forever)
{
	char *whole, *answer;
	long n = allocations(what, &whole), failed = 0;

	for (long i = 1; i <= n; i += step) {
		miser it = { .left = i, .forever = forever };
		spamcls_status status = once(what, &it, &answer);

		failed += status == SPAMCLS_E_NOMEM;
		if (status == SPAMCLS_OK && whole)
			ck_assert_str_eq(answer, whole);
		free(answer);
	}
	ck_assert_int_gt(failed, n / step / 2);
	free(whole);
}

START_TEST(small_one_fails)
{
	sweep(small_set, 1, 0);
}
END_TEST

START_TEST(small_all_fail_from_there)
{
	sweep(small_set, 1, 1);
}
END_TEST

START_TEST(builtin_samples)
{
	char *answer;
	long n = allocations(builtin_set, &answer);

	free(answer);
	sweep(builtin_set, n / 60 + 1, 0);
	sweep(builtin_set, n / 59 + 1, 1);
}
END_TEST

START_TEST(trainer)
{
	sweep(training, 1, 0);
	sweep(training, 1, 1);
}
END_TEST

static void write_file(const char *name, const char *text)
{
	char path[128];
	FILE *out;

	snprintf(path, sizeof(path), "%s/%s", directory, name);
	out = fopen(path, "wb");
	ck_assert_ptr_nonnull(out);
	fputs(text, out);
	fclose(out);
}

static void remove_file(const char *name)
{
	char path[128];

	snprintf(path, sizeof(path), "%s/%s", directory, name);
	ck_assert_int_eq(unlink(path), 0);
}

START_TEST(from_a_directory)
{
	ck_assert_ptr_nonnull(mkdtemp(directory));
	write_file("a.txt", lexicon_text);
	write_file("b.rules", rules_text);
	sweep(directory_set, 1, 0);
	sweep(directory_set, 1, 1);
	remove_file("a.txt");
	remove_file("b.rules");
	ck_assert_int_eq(rmdir(directory), 0);
}
END_TEST

/* A call that found no memory harms nothing that comes after it. */
START_TEST(session_works_on)
{
	miser it = { .left = -1 };
	spamcls_allocator allocator = miser_allocator(&it);
	run r = { .options = SPAMCLS_DB_OPTIONS_INIT };
	spamcls_status status = SPAMCLS_E_NOMEM;
	char *whole;
	long i = 0;

	allocations(small_set, &whole);
	r.options.allocator = &allocator;
	ck_assert_int_eq(small_set(&r), SPAMCLS_OK);
	spamcls_session_free(r.session);
	for (; status != SPAMCLS_OK; i++) {
		ck_assert_int_eq(spamcls_session_new(&r.session, r.db, NULL),
		                 SPAMCLS_OK);
		it.left = i + 1;
		free(r.answer);
		r.answer = NULL;
		status = classify_page(&r);
		it.left = -1;
		free(r.answer);
		ck_assert_int_eq(classify_page(&r), SPAMCLS_OK);
		ck_assert_str_eq(r.answer, whole);
		spamcls_session_free(r.session);
	}
	ck_assert_int_gt(i, 5);
	spamcls_db_free(r.db);
	miser_is_whole(&it);
	free(r.answer);
	free(whole);
}
END_TEST

SUITE("api_memory",
	CASE(small_one_fails);
	CASE(small_all_fail_from_there);
	CASE(builtin_samples);
	CASE(trainer);
	CASE(from_a_directory);
	CASE(session_works_on);
)
