/* once.c - see once.h. */
#include "headline/once.h"

#include "base/bits.h"
#include "base/vector.h"

#include <string.h>

#define PRIME 0x9E3779B1u
#define BITS 10 /* of a place in the filter */
#define LANES SCLS_ONCE_LANES
#define FEW 64u /* ids that are compared all with all */

_Static_assert(FEW <= SCLS_ONCE_WINDOW, "none of few is out of sight");

static uint64_t again_plain(const uint32_t *token, uint32_t n)
{
	uint64_t again = 0;

	for (uint32_t i = 1; i < n; i++)
		for (uint32_t k = 0; k < i; k++)
			again |= (uint64_t)(token[k] == token[i]) << i;
	return again;
}

#ifdef SCLS_AVX2
/* Where eight tokens are the same as token k. */
SCLS_AVX2
static __m256i same(__m256i eight, const uint32_t *token, uint32_t k)
{
	return _mm256_cmpeq_epi32(eight, _mm256_set1_epi32((int)token[k]));
}

/* Which of the first eight tokens are the same as one before. */
SCLS_AVX2
static inline __m256i first_again(const uint32_t *token)
{
	static const int32_t behind[2 * LANES] = {
		0, 0, 0, 0, 0, 0, 0, 0, -1, -1, -1, -1, -1, -1, -1, -1
	};
	__m256i eight = _mm256_loadu_si256((const void *)token);
	__m256i again = _mm256_setzero_si256();

	for (uint32_t k = 0; k + 1 < LANES; k++) {
		__m256i is_behind = _mm256_loadu_si256(
		        (const void *)(behind + LANES - 1 - k));

		again = _mm256_or_si256(again, _mm256_and_si256(
		        is_behind, same(eight, token, k)));
	}
	return again;
}

/* Which of the eight tokens from `at` on, that have eight before them, are the
 * same as one before: as one of the seven before each, or of any eight. */
SCLS_AVX2
static inline __m256i next_again(const uint32_t *token, uint32_t at)
{
	__m256i eight = _mm256_loadu_si256((const void *)(token + at));
	__m256i again = _mm256_setzero_si256();

	for (uint32_t d = 1; d < LANES; d++)
		again = _mm256_or_si256(again, _mm256_cmpeq_epi32(
		        eight, _mm256_loadu_si256((const void *)
		                                  (token + at - d))));
	for (uint32_t from = 0; from < at; from += LANES)
		for (uint32_t k = from; k < from + LANES; k++)
			again = _mm256_or_si256(again, same(eight, token, k));
	return again;
}

SCLS_AVX2
static inline uint64_t bits_of(__m256i eight)
{
	return (uint32_t)_mm256_movemask_ps(_mm256_castsi256_ps(eight));
}

SCLS_AVX2
static uint64_t again_avx2(const uint32_t *token, uint32_t n)
{
	uint64_t again = bits_of(first_again(token));

	for (uint32_t at = LANES; at < n; at += LANES)
		again |= bits_of(next_again(token, at)) << at;
	return n < 64 ? again & ((UINT64_C(1) << n) - 1) : again;
}
#endif

uint64_t scls_tokens_again(const uint32_t *token, uint32_t n)
{
	if (n > 64)
		return SCLS_ONCE_UNKNOWN;
#ifdef SCLS_AVX2
	if (scls_has_avx2())
		return again_avx2(token, n);
#endif
	return again_plain(token, n);
}

static void move(scls_features *f, uint32_t to, uint32_t from)
{
	f->ids[to] = f->ids[from];
	if (f->evidence)
		f->evidence[to] = f->evidence[from];
}

void scls_leave_out(scls_features *f, uint32_t from, uint64_t bits)
{
	uint32_t first = bits != 0 ? from + scls_lowest_bit(bits) : f->n;
	uint32_t n = first;

	bits >>= (first - from) & 63u;
	for (uint32_t i = first; i < f->n; i++, bits >>= 1) {
		move(f, n, i);
		n += (uint32_t)(~bits & 1);
	}
	f->n = n;
}

/* Whether id is one of ids[from] to ids[to - 1], as far back as one looks. */
static int stands_there(const uint32_t *ids, uint32_t from, uint32_t to,
                        uint32_t id)
{
	uint32_t there = 0;

	if (to - from > SCLS_ONCE_WINDOW)
		from = to - SCLS_ONCE_WINDOW;
	for (uint32_t i = from; i < to; i++)
		there |= ids[i] == id;
	return there != 0;
}

/* The same for as many as can be compared all with all. */
static int keep_first_of_few(scls_features *f, uint32_t from)
{
	uint64_t again = scls_tokens_again(f->ids + from, f->n - from);

	if (again != 0)
		scls_leave_out(f, from, again);
	return again != 0;
}

static int keep_first_of_many(scls_features *f, uint32_t from)
{
	uint8_t met[1 << BITS]; /* a filter: where an id was met */
	uint32_t n = from, last = f->n;

	memset(met, 0, sizeof(met));
	for (uint32_t i = from; i < last; i++) {
		uint32_t id = f->ids[i];
		uint8_t *place = &met[id * PRIME >> (32 - BITS)];

		if (*place && stands_there(f->ids, from, n, id))
			continue;
		*place = 1;
		move(f, n++, i);
	}
	f->n = n;
	return n < last;
}

int scls_keep_first(scls_features *f, uint32_t from)
{
	if (f->n - from <= FEW && f->room - f->n >= LANES)
		return keep_first_of_few(f, from);
	return keep_first_of_many(f, from);
}
