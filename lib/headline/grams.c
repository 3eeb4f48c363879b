/*
 * grams.c - hashed n-grams of wording, frame and slot order; see measure.h.
 *
 * A token is a Han character, a word of an alphabet, a mark, or a slot.
 * Feature hashing: Weinberger et al., 2009.
 */
#include "headline/measure.h"

#include "base/hash.h"
#include "headline/fold.h"

#define WORDING_MAX 3  /* tokens of the longest n-gram of wording */
#define FRAME_MAX 3
#define OUTLINE_MAX 5
#define RING 8u        /* tokens kept: more than the longest, a power of 2 */
#define ORDER_MAX 4
#define PART 4         /* characters of a piece of a word */
#define PAIRS 14       /* classes of a headline that are paired */

#define PRIME UINT64_C(0x9E3779B97F4A7C15)
#define EDGE UINT64_C(0x51ED270B)  /* stands before the first and behind the
                                     last token */

typedef struct token {
	uint64_t hash;
	uint16_t begin, end;
} token;

/* Tokens come one by one; only the last few matter, and lie in a ring. */
typedef struct gram_window {
	token ring[RING];
	uint32_t at;
	unsigned n;
	scls_features *features;
} gram_window;

/* What the n-grams of a window are: constants, so that a compiler can make
 * code for each. */
typedef struct gram_kind {
	enum scls_group group;
	unsigned longest;
} gram_kind;

static const gram_kind of_wording = { SCLS_GROUP_WORDING, WORDING_MAX };
static const gram_kind of_frame = { SCLS_GROUP_FRAME, FRAME_MAX };
static const gram_kind of_outline = { SCLS_GROUP_OUTLINE, OUTLINE_MAX };
static const gram_kind of_order = { SCLS_GROUP_ORDER, ORDER_MAX };

static uint64_t join(uint64_t hash, uint64_t more)
{
	return (hash ^ more) * PRIME;
}

static scls_feature feature(enum scls_group group, uint64_t gram,
                            uint32_t begin, uint32_t end)
{
	return (scls_feature){ scls_feature_hashed(group, scls_hash_mix(gram)),
		               (uint16_t)begin, (uint16_t)end };
}

/* Emits all n-grams that end with the new token.  This is where most of a
 * headline's time goes: room is looked at once. */
static inline void push(gram_window *w, gram_kind kind, uint64_t hash,
                        uint32_t begin, uint32_t end)
{
	uint64_t gram = join(PRIME + (uint64_t)kind.group, hash);
	uint32_t at = w->at++;
	unsigned n = w->n < kind.longest ? ++w->n : w->n;
	scls_feature *out = w->features->items + w->features->n;

	w->ring[at % RING] = (token){ hash, (uint16_t)begin, (uint16_t)end };
	if (w->features->room - w->features->n < RING)
		return;
	if (hash != EDGE)
		*out++ = feature(kind.group, gram, begin, end);
	for (unsigned k = 1; k < n; k++) {
		const token *t = &w->ring[(at - k) % RING];

		gram = join(gram, t->hash + k * 7919u);
		*out++ = feature(kind.group, gram, t->begin, end);
	}
	w->features->n = (uint32_t)(out - w->features->items);
}

/* The word of an alphabet at unit[at]: its end and its hash. */
static uint32_t word_end(const uint32_t *unit, uint32_t n, uint32_t at,
                         uint64_t *hash)
{
	*hash = PRIME;
	for (; at < n && scls_is_latin(unit[at]); at++)
		*hash = join(*hash, unit[at]);
	return at;
}

/* All tokens of units; a number is one, however it is written. */
static void wording(const scls_headline *h, gram_window *w)
{
	uint32_t at = 0, s = 0;

	push(w, of_wording, EDGE, 0, 0);
	while (at < h->n_units) {
		uint32_t end = at + 1;
		uint64_t hash = h->units[at];

		while (s < h->n_slots && h->slots[s].begin < at)
			s++;
		if (s < h->n_slots && h->slots[s].begin == at
		    && h->slots[s].cls <= SCLS_CLASS_NUM) {
			hash = SCLS_SYMBOL + h->slots[s].cls;
			end = h->slots[s].end;
		} else if (scls_is_latin(h->units[at])) {
			end = word_end(h->units, h->n_units, at, &hash);
		} else if (scls_is_digit(h->units[at])) {
			hash = '0'; /* the value is the numbers' business */
		}
		push(w, of_wording, hash, at, end);
		at = end;
	}
	push(w, of_wording, EDGE, h->n_units, h->n_units);
}

