/*
 * sketch.c - counting pages and merging; see sketch.h.
 *
 * A sketch must be a function of the set of pages, or its merge would not be
 * associative.  So nothing in it depends on the order in which pages came:
 *
 * - which sites stay is decided by the hash of the name alone, and the level
 *   by how many names there were (adaptive sampling: Wegman; Flajolet 1990);
 *   a site that stays was never out, so its counts are whole;
 * - a sample holds the links of the smallest hashes of all (bottom-k: Cohen
 *   and Kaplan 2007), and the smallest of a union are among the smallest of
 *   its parts.
 *
 * Counters that make way for one another (Misra and Gries 1982) would take
 * less memory and find the same families, but what they hold depends on who
 * met whom first.
 */
#include "base/hash.h"
#include "base/limits.h"
#include "base/utf8.h"
#include "mine/rollup.h"

scls_status scls_sketch_new(spamcls_sketch **sketch,
                            const spamcls_sketch_options *o)
{
	spamcls_allocator a = scls_alloc_of(o->allocator);
	spamcls_sketch *s = scls_alloc_zero(&a, 1, sizeof(*s));

	if (!s)
		return SPAMCLS_E_NOMEM;
	s->allocator = a;
	s->sites = o->sites ? o->sites : SCLS_SKETCH_SITES;
	s->sample = o->sample ? o->sample : SCLS_SKETCH_SAMPLE;
	*sketch = s;
	return SPAMCLS_OK;
}

void scls_sketch_free(spamcls_sketch *s)
{
	spamcls_allocator a;

	if (!s)
		return;
	a = s->allocator;
	scls_rollups_free(s); /* and so all forms, which samples alone hold */
	scls_table_free(&s->forms, &a);
	scls_free(&a, s->bytes, s->n_bytes);
	scls_free(&a, s->report, s->n_report * sizeof(*s->report));
	scls_free(&a, s, sizeof(*s));
}

/* No longer than most, and no character cut in two. */
static scls_span cut(scls_span text, size_t most)
{
	if (text.size > most)
		text.size = scls_utf8_whole(text.data, most);
	return text;
}

static void count_of(const spamcls_page *page, uint64_t count[SCLS_COUNTS])
{
	uint64_t judged = page->verdict != SPAMCLS_NO_VERDICT;

	count[SCLS_PAGES] = judged;
	count[SCLS_SUSPECT] = page->verdict == SPAMCLS_SUSPECT;
	count[SCLS_FARM] = page->verdict == SPAMCLS_FARM;
	count[SCLS_UNREADABLE] = !judged;
	count[SCLS_LINKS] = page->links;
	count[SCLS_MARKED] = page->n_marked;
}

static scls_status sample_links(spamcls_sketch *s, scls_rollup *r,
                                const spamcls_page *page)
{
	uint64_t id = scls_hash_bytes(SCLS_HASH_SEED, page->id.data,
	                              page->id.size);

	for (size_t i = 0; i < page->n_marked; i++) {
		spamcls_marked link;

		link.family = cut(page->marked[i].family, SCLS_MAX_FAMILY);
		link.skeleton = cut(page->marked[i].skeleton,
		                    SCLS_MAX_SKELETON);
		SCLS_TRY(scls_rollup_sample(s, r, scls_hash_mix(id + i),
		                            &link));
	}
	return SPAMCLS_OK;
}

static scls_status add_to(spamcls_sketch *s, unsigned scope,
                          const spamcls_page *page)
{
	scls_span name = { "", 0 };
	uint64_t count[SCLS_COUNTS];
	scls_rollup *r;

	if (scope != SPAMCLS_SCOPE_ALL)
		name = cut(page->site[scope], SCLS_MAX_SITE_NAME);
	if ((scope != SPAMCLS_SCOPE_ALL && name.size == 0)
	    || !scls_rollup_stays(s, scope, scls_rollup_hash(scope, name)))
		return SPAMCLS_OK;
	SCLS_TRY(scls_rollup_get(s, scope, name, &r));
	count_of(page, count);
	scls_rollup_count(r, count);
	return sample_links(s, r, page);
}

/* A change that memory cuts short leaves a sketch nobody may read. */
static scls_status spoil(spamcls_sketch *s, scls_status status)
{
	s->spoiled |= status != SPAMCLS_OK;
	return status;
}

scls_status scls_sketch_add(spamcls_sketch *s, const spamcls_page *page)
{
	if (s->spoiled)
		return SPAMCLS_E_STATE;
	for (unsigned scope = 0; scope < SPAMCLS_SCOPES; scope++) {
		scls_status status = add_to(s, scope, page);

		if (status != SPAMCLS_OK)
			return spoil(s, status);
	}
	scls_rollups_fit(s);
	return SPAMCLS_OK;
}

static scls_status merge_one(spamcls_sketch *s, const scls_rollup *from)
{
	scls_span name = { from->name, from->name_size };
	scls_rollup *to;

	if (!scls_rollup_stays(s, from->scope, from->node.hash))
		return SPAMCLS_OK;
	SCLS_TRY(scls_rollup_get(s, from->scope, name, &to));
	scls_rollup_count(to, from->count);
	for (size_t i = 0; i < from->n_sample; i++) {
		const scls_form *form = from->sample[i].form;
		spamcls_marked link = {
			{ scls_form_family(form), form->family_size },
			{ scls_form_skeleton(form), form->skeleton_size }
		};

		SCLS_TRY(scls_rollup_sample(s, to, from->sample[i].hash,
		                            &link));
	}
	return SPAMCLS_OK;
}

/* A merge on its way. */
typedef struct merging {
	spamcls_sketch *into;
	scls_status status; /* the first failure */
} merging;

static void merge_node(void *user, scls_node *node)
{
	merging *m = user;

	if (m->status == SPAMCLS_OK)
		m->status = merge_one(m->into, (const scls_rollup *)node);
}

/* The smaller limits and the higher levels of both hold. */
static void narrow(spamcls_sketch *s, const spamcls_sketch *other)
{
	s->sites = other->sites < s->sites ? other->sites : s->sites;
	s->sample = other->sample < s->sample ? other->sample : s->sample;
	for (unsigned i = 0; i < SPAMCLS_SCOPES; i++)
		if (other->level[i] > s->level[i])
			s->level[i] = other->level[i];
	scls_rollups_trim(s);
}

scls_status scls_sketch_merge(spamcls_sketch *s, const spamcls_sketch *other)
{
	merging m = { s, SPAMCLS_OK };

	if (s->spoiled || other->spoiled)
		return SPAMCLS_E_STATE;
	narrow(s, other);
	scls_table_each(&other->rollups, merge_node, &m);
	if (m.status != SPAMCLS_OK)
		return spoil(s, m.status);
	scls_rollups_fit(s);
	return SPAMCLS_OK;
}
