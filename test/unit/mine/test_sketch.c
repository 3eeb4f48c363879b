/* test_sketch.c - counting, limits, and the laws of merging. */
#include "mine/rollup.h"
#include "mine_fixture.h"

#define PAGES 600u
#define HOSTS 60u
#define SHARDS 7u
#define ROUNDS 40

static const spamcls_site *find(const spamcls_site *sites, size_t n,
                                const char *name)
{
	for (size_t i = 0; i < n; i++)
		if (strcmp(sites[i].name, name) == 0)
			return &sites[i];
	return NULL;
}

static spamcls_page page_of(const char *host, spamcls_verdict verdict)
{
	spamcls_page page;

	memset(&page, 0, sizeof(page));
	page.size = sizeof(page);
	page.id = page.site[SPAMCLS_SCOPE_HOST] = scls_span_of(host);
	page.verdict = verdict;
	page.links = 10;
	return page;
}

START_TEST(counts)
{
	spamcls_sketch *s = made_sketch(0, 0);
	spamcls_page pages[] = { page_of("a", SPAMCLS_FARM),
		                 page_of("a", SPAMCLS_SUSPECT),
		                 page_of("a", SPAMCLS_CLEAN),
		                 page_of("b", SPAMCLS_CLEAN),
		                 page_of("b", SPAMCLS_NO_VERDICT) };
	const spamcls_site *sites;
	size_t n;

	for (size_t i = 0; i < 5; i++)
		ck_assert_int_eq(scls_sketch_add(s, &pages[i]), SPAMCLS_OK);
	ck_assert_int_eq(scls_sketch_sites(s, SPAMCLS_SCOPE_HOST, &sites, &n),
	                 SPAMCLS_OK);
	ck_assert_uint_eq(n, 2);
	ck_assert_str_eq(sites[0].name, "a");
	ck_assert_uint_eq(sites[0].pages, 3);
	ck_assert_uint_eq(sites[0].farm, 1);
	ck_assert_uint_eq(sites[0].suspect, 1);
	ck_assert_uint_eq(sites[0].links, 30);
	ck_assert_uint_eq(sites[0].farms.share, 333333);
	ck_assert_uint_eq(sites[0].doubtful.share, 666667);
	ck_assert_uint_eq(sites[1].pages, 1);
	ck_assert_uint_eq(sites[1].farm, 0);
	ck_assert_uint_eq(sites[1].unreadable, 1);
	ck_assert_int_eq(scls_sketch_sites(s, SPAMCLS_SCOPE_DOMAIN, &sites,
	                                   &n), SPAMCLS_OK);
	ck_assert_uint_eq(n, 0);
	ck_assert_int_eq(scls_sketch_sites(s, SPAMCLS_SCOPE_ALL, &sites, &n),
	                 SPAMCLS_OK);
	ck_assert_uint_eq(n, 1);
	ck_assert_uint_eq(sites[0].pages, 4);
	scls_sketch_free(s);
}
END_TEST

/* Deals pages out to shards, and merges these two by two, at random. */
static spamcls_sketch *dealt(uint32_t *random, uint32_t sites,
                             uint32_t sample)
{
	spamcls_sketch *shard[SHARDS];
	unsigned n = 1 + made_random(random) % SHARDS;
	made m;

	for (unsigned i = 0; i < n; i++)
		shard[i] = made_sketch(sites, sample);
	/* 7 and PAGES have no common divisor: all pages, in another order. */
	for (uint32_t i = 0, at = made_random(random) % PAGES; i < PAGES;
	     i++, at = (at + 7) % PAGES)
		ck_assert_int_eq(scls_sketch_add(
		        shard[made_random(random) % n],
		        made_page(&m, at, HOSTS)), SPAMCLS_OK);
	while (n > 1) {
		unsigned to = made_random(random) % (n - 1);

		made_merge(shard[to], shard[--n]);
		scls_sketch_free(shard[n]);
	}
	return shard[0];
}

/* A sketch is a function of the set of pages: below and beyond its limits. */
START_TEST(shards_are_the_whole)
{
	static const uint32_t limits[][2] = { { 0, 0 }, { 10, 4 }, { 1, 1 } };
	uint32_t random = 5;

	for (size_t k = 0; k < 3; k++) {
		spamcls_sketch *whole = made_sketch(limits[k][0],
		                                    limits[k][1]);

		made_add(whole, 0, PAGES, HOSTS);
		for (int round = 0; round < ROUNDS; round++) {
			spamcls_sketch *s = dealt(&random, limits[k][0],
			                          limits[k][1]);

			ck_assert(made_equal(whole, s));
			scls_sketch_free(s);
		}
		scls_sketch_free(whole);
	}
}
END_TEST

/* Three sketches of different pages and limits. */
static void make_three(spamcls_sketch *s[3])
{
	static const uint32_t limits[3][2] = { { 40, 9 }, { 12, 5 },
		                               { 20, 3 } };

	for (uint32_t i = 0; i < 3; i++) {
		s[i] = made_sketch(limits[i][0], limits[i][1]);
		made_add(s[i], i * 150, i * 150 + 200, HOSTS);
	}
}

