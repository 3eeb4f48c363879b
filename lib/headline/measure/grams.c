/*
 * grams.c - hashed n-grams of wording, frame and slot order; see measure.h.
 *
 * A token is a Han character, a word of an alphabet, a mark, or a slot.
 */
#include "headline/measure.h"

#include "base/bits.h"
#include "headline/fold.h"
#include "headline/latin.h"
#include "headline/measure/tokens.h"

#include <string.h>

#define PART 4 /* characters of a piece of a word */

/* What the n-grams of that size stand on. */
static void put_evidence(const scls_tokens *t, uint32_t size,
                         scls_evidence *restrict to)
{
	uint32_t n = scls_gram_count(t->n - 2, size);
	uint32_t last = size < 3 ? 1 : 2;
	const uint16_t *restrict begin = t->begin + last + 1 - size;
	const uint16_t *restrict end = t->end + last;

	for (uint32_t i = 0; i < n; i++) {
		to[i].begin = begin[i];
		to[i].end = end[i];
	}
}

/* Whether longer n-grams may stand twice: two tokens in a row do. */
static int may_repeat(const scls_tokens *t)
{
	return (t->again & t->again << 1) != 0;
}

/* All n-grams of `least` to `most` tokens, behind what is there; returns how
 * many they are.  Nobody compares ids where the longer ones stand once. */
static uint32_t write_grams(const scls_tokens *t, enum scls_group group,
                            uint32_t least, uint32_t most, scls_features *f)
{
	uint32_t n = 0;

	for (uint32_t size = least; size <= most; size++) {
		if (f->evidence)
			put_evidence(t, size, f->evidence + f->n + n);
		n += scls_gram_count(t->n - 2, size);
	}
	if (!t->places_alone || may_repeat(t))
		scls_gram_ids(t->hash + 1, t->n - 2, group, least, most,
		              f->ids + f->n);
	return n;
}

/* Of equal n-grams of that size, which are features from id number `at` on,
 * the first stays: a token of a later one stood before, and so did all others
 * that it has.  Returns 0 where there are no equal ones. */
static int keep_first(const scls_tokens *t, uint32_t size, scls_features *f,
                      uint32_t at)
{
	if (size > 1 && !may_repeat(t))
		return 0;
	if (size > 1 || t->again == SCLS_ONCE_UNKNOWN)
		return scls_keep_first(f, at);
	if (t->again != 0)
		scls_leave_out(f, at, t->again);
	return t->again != 0;
}

/* Each of them once: longer ones stand twice only where shorter ones do. */
static void put(const scls_tokens *t, enum scls_group group, uint32_t least,
                uint32_t most, scls_features *f)
{
	uint32_t at, n;

	if (f->room - f->n < 3 * t->n + SCLS_GRAM_LANES)
		return;
	do {
		at = f->n;
		n = write_grams(t, group, least, most, f);
		f->n = at + scls_gram_count(t->n - 2, least);
	} while (keep_first(t, least, f, at) && least++ < most);
	if (least <= most)
		f->n = at + n;
}

/* A row of units or pieces, and where its words stand. */
typedef struct row {
	const uint32_t *unit;
	uint32_t n;
	const uint64_t *latin;
	int has_words;
	int has_digits; /* of units */
} row;

/* Digits as one and the same: the value is the numbers' business. */
static void read_units(row *r, const scls_headline *h, uint32_t *unit)
{
	uint32_t lanes = (h->n_units + SCLS_GRAM_LANES - 1)
	                 & ~(SCLS_GRAM_LANES - 1), digits = 0;

	r->unit = unit;
	r->n = h->n_units;
	for (uint32_t i = 0; i < lanes; i++) {
		uint32_t is_digit = h->units[i] - '0' < 10u;

		unit[i] = is_digit ? '0' : h->units[i];
		digits += is_digit;
	}
	r->has_digits = digits > 0;
	r->latin = h->latin;
	r->has_words = scls_next_bit(r->latin, r->n, 0, 1) < r->n;
}

/* The word from `at` to `end` as one token. */
SCLS_INLINE void add_word(const row *r, uint32_t at, uint32_t end,
                          scls_tokens *t)
{
	uint32_t hash = SCLS_GRAM_PRIME;

	for (uint32_t i = at; i < end; i++)
		hash = scls_gram_join(hash, r->unit[i]);
	scls_tokens_add(t, hash, at, end);
}

/* Where tokens stand: for those who ask alone. */
static void add_places(uint32_t at, uint32_t end, scls_tokens *t)
{
	for (uint32_t i = t->n; at < end; i++, at++) {
		t->begin[i] = (uint16_t)at;
		t->end[i] = (uint16_t)(at + 1);
	}
}

/* Units from `at` to `end`, where no word is, as they are; some behind them
 * are copied, too, and overwritten. */
SCLS_INLINE void add_units(const row *r, uint32_t at, uint32_t end,
                           scls_tokens *t)
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
                             scls_tokens *t)
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

/* Of 64 slots from `first` on those that are numbers. */
static uint64_t numbers_from(const scls_headline *h, uint32_t first)
{
	uint32_t n = h->n_slots - first < 64 ? h->n_slots - first : 64;
	uint64_t bits = 0;

	for (uint32_t i = 0; i < n; i++)
		bits |= (uint64_t)(h->slots[first + i].cls <= SCLS_CLASS_NUM)
		        << i;
	return bits;
}

