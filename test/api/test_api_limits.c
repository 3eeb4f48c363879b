/* test_api_limits.c - each limit gives a partial result and its flag. */
#include "../miser.h"
#include "api_fixture.h"

#include <stdio.h>
#include <sys/mman.h>
#include <unistd.h>

#define LINES 200

static char text_page[LINES * 80], html_links[LINES * 120], deep[LINES * 16];

static void fill(void)
{
	char *at = text_page;

	for (int i = 0; i < LINES; i++)
		at += sprintf(at, "Line %d of a page that has very many of "
		              "them.\n\n", i);
	at = html_links;
	at += sprintf(at, "<html><body><ul>");
	for (int i = 0; i < LINES; i++)
		at += sprintf(at, "<li><a href=\"/%d\">A link of this list, "
		              "number %d</a></li>", i, i);
	at = deep;
	for (int i = 0; i < LINES; i++)
		at += sprintf(at, "<div>");
	sprintf(at, "the bottom");
}

/* The flags of a page under limits; the text is no longer than allowed. */
static uint32_t flags_of(const spamcls_limits *limits, const char *page)
{
	spamcls_db *db = api_db();
	spamcls_session *session = NULL;
	const spamcls_result *r;
	uint32_t flags;

	ck_assert_int_eq(spamcls_session_new(&session, db, limits),
	                 SPAMCLS_OK);
	r = api_classify(session, page, strlen(page));
	flags = r->flags;
	ck_assert_int_eq(api_sum(r->reasons, r->n_reasons), r->score);
	if (limits->text_bytes)
		ck_assert_uint_le(r->text_size, limits->text_bytes);
	if (limits->links)
		ck_assert_uint_le(r->n_links, limits->links);
	spamcls_session_free(session);
	spamcls_db_free(db);
	return flags;
}

#define TRUNCATED (SPAMCLS_FLAG_TRUNCATED_INPUT | SPAMCLS_FLAG_TRUNCATED_TEXT \
	| SPAMCLS_FLAG_TRUNCATED_BLOCKS | SPAMCLS_FLAG_TRUNCATED_LINKS \
	| SPAMCLS_FLAG_TRUNCATED_DEPTH)

START_TEST(none_by_default)
{
	spamcls_limits limits = SPAMCLS_LIMITS_INIT;

	fill();
	ck_assert_uint_eq(flags_of(&limits, text_page) & TRUNCATED, 0);
	ck_assert_uint_eq(flags_of(&limits, html_links) & TRUNCATED, 0);
}
END_TEST

START_TEST(input_bytes)
{
	spamcls_limits limits = SPAMCLS_LIMITS_INIT;

	fill();
	limits.input_bytes = 1000;
	ck_assert(flags_of(&limits, text_page)
	          & SPAMCLS_FLAG_TRUNCATED_INPUT);
	limits.input_bytes = 1;
	ck_assert(flags_of(&limits, html_links)
	          & SPAMCLS_FLAG_TRUNCATED_INPUT);
}
END_TEST

/* Of an input of 2 GiB not a byte behind the limit is touched: there is none
 * that could be. */
START_TEST(input_bytes_of_a_huge_input)
{
	const size_t room = 1 << 16, read = 4096;
	spamcls_limits limits = SPAMCLS_LIMITS_INIT;
	spamcls_db *db = api_db();
	spamcls_session *session = NULL;
	FILE *file = tmpfile();
	char *page;

	ck_assert_ptr_nonnull(file);
	ck_assert_int_eq(ftruncate(fileno(file), (off_t)(2 * room)), 0);
	page = mmap(NULL, 2 * room, PROT_READ | PROT_WRITE, MAP_PRIVATE,
	            fileno(file), 0);
	ck_assert_ptr_ne(page, MAP_FAILED);
	for (size_t i = 0; i < room; i += 32)
		memcpy(page + i, "A line as long as thirty-one is\n", 32);
	ck_assert_int_eq(mprotect(page + room, room, PROT_NONE), 0);
	limits.input_bytes = read;
	ck_assert_int_eq(spamcls_session_new(&session, db, &limits),
	                 SPAMCLS_OK);
	for (int i = 0; i < 2; i++) {
		const spamcls_result *r = api_classify(
			session, page + room - read, (size_t)2 << 30);

		ck_assert_uint_eq(r->text_size, read);
		ck_assert(r->flags & SPAMCLS_FLAG_TRUNCATED_INPUT);
	}
	spamcls_session_free(session);
	spamcls_db_free(db);
	ck_assert_int_eq(munmap(page, 2 * room), 0);
	ck_assert_int_eq(fclose(file), 0);
}
END_TEST

