/* latin.c - see latin.h. */
#include "headline/latin.h"

#include "base/bits.h"
#include "base/vector.h"
#include "headline/fold.h"

static uint64_t plain_bits(const uint32_t *unit, uint32_t n)
{
	uint64_t bits = 0;

	for (uint32_t i = 0; i < n; i++)
		bits |= (uint64_t)scls_is_latin(unit[i]) << i;
	return bits;
}

#ifdef SCLS_AVX2
/* Where eight units are letters beyond ASCII. */
SCLS_AVX2
static __m256i far_letters(__m256i c)
{
	__m256i letters = _mm256_or_si256(scls_between(c, 0xC0, 0x1FFF),
	                                  scls_between(c, 0x2C00, 0x2DFF));
	__m256i times = _mm256_cmpeq_epi32(c, _mm256_set1_epi32(0xD7));
	__m256i over = _mm256_cmpeq_epi32(c, _mm256_set1_epi32(0xF7));
	__m256i others = _mm256_or_si256(scls_between(c, 0x0E01, 0x0E4E),
	                                 _mm256_or_si256(times, over));

	return _mm256_andnot_si256(others, letters);
}

SCLS_AVX2
static uint64_t fast_bits(const uint32_t *unit, uint32_t n)
{
	uint64_t bits = 0;

	for (uint32_t i = 0; i < n; i += 8) {
		__m256i c = _mm256_loadu_si256((const void *)(unit + i));
		__m256i is = scls_between(c, 'a', 'z');
		__m256i far = scls_between(c, 0xC0, 0x2DFF);

		if (!_mm256_testz_si256(far, far))
			is = _mm256_or_si256(is, far_letters(c));
		bits |= (uint64_t)(uint32_t)_mm256_movemask_ps(
		                _mm256_castsi256_ps(is)) << i;
	}
	return n < 64 ? bits & ((UINT64_C(1) << n) - 1) : bits;
}
#endif

static uint64_t bits_of(const uint32_t *unit, uint32_t n)
{
#ifdef SCLS_AVX2
	if (scls_has_avx2())
		return fast_bits(unit, n);
#endif
	return plain_bits(unit, n);
}

void scls_latin_bits(const uint32_t *unit, uint32_t n, uint64_t *bits)
{
	for (; n >= 64; n -= 64, unit += 64)
		*bits++ = bits_of(unit, 64);
	*bits = bits_of(unit, n);
}

#ifdef SCLS_AVX2
SCLS_AVX2
static uint64_t fast_range(const uint32_t *unit, uint32_t n, int from, int to)
{
	uint64_t bits = 0;

	for (uint32_t i = 0; i < n; i += 8) {
		__m256i c = _mm256_loadu_si256((const void *)(unit + i));
		__m256 is = _mm256_castsi256_ps(scls_between(c, from, to));

		bits |= (uint64_t)(uint32_t)_mm256_movemask_ps(is) << i;
	}
	return n < 64 ? bits & ((UINT64_C(1) << n) - 1) : bits;
}
#endif

uint64_t scls_range_bits(const uint32_t *unit, uint32_t n, uint32_t from,
                         uint32_t to)
{
	uint64_t bits = 0;

	n = n < 64 ? n : 64;
#ifdef SCLS_AVX2
	if (scls_has_avx2())
		return fast_range(unit, n, (int)from, (int)to);
#endif
	for (uint32_t i = 0; i < n; i++)
		bits |= (uint64_t)(unit[i] - from <= to - from) << i;
	return bits;
}

uint32_t scls_next_bit(const uint64_t *bits, uint32_t n, uint32_t at,
                       unsigned bit)
{
	uint64_t flip = bit ? 0 : UINT64_MAX;

	while (at < n) {
		uint64_t left = (bits[at / 64] ^ flip) >> (at % 64);

		if (left != 0) {
			at += scls_lowest_bit(left);
			return at < n ? at : n;
		}
		at = (at / 64 + 1) * 64;
	}
	return n;
}
