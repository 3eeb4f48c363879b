/* rollup.c - see rollup.h. */
#include "mine/rollup.h"

#include "base/hash.h"
#include "base/limits.h"

uint32_t scls_sample_most(const spamcls_sketch *sketch, unsigned scope)
{
	return scope == SPAMCLS_SCOPE_ALL ? SCLS_SKETCH_ALL_SAMPLE
	                                  : sketch->sample;
}

int scls_rollup_stays(const spamcls_sketch *sketch, unsigned scope,
                      uint64_t hash)
{
	unsigned level = sketch->level[scope];

	return level == 0 || hash >> (64 - level) == 0;
}

uint64_t scls_rollup_hash(unsigned scope, scls_span name)
{
	unsigned char byte = (unsigned char)scope;
	uint64_t hash = scls_hash_bytes(SCLS_HASH_SEED, &byte, 1);

	return scls_hash_mix(scls_hash_bytes(hash, name.data, name.size));
}

static size_t size_of(const scls_rollup *r)
{
	return sizeof(*r) + r->name_size + 1u;
}

/* What a site is known by. */
typedef struct site {
	unsigned scope;
	scls_span name;
} site;

static int is_it(const scls_node *n, const void *what)
{
	const scls_rollup *r = (const scls_rollup *)n;
	scls_span own = { r->name, r->name_size };
	const site *asked = what;

	return r->scope == asked->scope && scls_span_equal(own, asked->name);
}

static scls_status make(spamcls_sketch *s, unsigned scope, scls_span name,
                        scls_rollup **out)
{
	scls_rollup *r;

	SCLS_TRY(scls_table_room(&s->rollups, &s->allocator));
	r = scls_alloc_zero(&s->allocator, 1, sizeof(*r) + name.size + 1);
	if (!r)
		return SPAMCLS_E_NOMEM;
	r->node.hash = scls_rollup_hash(scope, name);
	r->scope = (uint8_t)scope;
	r->name_size = (uint16_t)name.size;
	if (name.size > 0)
		memcpy(r->name, name.data, name.size);
	scls_table_put(&s->rollups, &r->node);
	s->n_of[scope]++;
	*out = r;
	return SPAMCLS_OK;
}

scls_status scls_rollup_get(spamcls_sketch *s, unsigned scope, scls_span name,
                            scls_rollup **rollup)
{
	uint64_t hash = scls_rollup_hash(scope, name);
	const site asked = { scope, name };
	scls_node *n = scls_table_find(&s->rollups, hash, is_it, &asked);

	if (!n)
		return make(s, scope, name, rollup);
	*rollup = (scls_rollup *)n;
	return SPAMCLS_OK;
}

int scls_rollup_compare(const scls_rollup *a, const scls_rollup *b)
{
	return a->scope != b->scope ? a->scope - b->scope
	                            : strcmp(a->name, b->name);
}

void scls_rollup_count(scls_rollup *r, const uint64_t count[SCLS_COUNTS])
{
	for (unsigned i = 0; i < SCLS_COUNTS; i++)
		r->count[i] = count[i] < UINT64_MAX - r->count[i]
		              ? r->count[i] + count[i] : UINT64_MAX;
}

/* Where the link belongs: behind all that are smaller. */
static size_t place_of(const scls_rollup *r, const scls_sampled *link)
{
	size_t low = 0, high = r->n_sample;

	while (low < high) {
		size_t middle = low + (high - low) / 2;
		const scls_sampled *at = &r->sample[middle];

		if (at->hash < link->hash
		    || (at->hash == link->hash
		        && scls_form_compare(at->form, link->form) < 0))
			low = middle + 1;
		else
			high = middle;
	}
	return low;
}

static void cut_sample(spamcls_sketch *s, scls_rollup *r, size_t most)
{
	while (r->n_sample > most)
		scls_form_drop(&s->forms, &s->allocator,
		               r->sample[--r->n_sample].form);
}

/* Takes over the hold on link->form, or ends it. */
static scls_status insert(spamcls_sketch *s, scls_rollup *r,
                          const scls_sampled *link)
{
	size_t at = place_of(r, link);
	int known = at < r->n_sample && r->sample[at].hash == link->hash
	            && r->sample[at].form == link->form;
	scls_status status = SPAMCLS_OK;

	if (!known)
		status = scls_grow(&s->allocator, (void **)&r->sample,
		                   &r->room_sample, r->n_sample + 1,
		                   sizeof(*r->sample));
	if (known || status != SPAMCLS_OK) {
		scls_form_drop(&s->forms, &s->allocator, link->form);
		return status;
	}
	memmove(&r->sample[at + 1], &r->sample[at],
	        (r->n_sample - at) * sizeof(*r->sample));
	r->sample[at] = *link;
	r->n_sample++;
	cut_sample(s, r, scls_sample_most(s, r->scope));
	return SPAMCLS_OK;
}

scls_status scls_rollup_sample(spamcls_sketch *s, scls_rollup *r,
                               uint64_t hash, const spamcls_marked *text)
{
	scls_sampled link = { hash, NULL };

	/* Nearly every link of a large site ends here. */
	if (r->n_sample >= scls_sample_most(s, r->scope)
	    && hash > r->sample[r->n_sample - 1].hash)
		return SPAMCLS_OK;
	SCLS_TRY(scls_form_hold(&s->forms, &s->allocator, text, &link.form));
	return insert(s, r, &link);
}

static void free_one(spamcls_sketch *s, scls_rollup *r)
{
	cut_sample(s, r, 0);
	scls_free(&s->allocator, r->sample,
	          r->room_sample * sizeof(*r->sample));
	scls_free(&s->allocator, r, size_of(r));
}

static void trim_one(spamcls_sketch *s, scls_rollup *r)
{
	if (scls_rollup_stays(s, r->scope, r->node.hash)) {
		cut_sample(s, r, scls_sample_most(s, r->scope));
		scls_table_put(&s->rollups, &r->node);
	} else {
		s->n_of[r->scope]--;
		free_one(s, r);
	}
}

void scls_rollups_trim(spamcls_sketch *s)
{
	for (scls_node *n = scls_table_empty(&s->rollups), *next; n;
	     n = next) {
		next = n->next[1];
		trim_one(s, (scls_rollup *)n);
	}
}

static int too_many(const spamcls_sketch *s, unsigned scope)
{
	return s->n_of[scope] > s->sites && s->level[scope] < SCLS_LEVEL_MOST;
}

void scls_rollups_fit(spamcls_sketch *s)
{
	for (unsigned scope = 1; scope < SPAMCLS_SCOPES; scope++)
		while (too_many(s, scope)) {
			s->level[scope]++;
			scls_rollups_trim(s);
		}
}

static void free_node(void *sketch, scls_node *node)
{
	free_one(sketch, (scls_rollup *)node);
}

void scls_rollups_free(spamcls_sketch *s)
{
	scls_table_each(&s->rollups, free_node, s);
	scls_table_free(&s->rollups, &s->allocator);
}
