/*
 * grams.c - hashed n-grams of wording, frame and slot order; see measure.h.
 *
 * A token is a Han character, a word of an alphabet, a mark, or a slot.
 */
#include "headline/measure.h"

#include "base/inline.h"
#include "base/limits.h"
#include "headline/fold.h"
#include "headline/gram_ids.h"

#define PART 4         /* characters of a piece of a word */
#define PAIRS 14       /* classes of a headline that are paired */

#define PRIME SCLS_GRAM_PRIME
#define EDGE 0x51ED270Bu /* stands before the first and behind the last token */

/* All tokens of a line, an edge before and one behind them. */
typedef struct tokens {
	uint32_t n;
	uint32_t hash[SCLS_MAX_HEADLINE + 2 + SCLS_GRAM_LANES];
	uint16_t begin[SCLS_MAX_HEADLINE + 2];
	uint16_t end[SCLS_MAX_HEADLINE + 2];
} tokens;

static uint32_t join(uint32_t hash, uint32_t more)
{
	return scls_gram_join(hash, more);
}

SCLS_INLINE void add_token(tokens *t, uint32_t hash, uint32_t begin,
                           uint32_t end)
{
	t->hash[t->n] = hash;
	t->begin[t->n] = (uint16_t)begin;
	t->end[t->n++] = (uint16_t)end;
}

/* n-grams of size tokens are features from id number at on: the first ends
 * with token `from`. */
static void put_evidence(const tokens *t, uint32_t from, uint32_t size,
                         scls_features *f, uint32_t at)
{
	for (uint32_t i = from; f->evidence && at < f->n; i++, at++) {
		f->evidence[at].begin = t->begin[i + 1 - size];
		f->evidence[at].end = t->end[i];
	}
}

/* All n-grams of that size, 1 to 3; an edge alone is none. */
SCLS_INLINE void put(const tokens *t, enum scls_group group, uint32_t size,
                     scls_features *f)
{
	static void (*const ids_of[])(const uint32_t *, uint32_t,
	                              enum scls_group, uint32_t *) = {
		scls_gram_ones, scls_gram_twos, scls_gram_threes
	};
	uint32_t from = size < 3 ? 1 : 2, last = t->n - (size == 1);
	uint32_t at = f->n, n = last - from;

	if (f->room - at < n + SCLS_GRAM_LANES)
		return;
	ids_of[size - 1](t->hash + from, n, group, f->ids + at);
	f->n += n;
	put_evidence(t, from, size, f, at);
}

/* The word of an alphabet at unit[at]: its end and its hash. */
static uint32_t word_end(const uint32_t *unit, uint32_t n, uint32_t at,
                         uint32_t *hash)
{
	*hash = PRIME;
	for (; at < n && scls_is_latin(unit[at]); at++)
		*hash = join(*hash, unit[at]);
	return at;
}

/* The token of units at `at`, whose slot is the one there, or behind it. */
SCLS_INLINE uint32_t add_word(const scls_headline *h, const scls_slot *slot,
                              uint32_t at, tokens *t)
{
	uint32_t c = h->units[at], end = at + 1, hash = c;

	if (slot && slot->begin == at && slot->cls <= SCLS_CLASS_NUM) {
		hash = SCLS_SYMBOL + slot->cls;
		end = slot->end;
	} else if (scls_is_latin(c)) {
		end = word_end(h->units, h->n_units, at, &hash);
	} else if (scls_is_digit(c)) {
		hash = '0'; /* the value is the numbers' business */
	}
	add_token(t, hash, at, end);
	return end;
}

/* Where there are neither words nor anybody who asks for places, a token is a
 * unit, or a slot that is a number. */
static void plain_wording(const scls_headline *h, tokens *t)
{
	const scls_slot *slot = h->slots, *last = slot + h->n_slots;
	uint32_t n = 0, at = 0;

	t->hash[n++] = EDGE;
	while (at < h->n_units) {
		uint32_t end = h->n_units;

		while (slot < last && slot->cls > SCLS_CLASS_NUM)
			slot++;
		if (slot < last)
			end = slot->begin;
		for (; at < end; at++) {
			uint32_t c = h->units[at];

			t->hash[n++] = scls_is_digit(c) ? '0' : c;
		}
		if (slot < last) {
			t->hash[n++] = SCLS_SYMBOL + slot->cls;
			at = slot++->end;
		}
	}
	t->hash[n++] = EDGE;
	t->n = n;
}

/* All tokens of units; a number is one, however it is written. */
static void wording(const scls_headline *h, tokens *t)
{
	const scls_slot *slot = h->slots, *last = slot + h->n_slots;

	t->n = 0;
	add_token(t, EDGE, 0, 0);
	for (uint32_t at = 0; at < h->n_units;) {
		while (slot < last && slot->begin < at)
			slot++;
		at = add_word(h, slot < last ? slot : NULL, at, t);
	}
	add_token(t, EDGE, h->n_units, h->n_units);
}

/* Of the skeleton every piece is one. */
static void plain_skeleton(const scls_headline *h, tokens *t)
{
	t->hash[0] = EDGE;
	memcpy(t->hash + 1, h->skeleton, h->n_skeleton * sizeof(t->hash[0]));
	t->hash[h->n_skeleton + 1] = EDGE;
	t->n = h->n_skeleton + 2;
}

