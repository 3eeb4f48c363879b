/*
 * test_api_size.c - how much memory a session takes for a page.
 *
 * spamcls.h says it; the pages here are the ones that took the most.
 */
#include "api_fixture.h"

#include "../miser.h"

#define PART 16u /* of the limits that hold by themselves */
#define PAGE (UINT32_C(16) << 20)
#define MB 1000000u

/* A body, and then a list that looks like a part of it. */
#define PROSE \
	"<p>The street lies in the north of the town and is hardly three " \
	"hundred metres long. Ten years ago most of its people had left.</p>"
#define BODY "<title>x</title><article>" PROSE PROSE PROSE "<table>"
#define ROW \
	"<tr><td>7</td><td><a href=a>{name}3%[city]量子芯片算力飙升2倍突破4亿元" \
	"</a></td><td>2021-03-05</td><td>x<td>y</tr>"

/* The bytes that a session takes for a page of one line again and again, behind
 * a front: all is smaller in the same measure here, so it takes as much smaller
 * a part. */
static size_t bytes_for(const char *front, const char *line)
{
	spamcls_db_options options = SPAMCLS_DB_OPTIONS_INIT;
	spamcls_limits limits = SPAMCLS_LIMITS_INIT;
	spamcls_input in = SPAMCLS_INPUT_INIT;
	miser it = { .left = -1 };
	spamcls_allocator allocator = miser_allocator(&it);
	size_t before, n = strlen(line);
	char *page = malloc(PAGE / PART);
	const spamcls_result *result;
	spamcls_session *session;
	spamcls_db *db;

	limits.text_bytes = PAGE / 2 / PART;
	limits.blocks = 100000 / PART;
	limits.links = 20000 / PART;
	in.size = strlen(front);
	memcpy(page, front, in.size);
	for (in.data = page; in.size + n <= PAGE / PART; in.size += n)
		memcpy(page + in.size, line, n);
	options.allocator = &allocator;
	ck_assert_int_eq(spamcls_db_open(&db, NULL, &options), SPAMCLS_OK);
	before = it.most = it.bytes;
	ck_assert_int_eq(spamcls_session_new(&session, db, &limits), 0);
	ck_assert_int_eq(spamcls_classify(session, &in, &result), 0);
	spamcls_session_free(session);
	spamcls_db_free(db);
	miser_is_whole(&it);
	free(page);
	return (it.most - before) * PART;
}

/* What the header says of a session's memory. */
START_TEST(a_page_takes_no_more)
{
	static const char *const headlines[] = {
		"发布量子芯片,算力飙升30.5%\n",
		"<p>发布量子芯片,算力飙升30.5%",
		"{name}3%[city]量子芯片算力飙升2倍突破4亿元,AI大模型\n"
	};
	static const char *const others[] = {
		"<p>x", "<h3>x</h3><p>aa bb.", "<li><a href=a>b</a>", "<b>a"
	};

	for (size_t i = 0; i < sizeof(headlines) / sizeof(*headlines); i++)
		ck_assert_uint_le(bytes_for("", headlines[i]), 480 * MB);
	for (size_t i = 0; i < sizeof(others) / sizeof(*others); i++)
		ck_assert_uint_le(bytes_for("", others[i]), 250 * MB);
	ck_assert_uint_le(bytes_for(BODY, ROW), 250 * MB);
}
END_TEST

/* A session with an allocator that counts. */
typedef struct counted {
	miser it;
	spamcls_allocator allocator;
	spamcls_db *db;
	spamcls_session *session;
	const spamcls_result *result;
} counted;

static void begin(counted *c)
{
	spamcls_db_options options = SPAMCLS_DB_OPTIONS_INIT;

	memset(c, 0, sizeof(*c));
	c->it.left = -1;
	c->allocator = miser_allocator(&c->it);
	options.allocator = &c->allocator;
	ck_assert_int_eq(spamcls_db_open(&c->db, NULL, &options), 0);
	ck_assert_int_eq(spamcls_session_new(&c->session, c->db, NULL), 0);
}

static void classify(counted *c, const char *page, size_t size)
{
	spamcls_input in = SPAMCLS_INPUT_INIT;

	in.data = page;
	in.size = size;
	ck_assert_int_eq(spamcls_classify(c->session, &in, &c->result), 0);
}

static void end(counted *c)
{
	spamcls_session_free(c->session);
	spamcls_db_free(c->db);
	miser_is_whole(&c->it);
}

/* Asked for again, a result's JSON stands where it stood. */
START_TEST(json_again)
{
	const char *first = NULL, *json;
	size_t bytes = 0, size;
	counted c;

	begin(&c);
	classify(&c, "One line.\n", 10);
	for (unsigned i = 0; i < 1000; i++) {
		ck_assert_int_eq(spamcls_result_json(c.session, c.result, "p",
		                                     &json, &size), 0);
		first = first ? first : json;
		bytes = bytes ? bytes : c.it.bytes;
		ck_assert_ptr_eq(json, first);
	}
	ck_assert_uint_eq(c.it.bytes, bytes);
	end(&c);
}
END_TEST

#define LARGE 100000u /* bytes of an attribute */

/* Pages that each ask for a little more leave nothing behind. */
START_TEST(pages_that_grow)
{
	static const char front[] = "<p><b id='&amp;", back[] = "'>bold</b>";
	size_t most = sizeof(front) + LARGE + 50 * 32 + sizeof(back), bytes = 0;
	char *page = malloc(most);
	counted c;

	memset(page, 'a', most);
	memcpy(page, front, sizeof(front) - 1);
	begin(&c);
	for (size_t i = 0; i < 50; i++) {
		size_t size = sizeof(front) - 1 + LARGE + i * 32;

		memcpy(page + size, back, sizeof(back) - 1);
		classify(&c, page, size + sizeof(back) - 1);
		memset(page + size, 'a', sizeof(back) - 1);
		bytes = bytes ? bytes : c.it.bytes;
		ck_assert_uint_le(c.it.bytes, bytes + LARGE);
	}
	end(&c);
	free(page);
}
END_TEST

SUITE("api_size",
	CASE(json_again);
	CASE(pages_that_grow);
	CASE(a_page_takes_no_more);
)
