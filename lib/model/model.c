/* model.c - scores; see model.h. */
#include "model/model.h"

#include "base/vector.h"

/* The ids of a headline, and all up to the last that is asked for; what each
 * of its own weighs goes to weights, unless that is NULL. */
typedef struct row {
	const uint32_t *ids;
	uint32_t n, all;
	int8_t *weights;
} row;

#ifdef SCLS_AVX2
/* A model's buckets: a copy, for weights that are written could else be in the
 * model. */
typedef struct table {
	const unsigned char *buckets;
	uint32_t mask;
} table;

/* Bucket number `at`. */
SCLS_INLINE const void *bucket(table t, uint64_t at)
{
	return t.buckets + at * SCLS_BUCKET_SIZE;
}

/* Two of them, by numbers that stand in the low and the high half. */
SCLS_AVX2
static inline __m128i two_buckets(table t, uint64_t at)
{
	__m128i first = _mm_loadl_epi64(bucket(t, (uint32_t)at));

	return _mm_castps_si128(_mm_loadh_pi(_mm_castsi128_ps(first),
	                                     bucket(t, at >> 32)));
}

/* One by one: a gather takes longer than the four loads that it stands for,
 * and much longer where microcode has mended it (CVE-2022-40982). */
SCLS_AVX2
static inline __m256 four_buckets(table t, __m128i at)
{
	uint64_t low = (uint64_t)_mm_cvtsi128_si64(at);
	uint64_t high = (uint64_t)_mm_cvtsi128_si64(
	        _mm_unpackhi_epi64(at, at));

	return _mm256_castsi256_ps(_mm256_set_m128i(
	        two_buckets(t, high), two_buckets(t, low)));
}

/* The weights of eight n-grams, as scls_bucket_weight finds each of them: of
 * the bytes that are the tag the lowest one counts. */
SCLS_AVX2
SCLS_INLINE __m256i eight_weights(table t, __m256i ids)
{
	const __m256i spread = _mm256_set_epi8(
	        12, 12, 12, 12, 8, 8, 8, 8, 4, 4, 4, 4, 0, 0, 0, 0,
	        12, 12, 12, 12, 8, 8, 8, 8, 4, 4, 4, 4, 0, 0, 0, 0);
	__m256i at = _mm256_and_si256(
	        ids, _mm256_set1_epi32((int)t.mask));
	__m256 first = four_buckets(t, _mm256_castsi256_si128(at));
	__m256 others = four_buckets(t, _mm256_extracti128_si256(at, 1));
	__m256i tags = _mm256_castps_si256(
	        _mm256_shuffle_ps(first, others, 0x88));
	__m256i weights = _mm256_castps_si256(
	        _mm256_shuffle_ps(first, others, 0xDD));
	__m256i tag, same, lowest;

	/* In the order of these: two of the first, two of the others. */
	ids = _mm256_permute4x64_epi64(ids, 0xD8);
	tag = _mm256_srli_epi32(_mm256_mullo_epi32(
	        ids, _mm256_set1_epi32((int)SCLS_BUCKET_TAG)), 24);
	tag = _mm256_max_epu32(tag, _mm256_set1_epi32(1));
	same = _mm256_cmpeq_epi8(tags, _mm256_shuffle_epi8(tag, spread));
	lowest = _mm256_and_si256(
	        same, _mm256_sub_epi32(_mm256_setzero_si256(), same));
	lowest = _mm256_mullo_epi32(lowest, _mm256_set1_epi32(0xFF));
	weights = _mm256_maddubs_epi16(_mm256_set1_epi8(1),
	                               _mm256_and_si256(weights, lowest));
	return _mm256_madd_epi16(weights, _mm256_set1_epi16(1));
}

/* So many ids before they are asked for, weights are fetched: more than most
 * headlines have. */
#define AHEAD 192u

SCLS_INLINE void fetch_eight(table t, const uint32_t *ids)
{
	for (uint32_t k = 0; k < 8; k++)
		SCLS_PREFETCH_MANY(bucket(t, ids[k] & t.mask));
}

/* Fetches what is asked for later than the eight ids from number i on. */
SCLS_INLINE void fetch_ahead(table t, const row *r, uint32_t i)
{
	if (i + AHEAD + 8 <= r->all)
		fetch_eight(t, r->ids + i + AHEAD);
}

/* Eight weights as bytes, in the order of their ids. */
SCLS_AVX2
static inline void put_bytes(__m256i weights, int8_t *to)
{
	__m256i w = _mm256_permute4x64_epi64(weights, 0xD8);
	__m128i words = _mm_packs_epi32(_mm256_castsi256_si128(w),
	                                _mm256_extracti128_si256(w, 1));

	_mm_storel_epi64((void *)to, _mm_packs_epi16(words, words));
}

