/* support.c - see support.h. */
#include "model/support.h"

#include "base/hash.h"
#include "base/inline.h"

#define GROUP_STEPS 10u
#define FAMILY_STEPS 8u
#define FILTER_MORE 5 /* bits of a pair's hash beyond an n-gram's */

/* What is known of all n-grams of one hash. */
typedef struct place {
	uint16_t groups, families;
} place;

struct scls_support {
	place *places;
	uint8_t *once, *twice; /* a bit a kin and n-gram (Bloom, 1970) */
	uint32_t mask;
	uint64_t pair_mask;
	spamcls_allocator allocator;
};

static size_t filter_size(const scls_support *s)
{
	return (size_t)((s->pair_mask + 1) / 8);
}

scls_status scls_support_new(scls_support **out, uint32_t bits,
                             const spamcls_allocator *allocator)
{
	scls_support *s = scls_alloc_zero(allocator, 1, sizeof(*s));

	if (!s)
		return SPAMCLS_E_NOMEM;
	s->allocator = *allocator;
	s->mask = (1u << bits) - 1;
	s->pair_mask = (UINT64_C(1) << (bits + FILTER_MORE)) - 1;
	s->places = scls_alloc_zero(allocator, (size_t)s->mask + 1,
	                            sizeof(*s->places));
	s->once = scls_alloc_zero(allocator, filter_size(s), 1);
	s->twice = scls_alloc_zero(allocator, filter_size(s), 1);
	if (!s->places || !s->once || !s->twice) {
		scls_support_free(s);
		return SPAMCLS_E_NOMEM;
	}
	*out = s;
	return SPAMCLS_OK;
}

void scls_support_free(scls_support *s)
{
	spamcls_allocator a;

	if (!s)
		return;
	a = s->allocator;
	scls_free(&a, s->places, ((size_t)s->mask + 1) * sizeof(*s->places));
	scls_free(&a, s->once, filter_size(s));
	scls_free(&a, s->twice, filter_size(s));
	scls_free(&a, s, sizeof(*s));
}

static uint64_t pair_of(const scls_support *s, uint32_t id, uint32_t kin)
{
	return scls_hash_mix((uint64_t)kin << 32 | id) & s->pair_mask;
}

static int test_bit(const uint8_t *bits, uint64_t at)
{
	return bits[at / 8] >> at % 8 & 1;
}

static void set_bit(uint8_t *bits, uint64_t at)
{
	bits[at / 8] = (uint8_t)(bits[at / 8] | 1u << at % 8);
}

/* Whether it was not set. */
static int set_first(uint8_t *bits, uint64_t at)
{
	if (test_bit(bits, at))
		return 0;
	set_bit(bits, at);
	return 1;
}

static void count_one(uint16_t *count)
{
	*count = (uint16_t)(*count + (*count < UINT16_MAX));
}

/* A family counts from the second time on: once may be a filler's chance. */
void scls_support_add(scls_support *s, const scls_features *features,
                      uint32_t kin)
{
	for (uint32_t i = 0; i < features->n; i++) {
		uint32_t id = features->ids[i];
		place *p = &s->places[id & s->mask];
		uint64_t pair;

		if (!(id & SCLS_HASHED))
			continue;
		pair = pair_of(s, id, kin);
		if (set_first(s->once, pair)) {
			if (kin & SCLS_KIN_GROUP)
				count_one(&p->groups);
		} else if (!(kin & SCLS_KIN_GROUP)
		           && set_first(s->twice, pair)) {
			count_one(&p->families);
		}
	}
}

/* How many of the rising limits n reaches. */
static uint32_t step_of(uint32_t n, const uint16_t *limits, uint32_t count)
{
	uint32_t step = 0;

	while (step < count && n >= limits[step])
		step++;
	return step;
}

uint32_t scls_support_cell(const scls_support *s, uint32_t id, uint32_t kin)
{
	/* What fewer groups have may be a name, or chance. */
	static const uint16_t groups[GROUP_STEPS - 1] = { 3,  4,  6,  9,   16,
		                                          30, 70, 250, 1000 };
	static const uint16_t families[FAMILY_STEPS - 1] = { 1, 2,  3, 5,
		                                             9, 18, 45 };
	const place *p = &s->places[id & s->mask];
	uint32_t n = p->groups, f = p->families, group_step, family_step;
	uint64_t pair = pair_of(s, id, kin);

	if (kin & SCLS_KIN_GROUP)
		n -= n > 0 && test_bit(s->once, pair);
	else if (kin != SCLS_KIN_STRANGER)
		f -= f > 0 && test_bit(s->twice, pair);
	group_step = step_of(n, groups, GROUP_STEPS - 1);
	family_step = step_of(f, families, FAMILY_STEPS - 1);
	if (group_step == 0 && family_step == 0)
		return 0;
	return (scls_feature_kind(id) * GROUP_STEPS + group_step)
	               * FAMILY_STEPS + family_step;
}

void scls_support_fetch(const scls_support *s, const scls_features *features,
                        uint32_t kin)
{
	const uint8_t *bits = kin & SCLS_KIN_GROUP ? s->once : s->twice;

	for (uint32_t i = 0; i < features->n; i++) {
		uint32_t id = features->ids[i];

		SCLS_PREFETCH(&s->places[id & s->mask]);
		SCLS_PREFETCH(&bits[pair_of(s, id, kin) / 8]);
	}
}

void scls_support_cells(const scls_support *s, scls_features *features,
                        uint32_t kin)
{
	uint32_t n = 0;

	for (uint32_t i = 0; i < features->n; i++) {
		uint32_t id = features->ids[i];

		if (id & SCLS_HASHED) {
			id = scls_support_cell(s, id, kin);
			if (id == 0)
				continue;
			id |= SCLS_HASHED;
		}
		features->ids[n++] = id;
	}
	features->n = n;
}
