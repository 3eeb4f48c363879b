/* test_frontier.c - the frontier where memory runs out. */
#include "../../examples/crawler/links.c"

#include "../suite.h"

static long fail_at; /* the allocation that fails, from 1; 0: none */
static int forever; /* all behind it fail, too */

static int fails(void)
{
	if (fail_at == 0 || --fail_at > 0)
		return 0;
	fail_at = forever;
	return 1;
}

static void *poor_calloc(size_t n, size_t size)
{
	return fails() ? NULL : calloc(n, size);
}

static void *poor_realloc(void *old, size_t size)
{
	return fails() ? NULL : realloc(old, size);
}

static char *poor_strdup(const char *text)
{
	return fails() ? NULL : strdup(text);
}

#define calloc poor_calloc
#define realloc poor_realloc
#define strdup poor_strdup
#include "../../examples/crawler/robots.c" /* and with it grown.h */
#define hash name_hash
#include "../../examples/crawler/names.c"
#include "../../examples/crawler/page_item.c"
#define add frontier_add
#include "../../examples/crawler/frontier.c"
#undef calloc
#undef realloc
#undef strdup

#define HOSTS 40 /* more than there is room for at first */

static const crawl_options options = {
	.agent = "bot", .pages = 1000, .depth = 3, .redirects = 3
};

/* The seed of that host, each of two origins of one machine. */
static int seed(crawl_frontier *f, int i)
{
	char url[64];

	snprintf(url, sizeof(url), "http%s://h%d.example/", i & 1 ? "s" : "",
	         i / 2);
	return crawl_frontier_seed(f, url);
}

/* Takes all there is, each robots.txt one that is not there. */
static int pages_of(crawl_frontier *f)
{
	crawl_page *page;
	int n = 0;

	while ((page = crawl_frontier_next(f, 0)) != NULL) {
		page->status = 404;
		ck_assert(crawl_frontier_fetched(f, page, 0));
		n += !page->is_robots;
		crawl_page_free(page);
	}
	return n;
}

/* What failed can be added again, and nothing is lost but that. */
START_TEST(each_allocation_fails)
{
	int failed = 1;

	for (long which = 1; failed; which++) {
		crawl_frontier *f = crawl_frontier_new(&options);

		failed = 0;
		fail_at = which;
		for (int i = 0; i < HOSTS; i++) {
			if (seed(f, i))
				continue;
			failed = 1;
			ck_assert(seed(f, i));
		}
		fail_at = 0;
		ck_assert_int_eq(pages_of(f), HOSTS);
		crawl_frontier_free(f);
	}
}
END_TEST

/* While origins fail, machines do not run beyond their room. */
START_TEST(machines_have_room)
{
	for (long which = 1; which < 8; which++) {
		crawl_frontier *f = crawl_frontier_new(&options);

		for (int i = 0; i < 4 * HOSTS; i += 2) {
			fail_at = which;
			forever = 1;
			(void)seed(f, i);
			fail_at = forever = 0;
			ck_assert_uint_le(f->machines.n, f->room);
		}
		crawl_frontier_free(f);
	}
}
END_TEST

SUITE("frontier",
	CASE(each_allocation_fails);
	CASE(machines_have_room);
)
