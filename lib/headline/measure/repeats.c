/* repeats.c - the same word or phrase twice in one headline; see measure.h. */
#include "headline/measure.h"

#include "base/hash.h"
#include "base/inline.h"
#include "headline/fold.h"

#define LANES 8u   /* of vectors, a power of two */
#define LOOK 96u   /* units of a headline that are compared: whole lanes */
#define WORD 3u    /* units of a repeated word: what find_chains reads */
#define PHRASE 5u  /* and of a phrase */

static int is_text(uint32_t c)
{
	return scls_is_han(c) || scls_is_latin(c);
}

/* How many units from a and b on are the same and text. */
static uint32_t common(const scls_headline *h, uint32_t n, uint32_t a,
                       uint32_t b)
{
	uint32_t size = 0;

	while (b + size < n && a + size < b && h->units[a + size]
	       == h->units[b + size] && is_text(h->units[a + size]))
		size++;
	return size;
}

/* What begins with the same three units lies in one chain, with little else:
 * places a and b that have WORD units in common are in one.  Whole lanes: the
 * units behind the last one can be read. */
SCLS_VECTORS
static void find_chains(const uint32_t *restrict unit, uint32_t n,
                        uint32_t *restrict chain)
{
	n = (n + LANES - 1) & ~(LANES - 1);
	for (uint32_t i = 0; i < n; i++)
		chain[i] = (unit[i] * SCLS_ODD_1 + unit[i + 1] * SCLS_ODD_2
		            + unit[i + 2] * SCLS_ODD_3) >> 24;
}

/* The longest piece from b on that stands before it, too. */
static uint32_t longest(const scls_headline *h, uint32_t n,
                        const uint8_t *before, uint32_t b)
{
	uint32_t best = 0;

	for (uint32_t a = before[b]; a > 0; a = before[a - 1]) {
		uint32_t size = common(h, n, a - 1, b);

		best = size > best ? size : best;
	}
	return best;
}

/* What was found so far. */
typedef struct found {
	uint32_t words, phrases;
	uint32_t at, covered; /* the last one stands from at to there */
} found;

/* A piece at b that may stand before it, too. */
static void take(found *r, uint32_t b, uint32_t size, scls_features *f)
{
	if (size < WORD)
		return;
	r->words++;
	r->phrases += size >= PHRASE;
	r->at = b;
	r->covered = b + size;
	if (r->words == 1)
		scls_features_add(f, SCLS_F_REPEAT_1, b, b + size);
	if (r->phrases == 1 && size >= PHRASE)
		scls_features_add(f, SCLS_F_REPEAT_2, b, b + size);
}

void scls_measure_repeats(const scls_headline *h, scls_features *f)
{
	uint8_t last[256], before[LOOK]; /* places, 1 and up; 0: none */
	uint32_t n = h->n_units < LOOK ? h->n_units : LOOK, chain[LOOK];
	found r = { 0, 0, 0, 0 };

	/* All units of a word that is repeated stand before it, too. */
	if ((h->again & h->again >> 1 & h->again >> 2) == 0)
		return;
	memset(last, 0, sizeof(last));
	find_chains(h->units, n, chain);
	for (uint32_t b = 0; b + WORD <= n; b++) {
		uint8_t *end = &last[chain[b]];

		before[b] = *end;
		*end = (uint8_t)(b + 1);
		if (before[b] != 0 && b >= r.covered)
			take(&r, b, longest(h, n, before, b), f);
	}
	if (r.words >= 3)
		scls_features_add(f, SCLS_F_REPEAT_3, r.at, r.covered);
}
