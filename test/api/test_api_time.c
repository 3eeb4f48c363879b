/*
 * test_api_time.c - no page takes long, whatever its limits allow.
 *
 * What one piece of a page costs must not hang on how much stands before it.
 * The pages here are some that once took time by the square of their size, or
 * would if a search had no bound.
 */
#include "api_fixture.h"

#include <stdlib.h>
#include <time.h>

#define MOST 4.0 /* seconds for such a page: it takes a tenth of that */
#define SLOWER 60 /* under valgrind */

/* Sanitizers, which look for other faults, take ten times as long. */
#if defined(__SANITIZE_THREAD__) || defined(__SANITIZE_ADDRESS__)
#define PAGE ((size_t)256 << 10)
#define WATCHED 15
#else
#define PAGE ((size_t)2 << 20)
#define WATCHED 1
#endif

static char page[PAGE];

static double cpu(void)
{
	struct timespec now;

	clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
	return (double)now.tv_sec + (double)now.tv_nsec * 1e-9;
}

static double most_time(void)
{
	const char *wrap = getenv("VALGRIND");

	return wrap && wrap[0] ? SLOWER * MOST : WATCHED * MOST;
}

/* Writes again and again into [from, to) of the page; the rest is blank. */
static void fill(size_t from, size_t to, const char *again)
{
	size_t n = strlen(again);

	memset(page + from, ' ', to - from);
	for (; from + n <= to; from += n)
		memcpy(page + from, again, n);
}

/* Half a page of the one, half of the other. */
static void takes_no_longer(const char *first, const char *then)
{
	static const spamcls_limits most = {
		sizeof(most), UINT64_MAX, UINT32_MAX, UINT32_MAX, UINT32_MAX,
		UINT32_MAX, UINT32_MAX, 0, 0
	};
	spamcls_db *db = api_db();
	spamcls_session *session = NULL;
	double from = cpu(), took;

	fill(0, PAGE / 2, first);
	fill(PAGE / 2, PAGE, then);
	ck_assert_int_eq(spamcls_session_new(&session, db, &most),
	                 SPAMCLS_OK);
	(void)api_classify(session, page, PAGE);
	took = cpu() - from;
	ck_assert_msg(took < most_time(), "%s..., then %s...: %.1f s", first,
	              then, took);
	spamcls_session_free(session);
	spamcls_db_free(db);
}

/* A head that is not left, and elements in it. */
START_TEST(deep_in_a_head)
{
	takes_no_longer("<title>", "<title>");
	takes_no_longer("<title>", "<title>x");
}
END_TEST

/* Bodies that are none. */
START_TEST(bodies_deep_inside)
{
	takes_no_longer("<div>", "<body>");
	takes_no_longer("<b>", "<body>x");
}
END_TEST

/* End tags of nothing, as far as they are searched for. */
START_TEST(strays_deep_inside)
{
	takes_no_longer("<div>", "</p>x");
	takes_no_longer("<b>", "</li>x");
	takes_no_longer("<dl><dd><b>", "</h3>x");
	takes_no_longer("<x-y>", "</x-z>x");
}
END_TEST

/* What never ends, and what is begun in it. */
START_TEST(never_ended)
{
	takes_no_longer("<!-- x --", "<!--");
	takes_no_longer("<script><!--", "</scrip");
	takes_no_longer("<svg><![CDATA[ ]]", "<object>");
	takes_no_longer("<a href='x", "<a href=\"x");
	takes_no_longer("<ul><li><a href=x>card", "<table><tr><td>x");
}
END_TEST

START_TEST(marks_in_text)
{
	takes_no_longer("[a](", "](");
	takes_no_longer("([{", ")]}");
	takes_no_longer("one headline | ", " - ");
	takes_no_longer("e\xCC\x81\xE2\x80\x8B", "\xE2\x80\xAE%");
}
END_TEST

SUITE("api_time",
	CASE(deep_in_a_head);
	CASE(bodies_deep_inside);
	CASE(strays_deep_inside);
	CASE(never_ended);
	CASE(marks_in_text);
)
