/* test_api_sketch.c - the roll-up of sites through the public header. */
#include "api_fixture.h"

static spamcls_sketch *sketch_new(void)
{
	spamcls_sketch *s = NULL;

	ck_assert_int_eq(spamcls_sketch_new(&s, NULL), SPAMCLS_OK);
	ck_assert_ptr_nonnull(s);
	return s;
}

static spamcls_page page_of(const char *host)
{
	spamcls_page page = SPAMCLS_PAGE_INIT;

	page.verdict = SPAMCLS_CLEAN;
	page.id = page.site[SPAMCLS_SCOPE_HOST] = api_span(host);
	return page;
}

/* A classified page counted, link by link. */
static void count(spamcls_sketch *s, const spamcls_result *r, const char *host)
{
	spamcls_marked marked[FARM_LINKS];
	spamcls_page page = page_of(host);

	page.verdict = r->verdict;
	page.links = r->n_links;
	page.marked = marked;
	for (size_t i = 0; i < r->n_links; i++)
		if (r->links[i].label != SPAMCLS_LABEL_CLEAN) {
			marked[page.n_marked].family = api_span(
			        r->links[i].family);
			marked[page.n_marked++].skeleton = api_span(
			        r->links[i].skeleton);
		}
	ck_assert_int_eq(spamcls_sketch_add(s, &page), SPAMCLS_OK);
}

START_TEST(from_pages_to_a_report)
{
	spamcls_db *db = api_db();
	spamcls_session *session = api_session(db);
	spamcls_sketch *s = sketch_new(), *other = sketch_new(), *back = NULL;
	const spamcls_site *sites;
	const void *data;
	size_t n;
	uint64_t one_in;

	count(s, api_classify(session, farm_page, sizeof(farm_page) - 1),
	      "farm.example");
	count(other, api_classify(session, honest_page,
	                          sizeof(honest_page) - 1), "news.example");
	ck_assert_int_eq(spamcls_sketch_merge(s, other), SPAMCLS_OK);
	ck_assert_int_eq(spamcls_sketch_bytes(s, &data, &n), SPAMCLS_OK);
	ck_assert_int_eq(spamcls_sketch_load(&back, data, n, NULL, NULL),
	                 SPAMCLS_OK);
	ck_assert_int_eq(spamcls_sketch_sites(back, SPAMCLS_SCOPE_HOST,
	                                      &sites, &n, &one_in),
	                 SPAMCLS_OK);
	ck_assert_uint_eq(n, 2);
	ck_assert_uint_eq(one_in, 1);
	ck_assert_str_eq(sites[0].name, "farm.example");
	ck_assert_uint_eq(sites[0].links, FARM_LINKS);
	ck_assert_uint_gt(sites[0].marked, FARM_LINKS / 2);
	ck_assert_uint_gt(sites[0].n_skeletons, 0);
	ck_assert_ptr_nonnull(strchr(sites[0].skeletons[0].text, '{'));
	ck_assert_str_eq(sites[1].name, "news.example");
	ck_assert_uint_eq(sites[1].farm + sites[1].suspect, 0);
	spamcls_sketch_free(back);
	spamcls_sketch_free(other);
	spamcls_sketch_free(s);
	spamcls_session_free(session);
	spamcls_db_free(db);
}
END_TEST

START_TEST(options_checked)
{
	spamcls_sketch_options options = SPAMCLS_SKETCH_OPTIONS_INIT;
	spamcls_sketch *s = NULL;

	ck_assert_int_eq(spamcls_sketch_new(NULL, NULL), SPAMCLS_E_ARG);
	options.sites = (1u << 24) + 1;
	ck_assert_int_eq(spamcls_sketch_new(&s, &options), SPAMCLS_E_ARG);
	options.sites = 1;
	options.sample = 4097;
	ck_assert_int_eq(spamcls_sketch_new(&s, &options), SPAMCLS_E_ARG);
	options.sample = 1;
	options.size = 4;
	ck_assert_int_eq(spamcls_sketch_new(&s, &options), SPAMCLS_E_ARG);
	ck_assert_ptr_null(s);
	spamcls_sketch_free(NULL);
}
END_TEST

