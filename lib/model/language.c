/* language.c - see language.h. */
#include "model/language.h"

#include "base/bits.h"
#include "base/vector.h"

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
	for (int32_t top = 0; top < 32; top++)
		l->whole[top] = (top - 30) * 70978 / 100;
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

/* 1024 ln(1 + (m + 1/2) / 64) */
static const int32_t parts[64] = {
	8, 24, 39, 55, 70, 84, 99, 113, 128, 142, 156, 169,
	183, 196, 209, 222, 235, 248, 260, 272, 285, 297, 308, 320,
	332, 343, 355, 366, 377, 388, 399, 410, 421, 431, 442, 452,
	462, 472, 482, 492, 502, 512, 521, 531, 541, 550, 559, 568,
	578, 587, 596, 605, 613, 622, 631, 639, 648, 656, 665, 673,
	681, 690, 698, 706,
};

/* The natural logarithm of p / 2^30, p not 0, in 1/1024. */
static int32_t nats(const scls_language *l, uint32_t p)
{
	uint32_t top = scls_highest_bit(p);
	uint32_t fraction = (top < 6 ? p << (6 - top) : p >> (top - 6)) & 63;

	return l->whole[top] + parts[fraction];
}

static uint32_t level_in(uint32_t levels, uint32_t k)
{
	return levels >> 4 * k & 15u;
}

#define BLOCK 64u /* characters that are read at once */
#define LANES 8u  /* of them */
_Static_assert(LANES <= SCLS_LIKELIHOOD_BEHIND, "room behind a line");

/* The levels of the n-grams that end at each character of a block, by their
 * length; first those that end before it. */
typedef struct block {
	uint32_t of[SCLS_SEQUENCE][1 + BLOCK + LANES];
} block;

/* All at once, for they lie all over a table larger than a cache. */
static void fetch(const scls_language *l, uint32_t (*keys)[SCLS_SEQUENCE],
                  uint32_t n, block *to)
{
	for (uint32_t i = 0; i < n; i++)
		for (uint32_t k = 0; k < SCLS_SEQUENCE; k++)
			to->of[k][1 + i] = l->levels[keys[i][k] & l->mask];
	for (uint32_t k = 0; k < SCLS_SEQUENCE; k++)
		memset(&to->of[k][1 + n], 0, LANES * sizeof(to->of[k][0]));
}

/* The last ones of the block stand before the next. */
static void go_on(block *b, uint32_t n)
{
	for (uint32_t k = 0; k < SCLS_SEQUENCE; k++)
		b->of[k][0] = b->of[k][n];
}

/* How likely character i is, by one of the two models. */
static uint32_t estimate(const scls_language *l, uint32_t k, const block *now,
                         uint32_t i, uint8_t *known)
{
	uint32_t level = level_in(now->of[0][1 + i], k);
	uint32_t p = l->first[k][level];

	*known = level != 0;
	for (uint32_t n = 1; n < SCLS_SEQUENCE; n++) {
		uint32_t context = level_in(now->of[n - 1][i], k);

		if (context == 0)
			break;
		level = level_in(now->of[n][1 + i], k);
		if (level != 0)
			*known = (uint8_t)(n + 1);
		p = l->given[context][level]
		    + (uint32_t)((uint64_t)p * l->left[context] >> 30);
	}
	return p > 0 ? p : 1;
}

/* Where what is read of one model goes. */
typedef struct read_to {
	int32_t *nats;
	uint8_t *known;
} read_to;

static void read_plain(const scls_language *l, uint32_t k, const block *now,
                       uint32_t n, read_to to)
{
	for (uint32_t i = 0; i < n; i++)
		to.nats[i] = nats(l, estimate(l, k, now, i, &to.known[i]));
}

#ifdef SCLS_AVX2
SCLS_AVX2
static inline __m256i look_up(const void *table, __m256i at)
{
	return _mm256_i32gather_epi32(table, at, 4);
}

/* The product of two numbers below 2^31, divided by 2^30. */
SCLS_AVX2
static inline __m256i multiply(__m256i a, __m256i b)
{
	__m256i even = _mm256_srli_epi64(_mm256_mul_epu32(a, b), 30);
	__m256i odd = _mm256_slli_epi64(
	        _mm256_mul_epu32(_mm256_srli_epi64(a, 32),
	                         _mm256_srli_epi64(b, 32)), 2);

	return _mm256_blend_epi32(even, odd, 0xAA);
}

/* Of one model those that stand at an array's places. */
SCLS_AVX2
static inline __m256i eight_levels(const uint32_t *levels, uint32_t k)
{
	return _mm256_and_si256(
	        _mm256_srli_epi32(_mm256_loadu_si256((const void *)levels),
	                          (int)(4 * k)),
	        _mm256_set1_epi32(15));
}

/* As nats, of eight.  The highest bit is a float's exponent: the bit below it
 * is taken out, lest it be rounded up. */
