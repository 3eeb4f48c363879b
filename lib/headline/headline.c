/*
 * headline.c - takes one headline apart: fold, clean, slots, skeleton.
 * See headline.h.
 */
#include "headline/headline.h"

#include "base/bits.h"
#include "base/filter.h"
#include "base/inline.h"
#include "headline/fold.h"
#include "headline/hole.h"
#include "headline/latin.h"
#include "headline/lexicon.h"
#include "headline/number.h"
#include "headline/once.h"

#include <stdalign.h>

/* Units, letters and slots stand behind those of headlines that are kept; the
 * rest is of the last one alone. */
struct scls_analyzer {
	/* Numbers of 64 bits stand behind the struct: its size is a multiple
	 * of theirs where pointers are smaller, too. */
	alignas(uint64_t) const scls_lexicon *lexicon;
	spamcls_allocator allocator;
	scls_units units;
	uint64_t *latin;
	uint64_t *places; /* a bit for each unit where a slot may begin */
	scls_slot *slots;
	uint32_t *skeleton;
	uint16_t *skeleton_unit;
	struct { uint32_t units, slots, words; } kept; /* what is kept */
	size_t size; /* of this block, arrays included */
};

/* One block for the struct and all its arrays: nothing to unwind. */
scls_status scls_analyzer_new(scls_analyzer **out,
                              const scls_lexicon *lexicon, uint32_t max_units,
                              const spamcls_allocator *allocator)
{
	size_t room = (size_t)max_units + SCLS_FILTER_BEHIND;
	size_t kept = SCLS_KEPT_UNITS + room;
	size_t places = SCLS_BITS_ROOM(max_units);
	size_t bits = SCLS_KEPT_UNITS / SCLS_FILTER_BEHIND + places;
	size_t size = sizeof(scls_analyzer)
	              + (places + bits) * sizeof(uint64_t)
	              + kept * (sizeof(scls_slot) + sizeof(uint32_t))
	              + room * (3 * sizeof(uint32_t) + sizeof(uint16_t));
	scls_analyzer *a = scls_alloc_zero(allocator, 1, size);

	if (!a)
		return SPAMCLS_E_NOMEM;
	a->lexicon = lexicon;
	a->allocator = *allocator;
	a->size = size;
	a->places = (uint64_t *)(a + 1);
	a->latin = a->places + places;
	a->slots = (scls_slot *)(a->latin + bits);
	a->units.unit = (uint32_t *)(a->slots + kept);
	a->units.from = a->units.unit + kept;
	a->units.to = a->units.from + room;
	a->skeleton = a->units.to + room;
	a->skeleton_unit = (uint16_t *)(a->skeleton + room);
	a->units.room = max_units;
	*out = a;
	return SPAMCLS_OK;
}

void scls_analyzer_free(scls_analyzer *analyzer)
{
	spamcls_allocator allocator;

	if (!analyzer)
		return;
	allocator = analyzer->allocator;
	scls_free(&allocator, analyzer, analyzer->size);
}

/* Inside a word of an alphabet nothing may begin. */
static int may_begin(const uint32_t *unit, uint32_t at)
{
	return at == 0 || !scls_is_word(unit[at]) || !scls_is_word(unit[at - 1])
	       || (scls_is_digit(unit[at]) && unit[at - 1] == 'v');
}

/* Not a letter, digit or mark of any kind, and in no alphabet. */
static int is_plain_han(uint32_t c)
{
	return c - 0x3400u < 0x6C00u;
}

static void make_slot(scls_slot *slot, unsigned cls, int64_t milli)
{
	memset(slot, 0, sizeof(*slot));
	slot->cls = (uint8_t)cls;
	slot->milli = milli;
}

/* The longest term at unit at, or 0. */
static uint32_t find_term(const scls_analyzer *a, uint32_t at, unsigned *cls)
{
	const uint32_t *unit = a->units.unit;
	uint32_t n = a->units.n;

	if (a->latin[at / 64] >> at % 64 & 1) {
		uint32_t end = scls_next_bit(a->latin, n, at, 0);

		if (!scls_lexicon_has_word(a->lexicon, unit + at, end - at))
			return 0;
	}
	return scls_lexicon_longest(a->lexicon, unit, n, at, cls);
}

/* The slot at unit at: the longer of number and term, else a hole. */
static uint32_t find_slot(const scls_analyzer *a, uint32_t at, scls_slot *slot)
{
	const uint32_t *unit = a->units.unit;
	uint32_t n = a->units.n, size = 0, term;
	int han = is_plain_han(unit[at]);
	unsigned cls = 0;
	enum scls_hole hole;

	if (!han && !may_begin(unit, at))
		return 0;
	if (scls_number_may_begin(unit[at]))
		size = scls_number_scan(unit, n, at, slot);
	term = find_term(a, at, &cls);
	if (term >= size && term > 0) {
		make_slot(slot, cls, 0);
		size = term;
	}
	if (size == 0 && scls_hole_may_begin(unit[at])) {
		size = scls_hole_scan(unit, n, at, &hole);
		if (size > 0)
			make_slot(slot, SCLS_CLASS_HOLE, hole);
	}
	slot->begin = (uint16_t)at;
	slot->end = (uint16_t)(at + size);
	return size;
}

/* Letters that follow one: within a word nothing begins. */
static uint64_t within_words(const uint64_t *latin, uint32_t word)
{
	uint64_t before = word > 0 ? latin[word - 1] >> 63 : 0;

	return latin[word] & (latin[word] << 1 | before);
}

