/* line_sketch.c - a line's skeleton as a few numbers; see body.h. */
#include "engine/body.h"

#include "base/hash.h"
#include "base/vector.h"

/* The hash functions of the sketch are products with odd numbers, their upper
 * half.  The numbers are as far apart as the next, and so are the products. */
#define STEP (2u * UINT64_C(0x51ED270B27))

/* The pair that ends with piece c. */
SCLS_INLINE uint64_t pair_of(uint32_t before, uint32_t c)
{
	return scls_hash_mix((uint64_t)before << 32 | c);
}

static void sketch_plain(const scls_headline *h, uint32_t out[SCLS_SKETCH])
{
	uint32_t before = 0;

	for (uint32_t k = 0; k < SCLS_SKETCH; k++)
		out[k] = UINT32_MAX;
	for (uint32_t i = 0; i <= h->n_skeleton; i++) {
		uint32_t c = i < h->n_skeleton ? h->skeleton[i] : 1u;
		uint64_t pair = pair_of(before, c);

		for (uint32_t k = 0; k < SCLS_SKETCH; k++) {
			uint32_t v = (uint32_t)((pair * SCLS_GOLDEN
			                         + k * (pair * STEP)) >> 32);

			out[k] = v < out[k] ? v : out[k];
		}
		before = c;
	}
}

#ifdef SCLS_AVX2
_Static_assert(SCLS_SKETCH == 12, "three vectors of products");

/* The least of numbers 0, 1, 4, 5, 2, 3, 6 and 7; and, each in the lower half
 * of 64 bits, of those from number 8 on. */
typedef struct minima {
	__m256i eight, four;
} minima;

SCLS_AVX2
static inline void sketch_pair(uint64_t pair, minima *least)
{
	const __m256i odd = _mm256_setr_epi64x(0, -1, 0, -1);
	const __m256i upper = _mm256_setr_epi64x(0, 0, -1, -1);
	__m256i step = _mm256_set1_epi64x((long long)(pair * STEP));
	__m256i four = _mm256_slli_epi64(step, 2);
	__m256i from_0 = _mm256_add_epi64(
	        _mm256_set1_epi64x((long long)(pair * SCLS_GOLDEN)),
	        _mm256_add_epi64(
	                _mm256_and_si256(step, odd),
	                _mm256_and_si256(_mm256_add_epi64(step, step),
	                                 upper)));
	__m256i from_4 = _mm256_add_epi64(from_0, four);

	least->eight = _mm256_min_epu32(
	        least->eight, _mm256_castps_si256(_mm256_shuffle_ps(
	                _mm256_castsi256_ps(from_0),
	                _mm256_castsi256_ps(from_4), 0xDD)));
	least->four = _mm256_min_epu32(
	        least->four, _mm256_srli_epi64(
	                _mm256_add_epi64(from_4, four), 32));
}

SCLS_AVX2
static void sketch_avx2(const scls_headline *h, uint32_t out[SCLS_SKETCH])
{
	const __m256i most = _mm256_set1_epi32(-1);
	minima least = { most, most };
	uint32_t before = 0;

	for (uint32_t i = 0; i < h->n_skeleton; i++) {
		sketch_pair(pair_of(before, h->skeleton[i]), &least);
		before = h->skeleton[i];
	}
	sketch_pair(pair_of(before, 1u), &least);
	_mm256_storeu_si256((void *)out,
	                    _mm256_permute4x64_epi64(least.eight, 0xD8));
	_mm_storeu_si128((void *)(out + 8), _mm256_castsi256_si128(
	        _mm256_permutevar8x32_epi32(least.four, _mm256_setr_epi32(
	                0, 2, 4, 6, 0, 2, 4, 6))));
}
#endif

void scls_line_sketch(const scls_headline *h, uint32_t out[SCLS_SKETCH])
{
#ifdef SCLS_AVX2
	if (scls_has_avx2()) {
		sketch_avx2(h, out);
		return;
	}
#endif
	sketch_plain(h, out);
}
