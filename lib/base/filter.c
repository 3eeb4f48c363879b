/* filter.c - see filter.h. */
#include "base/filter.h"

#include "base/hash.h"
#include "base/vector.h"

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
	uint32_t two = unit[0] * SCLS_ODD_1
	               + (n > 1 ? unit[1] * SCLS_ODD_2 : 0);

	if (n == 1)
		f->one[unit[0] >> 5 & 0x7FFu] |= 1u << (unit[0] & 31u);
	else
		add_hash(f, n == 2 ? two : two + unit[2] * SCLS_ODD_3);
}

static void add_byte(uint32_t *bits, uint32_t unit)
{
	if (unit < SCLS_FILTER_BYTES)
		bits[unit >> 5] |= 1u << (unit & 31u);
}

void scls_byte_filter_add(scls_byte_filter *f, const uint32_t *unit,
                          uint32_t n)
{
	scls_filter_add(&f->all, unit, n);
	if (n == 1)
		return;
	add_byte(f->first, unit[0]);
	add_byte(f->second, unit[1]);
}

/* The lowest bit: whether both bits for a hash are set. */
static uint32_t bit_of(const scls_filter *f, uint32_t hash)
{
	uint32_t place = hash >> (SHIFT + f->fewer);
	uint32_t word = f->more[place >> 5];

	return word >> (place & 31u) & word >> (hash >> OTHER & 31u);
}

static uint32_t one_at(const scls_filter *f, uint32_t unit)
{
	return f->one[unit >> 5 & 0x7FFu] >> (unit & 31u) & 1u;
}

/* Whether a sequence of more than one unit may begin. */
static uint32_t more_at(const scls_filter *f, const uint32_t *unit)
{
	uint32_t two = unit[0] * SCLS_ODD_1 + unit[1] * SCLS_ODD_2;

	return (bit_of(f, two) | bit_of(f, two + unit[2] * SCLS_ODD_3)) & 1u;
}

static uint64_t places_plain(const scls_filter *f, const uint32_t *unit,
                             uint32_t n)
{
	uint64_t bits = 0;

	for (uint32_t i = 0; i < n; i++)
		bits |= (uint64_t)(one_at(f, unit[i])
		                   | more_at(f, unit + i)) << i;
	return bits;
}

static uint32_t has_byte(const uint32_t *bits, uint32_t unit)
{
	return bits[unit >> 5 & 7u] >> (unit & 31u) & 1u;
}

/* What bytes say of that: 1 where there are others, too. */
static uint32_t bytes_may(const scls_byte_filter *f, const uint32_t *unit)
{
	return (unit[0] | unit[1]) >= SCLS_FILTER_BYTES
	       || (has_byte(f->first, unit[0])
	           & has_byte(f->second, unit[1]));
}

static uint64_t byte_places_plain(const scls_byte_filter *f,
                                  const uint32_t *unit, uint32_t n)
{
	uint64_t bits = 0;

	for (uint32_t i = 0; i < n; i++)
		bits |= (uint64_t)(one_at(&f->all, unit[i])
		                   | (bytes_may(f, unit + i)
		                      & more_at(&f->all, unit + i))) << i;
	return bits;
}

#ifdef SCLS_AVX2
_Static_assert(SCLS_FILTER_BYTES == 256, "a bit each in a vector");

SCLS_AVX2
static inline __m256i words_at(const uint32_t *table, __m256i place)
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
static inline __m256i ones_of(const scls_filter *f, __m256i one)
{
	return shifted(words_at(f->one, _mm256_and_si256(
	        one, _mm256_set1_epi32(0xFFFF))), one);
}