/* Where slots may begin; what is behind two units of a term is on its way. */
static void find_places(scls_analyzer *a)
{
	for (uint32_t from = 0; from < a->units.n; from += 64) {
		const uint32_t *unit = a->units.unit + from;
		uint64_t places = scls_lexicon_places(a->lexicon, unit,
		                                      a->units.n - from);

		places &= ~within_words(a->latin, from / 64);
		a->places[from / 64] = places;
		scls_lexicon_prefetch(a->lexicon, unit, places);
	}
}

/* And what is behind three. */
static void go_on_with_places(const scls_analyzer *a)
{
	for (uint32_t from = 0; from < a->units.n; from += 64)
		scls_lexicon_prefetch_third(a->lexicon, a->units.unit + from,
		                            a->places[from / 64]);
}

static uint32_t fill_slots(scls_analyzer *a)
{
	uint32_t n = 0, end = 0;

	for (uint32_t from = 0; from < a->units.n; from += 64)
		for (uint64_t places = a->places[from / 64]; places != 0;
		     places &= places - 1) {
			uint32_t at = from + scls_lowest_bit(places);

			if (at >= end && find_slot(a, at, &a->slots[n]) > 0)
				end = a->slots[n++].end;
		}
	return n;
}

#define COPIED 8u /* units at once */

_Static_assert(COPIED <= SCLS_FILTER_BEHIND, "room behind all arrays");

/* Units from `at` to `end` become pieces n and up; returns how many there are
 * then.  Some behind them are copied, too, and overwritten. */
static uint32_t copy_units(scls_analyzer *a, uint32_t at, uint32_t end,
                           uint32_t n)
{
	uint32_t behind = n + end - at;

	for (; at < end; at += COPIED, n += COPIED) {
		uint16_t *piece_unit = a->skeleton_unit + n;

		memcpy(a->skeleton + n, a->units.unit + at,
		       COPIED * sizeof(*a->skeleton));
		for (uint32_t i = 0; i < COPIED; i++)
			piece_unit[i] = (uint16_t)(at + i);
	}
	return behind;
}

static uint32_t make_skeleton(scls_analyzer *a, uint32_t n_slots)
{
	uint32_t n = 0, at = 0;

	for (uint32_t s = 0; s < n_slots; s++) {
		scls_slot *slot = &a->slots[s];

		n = copy_units(a, at, slot->begin, n);
		slot->at = (uint16_t)n;
		a->skeleton[n] = SCLS_SYMBOL + slot->cls;
		a->skeleton_unit[n++] = slot->begin;
		at = slot->end;
	}
	return copy_units(a, at, a->units.n, n);
}

void scls_analyze_units(scls_analyzer *a, scls_span source,
                        scls_headline *headline)
{
	scls_fold(source, &a->units);
	scls_clean(&a->units);
	headline->source = source;
	headline->units = a->units.unit;
	headline->from = a->units.from;
	headline->to = a->units.to;
	headline->n_units = a->units.n;
	headline->has_han = (a->units.signs & SCLS_SIGN_HAN) != 0;
	headline->latin = a->latin;
	headline->again = SCLS_ONCE_UNKNOWN;
	scls_latin_bits(a->units.unit, a->units.n, a->latin);
	headline->slots = a->slots;
	headline->n_slots = 0;
	headline->skeleton = a->skeleton;
	headline->skeleton_unit = a->skeleton_unit;
	headline->n_skeleton = 0;
	headline->n_hidden = a->units.hidden;
	headline->n_emoji = a->units.emoji;
	headline->flags = (a->units.cut ? SPAMCLS_FLAG_LONG_HEADLINE : 0)
	                  | (a->units.bad ? SPAMCLS_FLAG_REPAIRED : 0);
}

void scls_analyze_slots(scls_analyzer *a, scls_headline *headline)
{
	find_places(a);
	go_on_with_places(a);
	headline->n_slots = fill_slots(a);
}

/* While the lexicon is fetched, units are compared. */
void scls_analyze_frame(scls_analyzer *a, scls_headline *headline)
{
	find_places(a);
	headline->again = scls_tokens_again(a->units.unit, a->units.n);
	go_on_with_places(a);
	headline->n_slots = fill_slots(a);
	headline->n_skeleton = make_skeleton(a, headline->n_slots);
}

void scls_analyze(scls_analyzer *a, scls_span source, scls_headline *headline)
{
	scls_analyze_units(a, source, headline);
	scls_analyze_frame(a, headline);
}

/* A headline has no more words of bits than SCLS_FILTER_BEHIND goes into its
 * units and those behind, and no more slots than units. */
int scls_analyzer_keep(scls_analyzer *a, const scls_headline *headline)
{
	uint32_t more = headline->n_units + SCLS_FILTER_BEHIND;
	uint32_t words = SCLS_BITS_ROOM(headline->n_units);

	if (a->kept.units + more > SCLS_KEPT_UNITS)
		return 0;
	a->kept.units += more;
	a->kept.slots += headline->n_slots;
	a->kept.words += words;
	a->units.unit += more;
	a->slots += headline->n_slots;
	a->latin += words;
	return 1;
}

void scls_analyzer_forget(scls_analyzer *a)
{
	a->units.unit -= a->kept.units;
	a->slots -= a->kept.slots;
	a->latin -= a->kept.words;
	a->kept.units = a->kept.slots = a->kept.words = 0;
}

SCLS_VECTORS
static uint32_t count_points(const uint32_t *unit, uint32_t n)
{
	uint32_t points = 0;

	for (uint32_t i = 0; i < n; i++)
		points += ((unit[i] == '.') & (unit[i + 1] - '0' < 10u))
		          | (unit[i] == U'点');
	return points;
}

int scls_may_have_decimals(const scls_headline *headline)
{
	return count_points(headline->units, headline->n_units) > 0;
}