START_TEST(pages_checked)
{
	spamcls_marked link = { { "f", 1 }, { "\xff", 1 } };
	spamcls_page good = page_of("a.example"), bad = good;
	spamcls_sketch *s = sketch_new();

	ck_assert_int_eq(spamcls_sketch_add(NULL, &good), SPAMCLS_E_ARG);
	ck_assert_int_eq(spamcls_sketch_add(s, NULL), SPAMCLS_E_ARG);
	bad.size = 0;
	ck_assert_int_eq(spamcls_sketch_add(s, &bad), SPAMCLS_E_ARG);
	bad = good;
	bad.site[SPAMCLS_SCOPE_PREFIX] = api_span("\xe4\xb8");
	ck_assert_int_eq(spamcls_sketch_add(s, &bad), SPAMCLS_E_ARG);
	bad.site[SPAMCLS_SCOPE_PREFIX].data = "a\0b";
	bad.site[SPAMCLS_SCOPE_PREFIX].size = 3;
	ck_assert_int_eq(spamcls_sketch_add(s, &bad), SPAMCLS_E_ARG);
	bad = good;
	bad.verdict = (spamcls_verdict)3;
	ck_assert_int_eq(spamcls_sketch_add(s, &bad), SPAMCLS_E_ARG);
	bad = good;
	bad.id.data = NULL;
	bad.id.size = 1;
	ck_assert_int_eq(spamcls_sketch_add(s, &bad), SPAMCLS_E_ARG);
	bad = good;
	bad.marked = &link;
	bad.n_marked = 1;
	bad.links = 1;
	ck_assert_int_eq(spamcls_sketch_add(s, &bad), SPAMCLS_E_ARG);
	link.skeleton.size = 0;
	bad.links = 0; /* fewer than are marked */
	ck_assert_int_eq(spamcls_sketch_add(s, &bad), SPAMCLS_E_ARG);
	bad.links = 1;
	ck_assert_int_eq(spamcls_sketch_add(s, &bad), SPAMCLS_OK);
	bad.marked = NULL;
	ck_assert_int_eq(spamcls_sketch_add(s, &bad), SPAMCLS_E_ARG);
	ck_assert_int_eq(spamcls_sketch_add(s, &good), SPAMCLS_OK);
	spamcls_sketch_free(s);
}
END_TEST

START_TEST(the_rest_checked)
{
	spamcls_sketch *s = sketch_new(), *none = NULL;
	spamcls_error error = { .status = SPAMCLS_OK };
	const spamcls_site *sites = NULL;
	const void *data = NULL;
	size_t n = 0;
	uint64_t one_in = 0;

	ck_assert_int_eq(spamcls_sketch_merge(s, s), SPAMCLS_E_ARG);
	ck_assert_int_eq(spamcls_sketch_merge(s, NULL), SPAMCLS_E_ARG);
	ck_assert_int_eq(spamcls_sketch_bytes(s, &data, NULL), SPAMCLS_E_ARG);
	ck_assert_int_eq(spamcls_sketch_load(&none, NULL, 3, NULL, &error),
	                 SPAMCLS_E_ARG);
	ck_assert_int_eq(error.status, SPAMCLS_E_ARG);
	ck_assert_int_eq(spamcls_sketch_load(&none, "no sketch", 9, NULL,
	                                     &error), SPAMCLS_E_FORMAT);
	ck_assert_int_eq(error.status, SPAMCLS_E_FORMAT);
	ck_assert_int_eq(spamcls_sketch_sites(s, (spamcls_scope)4, &sites, &n,
	                                      &one_in), SPAMCLS_E_ARG);
	ck_assert_int_eq(spamcls_sketch_sites(s, SPAMCLS_SCOPE_ALL, &sites,
	                                      &n, NULL), SPAMCLS_E_ARG);
	ck_assert_ptr_null(none);
	ck_assert_ptr_null(sites);
	ck_assert_ptr_null(data);
	ck_assert_str_eq(spamcls_scope_name(SPAMCLS_SCOPE_PREFIX), "prefix");
	ck_assert_str_eq(spamcls_scope_name(4), "?");
	spamcls_sketch_free(s);
}
END_TEST

SUITE("api_sketch", {
	CASE(from_pages_to_a_report);
	CASE(options_checked);
	CASE(pages_checked);
	CASE(the_rest_checked);
})