/* A slot counts as what it is, or, in outline, as its kind. */
static uint64_t symbol_hash(uint32_t c, int outline)
{
	enum scls_kind kind = SCLS_KIND_ITSELF;

	if (outline && c - SCLS_SYMBOL < SCLS_CLASS_COUNT)
		kind = scls_class_kind(c - SCLS_SYMBOL);
	return kind == SCLS_KIND_ITSELF ? c : (uint64_t)kind;
}

/* All tokens of the skeleton. */
static inline void frame(const scls_headline *h, gram_window *w,
                         gram_kind kind)
{
	uint32_t at = 0;

	w->n = 0;
	push(w, kind, EDGE, 0, 0);
	while (at < h->n_skeleton) {
		uint32_t end = at + 1;
		uint64_t hash = symbol_hash(h->skeleton[at],
		                            kind.group
		                            == SCLS_GROUP_OUTLINE);

		if (scls_is_latin(h->skeleton[at]))
			end = word_end(h->skeleton, h->n_skeleton, at, &hash);
		push(w, kind, hash, h->skeleton_unit[at],
		     end < h->n_skeleton ? h->skeleton_unit[end] : h->n_units);
		at = end;
	}
	push(w, kind, EDGE, h->n_units, h->n_units);
}

/* Short pieces inside words, for words that were never seen. */
static void parts(const scls_headline *h, scls_features *features)
{
	uint32_t at = 0;

	while (at < h->n_units) {
		uint64_t whole;
		uint32_t end = word_end(h->units, h->n_units, at, &whole);

		for (uint32_t i = at; i + PART <= end; i++) {
			uint64_t hash = EDGE;
			for (uint32_t k = 0; k < PART; k++)
				hash = join(hash, h->units[i + k]);
			scls_features_add(features, scls_feature_hashed(
			        SCLS_GROUP_PART, scls_hash_mix(hash)),
			        i, i + PART);
		}
		at = end > at ? end : at + 1;
	}
}

/* How far apart two slots stand: 0, 1-2, 3-6, more. */
static uint64_t gap_of(uint32_t from, uint32_t to)
{
	uint32_t gap = to - from;

	if (gap == 0)
		return 0;
	if (gap <= 2)
		return 1;
	return gap <= 6 ? 2 : 3;
}

/* The classes alone, then the classes with the gaps between them. */
static void order(const scls_headline *h, gram_window *w, int gaps)
{
	uint32_t from = 0;

	w->n = 0;
	push(w, of_order, EDGE, 0, 0);
	for (uint32_t i = 0; i < h->n_slots; i++) {
		const scls_slot *s = &h->slots[i];
		uint64_t hash = s->cls + 1u;

		if (gaps)
			hash += (gap_of(from, s->begin) + 1) << 8;
		push(w, of_order, hash, s->begin, s->end);
		from = s->end;
	}
	push(w, of_order, gaps ? EDGE + gap_of(from, h->n_units) + 1 : EDGE,
	     h->n_units, h->n_units);
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
			uint64_t hash = join(join(PRIME, a + 1u), b + 1u);

			scls_features_add(features, scls_feature_hashed(
			        SCLS_GROUP_PAIR, scls_hash_mix(hash)), 0, 0);
		}
}

void scls_measure_grams(const scls_headline *h, scls_features *features)
{
	gram_window w;

	memset(&w, 0, sizeof(w));
	w.features = features;
	wording(h, &w);
	frame(h, &w, of_frame);
	frame(h, &w, of_outline);
	order(h, &w, 0);
	order(h, &w, 1);
	parts(h, features);
	pairs(h, features);
}