/* All tokens of the skeleton. */
static void skeleton(const scls_headline *h, tokens *t)
{
	uint32_t n = h->n_skeleton;

	t->n = 0;
	add_token(t, EDGE, 0, 0);
	for (uint32_t at = 0, end; at < n; at = end) {
		uint32_t c = h->skeleton[at], hash = c;

		end = at + 1;
		if (scls_is_latin(c))
			end = word_end(h->skeleton, n, at, &hash);
		add_token(t, hash, h->skeleton_unit[at],
		          end < n ? h->skeleton_unit[end] : h->n_units);
	}
	add_token(t, EDGE, h->n_units, h->n_units);
}

/* Slots count as their kinds from now on. */
static void to_outline(tokens *t)
{
	for (uint32_t i = 1; i + 1 < t->n; i++) {
		uint32_t cls = t->hash[i] - SCLS_SYMBOL;
		enum scls_kind kind = SCLS_KIND_ITSELF;

		if (cls < SCLS_CLASS_COUNT)
			kind = scls_class_kind(cls);
		if (kind != SCLS_KIND_ITSELF)
			t->hash[i] = (uint32_t)kind;
	}
}

/* Short pieces inside words, for words that were never seen. */
static void parts(const scls_headline *h, scls_features *features)
{
	uint32_t at = 0;

	while (at < h->n_units) {
		uint32_t whole;
		uint32_t end = at + 1;

		if (scls_is_latin(h->units[at]))
			end = word_end(h->units, h->n_units, at, &whole);
		for (uint32_t i = at; i + PART <= end; i++) {
			uint32_t hash = EDGE;
			for (uint32_t k = 0; k < PART; k++)
				hash = join(hash, h->units[i + k]);
			scls_features_add(features, scls_feature_hashed(
			        SCLS_GROUP_PART, 1, hash),
			        i, i + PART);
		}
		at = end;
	}
}

/* How far apart two slots stand: 0, 1-2, 3-6, more. */
static uint32_t gap_of(uint32_t from, uint32_t to)
{
	uint32_t gap = to - from;

	if (gap == 0)
		return 0;
	if (gap <= 2)
		return 1;
	return gap <= 6 ? 2 : 3;
}

/* The classes alone. */
static void order(const scls_headline *h, tokens *t)
{
	t->n = 0;
	add_token(t, EDGE, 0, 0);
	for (uint32_t i = 0; i < h->n_slots; i++)
		add_token(t, h->slots[i].cls + 1u, h->slots[i].begin,
		          h->slots[i].end);
	add_token(t, EDGE, h->n_units, h->n_units);
}

/* The gaps between them too, from now on. */
static void add_gaps(tokens *t)
{
	uint32_t last = t->n - 1;

	for (uint32_t i = 1; i < last; i++)
		t->hash[i] += (gap_of(t->end[i - 1], t->begin[i]) + 1) << 8;
	t->hash[last] += gap_of(t->end[last - 1], t->begin[last]) + 1;
}

/* Every two classes that stand in the same headline, whatever their order. */
static void pairs(const scls_headline *h, scls_features *features)
{
	uint8_t cls[PAIRS];
	uint64_t seen = 0;
	unsigned n = 0;

	for (uint32_t i = 0; i < h->n_slots && n < PAIRS; i++) {
		if (seen >> h->slots[i].cls & 1)
			continue;
		seen |= UINT64_C(1) << h->slots[i].cls;
		cls[n++] = h->slots[i].cls;
	}
	for (unsigned i = 0; i < n; i++)
		for (unsigned k = 0; k <= i; k++) {
			unsigned a = cls[i] < cls[k] ? cls[i] : cls[k];
			unsigned b = cls[i] < cls[k] ? cls[k] : cls[i];
			uint32_t hash = join(join(PRIME, a + 1u), b + 1u);

			scls_features_add(features, scls_feature_hashed(
			        SCLS_GROUP_PAIR, 2, hash), 0, 0);
		}
}

/* Letters of an alphabet, and other characters below them that are not Han. */
static int has_letters(const scls_headline *h)
{
	uint32_t found = 0;

	for (uint32_t i = 0; i < h->n_units; i++)
		found |= (h->units[i] - 'a' < 26u)
		         | (h->units[i] - 0xC0u < 0x2D40u);
	return found != 0;
}

void scls_measure_grams(const scls_headline *h, scls_features *features)
{
	int plain = !features->evidence && !has_letters(h);
	tokens t;

	if (plain)
		plain_wording(h, &t);
	else
		wording(h, &t);
	put(&t, SCLS_GROUP_WORDING, 1, features);
	put(&t, SCLS_GROUP_WORDING, 2, features);
	put(&t, SCLS_GROUP_WORDING, 3, features);
	if (plain)
		plain_skeleton(h, &t);
	else
		skeleton(h, &t);
	put(&t, SCLS_GROUP_FRAME, 1, features);
	put(&t, SCLS_GROUP_FRAME, 2, features);
	to_outline(&t);
	put(&t, SCLS_GROUP_OUTLINE, 2, features);
	put(&t, SCLS_GROUP_OUTLINE, 3, features);
	order(h, &t);
	put(&t, SCLS_GROUP_ORDER, 2, features);
	put(&t, SCLS_GROUP_ORDER, 3, features);
	add_gaps(&t);
	put(&t, SCLS_GROUP_ORDER, 2, features);
	put(&t, SCLS_GROUP_ORDER, 3, features);
	if (!plain)
		parts(h, features);
	pairs(h, features);
}