static void free_three(spamcls_sketch *s[3])
{
	for (int i = 0; i < 3; i++)
		scls_sketch_free(s[i]);
}

START_TEST(associative_and_commutative)
{
	static const int orders[6][3] = { { 0, 1, 2 }, { 0, 2, 1 },
		                          { 1, 0, 2 }, { 1, 2, 0 },
		                          { 2, 0, 1 }, { 2, 1, 0 } };
	spamcls_sketch *first[3];

	make_three(first);
	made_merge(first[0], first[1]);
	made_merge(first[0], first[2]);
	for (int i = 0; i < 6; i++) {
		spamcls_sketch *left[3], *right[3];
		const int *o = orders[i];

		make_three(left);
		made_merge(left[o[0]], left[o[1]]);
		made_merge(left[o[0]], left[o[2]]);
		ck_assert(made_equal(first[0], left[o[0]]));
		make_three(right);
		made_merge(right[o[1]], right[o[2]]);
		made_merge(right[o[0]], right[o[1]]);
		ck_assert(made_equal(first[0], right[o[0]]));
		free_three(left);
		free_three(right);
	}
	free_three(first);
}
END_TEST

START_TEST(nothing_added_changes_nothing)
{
	spamcls_sketch *a = made_sketch(10, 4), *b = made_sketch(10, 4);
	spamcls_sketch *none = made_sketch(10, 4);
	spamcls_sketch *empty = made_sketch(10, 4);

	made_add(a, 0, 200, HOSTS);
	made_add(b, 0, 200, HOSTS);
	made_merge(a, none);
	ck_assert(made_equal(a, b));
	made_merge(none, b);
	ck_assert(made_equal(none, b));
	ck_assert(!made_equal(empty, b));
	scls_sketch_free(empty);
	scls_sketch_free(a);
	scls_sketch_free(b);
	scls_sketch_free(none);
}
END_TEST

/* Whatever the limit leaves out, what it leaves in is counted in full. */
START_TEST(sites_that_stay_are_exact)
{
	spamcls_sketch *all = made_sketch(0, 4), *few = made_sketch(8, 4);
	const spamcls_site *whole, *kept;
	size_t n_whole, n_kept;

	made_add(all, 0, PAGES, HOSTS);
	made_add(few, 0, PAGES, HOSTS);
	for (spamcls_scope scope = SPAMCLS_SCOPE_ALL;
	     scope <= SPAMCLS_SCOPE_PREFIX; scope++) {
		ck_assert_int_eq(scls_sketch_sites(all, scope, &whole,
		                                   &n_whole), SPAMCLS_OK);
		ck_assert_int_eq(scls_sketch_sites(few, scope, &kept,
		                                   &n_kept), SPAMCLS_OK);
		ck_assert_uint_ge(n_kept, 1);
		ck_assert_uint_le(n_kept, 8);
		for (size_t i = 0; i < n_kept; i++) {
			const spamcls_site *same = find(whole, n_whole,
			                                kept[i].name);

			ck_assert_ptr_nonnull(same);
			ck_assert_uint_eq(same->pages, kept[i].pages);
			ck_assert_uint_eq(same->marked, kept[i].marked);
		}
		ck_assert_uint_eq(scls_sketch_one_in(all, scope), 1);
		ck_assert_int_eq(scls_sketch_one_in(few, scope) > 1,
		                 scope != SPAMCLS_SCOPE_ALL);
	}
	scls_sketch_free(all);
	scls_sketch_free(few);
}
END_TEST

static int site_order(const spamcls_site *a, const spamcls_site *b)
{
	if (a->farm != b->farm)
		return a->farm > b->farm;
	if (a->suspect != b->suspect)
		return a->suspect > b->suspect;
	return a->pages != b->pages ? a->pages > b->pages
	                            : strcmp(a->name, b->name) < 0;
}

START_TEST(sums_and_order)
{
	spamcls_sketch *s = made_sketch(0, 0);
	const spamcls_site *sites;
	uint64_t sum[SPAMCLS_SCOPES][3];
	size_t n;

	made_add(s, 0, PAGES, HOSTS);
	memset(sum, 0, sizeof(sum));
	for (int scope = 0; scope < SPAMCLS_SCOPES; scope++) {
		ck_assert_int_eq(scls_sketch_sites(s, (spamcls_scope)scope,
		                                   &sites, &n), SPAMCLS_OK);
		for (size_t i = 0; i < n; i++) {
			sum[scope][0] += sites[i].pages;
			sum[scope][1] += sites[i].unreadable;
			sum[scope][2] += sites[i].marked;
			ck_assert(i == 0 || site_order(&sites[i - 1],
			                               &sites[i]));
		}
		ck_assert_mem_eq(sum[scope], sum[0], sizeof(sum[0]));
	}
	ck_assert_uint_eq(sum[0][0] + sum[0][1], PAGES);
	scls_sketch_free(s);
}
END_TEST

