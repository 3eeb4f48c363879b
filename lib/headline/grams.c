/*
 * grams.c - hashed n-grams of wording, frame and slot order; see measure.h.
 *
 * A token is a Han character, a word of an alphabet, a mark, or a slot.
 * Feature hashing: Weinberger et al., 2009.
 */
#include "headline/measure.h"

#include "base/inline.h"
#include "headline/fold.h"

#define WORDING_MAX 3  /* tokens of the longest n-gram of wording */
#define FRAME_MAX 2
#define OUTLINE_MAX 3
#define ORDER_MAX 3
#define LONGEST 3u     /* of all these */
#define PART 4         /* characters of a piece of a word */
#define PAIRS 14       /* classes of a headline that are paired */

#define PRIME UINT64_C(0x9E3779B97F4A7C15)
#define EDGE UINT64_C(0x51ED270B)  /* stands before the first and behind the
                                     last token */

typedef struct token {
	uint64_t hash;
	uint32_t begin, end;
} token;

/* Tokens come one by one; only the last few matter. */
typedef struct gram_window {
	uint64_t hash[LONGEST]; /* of the token before, the one before it */
	uint32_t begin[LONGEST];
	unsigned n;
	uint32_t *id, *most;
	scls_evidence *evidence; /* of the next id, where it is asked for */
} gram_window;

/* What the n-grams of a window are: constants, so that a compiler can make
 * code for each. */
typedef struct gram_kind {
	enum scls_group group;
	unsigned longest;
	int singles;     /* tokens alone, too; else they are known already */
	int evidence;    /* asked for */
} gram_kind;

/* A product's upper bits hang on all bits of both (Knuth, 6.4), and they are
 * what a feature keeps: no other mixing is needed. */
static uint64_t join(uint64_t hash, uint64_t more)
{
	return (hash ^ more) * PRIME;
}

/* Writes the next n-gram; only where it counts the next goes behind it. */
SCLS_INLINE void put(gram_window *w, gram_kind kind, unsigned tokens,
                     uint64_t gram, uint32_t begin, uint32_t end, int counts)
{
	*w->id = scls_feature_hashed(kind.group, tokens, gram);
	w->id += counts;
	if (kind.evidence) {
		w->evidence->begin = (uint16_t)begin;
		w->evidence->end = (uint16_t)end;
		w->evidence += counts;
	}
}

/* An edge stands before the first token, and is no n-gram by itself. */
SCLS_INLINE gram_window open_window(const scls_features *f, gram_kind kind)
{
	return (gram_window){ { EDGE }, { 0 }, 1, f->ids + f->n,
		              f->ids + f->room,
		              kind.evidence ? f->evidence + f->n : NULL };
}

/* The n-gram that begins one token before gram does. */
SCLS_INLINE uint64_t longer(gram_window *w, gram_kind kind, unsigned k,
                              uint64_t gram, uint32_t end)
{
	if (k + 1 >= kind.longest || k >= w->n)
		return gram;
	gram = join(gram, w->hash[k] + (k + 1) * 7919u);
	put(w, kind, k + 2, gram, w->begin[k], end, 1);
	return gram;
}

/* The token is the one before from now on. */
SCLS_INLINE void keep(gram_window *w, gram_kind kind, token t)
{
	for (unsigned k = kind.longest - 1; k > 0; k--) {
		w->hash[k] = w->hash[k - 1];
		w->begin[k] = w->begin[k - 1];
	}
	w->hash[0] = t.hash;
	w->begin[0] = t.begin;
	w->n++;
}

/* Emits all n-grams that end with the token.  This is where most of a
 * headline's time goes: no loop, and room is looked at once. */
SCLS_INLINE void push(gram_window *w, gram_kind kind, token t)
{
	uint64_t gram = join(PRIME * (2 * kind.group + 3), t.hash);

	if (w->most - w->id < (ptrdiff_t)LONGEST)
		return;
	if (kind.singles)
		put(w, kind, 1, gram, t.begin, t.end, t.hash != EDGE);
	gram = longer(w, kind, 0, gram, t.end);
	(void)longer(w, kind, 1, gram, t.end);
	keep(w, kind, t);
}

SCLS_INLINE void close_window(const gram_window *w, scls_features *features)
{
	features->n = (uint32_t)(w->id - features->ids);
}

