/* support.c - see support.h. */
#include "model/support.h"

#include "base/hash.h"

#define ROW_STEPS 10u
#define FAMILY_STEPS 8u
#define FILTER_MORE 4 /* bits of a pair's hash beyond an n-gram's */

/* What is known of all n-grams of one hash. */
typedef struct place {
	uint32_t last;     /* ordinary row that counted last, and 1 */
	uint16_t rows, families;
} place;

struct scls_support {
	place *places;
	uint8_t *once, *twice; /* a bit a family and n-gram (Bloom, 1970) */
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

static void count_row(place *p, uint32_t row)
{
	if (p->last != row + 1 && p->rows < UINT16_MAX)
		p->rows++;
	p->last = row + 1;
}

/* A family counts from the second time on: once may be a filler's chance. */
static void count_family(scls_support *s, place *p, uint64_t pair)
{
	if (!test_bit(s->once, pair)) {
		set_bit(s->once, pair);
	} else if (!test_bit(s->twice, pair)) {
		set_bit(s->twice, pair);
		p->families = (uint16_t)(p->families
		                         + (p->families < UINT16_MAX));
	}
}

void scls_support_add(scls_support *s, const scls_features *features,
                      uint32_t kin, uint32_t row)
{
	for (uint32_t i = 0; i < features->n; i++) {
		uint32_t id = features->ids[i];
		place *p = &s->places[id & s->mask];

		if (!(id & SCLS_HASHED))
			continue;
		if (kin == SCLS_KIN_ORDINARY)
			count_row(p, row);
		else
			count_family(s, p, pair_of(s, id, kin));
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
	/* What fewer rows have may be a name, or chance. */
	static const uint16_t rows[ROW_STEPS - 1] = { 3,  4,  6,  9,   16,
		                                      30, 70, 250, 1000 };
	static const uint16_t families[FAMILY_STEPS - 1] = { 1, 2,  3, 5,
		                                             9, 18, 45 };
	const place *p = &s->places[id & s->mask];
	uint32_t n = p->rows, f = p->families, row_step, family_step;

	if (kin == SCLS_KIN_ORDINARY && n > 0)
		n--;
	else if (kin >= SCLS_KIN_FAMILY && f > 0
	         && test_bit(s->twice, pair_of(s, id, kin)))
		f--;
	row_step = step_of(n, rows, ROW_STEPS - 1);
	family_step = step_of(f, families, FAMILY_STEPS - 1);
	if (row_step == 0 && family_step == 0)
		return 0;
	return (scls_feature_kind(id) * ROW_STEPS + row_step) * FAMILY_STEPS
	       + family_step;
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