START_TEST(text_bytes)
{
	spamcls_limits limits = SPAMCLS_LIMITS_INIT;

	fill();
	limits.text_bytes = 500;
	ck_assert(flags_of(&limits, text_page) & SPAMCLS_FLAG_TRUNCATED_TEXT);
	ck_assert(flags_of(&limits, html_links) & SPAMCLS_FLAG_TRUNCATED_TEXT);
}
END_TEST

START_TEST(blocks)
{
	spamcls_limits limits = SPAMCLS_LIMITS_INIT;

	fill();
	limits.blocks = 7;
	ck_assert(flags_of(&limits, text_page)
	          & SPAMCLS_FLAG_TRUNCATED_BLOCKS);
	ck_assert(flags_of(&limits, html_links)
	          & SPAMCLS_FLAG_TRUNCATED_BLOCKS);
}
END_TEST

START_TEST(links)
{
	spamcls_limits limits = SPAMCLS_LIMITS_INIT;

	fill();
	limits.links = 7;
	ck_assert(flags_of(&limits, html_links)
	          & SPAMCLS_FLAG_TRUNCATED_LINKS);
}
END_TEST

START_TEST(depth)
{
	spamcls_limits limits = SPAMCLS_LIMITS_INIT;

	fill();
	limits.depth = 10;
	ck_assert(flags_of(&limits, deep) & SPAMCLS_FLAG_TRUNCATED_DEPTH);
}
END_TEST

/* One that no memory would hold means the most. */
START_TEST(endless_depth)
{
	spamcls_limits limits = SPAMCLS_LIMITS_INIT;

	fill();
	limits.depth = UINT32_MAX;
	ck_assert_uint_eq(flags_of(&limits, deep) & TRUNCATED, 0);
	ck_assert_uint_eq(flags_of(&limits, text_page) & TRUNCATED, 0);
}
END_TEST

START_TEST(headline)
{
	spamcls_limits limits = SPAMCLS_LIMITS_INIT;

	limits.headline = 40;
	ck_assert_uint_eq(flags_of(&limits, farm_page)
	                  & SPAMCLS_FLAG_LONG_HEADLINE, 0);
	limits.headline = 8;
	ck_assert(flags_of(&limits, farm_page) & SPAMCLS_FLAG_LONG_HEADLINE);
}
END_TEST

/* What is asked for is bounded, too: a line of 5,000 characters is cut. */
START_TEST(largest_headline)
{
	static char line[5000];
	spamcls_limits limits = SPAMCLS_LIMITS_INIT;
	spamcls_span span = { line, sizeof(line) };
	spamcls_db *db = api_db();
	spamcls_session *session = NULL;
	spamcls_score score;

	memset(line, 'a', sizeof(line));
	limits.headline = UINT32_MAX;
	ck_assert_int_eq(spamcls_session_new(&session, db, &limits),
	                 SPAMCLS_OK);
	ck_assert_int_eq(spamcls_score_headlines(session, &span, 1, &score),
	                 SPAMCLS_OK);
	ck_assert(score.flags & SPAMCLS_FLAG_LONG_HEADLINE);
	span.size = 4096;
	ck_assert_int_eq(spamcls_score_headlines(session, &span, 1, &score),
	                 SPAMCLS_OK);
	ck_assert(!(score.flags & SPAMCLS_FLAG_LONG_HEADLINE));
	spamcls_session_free(session);
	spamcls_db_free(db);
}
END_TEST

START_TEST(regex_steps)
{
	spamcls_limits limits = SPAMCLS_LIMITS_INIT;

	ck_assert_uint_eq(flags_of(&limits, farm_page)
	                  & SPAMCLS_FLAG_REGEX_LIMIT, 0);
	limits.regex_steps = 1;
	ck_assert(flags_of(&limits, farm_page) & SPAMCLS_FLAG_REGEX_LIMIT);
}
END_TEST

