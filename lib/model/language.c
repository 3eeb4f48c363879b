/* language.c - see language.h. */
#include "model/language.h"

#include "base/bits.h"

#include <string.h>

#define ONE (1u << 30)
/* How many characters the shorter context's estimate counts for. */
#define LEAN 5u
/* A character that was never counted, in 1/2^30. */
#define RARE 1024u

/* What a level stands for: none, one, then from 2^(level - 1) up. */
static uint32_t count_of(uint32_t level)
{
	return level < 2 ? level : 3u << level >> 2;
}

static uint32_t level_of(uint32_t count)
{
	uint32_t level = count ? scls_highest_bit(count) + 1 : 0;

	return level < SCLS_LANGUAGE_LEVELS ? level : SCLS_LANGUAGE_LEVELS - 1;
}

static uint32_t part(uint32_t count, uint64_t of)
{
	uint64_t share = (uint64_t)count * ONE / of;

	return share < ONE ? (uint32_t)share : ONE;
}

void scls_language_open(scls_language *l)
{
	for (uint32_t i = 0; i < SCLS_LANGUAGE_LEVELS; i++) {
		uint32_t context = count_of(i) + LEAN;

		for (uint32_t k = 0; k < SCLS_OF_COUNT; k++)
			l->first[k][i] = part(
			        count_of(i), (uint64_t)l->characters[k]
			                             + LEAN) + RARE;
		l->left[i] = part(LEAN, context);
		for (uint32_t j = 0; j < SCLS_LANGUAGE_LEVELS; j++)
			l->given[i][j] = part(count_of(j < i ? j : i),
			                      context);
	}
}

/* The natural logarithm of p / 2^30, p not 0, in 1/1024. */
static int32_t nats(uint32_t p)
{
	/* 1024 ln(1 + (m + 1/2) / 64) */
	static const int16_t parts[64] = {
		8, 24, 39, 55, 70, 84, 99, 113, 128, 142, 156, 169,
		183, 196, 209, 222, 235, 248, 260, 272, 285, 297, 308, 320,
		332, 343, 355, 366, 377, 388, 399, 410, 421, 431, 442, 452,
		462, 472, 482, 492, 502, 512, 521, 531, 541, 550, 559, 568,
		578, 587, 596, 605, 613, 622, 631, 639, 648, 656, 665, 673,
		681, 690, 698, 706,
	};
	uint32_t top = scls_highest_bit(p);
	uint32_t fraction = (top < 6 ? p << (6 - top) : p >> (top - 6)) & 63;

	return ((int32_t)top - 30) * 70978 / 100 + parts[fraction];
}

static uint32_t level_in(uint32_t levels, uint32_t k)
{
	return levels >> 4 * k & 15u;
}

/* How likely the character is, by one of the two models, whose last n-grams
 * have the levels now[]; those that end before it have before[]. */
static uint32_t estimate(const scls_language *l, uint32_t k,
                         const uint32_t *now, const uint32_t *before,
                         uint8_t *known)
{
	uint32_t level = level_in(now[0], k), p = l->first[k][level];

	*known = level != 0;
	for (uint32_t n = 1; n < SCLS_SEQUENCE; n++) {
		uint32_t context = level_in(before[n - 1], k);

		if (context == 0)
			break;
		level = level_in(now[n], k);
		if (level != 0)
			*known = (uint8_t)(n + 1);
		p = l->given[context][level]
		    + (uint32_t)((uint64_t)p * l->left[context] >> 30);
	}
	return p > 0 ? p : 1;
}

/* Puts levels in the place of keys: all at once, for they lie all over a table
 * larger than a cache. */
static void fetch(const scls_language *l, uint32_t *keys, uint32_t n)
{
	for (uint32_t i = 0; i < n; i++)
		keys[i] = l->levels[keys[i] & l->mask];
}

void scls_language_read(const scls_language *l,
                        uint32_t (*keys)[SCLS_SEQUENCE], uint32_t n,
                        scls_likelihood *out)
{
	uint32_t start[SCLS_SEQUENCE] = { 0 };
	const uint32_t *before = start;

	fetch(l, keys[0], n * SCLS_SEQUENCE);
	/* The mark at the end is the one that stands before the first. */
	start[0] = keys[n - 1][0];
	for (uint32_t i = 0; i < n; i++) {
		for (uint32_t k = 0; k < SCLS_OF_COUNT; k++)
			out->nats[k][i] = nats(estimate(
			        l, k, keys[i], before, &out->known[k][i]));
		before = keys[i];
	}
	out->n = n;
}

scls_status scls_likelihood_new(scls_likelihood *r, uint32_t n,
                                const spamcls_allocator *allocator)
{
	memset(r, 0, sizeof(*r));
	for (uint32_t k = 0; k < SCLS_OF_COUNT; k++) {
		r->nats[k] = scls_alloc_zero(allocator, n,
		                             sizeof(*r->nats[k]));
		r->known[k] = scls_alloc_zero(allocator, n,
		                              sizeof(*r->known[k]));
		if (!r->nats[k] || !r->known[k]) {
			scls_likelihood_free(r, n, allocator);
			return SPAMCLS_E_NOMEM;
		}
	}
	return SPAMCLS_OK;
}

void scls_likelihood_free(scls_likelihood *r, uint32_t n,
                          const spamcls_allocator *allocator)
{
	for (uint32_t k = 0; k < SCLS_OF_COUNT; k++) {
		scls_free(allocator, r->nats[k], n * sizeof(*r->nats[k]));
		scls_free(allocator, r->known[k], n * sizeof(*r->known[k]));
	}
	memset(r, 0, sizeof(*r));
}

scls_status scls_language_counts_new(scls_language_counts *c, uint32_t bits,
                                     const spamcls_allocator *allocator)
{
	size_t n = (size_t)1 << bits;

	memset(c, 0, sizeof(*c));
	c->mask = (uint32_t)(n - 1);
	for (uint32_t k = 0; k < SCLS_OF_COUNT; k++) {
		c->n[k] = scls_alloc_zero(allocator, n, sizeof(*c->n[k]));
		if (!c->n[k]) {
			scls_language_counts_free(c, allocator);
			return SPAMCLS_E_NOMEM;
		}
	}
	return SPAMCLS_OK;
}

void scls_language_counts_free(scls_language_counts *c,
                               const spamcls_allocator *allocator)
{
	for (uint32_t k = 0; k < SCLS_OF_COUNT; k++) {
		scls_free(allocator, c->n[k],
		          ((size_t)c->mask + 1) * sizeof(*c->n[k]));
		c->n[k] = NULL;
	}
}

void scls_language_count(scls_language_counts *c, enum scls_language_of of,
                         uint32_t (*keys)[SCLS_SEQUENCE], uint32_t n)
{
	for (uint32_t i = 0; i < n; i++)
		for (uint32_t k = 0; k < SCLS_SEQUENCE && keys[i][k]; k++)
			c->n[of][keys[i][k] & c->mask]++;
	c->characters[of] += n;
}

void scls_language_compile(const scls_language_counts *c,
                           unsigned char *levels, scls_language *l)
{
	for (size_t i = 0; i <= c->mask; i++)
		levels[i] = (unsigned char)(
		        level_of(c->n[SCLS_OF_HONEST][i])
		        | level_of(c->n[SCLS_OF_TEMPLATES][i]) << 4);
	l->levels = levels;
	l->mask = c->mask;
	memcpy(l->characters, c->characters, sizeof(l->characters));
	scls_language_open(l);
}
