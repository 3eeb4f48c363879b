/* mine_fixture.h - made-up pages of made-up sites. */
#ifndef MINE_FIXTURE_H
#define MINE_FIXTURE_H

#include "mine/sketch.h"
#include "../../suite.h"

#include <stdint.h>
#include <stdio.h>
#include <string.h>

#define MADE_LINKS 6

/* A page and the memory of its texts. */
typedef struct made {
	spamcls_page page;
	spamcls_marked marked[MADE_LINKS];
	char id[32], name[SPAMCLS_SCOPES][48];
	char family[MADE_LINKS][16], skeleton[MADE_LINKS][32];
} made;

static inline uint32_t made_random(uint32_t *state)
{
	*state = *state * 1664525u + 1013904223u;
	return *state >> 8;
}

static inline void made_names(made *m, uint32_t i, unsigned host)
{
	snprintf(m->id, sizeof(m->id), "page %u", (unsigned)i);
	snprintf(m->name[1], sizeof(m->name[1]), "d%u.example", host / 3);
	snprintf(m->name[2], sizeof(m->name[2]), "h%u.d%u.example", host,
	         host / 3);
	snprintf(m->name[3], sizeof(m->name[3]), "%.40s/%u/", m->name[2],
	         (unsigned)i % 2);
	for (int s = 1; s < SPAMCLS_SCOPES; s++)
		m->page.site[s] = scls_span_of(m->name[s]);
}

/* Page i of hosts many sites: the same i gives the same page. */
static inline const spamcls_page *made_page(made *m, uint32_t i,
                                            unsigned hosts)
{
	uint32_t random = i * 2654435761u + 1;
	unsigned host = made_random(&random) % hosts;

	memset(m, 0, sizeof(*m));
	m->page.size = sizeof(m->page);
	made_names(m, i, host);
	m->page.id = scls_span_of(m->id);
	m->page.verdict = made_random(&random) % 16 == 0
	                  ? SPAMCLS_NO_VERDICT
	                  : (spamcls_verdict)(made_random(&random) % 3);
	m->page.n_marked = m->page.verdict == SPAMCLS_NO_VERDICT
	                   ? 0 : made_random(&random) % (MADE_LINKS + 1);
	m->page.links = m->page.n_marked + host;
	m->page.marked = m->marked;
	for (size_t k = 0; k < m->page.n_marked; k++) {
		unsigned kind = made_random(&random) % 8;

		snprintf(m->family[k], sizeof(m->family[k]), "f%u", kind / 2);
		snprintf(m->skeleton[k], sizeof(m->skeleton[k]),
		         "{ORG}%u", kind * 100 + host);
		m->marked[k].family = scls_span_of(m->family[k]);
		m->marked[k].skeleton = scls_span_of(m->skeleton[k]);
	}
	return &m->page;
}

static inline spamcls_sketch *made_sketch(uint32_t sites, uint32_t sample)
{
	spamcls_sketch_options options = SPAMCLS_SKETCH_OPTIONS_INIT;
	spamcls_sketch *sketch = NULL;

	options.sites = sites;
	options.sample = sample;
	ck_assert_int_eq(scls_sketch_new(&sketch, &options), SPAMCLS_OK);
	return sketch;
}

/* Adds the pages from begin to end. */
static inline void made_add(spamcls_sketch *sketch, uint32_t begin,
                            uint32_t end, unsigned hosts)
{
	made m;

	for (; begin < end; begin++)
		ck_assert_int_eq(scls_sketch_add(sketch,
		                                 made_page(&m, begin, hosts)),
		                 SPAMCLS_OK);
}

/* Not 0 where both are the same bytes. */
static inline int made_equal(spamcls_sketch *a, spamcls_sketch *b)
{
	const void *x, *y;
	size_t m, n;

	ck_assert_int_eq(scls_sketch_bytes(a, &x, &m), SPAMCLS_OK);
	ck_assert_int_eq(scls_sketch_bytes(b, &y, &n), SPAMCLS_OK);
	return m == n && memcmp(x, y, n) == 0;
}

static inline void made_merge(spamcls_sketch *to, const spamcls_sketch *from)
{
	ck_assert_int_eq(scls_sketch_merge(to, from), SPAMCLS_OK);
}

#endif
