/*
 * sketch_file.c - the bytes of a sketch, little endian:
 *
 *   0 "SCLSSKCH"   8 u32 format   12 u32 sites   16 u32 sample
 *  20 u32 forms   24 u32 sites kept   28 u8 level[4]
 *  32 u64 size    40 u64 checksum (scls_hash_file)
 *  48 forms:  u16 size of the family, u16 of the skeleton, both texts;
 *             in order
 *     sites:  u8 scope, u8 0, u16 size of the name, u32 links sampled,
 *             u64 count[6], name, {u64 hash, u32 form}[]; by scope, by name
 *
 * Everything stands in one order, so equal sketches are equal bytes; the
 * loader refuses any other order.
 */
#include "mine/sketch_file.h"

#include "base/bytes.h"
#include "base/hash.h"
#include "base/sort.h"

#include <stddef.h>

/* What is written, in order. */
typedef struct listing {
	void **forms, **rollups;
} listing;

static void append(void *user, scls_node *node)
{
	void ***to = user;

	*(*to)++ = node;
}

static int compare_forms(const void *a, const void *b)
{
	return scls_form_compare(*(void *const *)a, *(void *const *)b);
}

static int compare_rollups(const void *a, const void *b)
{
	return scls_rollup_compare(*(void *const *)a, *(void *const *)b);
}

/* All nodes of a table, sorted; a node is a form or a roll-up. */
static scls_status list(const scls_table *table, const spamcls_allocator *a,
                        scls_compare compare, void ***out)
{
	void **all = scls_alloc_zero(a, table->n + 1, sizeof(*all));
	void **to = all;

	if (!all)
		return SPAMCLS_E_NOMEM;
	scls_table_each(table, append, &to);
	scls_sort(all, table->n, sizeof(*all), compare);
	*out = all;
	return SPAMCLS_OK;
}

static size_t form_size(const scls_form *f)
{
	return SKETCH_FORM + f->family_size + f->skeleton_size;
}

static size_t rollup_size(const scls_rollup *r)
{
	return SKETCH_SITE + r->name_size + SKETCH_LINK * r->n_sample;
}

static size_t size_of(const spamcls_sketch *s, const listing *l)
{
	size_t size = SKETCH_HEAD;

	for (size_t i = 0; i < s->forms.n; i++)
		size += form_size(l->forms[i]);
	for (size_t i = 0; i < s->rollups.n; i++)
		size += rollup_size(l->rollups[i]);
	return size;
}

static unsigned char *put_text(unsigned char *p, const char *text, size_t n)
{
	memcpy(p, text, n);
	return p + n;
}

static unsigned char *put_form(unsigned char *p, const scls_form *f)
{
	scls_put16(p, f->family_size);
	scls_put16(p + 2, f->skeleton_size);
	p = put_text(p + SKETCH_FORM, scls_form_family(f), f->family_size);
	return put_text(p, scls_form_skeleton(f), f->skeleton_size);
}

static unsigned char *put_rollup(unsigned char *p, const scls_rollup *r)
{
	p[0] = r->scope;
	p[1] = 0;
	scls_put16(p + 2, r->name_size);
	scls_put32(p + 4, (uint32_t)r->n_sample);
	for (unsigned i = 0; i < SCLS_COUNTS; i++)
		scls_put64(p + 8 + 8 * i, r->count[i]);
	p = put_text(p + SKETCH_SITE, r->name, r->name_size);
	for (size_t i = 0; i < r->n_sample; i++, p += SKETCH_LINK) {
		scls_put64(p, r->sample[i].hash);
		scls_put32(p + 8, r->sample[i].form->number);
	}
	return p;
}

static void put_head(unsigned char *p, const spamcls_sketch *s, size_t size)
{
	memcpy(p, SKETCH_MAGIC, 8);
	scls_put32(p + 8, SKETCH_FORMAT);
	scls_put32(p + 12, s->sites);
	scls_put32(p + 16, s->sample);
	scls_put32(p + 20, (uint32_t)s->forms.n);
	scls_put32(p + 24, (uint32_t)s->rollups.n);
	memcpy(p + 28, s->level, SPAMCLS_SCOPES);
	scls_put64(p + 32, size);
	scls_put64(p + SKETCH_CHECKSUM, 0);
}

static scls_status write_all(spamcls_sketch *s, const listing *l)
{
	size_t size = size_of(s, l);
	unsigned char *bytes = scls_alloc(&s->allocator, size), *p;

	if (!bytes)
		return SPAMCLS_E_NOMEM;
	put_head(bytes, s, size);
	p = bytes + SKETCH_HEAD;
	for (size_t i = 0; i < s->forms.n; i++)
		p = put_form(p, l->forms[i]);
	for (size_t i = 0; i < s->rollups.n; i++)
		p = put_rollup(p, l->rollups[i]);
	scls_put64(bytes + SKETCH_CHECKSUM,
	           scls_hash_file(bytes, size, SKETCH_CHECKSUM));
	scls_free(&s->allocator, s->bytes, s->n_bytes);
	s->bytes = bytes;
	s->n_bytes = size;
	return SPAMCLS_OK;
}

scls_status scls_sketch_bytes(spamcls_sketch *s, const void **data,
                              size_t *size)
{
	listing l = { NULL, NULL };
	scls_status status = SPAMCLS_E_STATE;

	if (s->spoiled)
		return status;
	status = list(&s->forms, &s->allocator, compare_forms, &l.forms);
	if (status == SPAMCLS_OK)
		status = list(&s->rollups, &s->allocator, compare_rollups,
		              &l.rollups);
	if (status == SPAMCLS_OK) {
		for (size_t i = 0; i < s->forms.n; i++)
			((scls_form *)l.forms[i])->number = (uint32_t)i;
		status = write_all(s, &l);
	}
	scls_free(&s->allocator, l.forms, (s->forms.n + 1) * sizeof(void *));
	scls_free(&s->allocator, l.rollups,
	          (s->rollups.n + 1) * sizeof(void *));
	if (status != SPAMCLS_OK)
		return status;
	*data = s->bytes;
	*size = s->n_bytes;
	return SPAMCLS_OK;
}
