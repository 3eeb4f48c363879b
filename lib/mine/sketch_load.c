/*
 * sketch_load.c - a sketch from bytes, none of which is trusted; the layout
 * stands in sketch_file.c.
 */
#include "base/bytes.h"
#include "base/hash.h"
#include "base/limits.h"
#include "base/utf8.h"
#include "mine/sketch_file.h"

typedef struct loader {
	scls_span in;
	size_t at;
	spamcls_sketch *s;
	scls_form **forms;     /* by number; each held once by the loader */
	uint32_t n_forms, form_room, n_sites;
	spamcls_error *error;
} loader;

static scls_status wrong(const loader *l, const char *message)
{
	scls_status status = scls_error_set(l->error, SPAMCLS_E_FORMAT, "", 0,
	                                    0, message);

	if (l->error)
		l->error->offset = l->at;
	return status;
}

/* The next n bytes; NULL where the file ends before. */
static const unsigned char *take(loader *l, size_t n)
{
	const unsigned char *p;

	if (n > l->in.size - l->at)
		return NULL;
	p = (const unsigned char *)l->in.data + l->at;
	l->at += n;
	return p;
}

/* A text of n bytes: UTF-8 without NUL. */
static int take_text(loader *l, size_t n, size_t most, scls_span *out)
{
	out->data = (const char *)take(l, n);
	out->size = n;
	return out->data && n <= most && scls_utf8_valid(out->data, n) == n
	       && !memchr(out->data, '\0', n);
}

static scls_status check_head(loader *l)
{
	const unsigned char *p = take(l, SKETCH_HEAD);

	if (!p || memcmp(p, SKETCH_MAGIC, 8) != 0)
		return wrong(l, "not a sketch");
	if (scls_get32(p + 8) != SKETCH_FORMAT)
		return scls_error_set(l->error, SPAMCLS_E_VERSION, "", 0, 0,
		                      "sketch of another format: make it "
		                      "again with this version");
	if (scls_get64(p + 32) != l->in.size)
		return wrong(l, "sketch cut short, or something behind it");
	if (scls_get64(p + SKETCH_CHECKSUM)
	    != scls_hash_file(p, l->in.size, SKETCH_CHECKSUM))
		return wrong(l, "sketch damaged: checksum differs");
	return SPAMCLS_OK;
}

static scls_status read_limits(loader *l)
{
	const unsigned char *p = (const unsigned char *)l->in.data;
	spamcls_sketch *s = l->s;
	int bad;

	s->sites = scls_get32(p + 12);
	s->sample = scls_get32(p + 16);
	l->form_room = scls_get32(p + 20);
	l->n_sites = scls_get32(p + 24);
	memcpy(s->level, p + 28, SPAMCLS_SCOPES);
	bad = s->sites == 0 || s->sites > SCLS_MAX_SITES || s->sample == 0
	      || s->sample > SCLS_MAX_SAMPLE || s->level[0] != 0
	      || l->form_room > l->in.size / SKETCH_FORM;
	for (unsigned i = 0; i < SPAMCLS_SCOPES; i++)
		bad |= s->level[i] > SCLS_LEVEL_MOST;
	return bad ? wrong(l, "sketch with impossible limits") : SPAMCLS_OK;
}

static scls_status read_form(loader *l)
{
	const unsigned char *p = take(l, SKETCH_FORM);
	spamcls_marked text;
	scls_form *form;

	if (!p
	    || !take_text(l, scls_get16(p), SCLS_MAX_FAMILY, &text.family)
	    || !take_text(l, scls_get16(p + 2), SCLS_MAX_SKELETON,
	                  &text.skeleton))
		return wrong(l, "a form is cut short or no text");
	SCLS_TRY(scls_form_hold(&l->s->forms, &l->s->allocator, &text, &form));
	l->forms[l->n_forms++] = form;
	if (l->n_forms > 1
	    && scls_form_compare(l->forms[l->n_forms - 2], form) >= 0)
		return wrong(l, "forms out of order");
	return SPAMCLS_OK;
}

static int counts_fit(const uint64_t *count)
{
	return count[SCLS_SUSPECT] <= count[SCLS_PAGES]
	       && count[SCLS_FARM] <= count[SCLS_PAGES] - count[SCLS_SUSPECT]
	       && count[SCLS_MARKED] <= count[SCLS_LINKS];
}

static scls_status read_link(loader *l, scls_rollup *r)
{
	const unsigned char *p = take(l, SKETCH_LINK);
	const scls_sampled *last = &r->sample[r->n_sample];
	scls_sampled link;
	uint32_t number = p ? scls_get32(p + 8) : UINT32_MAX;

	if (number >= l->n_forms)
		return wrong(l, "a link without its form");
	link.hash = scls_get64(p);
	link.form = l->forms[number];
	if (r->n_sample > 0
	    && (link.hash < last[-1].hash
	        || (link.hash == last[-1].hash
	            && scls_form_compare(link.form, last[-1].form) <= 0)))
		return wrong(l, "links out of order");
	link.form->held++;
	r->sample[r->n_sample++] = link;
	return SPAMCLS_OK;
}