/* What the last ids weigh, less than eight, if all of them are hashed ones:
 * returns where they end. */
SCLS_AVX2
static inline uint32_t add_last(table t, const row *r, uint32_t i,
                                __m256i *total)
{
	__m256i there = scls_first_of_eight(r->n - i);
	__m256i last = _mm256_maskload_epi32((const void *)(r->ids + i),
	                                     there), weights;

	if (!_mm256_testc_si256(_mm256_srai_epi32(last, 31), there))
		return i;
	fetch_ahead(t, r, i);
	weights = eight_weights(t, last);
	*total = _mm256_add_epi32(*total, _mm256_and_si256(
	        weights, _mm256_permute4x64_epi64(there, 0xD8)));
	if (r->weights)
		put_bytes(weights, r->weights + i);
	return r->n;
}

/* Eight hashed ones at a time, the last ones too, as far as they stand in a
 * row: returns the first of those among which a named one is. */
SCLS_AVX2
static uint32_t add_eights(table t, row r, uint32_t i, int32_t *sum)
{
	__m256i total = _mm256_setzero_si256();

	for (; r.n - i >= 8; i += 8) {
		__m256i eight = _mm256_loadu_si256((const void *)
		                                   (r.ids + i)), weights;

		if (_mm256_movemask_ps(_mm256_castsi256_ps(eight)) != 0xFF)
			break;
		fetch_ahead(t, &r, i);
		weights = eight_weights(t, eight);
		total = _mm256_add_epi32(total, weights);
		if (r.weights)
			put_bytes(weights, r.weights + i);
	}
	if (r.n - i < 8)
		i = add_last(t, &r, i, &total);
	*sum += scls_sum_eight(total);
	return i;
}

#endif

/* Hashed ones stand in long rows.  Returns where this one ends. */
static uint32_t add_hashed(const scls_model *model, const row *r, uint32_t i,
                           int32_t *sum)
{
	const uint32_t *ids = r->ids;
	uint32_t n = r->n;
	const unsigned char *buckets = model->buckets;
	uint32_t mask = model->mask;
	int32_t total = 0;

#ifdef SCLS_AVX2
	if (scls_has_avx2())
		i = add_eights((table){ buckets, mask }, *r, i, sum);
#endif
	for (; i < n && ids[i] & SCLS_HASHED; i++) {
		int32_t weight = scls_bucket_weight(buckets, mask, ids[i]);

		total += weight;
		if (r->weights)
			r->weights[i] = (int8_t)weight;
	}
	*sum += total;
	return i;
}

/* One scale is of all hashed features: it is applied to their sum. */
static int32_t score_row(const scls_model *model, const row *r)
{
	int32_t named = 0, hashed = 0;

	for (uint32_t i = 0; i < r->n;) {
		if (r->ids[i] & SCLS_HASHED) {
			i = add_hashed(model, r, i, &hashed);
			continue;
		}
		if (r->weights)
			r->weights[i] = 0;
		named += model->named[r->ids[i++]];
	}
	return named + hashed * model->scale;
}

int32_t scls_model_score_next(const scls_model *model, const uint32_t *ids,
                              uint32_t n, uint32_t behind, int8_t *weights)
{
	row r = { ids, n, n + behind, weights };

	return score_row(model, &r);
}

int32_t scls_model_score(const scls_model *model,
                         const scls_features *features)
{
	row r = { features->ids, features->n, features->n, NULL };

	return score_row(model, &r);
}

/* How many of n knots, which are in order, are below the score: as many steps
 * for any score, for nobody can guess what branches. */
static uint32_t knots_below(const scls_knot *k, uint32_t n, int32_t score)
{
	uint32_t below = 0;

	for (uint32_t half; n > 1; n -= half) {
		half = n / 2;
		below += (k[below + half - 1].score < score) * half;
	}
	return below + (n > 0 && k[below].score < score);
}

float scls_model_probability(const scls_model *model, int32_t score)
{
	const scls_knot *k = model->knots;
	uint32_t n = model->n_knots, i = knots_below(k, n, score);
	int64_t parts;

	if (n == 0)
		return 0.5f;
	if (i == 0)
		parts = k[0].parts;
	else if (i == n)
		parts = k[n - 1].parts;
	else
		parts = k[i - 1].parts
		        + ((int64_t)k[i].parts - k[i - 1].parts)
		                  * ((int64_t)score - k[i - 1].score)
		                  / ((int64_t)k[i].score - k[i - 1].score);
	return (float)parts / 16777216.0f;
}
