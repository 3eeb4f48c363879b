/* test_sketch_oom.c - every allocation fails in turn. */
#include "mine_fixture.h"

#include "../../miser.h"

static miser it;
static spamcls_allocator allocator;

/* The n-th allocation from here, from 0, fails; below 0: none does. */
static void fail_at(long n)
{
	it.left = n < 0 ? -1 : n + 1;
	allocator = miser_allocator(&it);
}

static scls_status make(spamcls_sketch **s)
{
	spamcls_sketch_options options = SPAMCLS_SKETCH_OPTIONS_INIT;

	options.allocator = &allocator;
	options.sites = 6;
	options.sample = 3;
	return scls_sketch_new(s, &options);
}

static scls_status add(spamcls_sketch *s, uint32_t begin, uint32_t end)
{
	made m;

	for (; begin < end; begin++)
		SCLS_TRY(scls_sketch_add(s, made_page(&m, begin, 12)));
	return SPAMCLS_OK;
}

static scls_status copy(spamcls_sketch *s, spamcls_sketch **out)
{
	scls_span span;
	const void *data;

	SCLS_TRY(scls_sketch_bytes(s, &data, &span.size));
	span.data = data;
	return scls_sketch_load(out, span, &allocator, NULL);
}

/* All that a sketch can do; s has room for three. */
static scls_status work(spamcls_sketch **s)
{
	const spamcls_site *sites;
	size_t n;

	SCLS_TRY(make(&s[0]));
	SCLS_TRY(make(&s[1]));
	SCLS_TRY(add(s[0], 0, 20));
	SCLS_TRY(add(s[1], 20, 40));
	SCLS_TRY(scls_sketch_merge(s[0], s[1]));
	SCLS_TRY(copy(s[0], &s[2]));
	return scls_sketch_sites(s[2], SPAMCLS_SCOPE_HOST, &sites, &n);
}

START_TEST(every_allocation)
{
	scls_status status = SPAMCLS_E_NOMEM;
	long n = 0;

	for (; status != SPAMCLS_OK; n++) {
		spamcls_sketch *s[3] = { NULL, NULL, NULL };

		fail_at(n);
		status = work(s);
		ck_assert(status == SPAMCLS_OK || status == SPAMCLS_E_NOMEM);
		for (int i = 0; i < 3; i++)
			scls_sketch_free(s[i]);
		miser_is_whole(&it);
		ck_assert_int_lt(n, 10000);
	}
	ck_assert_int_gt(n, 100);
}
END_TEST

/* Who loads owns an error that nobody has set before. */
START_TEST(loading_says_so)
{
	spamcls_sketch *s = NULL, *out = NULL;
	scls_status status = SPAMCLS_E_NOMEM;
	scls_span span;
	const void *data;
	long n = 0;

	fail_at(-1);
	ck_assert_int_eq(make(&s), SPAMCLS_OK);
	ck_assert_int_eq(add(s, 0, 20), SPAMCLS_OK);
	ck_assert_int_eq(scls_sketch_bytes(s, &data, &span.size), SPAMCLS_OK);
	span.data = data;
	for (; status != SPAMCLS_OK; n++) {
		spamcls_error error;

		memset(&error, 'x', sizeof(error));
		fail_at(n);
		status = scls_sketch_load(&out, span, &allocator, &error);
		if (status == SPAMCLS_OK)
			break;
		ck_assert_ptr_null(out);
		ck_assert_int_eq(error.status, SPAMCLS_E_NOMEM);
		ck_assert_str_eq(error.message, "no memory for the sketch");
	}
	ck_assert_int_gt(n, 5);
	fail_at(-1);
	scls_sketch_free(out);
	scls_sketch_free(s);
	miser_is_whole(&it);
}
END_TEST

/* Tables that grew several times are given back whole. */
START_TEST(many_sites)
{
	spamcls_sketch_options options = SPAMCLS_SKETCH_OPTIONS_INIT;
	spamcls_sketch *s = NULL;

	fail_at(-1);
	options.allocator = &allocator;
	ck_assert_int_eq(scls_sketch_new(&s, &options), SPAMCLS_OK);
	made_add(s, 0, 1000, 300);
	scls_sketch_free(s);
	miser_is_whole(&it);
}
END_TEST

/* Half a page counted is no sketch any more. */
START_TEST(spoiled)
{
	spamcls_sketch *s = NULL, *other = NULL;
	const spamcls_site *sites;
	const void *data;
	size_t n;

	fail_at(-1);
	ck_assert_int_eq(make(&s), SPAMCLS_OK);
	ck_assert_int_eq(make(&other), SPAMCLS_OK);
	fail_at(4);
	ck_assert_int_eq(add(s, 0, 20), SPAMCLS_E_NOMEM);
	fail_at(-1);
	ck_assert_int_eq(add(s, 0, 1), SPAMCLS_E_STATE);
	ck_assert_int_eq(scls_sketch_bytes(s, &data, &n), SPAMCLS_E_STATE);
	ck_assert_int_eq(scls_sketch_sites(s, SPAMCLS_SCOPE_ALL, &sites, &n),
	                 SPAMCLS_E_STATE);
	ck_assert_int_eq(scls_sketch_merge(other, s), SPAMCLS_E_STATE);
	ck_assert_int_eq(scls_sketch_merge(s, other), SPAMCLS_E_STATE);
	ck_assert_int_eq(add(other, 0, 1), SPAMCLS_OK);
	scls_sketch_free(s);
	scls_sketch_free(other);
	miser_is_whole(&it);
}
END_TEST

SUITE("sketch_oom", {
	CASE(every_allocation);
	CASE(loading_says_so);
	CASE(many_sites);
	CASE(spoiled);
})