static scls_status read_sample(loader *l, scls_rollup *r, uint32_t n)
{
	if (n > scls_sample_most(l->s, r->scope)
	    || n > r->count[SCLS_MARKED]
	    || n > (l->in.size - l->at) / SKETCH_LINK)
		return wrong(l, "more links than there can be");
	SCLS_TRY(scls_grow(&l->s->allocator, (void **)&r->sample,
	                   &r->room_sample, n, sizeof(*r->sample)));
	for (uint32_t i = 0; i < n; i++)
		SCLS_TRY(read_link(l, r));
	return SPAMCLS_OK;
}

/* The site whose head is p: it must come behind the last one. */
static scls_status read_name(loader *l, const unsigned char *p,
                             const scls_rollup *last, scls_rollup **site)
{
	unsigned scope = p[0];
	scls_span name;

	if (scope >= SPAMCLS_SCOPES || p[1] != 0
	    || !take_text(l, scls_get16(p + 2), SCLS_MAX_SITE_NAME, &name)
	    || (scope == SPAMCLS_SCOPE_ALL) != (name.size == 0))
		return wrong(l, "a site without a proper name");
	if (!scls_rollup_stays(l->s, scope, scls_rollup_hash(scope, name)))
		return wrong(l, "a site that should have been left out");
	SCLS_TRY(scls_rollup_get(l->s, scope, name, site));
	if (last && scls_rollup_compare(last, *site) >= 0)
		return wrong(l, "sites out of order");
	return SPAMCLS_OK;
}

static scls_status read_site(loader *l, scls_rollup **last)
{
	const unsigned char *p = take(l, SKETCH_SITE);
	scls_rollup *r;

	if (!p)
		return wrong(l, "a site is cut short");
	SCLS_TRY(read_name(l, p, *last, &r));
	for (unsigned i = 0; i < SCLS_COUNTS; i++)
		r->count[i] = scls_get64(p + 8 + 8 * i);
	if (!counts_fit(r->count))
		return wrong(l, "counts that contradict each other");
	*last = r;
	return read_sample(l, r, scls_get32(p + 4));
}

/* The loader lets go of the forms; each must be some link's. */
static scls_status release_forms(loader *l)
{
	int unused = 0;

	for (uint32_t i = 0; i < l->n_forms; i++) {
		unused |= l->forms[i]->held == 1;
		scls_form_drop(&l->s->forms, &l->s->allocator, l->forms[i]);
	}
	return unused ? wrong(l, "a form that no link has") : SPAMCLS_OK;
}

static scls_status read_all(loader *l)
{
	scls_rollup *last = NULL;

	for (uint32_t i = 0; i < l->form_room; i++)
		SCLS_TRY(read_form(l));
	for (uint32_t i = 0; i < l->n_sites; i++)
		SCLS_TRY(read_site(l, &last));
	for (unsigned i = 0; i < SPAMCLS_SCOPES; i++)
		if (l->s->n_of[i] > l->s->sites)
			return wrong(l, "more sites than the limit");
	return l->at == l->in.size ? SPAMCLS_OK
	                           : wrong(l, "something behind the sites");
}

static scls_status load(loader *l)
{
	const spamcls_allocator *a = &l->s->allocator;
	scls_status status, released;

	SCLS_TRY(read_limits(l));
	l->forms = scls_alloc_zero(a, l->form_room + 1u, sizeof(*l->forms));
	if (!l->forms)
		return SPAMCLS_E_NOMEM;
	status = read_all(l);
	released = release_forms(l);
	scls_free(a, l->forms, (l->form_room + 1u) * sizeof(*l->forms));
	return status != SPAMCLS_OK ? status : released;
}

scls_status scls_sketch_load(spamcls_sketch **sketch, scls_span data,
                             const spamcls_allocator *allocator,
                             spamcls_error *error)
{
	spamcls_sketch_options options = SPAMCLS_SKETCH_OPTIONS_INIT;
	loader l = { data, 0, NULL, NULL, 0, 0, 0, error };
	scls_status status;

	options.allocator = allocator;
	SCLS_TRY(check_head(&l));
	status = scls_sketch_new(&l.s, &options);
	if (status == SPAMCLS_OK)
		status = load(&l);
	if (status == SPAMCLS_OK) {
		*sketch = l.s;
		return SPAMCLS_OK;
	}
	scls_sketch_free(l.s);
	if (status == SPAMCLS_E_NOMEM)
		scls_error_set(error, status, "", 0, 0,
		               "no memory for the sketch");
	return status;
}
