/*
 * test_api_sequences.c - calls in any order, on pages put together at random,
 * with memory that runs out in the middle of some.
 *
 * A session answers as one that was just made, whatever it did before; a call
 * that fails leaves its out-parameters alone; and what comes after it works.
 */
#include "api_fixture.h"

#include "../miser.h"

#include <stdint.h>

#define ROOM 20000
#define SEQUENCES 150
#define CALLS 5

static const char *const pieces[] = {
	"<p>", "</p>", "<div>", "</div>", "<div hidden>", "<ul><li>", "</li>",
	"<a href='/x?a&amp;b'>", "</a>", "<table><tr><td>", "</table>", "<br>",
	"<h2>Related posts</h2>", "<title>", "</title>", "<!--", "-->", "<svg>",
	"<base href=//b>", "<pre>", "<template shadowrootmode=open>",
	"<option>",
	"&#x4e00;", "&#0;", "It rose 37.4% in a year. ", "成本降低工业视觉%\n",
	"云岭新能源固态电池跃升,能量密度暴涨268.9%的技术逻辑\n", "相关推荐:\n",
	"3 days ago\n", " | Harbour Daily\n", "[a](http://b)\n", "- one\n",
	"References\n", "[1] A. Book. 2020.\n", "\n\n", "\t", "{CITY} %s ", "(",
	"\xFF\xFE", "\xE4\xB8", "\x1B$B", "~{", "\xC4\xE3\xBA\xC3",
	"\xE2\x80\x8B",
};
static const char *const charsets[] = {
	NULL, NULL, NULL, "utf-8", "gbk", "iso-2022-jp", "hz-gb-2312",
	"utf-16", "utf-7", "no such", "",
};

static uint64_t state;

/* Xorshift: the same numbers everywhere. */
static uint32_t below(uint32_t n)
{
	state ^= state << 13;
	state ^= state >> 7;
	state ^= state << 17;
	return (uint32_t)(state >> 32) % n;
}

#define ONE_OF(array) (array)[below(sizeof(array) / sizeof((array)[0]))]

/* A few pieces again and again: pages are alike in their parts. */
static size_t make_page(char *page)
{
	const char *some[8];
	size_t n = 0;

	for (int i = 0; i < 8; i++)
		some[i] = ONE_OF(pieces);
	for (uint32_t left = below(500); left > 0 && n + 200 < ROOM; left--) {
		const char *piece = below(10) ? ONE_OF(some) : ONE_OF(pieces);
		size_t size = strlen(piece);

		memcpy(page + n, piece, size);
		n += size;
		page[n] = '\0';
		n += below(40) == 0;
	}
	return n;
}

static uint32_t any_limit(void)
{
	static const uint32_t limits[] = { 0, 0, 1, 2, 50, 3000, UINT32_MAX };

	return ONE_OF(limits);
}

static spamcls_limits any_limits(void)
{
	spamcls_limits l = SPAMCLS_LIMITS_INIT;

	l.input_bytes = any_limit();
	l.text_bytes = any_limit();
	l.blocks = any_limit();
	l.links = any_limit();
	l.depth = any_limit();
	l.headline = any_limit();
	l.regex_steps = any_limit();
	l.body_bytes = any_limit();
	return l;
}

/* Fails one of the next allocations, in every second call. */
static void fail_soon(miser *it)
{
	it->left = below(2) ? 1 + (long)below(100) : -1;
	it->forever = (int)below(2);
}

static const char *const untouched = "untouched";

/* The answer as JSON, which is the caller's; NULL: there was no memory. */
static char *answer(spamcls_session *session, const spamcls_input *page,
                    int split)
{
	const spamcls_result *result = (const void *)untouched;
	const char *json = untouched;
	size_t size = 7;
	spamcls_status status = (split ? spamcls_split : spamcls_classify)(
	        session, page, &result);

	if (status == SPAMCLS_OK)
		status = spamcls_result_json(session, result, "p", &json,
		                             &size);
	else
		ck_assert_ptr_eq(result, untouched);
	if (status != SPAMCLS_OK) {
		ck_assert_int_eq(status, SPAMCLS_E_NOMEM);
		ck_assert_ptr_eq(json, untouched);
		ck_assert_uint_eq(size, 7);
		return NULL;
	}
	return strcpy(malloc(size + 1), json);
}

/* As answer, where memory may run out: then again, where it does not. */
static char *answer_at_last(spamcls_session *session, miser *it,
                            const spamcls_input *page, int split)
{
	char *found;

	fail_soon(it);
	found = answer(session, page, split);
	it->left = -1;
	return found ? found : answer(session, page, split);
}

static void explain(spamcls_session *session, miser *it,
                    const spamcls_input *page)
{
	const spamcls_explanation *why = (const void *)untouched;
	spamcls_span line = { page->data, page->size };
	spamcls_status status;

	fail_soon(it);
	status = spamcls_explain_headline(session, line, &why);
	it->left = -1;
	if (status != SPAMCLS_OK) {
		ck_assert_int_eq(status, SPAMCLS_E_NOMEM);
		ck_assert_ptr_eq(why, untouched);
	} else {
		ck_assert_int_eq(api_sum(why->reasons, why->n_reasons),
		                 why->score.score);
	}
}

static void one_call(spamcls_session *session, spamcls_session *fresh,
                     miser *it, char *bytes)
{
	spamcls_input page = api_input(bytes, make_page(bytes));
	int split = (int)below(2);
	char *found, *expected;

	page.kind = (spamcls_kind)below(4);
	page.charset = ONE_OF(charsets);
	page.url = below(2) ? "http://a.example/\"\xFF" : NULL;
	if (below(4) == 0)
		explain(session, it, &page);
	found = answer_at_last(session, it, &page, split);
	expected = answer(fresh, &page, split);
	ck_assert_ptr_nonnull(found);
	ck_assert_str_eq(found, expected);
	free(found);
	free(expected);
}

static void one_sequence(const spamcls_db *db, miser *it, char *bytes)
{
	spamcls_limits limits = any_limits();
	spamcls_session *session = NULL, *fresh;

	fail_soon(it);
	if (spamcls_session_new(&session, db, &limits) != SPAMCLS_OK)
		ck_assert_ptr_null(session);
	it->left = -1;
	if (!session)
		ck_assert_int_eq(spamcls_session_new(&session, db, &limits),
		                 SPAMCLS_OK);
	for (uint32_t calls = 1 + below(CALLS); calls > 0; calls--) {
		ck_assert_int_eq(spamcls_session_new(&fresh, db, &limits),
		                 SPAMCLS_OK);
		one_call(session, fresh, it, bytes);
		spamcls_session_free(fresh);
	}
	spamcls_session_free(session);
}

START_TEST(as_one_that_was_just_made)
{
	spamcls_db_options options = SPAMCLS_DB_OPTIONS_INIT;
	miser it = { .left = -1 };
	spamcls_allocator allocator = miser_allocator(&it);
	char *bytes = malloc(ROOM);
	spamcls_db *db = NULL;

	options.allocator = &allocator;
	ck_assert_int_eq(spamcls_db_open(&db, NULL, &options), SPAMCLS_OK);
	for (uint64_t i = 1; i <= SEQUENCES; i++) {
		state = i * UINT64_C(0x9E3779B97F4A7C15);
		one_sequence(db, &it, bytes);
	}
	spamcls_db_free(db);
	miser_is_whole(&it);
	free(bytes);
}
END_TEST

SUITE("api_sequences",
	CASE(as_one_that_was_just_made);
)