/* Units from `at` to the end of the number, which is one token unless a word
 * goes into it.  Returns where they end. */
static uint32_t add_number(const row *r, uint32_t at, const scls_slot *slot,
                           scls_tokens *t)
{
	at = add_row(r, at, slot->begin, t);
	if (at > slot->begin)
		return at;
	scls_tokens_add(t, SCLS_SYMBOL + slot->cls, at, slot->end);
	return slot->end;
}

/* Which tokens stand twice where no unit does, no class, and no word is there:
 * digits alone may, for they count as one. */
static uint64_t digits_again(const scls_tokens *t)
{
	uint32_t n = t->n - 2;
	uint64_t digits = scls_range_bits(t->hash + 1, n, '0', '0');

	return n <= 64 ? digits & (digits - 1) : SCLS_ONCE_UNKNOWN;
}

/* All tokens of units; a number is one, however it is written. */
static void wording(const scls_headline *h, const row *r,
                    const scls_twice *twice, scls_tokens *t)
{
	int twice_or_words = h->again != 0 || twice->classes || r->has_words;
	uint32_t at = 0;

	scls_tokens_begin(t);
	for (uint32_t first = 0; first < h->n_slots; first += 64)
		for (uint64_t left = numbers_from(h, first); left != 0;
		     left &= left - 1)
			at = add_number(r, at, &h->slots[
			        first + scls_lowest_bit(left)], t);
	add_row(r, at, r->n, t);
	scls_tokens_end(t, r->n, twice_or_words);
	if (!twice_or_words && r->has_digits)
		t->again = digits_again(t);
}

/* Pieces know the units they stand on. */
static void to_units(const scls_headline *h, scls_tokens *t)
{
	uint32_t n = h->n_skeleton;

	for (uint32_t i = 1; i < t->n; i++) {
		t->begin[i] = h->skeleton_unit[t->begin[i]];
		t->end[i] = (uint16_t)(t->end[i] < n
		                               ? h->skeleton_unit[t->end[i]]
		                               : h->n_units);
	}
}

/* All tokens of the skeleton.  It has no words where the units have none, and
 * then nothing but slots stands twice if no unit does. */
static void skeleton(const scls_headline *h, const row *units,
                     const scls_twice *twice, scls_tokens *t)
{
	uint64_t latin[SCLS_BITS_ROOM(SCLS_MAX_HEADLINE)];
	row r = { h->skeleton, h->n_skeleton, latin, units->has_words, 0 };

	if (r.has_words)
		scls_latin_bits(r.unit, r.n, latin);
	scls_tokens_begin(t);
	add_row(&r, 0, r.n, t);
	if (t->has_places)
		to_units(h, t);
	scls_tokens_end(t, h->n_units, t->again != 0 || twice->classes
	                               || r.has_words);
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
static void parts(const row *r, scls_features *features)
{
	uint32_t first = features->n;

	for (uint32_t from = 0; from < r->n; from += 64)
		for (uint64_t left = parts_begin(r, from); left != 0;
		     left &= left - 1) {
			uint32_t at = from + scls_lowest_bit(left);
			uint32_t hash = SCLS_TOKEN_EDGE;

			for (uint32_t k = 0; k < PART; k++)
				hash = scls_gram_join(hash, r->unit[at + k]);
			scls_features_add(features, scls_feature_hashed(
			        SCLS_GROUP_PART, 1, hash), at, at + PART);
		}
	scls_keep_first(features, first);
}

/* A line on its way to n-grams; the row points to the units. */
typedef struct work {
	scls_twice twice;
	row row;
	scls_tokens tokens;
	uint32_t unit[SCLS_MAX_HEADLINE + SCLS_GRAM_LANES];
} work;

/* Reads the line, and puts what its wording has. */
static void begin(work *w, const scls_headline *h, scls_features *features)
{
	w->twice = scls_slots_twice(h);
	w->tokens.has_places = features->evidence != NULL;
	read_units(&w->row, h, w->unit);
	wording(h, &w->row, &w->twice, &w->tokens);
	put(&w->tokens, SCLS_GROUP_WORDING, 1, 3, features);
}

void scls_measure_wording(const scls_headline *h, scls_features *features)
{
	work w;

	w.tokens.places_alone = 1;
	begin(&w, h, features);
	if (w.row.has_words)
		parts(&w.row, features);
}

void scls_measure_grams(const scls_headline *h, scls_features *features)
{
	scls_tokens *t;
	work w;

	w.tokens.places_alone = 0;
	begin(&w, h, features);
	t = &w.tokens;
	skeleton(h, &w.row, &w.twice, t);
	put(t, SCLS_GROUP_FRAME, 1, 2, features);
	scls_tokens_outline(t, &w.twice);
	put(t, SCLS_GROUP_OUTLINE, 2, 3, features);
	scls_tokens_order(h, &w.twice, t);
	put(t, SCLS_GROUP_ORDER, 2, 3, features);
	scls_tokens_gaps(t, &w.twice);
	put(t, SCLS_GROUP_ORDER, 2, 3, features);
	if (w.row.has_words)
		parts(&w.row, features);
	scls_measure_pairs(h, features);
}