/* A body of nothing but figures has as many in a sample as in all of it. */
START_TEST(body_bytes)
{
	static const char paragraph[] =
		"新工艺使能耗下降37.42%,良品率达到98.67%,单位成本缩减21.85%,"
		"交付周期缩短43.19%,客户满意度升至96.31%。\n\n";
	static char page[100 * sizeof(paragraph)];
	spamcls_limits limits = SPAMCLS_LIMITS_INIT;

	page[0] = '\0';
	for (int i = 0; i < 60; i++)
		strcat(page, paragraph);
	ck_assert(flags_of(&limits, page) & SPAMCLS_FLAG_SAMPLED_BODY);
	limits.body_bytes = sizeof(page);
	ck_assert_uint_eq(flags_of(&limits, page) & SPAMCLS_FLAG_SAMPLED_BODY,
	                  0);
	limits.body_bytes = 1000;
	ck_assert(flags_of(&limits, page) & SPAMCLS_FLAG_SAMPLED_BODY);
	ck_assert_uint_eq(flags_of(&limits, farm_page)
	                  & SPAMCLS_FLAG_SAMPLED_BODY, 0);
}
END_TEST

/* Of short lines a quarter as many bytes are read. */
START_TEST(body_bytes_of_lines)
{
	static const char line[] = "He wrote it down and went home again.";
	spamcls_limits limits = SPAMCLS_LIMITS_INIT;
	char page[20 * (sizeof(line) + 8)] = "";

	for (int i = 0; i < 20; i++)
		sprintf(page + strlen(page), "<p>%s", line);
	limits.body_bytes = 4 * 20 * (sizeof(line) - 1);
	ck_assert_uint_eq(flags_of(&limits, page) & SPAMCLS_FLAG_SAMPLED_BODY,
	                  0);
	limits.body_bytes /= 2;
	ck_assert(flags_of(&limits, page) & SPAMCLS_FLAG_SAMPLED_BODY);
}
END_TEST

START_TEST(one_of_everything)
{
	spamcls_limits limits = { sizeof(limits), 1, 1, 1, 1, 1, 1, 1, 1 };

	fill();
	flags_of(&limits, text_page);
	flags_of(&limits, html_links);
	flags_of(&limits, deep);
	flags_of(&limits, farm_page);
}
END_TEST

START_TEST(older_struct)
{
	spamcls_limits limits = SPAMCLS_LIMITS_INIT;

	/* A caller that knows fewer fields: what lies behind is not read. */
	limits.size = offsetof(spamcls_limits, blocks);
	limits.blocks = 1;
	fill();
	ck_assert_uint_eq(flags_of(&limits, text_page) & TRUNCATED, 0);
}
END_TEST

START_TEST(older_input)
{
	spamcls_input input = api_input(farm_page, sizeof(farm_page) - 1);
	spamcls_db *db = api_db();
	spamcls_session *session = api_session(db);
	const spamcls_result *result = NULL;

	input.size_of = offsetof(spamcls_input, url);
	input.url = (const char *)1;
	input.charset = (const char *)1;
	input.kind = (spamcls_kind)99;
	ck_assert_int_eq(spamcls_classify(session, &input, &result),
	                 SPAMCLS_OK);
	ck_assert_uint_eq(result->n_links, FARM_LINKS);
	spamcls_session_free(session);
	spamcls_db_free(db);
}
END_TEST

/* Tags without text take next to no memory beside the page itself. */
START_TEST(memory_of_tags)
{
	static char page[3 << 20];
	miser it = { .left = -1 };
	spamcls_allocator allocator = miser_allocator(&it);
	spamcls_db_options options = SPAMCLS_DB_OPTIONS_INIT;
	spamcls_db *db = NULL;
	spamcls_session *session;
	size_t before;

	for (size_t i = 0; i < sizeof(page); i += 3)
		memcpy(page + i, "<b>", 3);
	options.allocator = &allocator;
	ck_assert_int_eq(spamcls_db_open(&db, NULL, &options), SPAMCLS_OK);
	session = api_session(db);
	before = it.bytes;
	(void)api_classify(session, page, sizeof(page));
	ck_assert_uint_le(it.bytes - before, 4u << 20);
	spamcls_session_free(session);
	spamcls_db_free(db);
}
END_TEST

SUITE("api_limits",
	CASE(memory_of_tags);
	CASE(none_by_default);
	CASE(input_bytes);
	CASE(input_bytes_of_a_huge_input);
	CASE(text_bytes);
	CASE(blocks);
	CASE(links);
	CASE(depth);
	CASE(endless_depth);
	CASE(headline);
	CASE(largest_headline);
	CASE(regex_steps);
	CASE(body_bytes);
	CASE(body_bytes_of_lines);
	CASE(one_of_everything);
	CASE(older_struct);
	CASE(older_input);
)
