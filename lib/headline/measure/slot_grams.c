/* slot_grams.c - tokens of slots: their classes, kinds, order; see tokens.h. */
#include "headline/measure/tokens.h"

#include "base/bits.h"
#include "headline/latin.h"

#define PAIRS 14 /* classes of a headline that are paired */

_Static_assert(SCLS_CLASS_COUNT <= 64, "a bit for each class in a word");

scls_twice scls_slots_twice(const scls_headline *h)
{
	uint64_t classes = 0, classes_twice = 0, kind = 0, kinds_twice = 0;
	scls_twice twice;

	for (uint32_t i = 0; i < h->n_slots; i++) {
		uint64_t c = UINT64_C(1) << h->slots[i].cls;
		uint64_t k = UINT64_C(1)
		             << scls_class_kinds[h->slots[i].cls];

		classes_twice |= classes & c;
		classes |= c;
		kinds_twice |= kind & k;
		kind |= k;
	}
	twice.classes = classes_twice != 0;
	twice.kinds = twice.classes
	              || kinds_twice >> (SCLS_KIND_ITSELF + 1) != 0;
	return twice;
}

/* Of 64 tokens at most those that are slots become their kinds. */
static void to_kinds(uint32_t *token, uint32_t n)
{
	uint64_t slots = scls_range_bits(token, n, SCLS_SYMBOL,
	                                 SCLS_SYMBOL + SCLS_CLASS_COUNT - 1);

	for (; slots != 0; slots &= slots - 1) {
		uint32_t *slot = &token[scls_lowest_bit(slots)];
		uint32_t kind = scls_class_kinds[*slot - SCLS_SYMBOL];

		*slot = kind != SCLS_KIND_ITSELF ? kind : *slot;
	}
}

void scls_tokens_outline(scls_tokens *t, const scls_twice *twice)
{
	uint32_t last = t->n - 1;

	for (uint32_t i = 1; i < last; i += 64)
		to_kinds(t->hash + i, last - i);
	if (twice->kinds)
		t->again = scls_tokens_again(t->hash + 1, last - 1);
}

/* How far apart two slots stand: 0, 1-2, 3-6, more. */
static uint32_t gap_of(uint32_t from, uint32_t to)
{
	uint32_t gap = to - from;

	return (uint32_t)(gap > 0) + (gap > 2) + (gap > 6);
}

void scls_tokens_order(const scls_headline *h, const scls_twice *twice,
                       scls_tokens *t)
{
	scls_tokens_begin(t);
	for (uint32_t i = 0; i < h->n_slots; i++)
		scls_tokens_add(t, h->slots[i].cls + 1u, h->slots[i].begin,
		                h->slots[i].end);
	scls_tokens_end(t, h->n_units, twice->classes);
}

void scls_tokens_gaps(scls_tokens *t, const scls_twice *twice)
{
	uint32_t last = t->n - 1;

	for (uint32_t i = 1; i < last; i++)
		t->hash[i] += (gap_of(t->end[i - 1], t->begin[i]) + 1) << 8;
	t->hash[last] += gap_of(t->end[last - 1], t->begin[last]) + 1;
	if (twice->classes)
		t->again = scls_tokens_again(t->hash + 1, last - 1);
}

/* A class as the lower one of a pair. */
static uint32_t lower(uint32_t cls)
{
	return scls_gram_join(SCLS_GRAM_PRIME, cls + 1u);
}

/* Its pairs with itself and the n before it. */
static void add_pairs(const uint32_t *cls, const uint32_t *lowers, uint32_t n,
                      scls_features *f)
{
	uint32_t last = cls[n];

	for (uint32_t k = 0; k <= n; k++) {
		int is_lower = last < cls[k];

		scls_features_add(f, scls_feature_hashed(
		        SCLS_GROUP_PAIR, 2, scls_gram_join(
		                is_lower ? lowers[n] : lowers[k],
		                (is_lower ? cls[k] : last) + 1u)), 0, 0);
	}
}

void scls_measure_pairs(const scls_headline *h, scls_features *features)
{
	uint32_t cls[PAIRS], lowers[PAIRS], n = 0;
	uint64_t seen = 0;

	for (uint32_t i = 0; i < h->n_slots && n < PAIRS; i++) {
		if (seen >> h->slots[i].cls & 1)
			continue;
		seen |= UINT64_C(1) << h->slots[i].cls;
		cls[n] = h->slots[i].cls;
		lowers[n] = lower(cls[n]);
		add_pairs(cls, lowers, n++, features);
	}
}
