/* sketch_report.c - a sketch's sites for a person; see sketch.h. */
#include "base/sort.h"
#include "mine/rollup.h"
#include "mine/wilson.h"

/* Most farm pages, suspect pages, pages first; then by name. */
static int site_compare(const void *a, const void *b)
{
	static const unsigned by[] = { SCLS_FARM, SCLS_SUSPECT, SCLS_PAGES };
	const scls_rollup *x = *(void *const *)a, *y = *(void *const *)b;

	for (unsigned i = 0; i < sizeof(by) / sizeof(by[0]); i++) {
		uint64_t m = x->count[by[i]], n = y->count[by[i]];

		if (m != n)
			return m > n ? -1 : 1;
	}
	return strcmp(x->name, y->name);
}

typedef const char *(*text_of)(const scls_form *form);

static int family_compare(const void *a, const void *b)
{
	void *const *x = a, *const *y = b;

	return strcmp(scls_form_family(*x), scls_form_family(*y));
}

static int skeleton_compare(const void *a, const void *b)
{
	void *const *x = a, *const *y = b;

	return strcmp(scls_form_skeleton(*x), scls_form_skeleton(*y));
}

/* Puts a text with its count among the most frequent ones so far. */
static void rank(spamcls_top *tops, uint32_t *n, const spamcls_top *top)
{
	uint32_t at = *n;

	while (at > 0 && tops[at - 1].links < top->links)
		at--;
	if (at == SPAMCLS_TOPS)
		return;
	*n += *n < SPAMCLS_TOPS;
	for (uint32_t i = *n - 1; i > at; i--)
		tops[i] = tops[i - 1];
	tops[at] = *top;
}

/* What count of the n in the sample are of all marked links. */
static uint64_t of_all(uint64_t count, uint64_t n, uint64_t marked)
{
	return marked / n * count + (marked % n * count + n / 2) / n;
}

/* The most frequent texts of the sample, whose forms are sorted by them. */
static uint32_t find_tops(void **forms, const scls_rollup *r, text_of text,
                          spamcls_top *tops)
{
	uint32_t n_tops = 0;

	for (size_t i = 0, next; i < r->n_sample; i = next) {
		spamcls_top top = { text(forms[i]), 0 };

		next = i + 1;
		while (next < r->n_sample
		       && strcmp(text(forms[next]), top.text) == 0)
			next++;
		if (top.text[0] == '\0')
			continue;
		top.links = of_all(next - i, r->n_sample,
		                   r->count[SCLS_MARKED]);
		rank(tops, &n_tops, &top);
	}
	return n_tops;
}

static scls_status add_tops(const spamcls_sketch *s, const scls_rollup *r,
                            spamcls_site *site)
{
	void **forms = scls_alloc_zero(&s->allocator, r->n_sample + 1,
	                               sizeof(*forms));

	if (!forms)
		return SPAMCLS_E_NOMEM;
	for (size_t i = 0; i < r->n_sample; i++)
		forms[i] = r->sample[i].form;
	scls_sort(forms, r->n_sample, sizeof(*forms), family_compare);
	site->n_families = find_tops(forms, r, scls_form_family,
	                             site->families);
	scls_sort(forms, r->n_sample, sizeof(*forms), skeleton_compare);
	site->n_skeletons = find_tops(forms, r, scls_form_skeleton,
	                              site->skeletons);
	scls_free(&s->allocator, forms, (r->n_sample + 1) * sizeof(*forms));
	return SPAMCLS_OK;
}

static scls_status describe(const spamcls_sketch *s, const scls_rollup *r,
                            spamcls_site *site)
{
	const uint64_t *count = r->count;

	site->name = r->name;
	site->pages = count[SCLS_PAGES];
	site->suspect = count[SCLS_SUSPECT];
	site->farm = count[SCLS_FARM];
	site->unreadable = count[SCLS_UNREADABLE];
	site->links = count[SCLS_LINKS];
	site->marked = count[SCLS_MARKED];
	site->farms = scls_wilson(site->farm, site->pages);
	site->doubtful = scls_wilson(site->farm + site->suspect, site->pages);
	site->sampled = (uint32_t)r->n_sample;
	return add_tops(s, r, site);
}

/* Sites of one scope, gathered. */
typedef struct gathered {
	void **all;
	size_t n;
	unsigned scope;
} gathered;

static void gather(void *user, scls_node *node)
{
	gathered *g = user;

	if (((const scls_rollup *)node)->scope == g->scope)
		g->all[g->n++] = node;
}

/* The scope's sites in order; as many as n_of says. */
static void **list(const spamcls_sketch *s, unsigned scope)
{
	void **all = scls_alloc_zero(&s->allocator, s->n_of[scope] + 1u,
	                             sizeof(*all));
	gathered g = { all, 0, scope };

	if (!all)
		return NULL;
	scls_table_each(&s->rollups, gather, &g);
	scls_sort(all, g.n, sizeof(*all), site_compare);
	return all;
}

static scls_status report(spamcls_sketch *s, void **all, size_t n)
{
	spamcls_site *sites = scls_alloc_zero(&s->allocator, n + 1,
	                                      sizeof(*sites));
	scls_status status = sites ? SPAMCLS_OK : SPAMCLS_E_NOMEM;

	for (size_t i = 0; i < n && status == SPAMCLS_OK; i++)
		status = describe(s, all[i], &sites[i]);
	if (status != SPAMCLS_OK) {
		scls_free(&s->allocator, sites, (n + 1) * sizeof(*sites));
		return status;
	}
	scls_free(&s->allocator, s->report, s->n_report * sizeof(*s->report));
	s->report = sites;
	s->n_report = n + 1;
	return SPAMCLS_OK;
}

scls_status scls_sketch_sites(spamcls_sketch *s, spamcls_scope scope,
                              const spamcls_site **sites, size_t *n)
{
	size_t count = s->n_of[scope];
	scls_status status = SPAMCLS_E_NOMEM;
	void **all;

	if (s->spoiled)
		return SPAMCLS_E_STATE;
	all = list(s, scope);
	if (all)
		status = report(s, all, count);
	scls_free(&s->allocator, all, (count + 1) * sizeof(*all));
	if (status != SPAMCLS_OK)
		return status;
	*sites = s->report;
	*n = count;
	return SPAMCLS_OK;
}

uint64_t scls_sketch_one_in(const spamcls_sketch *s, spamcls_scope scope)
{
	return UINT64_C(1) << s->level[scope];
}
