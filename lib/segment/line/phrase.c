/* phrase.c - the table of phrases.def, searched; see phrase.h. */
#include "segment/line/phrase.h"

#include "base/bits.h"
#include "base/hash.h"
#include "base/inline.h"
#include "base/utf8.h"
#include "base/vector.h"
#include "segment/line/line_shape.h"
#include "segment/line/small_line.h"

enum { WHOLE_LINE, FRONT_OF_LINE, PART_OF_LINE };

_Static_assert(PART_OF_LINE < SCLS_PHRASE_WAYS, "a chain for each");

#define PLACES 32u   /* of parts, looked at at once */
#define SEEN 4u      /* bytes of a front that are looked at first */
#define PART_SEEN 6u /* of a part */

typedef struct entry {
	const char *text;
	uint8_t size;
	uint8_t how;
	uint8_t phrase;
} entry;

static const entry entries[] = {
#define ENTRY(how, phrase, text) \
	{ text, (uint8_t)(sizeof(text) - 1), how, SCLS_PHRASE_##phrase },
#define WHOLE(phrase, text) ENTRY(WHOLE_LINE, phrase, text)
#define FRONT(phrase, text) ENTRY(FRONT_OF_LINE, phrase, text)
#define PART(phrase, text) ENTRY(PART_OF_LINE, phrase, text)
#include "segment/line/phrases.def"
};

#define ENTRIES (sizeof(entries) / sizeof(entries[0]))

_Static_assert(ENTRIES < SCLS_PHRASE_ENTRIES, "room for all phrases");

/* Every entry has two bytes at least. */
static unsigned bucket_of(const char *text)
{
	return ((unsigned char)text[0] * 37u + (unsigned char)text[1])
	       % SCLS_PHRASE_BUCKETS;
}

/* The chain that a phrase is in; of whole lines the length says more. */
static unsigned chain_of(int how, const char *text, size_t size)
{
	unsigned more = how == WHOLE_LINE ? (unsigned)size * 11u : 0;

	return (bucket_of(text) + more) % SCLS_PHRASE_BUCKETS;
}

static void add_to(scls_phrase_set *set, const char *text)
{
	unsigned bucket = bucket_of(text);

	set->bits[bucket / 8] |= (uint8_t)(1u << bucket % 8);
}

static uint32_t has(const scls_phrase_set *set, const char *text)
{
	unsigned bucket = bucket_of(text);

	return set->bits[bucket / 8] >> bucket % 8 & 1u;
}

/* The bit of four bytes, and of a length where it is told. */
static unsigned start_of(const char *two, const char *others, size_t size)
{
	uint16_t a, b;

	memcpy(&a, two, sizeof(a));
	memcpy(&b, others, sizeof(b));
	return (a + ((uint32_t)b << 16) + (uint32_t)size * SCLS_ODD_2)
	       * SCLS_ODD_1 / (UINT32_MAX / SCLS_PHRASE_STARTS + 1);
}

static unsigned whole_of(const char *text, size_t size)
{
	return start_of(text, text + size - 2, size);
}

static unsigned front_of(const char *text)
{
	return start_of(text, text + 2, 0);
}

static unsigned brief_front_of(const char *text)
{
	return start_of(text, text, 0);
}

static void add_start(scls_phrase_starts *starts, unsigned bit)
{
	starts->bits[bit / 8] |= (uint8_t)(1u << bit % 8);
}

static unsigned has_start(const scls_phrase_starts *starts, unsigned bit)
{
	return starts->bits[bit / 8] >> bit % 8 & 1u;
}

/* What tells that the entry may be there. */
static void add_signs(scls_phrases *phrases, const entry *e)
{
	if (e->how == WHOLE_LINE) {
		add_start(&phrases->whole, whole_of(e->text, e->size));
	} else if (e->how == FRONT_OF_LINE && e->size < SEEN) {
		add_start(&phrases->brief_front, brief_front_of(e->text));
	} else if (e->how == FRONT_OF_LINE) {
		add_start(&phrases->front, front_of(e->text));
	} else if (e->size < PART_SEEN) {
		add_to(&phrases->brief, e->text);
	} else {
		add_start(&phrases->part, front_of(e->text));
		add_to(&phrases->first, e->text);
		add_to(&phrases->second, e->text + 2);
		add_to(&phrases->third, e->text + 4);
	}
}

/* From the last to the first, so that the first stands first in its chain. */
void scls_phrases_begin(scls_phrases *phrases)
{
	memset(phrases, 0, sizeof(*phrases));
	for (size_t i = ENTRIES; i-- > 0; ) {
		const entry *e = &entries[i];
		uint16_t *head = &phrases->head[e->how][chain_of(
		        e->how, e->text, e->size)];

		add_signs(phrases, e);
		phrases->next[i] = *head;
		*head = (uint16_t)(i + 1);
	}
}

SCLS_INLINE int ink_at(scls_span line, size_t at, size_t *end)
{
	*end = at;
	return scls_mark_is_letter(scls_mark_of(
	        scls_utf8_next(line.data, line.size, end)));
}

/* Without the marks, numbers and spaces at both ends. */
static scls_span core_of(scls_span line)
{
	size_t first = 0, last = line.size, end = 0;
	scls_span core = { line.data, 0 };

	while (first < line.size && !ink_at(line, first, &end))
		first = end;
	while (last > first) {
		last--;
		if (scls_utf8_goes_on(line.data[last]))
			continue;
		if (ink_at(line, last, &end))
			break;
	}
	if (first < line.size) {
		core.data = line.data + first;
		core.size = end - first;
	}
	return core;
}

/* The first entry of the kind at the front of text, 1 and up, or limit where
 * none before it is. */
static uint16_t find(const scls_phrases *phrases, int how, scls_span text,
                     uint16_t limit)
{
	uint16_t at;

	if (text.size < 2)
		return limit;
	at = phrases->head[how][chain_of(how, text.data, text.size)];
	for (; at != 0 && at < limit; at = phrases->next[at - 1]) {
		const entry *e = &entries[at - 1];

		if (e->size > text.size
		    || (how == WHOLE_LINE && e->size != text.size)
		    || text.data[e->size - 1] != e->text[e->size - 1])
			continue;
		if (memcmp(text.data, e->text, e->size) == 0)
			return at;
	}
	return limit;
}

static uint32_t places_plain(const scls_phrases *phrases, const char *text)
{
	uint32_t bits = 0;

	for (uint32_t i = 0; i < PLACES; i++) {
		const char *at = text + i;

		bits |= ((has(&phrases->first, at)
		          & has(&phrases->second, at + 2)
		          & has(&phrases->third, at + 4))
		         | has(&phrases->brief, at)) << i;
	}
	return bits;
}

#ifdef SCLS_AVX2
_Static_assert(SCLS_PHRASE_BUCKETS == 256 && PLACES == 32,
               "a bucket is a byte of a vector");

/* Of each byte, moved up by bits, what stays in the byte. */
SCLS_AVX2
static inline __m256i moved(__m256i a, int bits)
{
	return _mm256_and_si256(_mm256_slli_epi16(a, bits),
	                        _mm256_set1_epi8((char)(255 << bits)));
}

SCLS_AVX2
static inline __m256i buckets(const char *text)
{
	__m256i a = _mm256_loadu_si256((const void *)text);
	__m256i b = _mm256_loadu_si256((const void *)(text + 1));

	/* 37 is 32 + 4 + 1. */
	return _mm256_add_epi8(_mm256_add_epi8(a, b), _mm256_add_epi8(
	        moved(a, 2), moved(a, 5)));
}

/* Where a set has bytes of buckets: ones in the place of each that it has.
 * Each half of the table gives 0 for the bytes of the other. */
SCLS_AVX2
static inline __m256i has_avx2(const scls_phrase_set *set, __m256i bucket)
{
	const __m256i powers = _mm256_broadcastsi128_si256(_mm_setr_epi8(
	        1, 2, 4, 8, 16, 32, 64, (char)128, 0, 0, 0, 0, 0, 0, 0, 0));
	const __m128i *half = (const void *)set->bits;
	__m256i byte = _mm256_and_si256(_mm256_srli_epi16(bucket, 3),
	                                _mm256_set1_epi8(31));
	__m256i bit = _mm256_shuffle_epi8(powers, _mm256_and_si256(
	        bucket, _mm256_set1_epi8(7)));
	__m256i low = _mm256_shuffle_epi8(
	        _mm256_broadcastsi128_si256(_mm_loadu_si128(half)),
	        _mm256_add_epi8(byte, _mm256_set1_epi8(0x70)));
	__m256i high = _mm256_shuffle_epi8(
	        _mm256_broadcastsi128_si256(_mm_loadu_si128(half + 1)),
	        _mm256_sub_epi8(byte, _mm256_set1_epi8(16)));

	return _mm256_cmpeq_epi8(bit, _mm256_and_si256(
	        bit, _mm256_or_si256(low, high)));
}

SCLS_AVX2
static uint32_t places_avx2(const scls_phrases *phrases, const char *text)
{
	__m256i bucket = buckets(text);
	__m256i found = _mm256_and_si256(
	        has_avx2(&phrases->first, bucket), _mm256_and_si256(
	                has_avx2(&phrases->second, buckets(text + 2)),
	                has_avx2(&phrases->third, buckets(text + 4))));

	return (uint32_t)_mm256_movemask_epi8(_mm256_or_si256(
	        found, has_avx2(&phrases->brief, bucket)));
}
#endif

/* A bit for each of the first PLACES bytes of text where a part may begin;
 * bytes behind them are read, as many as are looked at. */
static uint32_t part_places(const scls_phrases *phrases, const char *text)
{
#ifdef SCLS_AVX2
	if (scls_has_avx2())
		return places_avx2(phrases, text);
#endif
	return places_plain(phrases, text);
}

_Static_assert(SCLS_SMALL_ZEROS > PLACES + PART_SEEN,
               "zeros where no part begins");

static uint16_t find_part(const scls_phrases *phrases, scls_span line,
                          uint16_t limit)
{
	for (size_t from = 0; from < line.size; from += PLACES) {
		uint32_t left = part_places(phrases, line.data + from);

		for (; left != 0; left &= left - 1) {
			size_t at = from + scls_lowest_bit(left);
			scls_span rest = { line.data + at, line.size - at };

			if (at >= line.size)
				return limit;
			if (!has_start(&phrases->part, front_of(rest.data))
			    && !has(&phrases->brief, rest.data))
				continue;
			limit = find(phrases, PART_OF_LINE, rest, limit);
		}
	}
	return limit;
}

scls_phrase scls_phrase_of(const scls_phrases *phrases, scls_span line)
{
	scls_small_line copy;
	scls_span trimmed = scls_span_trim(line);
	scls_span whole = { copy.text, trimmed.size }, core;
	uint16_t best = ENTRIES + 1;

	if (trimmed.size == 0 || trimmed.size > SCLS_SMALL_BYTES)
		return SCLS_PHRASE_NONE;
	scls_lower(trimmed, &copy);
	core = core_of(whole);
	if (core.size > 1
	    && has_start(&phrases->whole, whole_of(core.data, core.size)))
		best = find(phrases, WHOLE_LINE, core, best);
	if (has_start(&phrases->front, front_of(copy.text))
	    || has_start(&phrases->brief_front, brief_front_of(copy.text)))
		best = find(phrases, FRONT_OF_LINE, whole, best);
	best = find_part(phrases, whole, best);
	return best > ENTRIES ? SCLS_PHRASE_NONE
	                      : (scls_phrase)entries[best - 1].phrase;
}