/* more_at eight places. */
SCLS_AVX2
static inline __m256i more_of(const scls_filter *f, __m256i one, __m256i two,
                              const uint32_t *third)
{
	__m256i three = _mm256_loadu_si256((const void *)third);

	two = _mm256_add_epi32(
	        _mm256_mullo_epi32(one, _mm256_set1_epi32((int)SCLS_ODD_1)),
	        _mm256_mullo_epi32(two, _mm256_set1_epi32((int)SCLS_ODD_2)));
	three = _mm256_add_epi32(two, _mm256_mullo_epi32(
	        three, _mm256_set1_epi32((int)SCLS_ODD_3)));
	return _mm256_or_si256(bits_of(f, two), bits_of(f, three));
}

/* The lowest bits of eight numbers. */
SCLS_AVX2
static inline uint64_t lowest_bits(__m256i eight)
{
	eight = _mm256_slli_epi32(eight, 31);
	return (uint32_t)_mm256_movemask_ps(_mm256_castsi256_ps(eight));
}

static uint64_t first_bits(uint64_t bits, uint32_t n)
{
	return n < 64 ? bits & ((UINT64_C(1) << n) - 1) : bits;
}

SCLS_AVX2
static uint64_t places_avx2(const scls_filter *f, const uint32_t *unit,
                            uint32_t n)
{
	uint64_t bits = 0;

	for (uint32_t i = 0; i < n; i += 8) {
		__m256i one = _mm256_loadu_si256((const void *)(unit + i));
		__m256i two = _mm256_loadu_si256((const void *)(unit + i + 1));

		bits |= lowest_bits(_mm256_or_si256(
		        ones_of(f, one),
		        more_of(f, one, two, unit + i + 2))) << i;
	}
	return first_bits(bits, n);
}

/* Eight of has_byte. */
SCLS_AVX2
static inline __m256i bytes_of(const uint32_t *bits, __m256i unit)
{
	return shifted(_mm256_permutevar8x32_epi32(
	        _mm256_loadu_si256((const void *)bits),
	        _mm256_srli_epi32(unit, 5)), unit);
}

/* Eight of bytes_may. */
SCLS_AVX2
static inline __m256i bytes_may_of(const scls_byte_filter *f, __m256i one,
                                   __m256i two, __m256i beyond)
{
	__m256i bytes = _mm256_and_si256(bytes_of(f->first, one),
	                                 bytes_of(f->second, two));

	beyond = _mm256_cmpgt_epi32(beyond, _mm256_setzero_si256());
	return _mm256_and_si256(_mm256_or_si256(bytes, beyond),
	                        _mm256_set1_epi32(1));
}

/* Where all are bytes the words of the table are in a vector, and often
 * nothing more has to be asked. */
SCLS_AVX2
static inline __m256i eight_of(const scls_byte_filter *f, const uint32_t *unit)
{
	__m256i one = _mm256_loadu_si256((const void *)unit);
	__m256i two = _mm256_loadu_si256((const void *)(unit + 1));
	__m256i beyond = _mm256_srli_epi32(_mm256_or_si256(one, two), 8);
	__m256i may = bytes_may_of(f, one, two, beyond);
	__m256i bits = _mm256_testz_si256(beyond, beyond)
	                       ? bytes_of(f->all.one, one)
	                       : ones_of(&f->all, one);

	if (_mm256_testz_si256(may, may))
		return bits;
	return _mm256_or_si256(bits, _mm256_and_si256(
	        may, more_of(&f->all, one, two, unit + 2)));
}

SCLS_AVX2
static uint64_t byte_places_avx2(const scls_byte_filter *f,
                                 const uint32_t *unit, uint32_t n)
{
	uint64_t bits = 0;

	for (uint32_t i = 0; i < n; i += 8)
		bits |= lowest_bits(eight_of(f, unit + i)) << i;
	return first_bits(bits, n);
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

uint64_t scls_byte_filter_places(const scls_byte_filter *f,
                                 const uint32_t *unit, uint32_t n)
{
	n = n < 64 ? n : 64;
#ifdef SCLS_AVX2
	if (scls_has_avx2())
		return byte_places_avx2(f, unit, n);
#endif
	return byte_places_plain(f, unit, n);
}
