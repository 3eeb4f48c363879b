/* filter.c - see filter.h. */
#include "base/filter.h"

#include "base/vector.h"

#define ONE 0x9E3779B1u
#define TWO 0x85EBCA6Bu
#define THREE 0xC2B2AE35u
#define SHIFT (32 - SCLS_FILTER_BITS)
#define OTHER (SHIFT - 5) /* where the bits stand that choose a second bit */

static void add_hash(scls_filter *f, uint32_t hash)
{
	uint32_t place = hash >> (SHIFT + f->fewer);

	f->more[place >> 5] |= 1u << (place & 31u)
	                       | 1u << (hash >> OTHER & 31u);
}

void scls_filter_add(scls_filter *f, const uint32_t *unit, uint32_t n)
{
	uint32_t two = unit[0] * ONE + (n > 1 ? unit[1] * TWO : 0);

	if (n == 1)
		f->one[unit[0] >> 5 & 0x7FFu] |= 1u << (unit[0] & 31u);
	else
		add_hash(f, n == 2 ? two : two + unit[2] * THREE);
}

/* The lowest bit: whether both bits for a hash are set. */
static uint32_t bit_of(const scls_filter *f, uint32_t hash)
{
	uint32_t place = hash >> (SHIFT + f->fewer);
	uint32_t word = f->more[place >> 5];

	return word >> (place & 31u) & word >> (hash >> OTHER & 31u);
}

static uint64_t places_plain(const scls_filter *f, const uint32_t *unit,
                             uint32_t n)
{
	uint64_t bits = 0;

	for (uint32_t i = 0; i < n; i++) {
		uint32_t two = unit[i] * ONE + unit[i + 1] * TWO;
		uint32_t bit = f->one[unit[i] >> 5 & 0x7FFu] >> (unit[i] & 31u)
		               | bit_of(f, two)
		               | bit_of(f, two + unit[i + 2] * THREE);

		bits |= (uint64_t)(bit & 1u) << i;
	}
	return bits;
}

#ifdef SCLS_AVX2
SCLS_AVX2
static __m256i words_at(const uint32_t *table, __m256i place)
{
	return _mm256_i32gather_epi32((const int *)(const void *)table,
	                              _mm256_srli_epi32(place, 5), 4);
}

/* Each word shifted right by the last five bits of `bit`. */
SCLS_AVX2
static __m256i shifted(__m256i word, __m256i bit)
{
	return _mm256_srlv_epi32(word, _mm256_and_si256(
	        bit, _mm256_set1_epi32(31)));
}

/* bit_of eight hashes. */
SCLS_AVX2
static __m256i bits_of(const scls_filter *f, __m256i hash)
{
	__m256i place = _mm256_srli_epi32(hash, (int)(SHIFT + f->fewer));
	__m256i word = words_at(f->more, place);

	return _mm256_and_si256(shifted(word, place),
	                        shifted(word, _mm256_srli_epi32(hash, OTHER)));
}

SCLS_AVX2
static uint32_t eight_places(const scls_filter *f, const uint32_t *unit)
{
	__m256i one = _mm256_loadu_si256((const void *)unit);
	__m256i two = _mm256_loadu_si256((const void *)(unit + 1));
	__m256i three = _mm256_loadu_si256((const void *)(unit + 2));
	__m256i bits = shifted(words_at(f->one, _mm256_and_si256(
	        one, _mm256_set1_epi32(0xFFFF))), one);

	two = _mm256_add_epi32(
	        _mm256_mullo_epi32(one, _mm256_set1_epi32((int)ONE)),
	        _mm256_mullo_epi32(two, _mm256_set1_epi32((int)TWO)));
	three = _mm256_add_epi32(two, _mm256_mullo_epi32(
	        three, _mm256_set1_epi32((int)THREE)));
	bits = _mm256_or_si256(bits, bits_of(f, two));
	bits = _mm256_or_si256(bits, bits_of(f, three));
	bits = _mm256_slli_epi32(bits, 31);
	return (uint32_t)_mm256_movemask_ps(_mm256_castsi256_ps(bits));
}

SCLS_AVX2
static uint64_t places_avx2(const scls_filter *f, const uint32_t *unit,
                            uint32_t n)
{
	uint64_t bits = 0;

	for (uint32_t i = 0; i < n; i += 8)
		bits |= (uint64_t)eight_places(f, unit + i) << i;
	return n < 64 ? bits & ((UINT64_C(1) << n) - 1) : bits;
}
#endif

uint64_t scls_filter_places(const scls_filter *f, const uint32_t *unit,
                            uint32_t n)
{
	n = n < 64 ? n : 64;
#ifdef SCLS_AVX2
	if (scls_has_avx2())
		return places_avx2(f, unit, n);
#endif
	return places_plain(f, unit, n);
}