static token edge_at(uint32_t at)
{
	return (token){ EDGE, at, at };
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

/* The token of units at t->begin; slot is the one there, or behind it. */
SCLS_INLINE void word_at(const scls_headline *h, const scls_slot *slot,
                           token *t)
{
	uint32_t c = h->units[t->begin];

	t->end = t->begin + 1;
	t->hash = c;
	if (slot && slot->begin == t->begin && slot->cls <= SCLS_CLASS_NUM) {
		t->hash = SCLS_SYMBOL + slot->cls;
		t->end = slot->end;
	} else if (scls_is_latin(c)) {
		t->end = word_end(h->units, h->n_units, t->begin, &t->hash);
	} else if (scls_is_digit(c)) {
		t->hash = '0'; /* the value is the numbers' business */
	}
}

/* All tokens of units; a number is one, however it is written. */
SCLS_INLINE void wording(const scls_headline *h, scls_features *features,
                         int evidence)
{
	gram_kind kind = { SCLS_GROUP_WORDING, WORDING_MAX, 1, evidence };
	gram_window w = open_window(features, kind);
	uint32_t at = 0, s = 0;
	token t;

	do {
		t = edge_at(at);
		while (s < h->n_slots && h->slots[s].begin < at)
			s++;
		if (at < h->n_units)
			word_at(h, s < h->n_slots ? &h->slots[s] : NULL, &t);
		push(&w, kind, t);
		at = t.end;
	} while (t.begin < h->n_units);
	close_window(&w, features);
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
SCLS_INLINE void skeleton(const scls_headline *h, scls_features *features,
                            gram_kind kind)
{
	gram_window w = open_window(features, kind);
	uint32_t at = 0, n = h->n_skeleton;
	token t;

	do {
		uint32_t end = at + 1;

		t = edge_at(h->n_units);
		if (at < n) {
			uint32_t c = h->skeleton[at];

			t.hash = symbol_hash(c, kind.group
			                        == SCLS_GROUP_OUTLINE);
			if (scls_is_latin(c))
				end = word_end(h->skeleton, n, at, &t.hash);
			t.begin = h->skeleton_unit[at];
			t.end = end < n ? h->skeleton_unit[end] : h->n_units;
		}
		push(&w, kind, t);
		at = end;
	} while (at <= n);
	close_window(&w, features);
}

/* Short pieces inside words, for words that were never seen. */
static void parts(const scls_headline *h, scls_features *features)
{
	uint32_t at = 0;

	while (at < h->n_units) {
		uint64_t whole;
		uint32_t end = at + 1;

		if (scls_is_latin(h->units[at]))
			end = word_end(h->units, h->n_units, at, &whole);
		for (uint32_t i = at; i + PART <= end; i++) {
			uint64_t hash = EDGE;
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
static uint64_t gap_of(uint32_t from, uint32_t to)
{
	uint32_t gap = to - from;

	if (gap == 0)
		return 0;
	if (gap <= 2)
		return 1;
	return gap <= 6 ? 2 : 3;
}

/* The classes alone, or the classes with the gaps between them. */
SCLS_INLINE void order(const scls_headline *h, scls_features *features,
                       int gaps, int evidence)
{
	gram_kind kind = { SCLS_GROUP_ORDER, ORDER_MAX, 0, evidence };
	gram_window w = open_window(features, kind);
	uint32_t from = 0, i = 0;

	do {
		const scls_slot *s = i < h->n_slots ? &h->slots[i] : NULL;
		token t = edge_at(h->n_units);

		if (s)
			t = (token){ s->cls + 1u, s->begin, s->end };
		if (gaps)
			t.hash += s ? (gap_of(from, s->begin) + 1) << 8
			            : gap_of(from, h->n_units) + 1;
		push(&w, kind, t);
		from = t.end;
	} while (i++ < h->n_slots);
	close_window(&w, features);
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
			        SCLS_GROUP_PAIR, 2, hash), 0, 0);
		}
}

SCLS_INLINE void measure(const scls_headline *h, scls_features *features,
                         int evidence)
{
	gram_kind frame = { SCLS_GROUP_FRAME, FRAME_MAX, 1, evidence };
	gram_kind outline = { SCLS_GROUP_OUTLINE, OUTLINE_MAX, 0, evidence };

	wording(h, features, evidence);
	skeleton(h, features, frame);
	skeleton(h, features, outline);
	order(h, features, 0, evidence);
	order(h, features, 1, evidence);
	parts(h, features);
	pairs(h, features);
}

/* Code of its own for scores alone. */
void scls_measure_grams(const scls_headline *h, scls_features *features)
{
	if (features->evidence)
		measure(h, features, 1);
	else
		measure(h, features, 0);
}