/* A page of the host with one marked link of that family. */
static void add_link(spamcls_sketch *s, unsigned i, const char *family)
{
	char id[16];
	spamcls_marked link = { scls_span_of(family), { "x", 1 } };
	spamcls_page page = page_of("h", SPAMCLS_FARM);

	snprintf(id, sizeof(id), "%u", i);
	page.id = scls_span_of(id);
	page.marked = &link;
	page.n_marked = 1;
	ck_assert_int_eq(scls_sketch_add(s, &page), SPAMCLS_OK);
}

static const spamcls_site *the_host(spamcls_sketch *s)
{
	const spamcls_site *site;
	size_t n;

	ck_assert_int_eq(scls_sketch_sites(s, SPAMCLS_SCOPE_HOST, &site, &n),
	                 SPAMCLS_OK);
	ck_assert_uint_eq(n, 1);
	return site;
}

START_TEST(few_links_are_counted)
{
	static const char *const families[] = { "a", "b", "b", "", "c", "b",
		                                "c", "d", "e", "f" };
	spamcls_sketch *s = made_sketch(0, 16);
	const spamcls_site *site;

	for (unsigned i = 0; i < 10; i++)
		add_link(s, i, families[i]);
	site = the_host(s);
	ck_assert_uint_eq(site->sampled, 10);
	ck_assert_uint_eq(site->n_families, SPAMCLS_TOPS);
	ck_assert_str_eq(site->families[0].text, "b");
	ck_assert_uint_eq(site->families[0].links, 3);
	ck_assert_str_eq(site->families[1].text, "c");
	ck_assert_str_eq(site->families[2].text, "a");
	ck_assert_uint_eq(site->n_skeletons, 1);
	ck_assert_uint_eq(site->skeletons[0].links, 10);
	scls_sketch_free(s);
}
END_TEST

/* 6 of 10 links are of one family, 3 of another, the rest all different. */
START_TEST(many_links_are_estimated)
{
	spamcls_sketch *s = made_sketch(0, 256);
	const spamcls_site *site;

	for (unsigned i = 0; i < 20000; i++) {
		char rare[16];

		snprintf(rare, sizeof(rare), "rare %u", i);
		add_link(s, i, i % 10 < 6 ? "most" : i % 10 < 9 ? "some"
		                                                : rare);
	}
	site = the_host(s);
	ck_assert_uint_eq(site->sampled, 256);
	ck_assert_uint_eq(site->marked, 20000);
	ck_assert_str_eq(site->families[0].text, "most");
	ck_assert_uint_ge(site->families[0].links, 10000);
	ck_assert_uint_le(site->families[0].links, 14000);
	ck_assert_str_eq(site->families[1].text, "some");
	ck_assert_uint_ge(site->families[1].links, 4000);
	ck_assert_uint_le(site->families[1].links, 8000);
	scls_sketch_free(s);
}
END_TEST

START_TEST(long_texts_are_cut_between_characters)
{
	spamcls_sketch *s = made_sketch(0, 0);
	spamcls_page page = page_of("", SPAMCLS_FARM);
	const spamcls_site *site;
	char name[2000];
	spamcls_marked link = { { name, 700 }, { name, 1500 } };

	for (size_t i = 0; i + 2 < sizeof(name); i += 3)
		memcpy(name + i, "站", 3);
	page.marked = &link;
	page.n_marked = 1;
	page.site[SPAMCLS_SCOPE_HOST].data = name;
	page.site[SPAMCLS_SCOPE_HOST].size = 1500;
	ck_assert_int_eq(scls_sketch_add(s, &page), SPAMCLS_OK);
	site = the_host(s);
	ck_assert_uint_eq(strlen(site->name), 1023);
	ck_assert_uint_eq(strlen(site->families[0].text), 255);
	ck_assert_uint_eq(strlen(site->skeletons[0].text), 1023);
	scls_sketch_free(s);
}
END_TEST

/* Of what is not asked for there is the default; all sites have their own. */
START_TEST(defaults)
{
	spamcls_sketch *s = made_sketch(0, 0);

	ck_assert_uint_eq(s->sites, 100000);
	ck_assert_uint_eq(scls_sample_most(s, SPAMCLS_SCOPE_HOST), 64);
	ck_assert_uint_eq(scls_sample_most(s, SPAMCLS_SCOPE_ALL), 4096);
	scls_sketch_free(s);
	s = made_sketch(3, 5);
	ck_assert_uint_eq(s->sites, 3);
	ck_assert_uint_eq(scls_sample_most(s, SPAMCLS_SCOPE_HOST), 5);
	ck_assert_uint_eq(scls_sample_most(s, SPAMCLS_SCOPE_ALL), 4096);
	scls_sketch_free(s);
}
END_TEST

SUITE("sketch", {
	CASE(counts);
	CASE(shards_are_the_whole);
	CASE(associative_and_commutative);
	CASE(nothing_added_changes_nothing);
	CASE(sites_that_stay_are_exact);
	CASE(sums_and_order);
	CASE(few_links_are_counted);
	CASE(many_links_are_estimated);
	CASE(long_texts_are_cut_between_characters);
	CASE(defaults);
})
