/*
 * test_api_growth.c - memory that runs out anywhere in a page.
 *
 * What belongs to a page lies in a few large blocks, so of all places that
 * take memory only some ask the allocator, and which ones do hangs on how much
 * there was before: pages of many sizes make all of them ask in their turn.
 */
#include "api_fixture.h"

#include "../miser.h"

#include <stdio.h>

#define PAGE 200000u
#define MOST 64 /* so many times a page's line stands there */

/* A page: a front, then lines again and again, the last one behind them. */
typedef struct shape {
	spamcls_kind kind;
	const char *front, *line, *last;
} shape;

#define PROSE "The street lies in the north of the town and is hardly three " \
	"hundred metres long; most of its %u people had left."

static const shape shapes[] = {
	{ SPAMCLS_KIND_TEXT, "Ten years\n" PROSE "\n", "老街%u改造：十年\n", "" },
	{ SPAMCLS_KIND_TEXT, "", PROSE "\n", "\nRead more:\n云岭固态电池跃升,"
	  "能量密度暴涨268.9%%的技术逻辑\n提升重点城市充电网络%%\n" },
	{ SPAMCLS_KIND_TEXT, "Storm damage in %u towns | ", "City council says "
	  "no %u | ", "Five museums reopen\n" },
	{ SPAMCLS_KIND_HTML, "<h1>Ten years</h1><p>" PROSE "<h2>More</h2><ul>",
	  "<li><a href=/%u>固态电池突破,性能飙升308.7%%背后的未来 %u</a>", "</ul>" },
	{ SPAMCLS_KIND_HTML, "<title>x</title><article>", "<p>" PROSE
	  "<pre>  km %u</pre>", "<div hidden>not to be seen</div>" },
	{ SPAMCLS_KIND_HTML, "<div>", "<div><h3><a href=/%u>Headline %u of the "
	  "day</a></h3><p>" PROSE "</div>", "<p>" PROSE "</div>" },
	{ SPAMCLS_KIND_HTML, "<table>", "<tr><td>%u<td>提升重点城市网络%%<td>"
	  "<a href=/%u>PDF</a>", "</table>" },
	{ SPAMCLS_KIND_LINKS, "Title\n", "理想汽车%u芯片突破\thttp://a.example/\n",
	  "" },
};

/* What a session has for a page; the miser's count goes on from call to
 * call. */
typedef struct trial {
	spamcls_db *db;
	spamcls_session *session;
	miser it;
	char *page;
	size_t size;
	spamcls_kind kind;
} trial;

static void put(trial *t, const char *text, unsigned n)
{
	int size = snprintf(t->page + t->size, PAGE - t->size, text, n, n);

	ck_assert_int_ge(size, 0);
	t->size += (size_t)size;
	ck_assert_uint_lt(t->size, PAGE);
}

static void write_page(trial *t, const shape *s, unsigned lines)
{
	t->size = 0;
	t->kind = s->kind;
	put(t, s->front, lines);
	for (unsigned i = 0; i < lines; i++)
		put(t, s->line, i);
	put(t, s->last, lines);
}

/* The page judged and written as JSON, with no memory from the left-th
 * allocation on. */
static spamcls_status judge(trial *t, long left)
{
	spamcls_input input = api_input(t->page, t->size);
	const spamcls_result *result = NULL;
	const char *json = NULL;
	spamcls_status status;
	size_t size;

	input.kind = t->kind;
	t->it.left = left;
	t->it.forever = 1;
	status = spamcls_classify(t->session, &input, &result);
	if (status == SPAMCLS_OK)
		status = spamcls_result_json(t->session, result, "p", &json,
		                             &size);
	t->it.left = -1;
	ck_assert_int_eq(status == SPAMCLS_OK, json != NULL);
	return status;
}

/* Each allocation of a fresh session fails; the same session then works on. */
static unsigned fail_each(trial *t)
{
	spamcls_status status;
	long left = 1;

	do {
		ck_assert_int_eq(spamcls_session_new(&t->session, t->db,
		                                     NULL), SPAMCLS_OK);
		status = judge(t, left++);
		if (status != SPAMCLS_OK) {
			ck_assert_int_eq(status, SPAMCLS_E_NOMEM);
			ck_assert_int_eq(judge(t, -1), SPAMCLS_OK);
		}
		spamcls_session_free(t->session);
	} while (status != SPAMCLS_OK);
	return (unsigned)left - 2;
}

START_TEST(pages_of_many_sizes)
{
	trial t = { .it = { .left = -1 }, .page = malloc(PAGE) };
	spamcls_allocator allocator = miser_allocator(&t.it);
	spamcls_db_options options = SPAMCLS_DB_OPTIONS_INIT;
	unsigned failed = 0;

	options.allocator = &allocator;
	ck_assert_ptr_nonnull(t.page);
	ck_assert_int_eq(spamcls_db_open(&t.db, NULL, &options), SPAMCLS_OK);
	for (size_t i = 0; i < sizeof(shapes) / sizeof(shapes[0]); i++)
		for (unsigned n = 0; n <= MOST; n += 1 + n / 8) {
			write_page(&t, &shapes[i], n);
			failed += fail_each(&t);
		}
	ck_assert_uint_gt(failed, MOST);
	spamcls_db_free(t.db);
	miser_is_whole(&t.it);
	free(t.page);
}
END_TEST

SUITE("api_growth", {
	CASE(pages_of_many_sizes);
})
