/* sequence.c - the characters of a headline in order; see measure.h. */
#include "headline/measure.h"

#include "base/vector.h"

/* What stands before the first unit, and where a headline ends. */
#define MARK 1u
/* Odd, so that no order of units is lost (Knuth, TAOCP 3, 6.4). */
#define STEP UINT64_C(0x9e3779b97f4a7c15)
#define LAST UINT64_C(0xd6e8feb86659fd93)

/* Digits are alike: what is counted is the wording. */
static uint64_t unit_of(const scls_headline *h, uint32_t i)
{
	uint32_t unit = i < h->n_units ? h->units[i] : MARK;

	return unit - '0' < 10u ? '0' : unit;
}

static void keys_plain(const scls_headline *h, uint32_t (*keys)[SCLS_SEQUENCE])
{
	uint64_t running[SCLS_SEQUENCE] = { (MARK + 1) * STEP };

	for (uint32_t i = 0; i <= h->n_units; i++) {
		uint64_t unit = unit_of(h, i) + 1;

		for (uint32_t n = SCLS_SEQUENCE; n-- > 0;) {
			uint64_t before = n > 0 ? running[n - 1] : 1;

			running[n] = before ? (before ^ unit) * STEP : 0;
			keys[i][n] = (uint32_t)((running[n] ^ running[n] >> 29)
			                        * LAST >> 32);
		}
	}
}

#ifdef SCLS_AVX2
#define UNITS 4u /* at once */
_Static_assert(UNITS - 1 <= SCLS_SEQUENCE_BEHIND, "room behind the keys");
_Static_assert(SCLS_SEQUENCE == 4, "keys of a unit");

/* unit_of four units, and one more each. */
SCLS_AVX2
static inline __m256i four_units(const scls_headline *h, uint32_t i)
{
	__m128i unit = _mm_loadu_si128((const void *)(h->units + i));
	__m128i inside = _mm_cmpgt_epi32(_mm_set1_epi32((int)(h->n_units - i)),
	                                 _mm_setr_epi32(0, 1, 2, 3));
	__m128i digit = _mm_and_si128(
	        _mm_cmpgt_epi32(unit, _mm_set1_epi32('0' - 1)),
	        _mm_cmpgt_epi32(_mm_set1_epi32('9' + 1), unit));

	unit = _mm_blendv_epi8(unit, _mm_set1_epi32('0'), digit);
	unit = _mm_blendv_epi8(_mm_set1_epi32(MARK), unit, inside);
	return _mm256_cvtepu32_epi64(
	        _mm_add_epi32(unit, _mm_set1_epi32(1)));
}

/* Of four numbers the products of one's lower half with the other's upper one,
 * summed up in the upper half; what is below means nothing. */
SCLS_AVX2
static inline __m256i crossed(__m256i a, uint64_t b)
{
	__m256i two = _mm256_mullo_epi32(a, _mm256_set1_epi64x(
	        (long long)(b << 32 | b >> 32)));

	return _mm256_add_epi32(two, _mm256_slli_epi64(two, 32));
}

/* The product with STEP. */
SCLS_AVX2
static inline __m256i step(__m256i a)
{
	__m256i low = _mm256_mul_epu32(
	        a, _mm256_set1_epi64x((long long)(STEP & UINT32_MAX)));

	return _mm256_add_epi32(low, _mm256_blend_epi32(
	        _mm256_setzero_si256(), crossed(a, STEP), 0xAA));
}

/* The keys in the upper halves. */
SCLS_AVX2
static inline __m256i four_keys(__m256i running)
{
	__m256i a = _mm256_xor_si256(running,
	                             _mm256_srli_epi64(running, 29));
	__m256i low = _mm256_mul_epu32(
	        a, _mm256_set1_epi64x((long long)(LAST & UINT32_MAX)));

	return _mm256_add_epi32(low, crossed(a, LAST));
}

/* What stands one unit before: the last of those before, and three of now. */
SCLS_AVX2
static inline __m256i one_before(__m256i before, __m256i now)
{
	return _mm256_alignr_epi8(
	        now, _mm256_permute2x128_si256(before, now, 0x21), 8);
}

/* From the keys of each length to those of each unit. */
SCLS_AVX2
static inline void put_keys(const __m256i key[SCLS_SEQUENCE],
                            uint32_t (*to)[SCLS_SEQUENCE])
{
	__m256i a = _mm256_blend_epi32(_mm256_srli_epi64(key[0], 32), key[1],
	                               0xAA);
	__m256i b = _mm256_blend_epi32(_mm256_srli_epi64(key[2], 32), key[3],
	                               0xAA);
	__m256i even = _mm256_unpacklo_epi64(a, b);
	__m256i odd = _mm256_unpackhi_epi64(a, b);

	_mm256_storeu_si256((void *)to, _mm256_permute2x128_si256(
	        even, odd, 0x20));
	_mm256_storeu_si256((void *)(to + 2), _mm256_permute2x128_si256(
	        even, odd, 0x31));
}

SCLS_AVX2
static void keys_avx2(const scls_headline *h, uint32_t (*keys)[SCLS_SEQUENCE])
{
	const __m256i zero = _mm256_setzero_si256();
	__m256i before[SCLS_SEQUENCE] = {
		_mm256_set1_epi64x((long long)((MARK + 1) * STEP)), zero, zero
	};

	for (uint32_t i = 0; i <= h->n_units; i += UNITS) {
		__m256i unit = four_units(h, i), key[SCLS_SEQUENCE];
		__m256i shorter = _mm256_set1_epi64x(1);

		for (uint32_t n = 0; n < SCLS_SEQUENCE; n++) {
			__m256i now = _mm256_andnot_si256(
			        _mm256_cmpeq_epi64(shorter, zero),
			        step(_mm256_xor_si256(shorter, unit)));

			key[n] = four_keys(now);
			shorter = one_before(before[n], now);
			before[n] = now;
		}
		put_keys(key, keys + i);
	}
}
#endif

uint32_t scls_measure_sequence(const scls_headline *h,
                               uint32_t (*keys)[SCLS_SEQUENCE])
{
#ifdef SCLS_AVX2
	if (scls_has_avx2()) {
		keys_avx2(h, keys);
		return h->n_units + 1;
	}
#endif
	keys_plain(h, keys);
	return h->n_units + 1;
}
