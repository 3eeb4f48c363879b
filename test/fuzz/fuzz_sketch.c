/*
 * fuzz_sketch.c - the bytes of a sketch: refused with a reason, or they are
 * the bytes of a sketch that merges and reports.
 */
#include "fuzz.h"
#include "seal.h"

static void report(spamcls_sketch *s)
{
	for (int scope = 0; scope < SPAMCLS_SCOPES; scope++) {
		const spamcls_site *sites = NULL;
		size_t n = 0;
		uint64_t one_in = 0;

		PROMISE(spamcls_sketch_sites(s, (spamcls_scope)scope, &sites,
		                             &n, &one_in) == SPAMCLS_OK);
		for (size_t i = 0; i < n; i++) {
			PROMISE(sites[i].farms.low <= sites[i].farms.share);
			PROMISE(sites[i].farms.share <= sites[i].farms.high);
			PROMISE(sites[i].n_families <= SPAMCLS_TOPS);
			PROMISE(sites[i].sampled <= sites[i].marked);
		}
	}
}

/* Both ways of merging two of them are the same. */
static void merge(spamcls_sketch *a)
{
	spamcls_sketch *b = NULL, *c = NULL;
	const void *x, *y;
	size_t m, n;

	PROMISE(spamcls_sketch_new(&b, NULL) == SPAMCLS_OK);
	PROMISE(spamcls_sketch_new(&c, NULL) == SPAMCLS_OK);
	PROMISE(spamcls_sketch_merge(b, a) == SPAMCLS_OK);
	PROMISE(spamcls_sketch_merge(a, c) == SPAMCLS_OK);
	PROMISE(spamcls_sketch_bytes(a, &x, &m) == SPAMCLS_OK);
	PROMISE(spamcls_sketch_bytes(b, &y, &n) == SPAMCLS_OK);
	PROMISE(m == n && memcmp(x, y, n) == 0);
	PROMISE(spamcls_sketch_merge(a, b) == SPAMCLS_OK);
	report(a);
	spamcls_sketch_free(b);
	spamcls_sketch_free(c);
}

static void try_sketch(const uint8_t *data, size_t size)
{
	spamcls_error error = { .status = SPAMCLS_OK };
	spamcls_sketch *s = NULL;
	spamcls_status status = spamcls_sketch_load(&s, data, size, NULL,
	                                            &error);
	const void *bytes;
	size_t n;

	PROMISE((status == SPAMCLS_OK) == (s != NULL));
	if (!s) {
		PROMISE(error.status == status && error.message[0] != '\0');
		return;
	}
	PROMISE(spamcls_sketch_bytes(s, &bytes, &n) == SPAMCLS_OK);
	PROMISE(n == size && memcmp(bytes, data, n) == 0);
	report(s);
	merge(s);
	spamcls_sketch_free(s);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	try_sealed(data, size, (seal){ 48, 32, 40 }, try_sketch);
	return 0;
}
