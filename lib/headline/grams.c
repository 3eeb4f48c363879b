/*
 * grams.c - hashed n-grams of wording, frame and slot order; see measure.h.
 *
 * A token is a Han character, a word of an alphabet, a mark, or a slot.
 */
#include "headline/measure.h"

#include "base/bits.h"
#include "base/inline.h"
#include "base/limits.h"
#include "headline/fold.h"
#include "headline/gram_ids.h"
#include "headline/latin.h"
#include "headline/once.h"

#include <string.h>

#define PART 4         /* characters of a piece of a word */
#define PAIRS 14       /* classes of a headline that are paired */

#define PRIME SCLS_GRAM_PRIME
#define EDGE 0x51ED270Bu /* stands before the first and behind the last token */

/* What slots of a class count as in an outline; behind the last what counts as
 * itself. */
static const uint8_t kinds[SCLS_CLASS_COUNT + 1] = {
#define SCLS_CLASS(name, kind, en, zh) SCLS_KIND_##kind,
#include "headline/classes.def"
#undef SCLS_CLASS
	SCLS_KIND_ITSELF
};

/* All tokens of a line, an edge before and one behind them. */
typedef struct tokens {
	uint32_t n;
	int has_places; /* of all tokens, not of the slots alone */
	uint32_t hash[SCLS_MAX_HEADLINE + 2 + SCLS_GRAM_LANES];
	uint16_t begin[SCLS_MAX_HEADLINE + 2];
	uint16_t end[SCLS_MAX_HEADLINE + 2];
	int twice; /* one of them may stand */
	scls_once *once;
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

static void begin(tokens *t)
{
	t->n = 0;
	add_token(t, EDGE, 0, 0);
}

/* The n-grams of that size are features from id number `at` on. */
static void put_evidence(const tokens *t, uint32_t size, scls_features *f,
                         uint32_t at)
{
	uint32_t n = scls_gram_count(t->n - 2, size);
	uint32_t last = size < 3 ? 1 : 2;

	for (; n > 0; n--, last++, at++) {
		f->evidence[at].begin = t->begin[last + 1 - size];
		f->evidence[at].end = t->end[last];
	}
}

/* All n-grams of `least` to `most` tokens, behind what is there; returns how
 * many they are. */
static uint32_t write_grams(const tokens *t, enum scls_group group,
                            uint32_t least, uint32_t most, scls_features *f)
{
	uint32_t n = 0;

	for (uint32_t size = least; size <= most; size++) {
		if (f->evidence)
			put_evidence(t, size, f, f->n + n);
		n += scls_gram_count(t->n - 2, size);
	}
	scls_gram_ids(t->hash + 1, t->n - 2, group, least, most,
	              f->ids + f->n);
	return n;
}

/* Each of them once: longer ones stand twice only where shorter ones do, and
 * the shortest only where tokens do. */
static void put(const tokens *t, enum scls_group group, uint32_t least,
                uint32_t most, scls_features *f)
{
	uint32_t at, n;

	if (f->room - f->n < 3 * t->n + SCLS_GRAM_LANES)
		return;
	do {
		at = f->n;
		n = write_grams(t, group, least, most, f);
		f->n = at + scls_gram_count(t->n - 2, least);
	} while (t->twice && scls_keep_first(t->once, f, at)
	         && least++ < most);
	if (least <= most)
		f->n = at + n;
}

/* A row of units or pieces, and where its words stand. */
typedef struct row {
	const uint32_t *unit;
	uint32_t n;
	const uint64_t *latin;
	int has_words;
} row;

/* Digits as one and the same: the value is the numbers' business. */
static void read_units(row *r, const scls_headline *h, uint32_t *unit)
{
	uint32_t lanes = (h->n_units + SCLS_GRAM_LANES - 1)
	                 & ~(SCLS_GRAM_LANES - 1);

	r->unit = unit;
	r->n = h->n_units;
	for (uint32_t i = 0; i < lanes; i++)
		unit[i] = h->units[i] - '0' < 10u ? '0' : h->units[i];
	r->latin = h->latin;
	r->has_words = scls_next_bit(r->latin, r->n, 0, 1) < r->n;
}

/* The word from `at` to `end` as one token. */
SCLS_INLINE void add_word(const row *r, uint32_t at, uint32_t end, tokens *t)
{
	uint32_t hash = PRIME;

	for (uint32_t i = at; i < end; i++)
		hash = join(hash, r->unit[i]);
	add_token(t, hash, at, end);
}

/* Where tokens stand: for those who ask alone. */
static void add_places(uint32_t at, uint32_t end, tokens *t)
{
	for (uint32_t i = t->n; at < end; i++, at++) {
		t->begin[i] = (uint16_t)at;
		t->end[i] = (uint16_t)(at + 1);
	}
}

/* Units from `at` to `end`, where no word is, as they are; some behind them
 * are copied, too, and overwritten. */
SCLS_INLINE void add_units(const row *r, uint32_t at, uint32_t end, tokens *t)
{
	uint32_t *hash = t->hash + t->n;

	if (t->has_places)
		add_places(at, end, t);
	t->n += end - at;
	for (; at < end; at += SCLS_GRAM_LANES, hash += SCLS_GRAM_LANES)
		memcpy(hash, r->unit + at, SCLS_GRAM_LANES * sizeof(*hash));
}

/* Tokens of the row from `at` to `end`, or to the end of a word there. */
SCLS_INLINE uint32_t add_row(const row *r, uint32_t at, uint32_t end,
                             tokens *t)
{
	if (!r->has_words && at < end) {
		add_units(r, at, end, t);
		return end;
	}
	while (at < end) {
		uint32_t word = scls_next_bit(r->latin, end, at, 1);

		add_units(r, at, word, t);
		at = word;
		if (word < end) {
			at = scls_next_bit(r->latin, r->n, word, 0);
			add_word(r, word, at, t);
		}
	}
	return at;
}

/* No token: so that what lies behind the last is none. */
SCLS_INLINE void fill(tokens *t)
{
	for (uint32_t i = 0; i < SCLS_ONCE_LANES; i++)
		t->hash[t->n + i] = EDGE;
}

/* All tokens of units; a number is one, however it is written. */
static void wording(const scls_headline *h, const row *r, tokens *t)
{
	uint32_t at = 0;

	begin(t);
	for (uint32_t i = 0; i < h->n_slots; i++) {
		const scls_slot *slot = &h->slots[i];

		if (slot->cls > SCLS_CLASS_NUM)
			continue;
		at = add_row(r, at, slot->begin, t);
		if (at > slot->begin)
			continue;
		add_token(t, SCLS_SYMBOL + slot->cls, at, slot->end);
		at = slot->end;
	}
	add_row(r, at, r->n, t);
	fill(t);
	t->twice = scls_may_repeat(t->hash + 1, t->n - 1);
	add_token(t, EDGE, r->n, r->n);
}

/* Pieces know the units they stand on. */
static void to_units(const scls_headline *h, tokens *t)
{
	uint32_t n = h->n_skeleton;

	for (uint32_t i = 1; i < t->n; i++) {
		t->begin[i] = h->skeleton_unit[t->begin[i]];
		t->end[i] = (uint16_t)(t->end[i] < n
		                               ? h->skeleton_unit[t->end[i]]
		                               : h->n_units);
	}
}

/* All tokens of the skeleton, which has no words where the units have none,
 * and where those differ, too, but for classes that stand twice. */
static void skeleton(const scls_headline *h, const row *units, int classes,
                     tokens *t)
{
	uint64_t latin[SCLS_BITS_ROOM(SCLS_MAX_HEADLINE)];
	row r = { h->skeleton, h->n_skeleton, latin, units->has_words };

	if (r.has_words)
		scls_latin_bits(r.unit, r.n, latin);
	begin(t);
	add_row(&r, 0, r.n, t);
	if (t->has_places)
		to_units(h, t);
	fill(t);
	t->twice |= classes;
	if (r.has_words)
		t->twice |= scls_may_repeat(t->hash + 1, t->n - 1);
	add_token(t, EDGE, h->n_units, h->n_units);
}

/* Slots count as their kinds from now on. */
static void to_outline(tokens *t)
{
	for (uint32_t i = 1; i + 1 < t->n; i++) {
		uint32_t cls = t->hash[i] - SCLS_SYMBOL;
		uint32_t kind = kinds[cls < SCLS_CLASS_COUNT ? cls
		                                             : SCLS_CLASS_COUNT];

		t->hash[i] = kind != SCLS_KIND_ITSELF ? kind : t->hash[i];
	}
}

/* Places from `from` on, 64 of them, where PART letters stand in a row. */
static uint64_t parts_begin(const row *r, uint32_t from)
{
	uint64_t bits = r->latin[from / 64], more = 0;

	if (from + 64 < r->n)
		more = r->latin[from / 64 + 1];
	for (unsigned k = 1; k < PART; k++)
		bits &= r->latin[from / 64] >> k | more << (64 - k);
	return bits;
}

/* Short pieces inside words, for words that were never seen. */
static void parts(const row *r, scls_once *once, scls_features *features)
{
	uint32_t first = features->n;

	for (uint32_t from = 0; from < r->n; from += 64)
		for (uint64_t left = parts_begin(r, from); left != 0;
		     left &= left - 1) {
			uint32_t at = from + scls_lowest_bit(left);
			uint32_t hash = EDGE;

			for (uint32_t k = 0; k < PART; k++)
				hash = join(hash, r->unit[at + k]);
			scls_features_add(features, scls_feature_hashed(
			        SCLS_GROUP_PART, 1, hash), at, at + PART);
		}
	scls_keep_first(once, features, first);
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
	begin(t);
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

/* Not 0 where slots are of the same class, or of the same kind. */
typedef struct repeats {
	int classes, kinds;
} repeats;

static repeats slots_twice(const scls_headline *h)
{
	uint64_t classes = 0, classes_twice = 0, kind = 0, kinds_twice = 0;
	repeats r;

	for (uint32_t i = 0; i < h->n_slots; i++) {
		uint64_t c = UINT64_C(1) << h->slots[i].cls;
		uint64_t k = UINT64_C(1) << kinds[h->slots[i].cls];

		classes_twice |= classes & c;
		classes |= c;
		kinds_twice |= kind & k;
		kind |= k;
	}
	r.classes = classes_twice != 0;
	r.kinds = r.classes || kinds_twice >> (SCLS_KIND_ITSELF + 1) != 0;
	return r;
}

void scls_measure_grams(const scls_headline *h, scls_features *features)
{
	uint32_t unit[SCLS_MAX_HEADLINE + SCLS_GRAM_LANES];
	repeats twice = slots_twice(h);
	scls_once once;
	tokens t;
	row r;

	t.has_places = features->evidence != NULL;
	t.once = &once;
	memset(&once, 0, sizeof(once));
	read_units(&r, h, unit);
	wording(h, &r, &t);
	put(&t, SCLS_GROUP_WORDING, 1, 3, features);
	skeleton(h, &r, twice.classes, &t);
	put(&t, SCLS_GROUP_FRAME, 1, 2, features);
	to_outline(&t);
	t.twice |= twice.kinds;
	put(&t, SCLS_GROUP_OUTLINE, 2, 3, features);
	order(h, &t);
	t.twice = twice.classes;
	put(&t, SCLS_GROUP_ORDER, 2, 3, features);
	add_gaps(&t);
	put(&t, SCLS_GROUP_ORDER, 2, 3, features);
	if (r.has_words)
		parts(&r, &once, features);
	pairs(h, features);
}