SCLS_AVX2
static inline __m256i nats_avx2(const scls_language *l, __m256i p)
{
	const __m256i six = _mm256_set1_epi32(6);
	__m256i top = _mm256_sub_epi32(
	        _mm256_srli_epi32(_mm256_castps_si256(_mm256_cvtepi32_ps(
	                _mm256_andnot_si256(_mm256_srli_epi32(p, 1), p))), 23),
	        _mm256_set1_epi32(127));
	__m256i fraction = _mm256_and_si256(_mm256_or_si256(
	        _mm256_sllv_epi32(p, _mm256_sub_epi32(six, top)),
	        _mm256_srlv_epi32(p, _mm256_sub_epi32(top, six))),
	        _mm256_set1_epi32(63));

	return _mm256_add_epi32(look_up(l->whole, top),
	                        look_up(parts, fraction));
}

/* As estimate and nats, of eight characters from number i on. */
SCLS_AVX2
static inline void read_eight(const scls_language *l, uint32_t k,
                              const block *now, uint32_t i, read_to to)
{
	const __m256i zero = _mm256_setzero_si256();
	__m256i level = eight_levels(now->of[0] + 1 + i, k);
	__m256i p = look_up(l->first[k], level), ended = zero;
	__m256i known = _mm256_min_epi32(level, _mm256_set1_epi32(1));

	for (uint32_t n = 1; n < SCLS_SEQUENCE; n++) {
		__m256i context = eight_levels(now->of[n - 1] + i, k);
		__m256i more;

		level = eight_levels(now->of[n] + 1 + i, k);
		ended = _mm256_or_si256(ended,
		                        _mm256_cmpeq_epi32(context, zero));
		more = _mm256_add_epi32(
		        look_up(l->given, _mm256_or_si256(
		                _mm256_slli_epi32(context, 4), level)),
		        multiply(p, look_up(l->left, context)));
		p = _mm256_blendv_epi8(more, p, ended);
		more = _mm256_andnot_si256(ended, _mm256_min_epi32(
		        level, _mm256_set1_epi32(1)));
		known = _mm256_max_epi32(known, _mm256_mullo_epi32(
		        more, _mm256_set1_epi32((int)(n + 1))));
	}
	p = _mm256_max_epi32(p, _mm256_set1_epi32(1));
	_mm256_storeu_si256((void *)(to.nats + i), nats_avx2(l, p));
	known = _mm256_packus_epi32(known, zero);
	known = _mm256_packus_epi16(_mm256_permute4x64_epi64(known, 0xD8),
	                            zero);
	_mm_storel_epi64((void *)(to.known + i),
	                 _mm256_castsi256_si128(known));
}

SCLS_AVX2
static void read_avx2(const scls_language *l, uint32_t k, const block *now,
                      uint32_t n, read_to to)
{
	for (uint32_t i = 0; i < n; i += LANES)
		read_eight(l, k, now, i, to);
}
#endif

static void read_block(const scls_language *l, uint32_t k, const block *now,
                       uint32_t n, read_to to)
{
#ifdef SCLS_AVX2
	if (scls_has_avx2()) {
		read_avx2(l, k, now, n, to);
		return;
	}
#endif
	read_plain(l, k, now, n, to);
}

void scls_language_read(const scls_language *l,
                        uint32_t (*keys)[SCLS_SEQUENCE], uint32_t n,
                        scls_likelihood *out)
{
	block now;

	/* The mark at the end is the one that stands before the first. */
	for (uint32_t k = 0; k < SCLS_SEQUENCE; k++)
		now.of[k][0] = k ? 0 : l->levels[keys[n - 1][0] & l->mask];
	for (uint32_t from = 0; from < n; from += BLOCK) {
		uint32_t size = n - from < BLOCK ? n - from : BLOCK;

		fetch(l, keys + from, size, &now);
		for (uint32_t k = 0; k < SCLS_OF_COUNT; k++)
			read_block(l, k, &now, size,
			           (read_to){ out->nats[k] + from,
				              out->known[k] + from });
		go_on(&now, size);
	}
	out->n = n;
}

scls_status scls_likelihood_new(scls_likelihood *r, uint32_t n,
                                const spamcls_allocator *allocator)
{
	n += SCLS_LIKELIHOOD_BEHIND;
	memset(r, 0, sizeof(*r));
	for (uint32_t k = 0; k < SCLS_OF_COUNT; k++) {
		r->nats[k] = scls_alloc_zero(allocator, n,
		                             sizeof(*r->nats[k]));
		r->known[k] = scls_alloc_zero(allocator, n,
		                              sizeof(*r->known[k]));
		if (!r->nats[k] || !r->known[k]) {
			scls_likelihood_free(r, n - SCLS_LIKELIHOOD_BEHIND,
			                     allocator);
			return SPAMCLS_E_NOMEM;
		}
	}
	return SPAMCLS_OK;
}

void scls_likelihood_free(scls_likelihood *r, uint32_t n,
                          const spamcls_allocator *allocator)
{
	n += SCLS_LIKELIHOOD_BEHIND;
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
	/* The key of an n-gram that would begin before its line asks here. */
	levels[0] = 0;
	l->levels = levels;
	l->mask = c->mask;
	memcpy(l->characters, c->characters, sizeof(l->characters));
	scls_language_open(l);
}
