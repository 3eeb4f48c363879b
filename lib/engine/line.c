/* line.c - a scored headline to the verdict's numbers; see body.h. */
#include "engine/body.h"

#include "base/bits.h"
#include "base/hash.h"
#include "base/inline.h"
#include "headline/fold.h"

#include <uchar.h>

static const struct {
	const char32_t *word;
	uint32_t size;
} genres[] = {
#define SCLS_GENRE(word) { word, sizeof(word) / sizeof(char32_t) - 1 },
#include "engine/genre.def"
#undef SCLS_GENRE
};

#define LEAD 4u /* units that make a line's head, or its tail */
#define EDGE 2u /* a date this near to an end stands at that end */
#define WIDE 3u /* characters of a phrase */
#define NARROW 8u

static uint32_t least(uint32_t n, uint32_t most)
{
	return n < most ? n : most;
}

static uint64_t hash_units(const uint32_t *unit, uint32_t from, uint32_t to)
{
	uint64_t hash = SCLS_HASH_SEED;

	for (; from < to; from++)
		hash = scls_hash_mix(hash ^ unit[from]);
	return hash;
}

static uint32_t kind_bits(const scls_headline *h, const scls_slot *s)
{
	if (scls_class_is_trade(s->cls))
		return SCLS_LINE_TRADE;
	switch (s->cls) {
	case SCLS_CLASS_QUALITY: case SCLS_CLASS_BEST:
		return 0;
	case SCLS_CLASS_DATE:
		return s->begin < EDGE || s->end + EDGE > h->n_units
		       ? SCLS_LINE_DATED : 0;
	case SCLS_CLASS_PERSON:
		return SCLS_LINE_PERSON;
	case SCLS_CLASS_YEAR:
		return SCLS_LINE_YEAR;
	case SCLS_CLASS_QUEST:
		return SCLS_LINE_CODA | SCLS_LINE_QUEST;
	default:
		break;
	}
	switch (scls_class_kind(s->cls)) {
	case SCLS_KIND_CLAIM:
		return SCLS_LINE_CLAIM;
	case SCLS_KIND_CODA:
		return SCLS_LINE_CODA;
	default:
		return 0;
	}
}

static void add_number(const scls_slot *s, scls_line *line)
{
	if (s->cls > SCLS_CLASS_NUM)
		return;
	if (line->numbers == 0)
		line->count = s->milli;
	line->numbers = scls_hash_mix(line->numbers * 64u + s->cls * 4u
	                              + (s->flags & 3u) + 1u);
}

static void add_names(const scls_headline *h, const scls_slot *s,
                      scls_line *line)
{
	enum scls_kind kind = scls_class_kind(s->cls);

	if (kind == SCLS_KIND_NAME && line->subject == 0)
		line->subject = hash_units(h->units, s->begin, s->end);
	if (kind == SCLS_KIND_THING && line->thing == 0)
		line->thing = hash_units(h->units, s->begin, s->end);
}

static void add_slots(const scls_headline *h, scls_line *line)
{
	for (uint32_t i = 0; i < h->n_slots; i++) {
		const scls_slot *s = &h->slots[i];

		line->kinds |= kind_bits(h, s);
		line->holes = (uint8_t)(line->holes
		              + (s->cls == SCLS_CLASS_HOLE
		                 && line->holes < UINT8_MAX));
		add_number(s, line);
		add_names(h, s, line);
	}
}

/* A question's mark, and marks of quotation and of works. */
SCLS_VECTORS
static uint32_t mark_bits(const uint32_t *unit, uint32_t n)
{
	uint32_t quest = 0, quote = 0;

	for (uint32_t i = 0; i < n; i++) {
		uint32_t c = unit[i];

		quest |= c == '?';
		quote |= (c == U'《') | (c == U'“') | (c == U'「')
		         | (c == '"');
	}
	return quest * SCLS_LINE_QUEST | quote * SCLS_LINE_QUOTE;
}

/* Hashes of the skeleton's first pieces, by their number: one goes on where
 * the shorter one ends. */
static void add_heads(const uint32_t *s, uint32_t n, scls_line *line)
{
	uint64_t hash = SCLS_HASH_SEED;
	uint32_t at = 0;

	for (uint32_t k = 0; k < SCLS_AFFIXES && n >= scls_affix_pieces[k];
	     k++) {
		for (; at < scls_affix_pieces[k]; at++)
			hash = scls_hash_mix(hash ^ s[at]);
		line->head[k] = (uint32_t)hash | 1u;
	}
}

/* Of its last pieces: no number's hash waits for that of another. */
static void add_feet(const uint32_t *s, uint32_t n, scls_line *line)
{
	for (uint32_t k = 0; k < SCLS_AFFIXES && n >= scls_affix_pieces[k];
	     k++) {
		uint64_t hash = SCLS_HASH_SEED;

		for (uint32_t i = n - scls_affix_pieces[k]; i < n; i++)
			hash = scls_hash_mix(hash ^ s[i]);
		line->foot[k] = (uint32_t)hash | 1u;
	}
}

#define SOME 64u /* pieces at once */

/* 1 or 0: rare characters of Han, and letters beyond ASCII, are not known. */
SCLS_INLINE uint32_t may_be_mark(uint32_t c)
{
	return (c > ' ') & (c < SCLS_SYMBOL) & (c - 'a' >= 26u)
	       & (c - '0' >= 10u) & !scls_is_common_han(c);
}

/* Closes up what may be a mark, few of many pieces; returns how many. */
SCLS_VECTORS
static uint32_t find_marks(const uint32_t *restrict piece, uint32_t n,
                           uint32_t *restrict out)
{
	uint32_t may[SOME], found = 0;

	for (uint32_t i = 0; i < n; i++)
		may[i] = may_be_mark(piece[i]);
	for (uint32_t i = 0; i < n; i++) {
		out[found] = piece[i];
		found += may[i];
	}
	return found;
}

/* Marks in order: what is neither letter, digit, space nor symbol. */
static uint64_t hash_marks(const scls_headline *h)
{
	uint64_t hash = 0;

	for (uint32_t from = 0; from < h->n_skeleton; from += SOME) {
		uint32_t mark[SOME];
		uint32_t n = find_marks(h->skeleton + from,
		                        least(h->n_skeleton - from, SOME),
		                        mark);

		for (uint32_t i = 0; i < n; i++)
			if (!scls_is_han(mark[i]) && !scls_is_latin(mark[i]))
				hash = scls_hash_mix(hash ^ mark[i]);
	}
	return hash;
}

/* Not 0 where the word stands before `end`: hardly any has its last unit. */
SCLS_INLINE int ends_with(const uint32_t *unit, uint32_t end,
                          const char32_t *word, uint32_t size)
{
	if (end < size || unit[end - 1] != word[size - 1])
		return 0;
	while (size > 0 && unit[end - 1] == word[size - 1]) {
		size--;
		end--;
	}
	return size == 0;
}

/* Not 0 where a notice's word ends the line, but for a bracket behind it. */
static int is_notice(const scls_headline *h)
{
	uint32_t end = h->n_units;

	while (end > 0 && !scls_is_han(h->units[end - 1]))
		end--;
	for (size_t i = 0; i < sizeof(genres) / sizeof(genres[0]); i++)
		if (ends_with(h->units, end, genres[i].word, genres[i].size))
			return 1;
	return 0;
}

/*
 * Phrases of WIDE Han characters or NARROW letters.  One hash each: its lower
 * bits choose the place, its upper half is the value (one-permutation MinHash;
 * Li, Owen and Zhang, 2012).
 */
SCLS_INLINE void add_phrase(uint64_t phrase, uint32_t *out)
{
	uint64_t hash = scls_hash_mix(phrase);
	uint32_t v = (uint32_t)(hash >> 32);
	uint32_t *kept = &out[hash % SCLS_PHRASES];

	*kept = v < *kept ? v : *kept;
}

static void narrow_phrases(const uint32_t *restrict unit, uint32_t n,
                           uint32_t *restrict out)
{
	uint64_t phrase = 0;

	for (uint32_t i = 0; i < n; i++) {
		phrase = phrase << 8 | (unit[i] & 0xFFu);
		if (i + 1 >= NARROW)
			add_phrase(phrase, out);
	}
}

/* A character has 21 bits: three leave one bit of 64 to the one before them,
 * which is shifted out. */
static void mixed_phrases(const uint32_t *restrict unit, uint32_t n,
                          uint32_t *restrict out)
{
	uint64_t wide = 0, narrow = 0;

	for (uint32_t i = 0; i < n; i++) {
		int han = scls_is_han(unit[i]);

		wide = wide << 21 | unit[i];
		narrow = narrow << 8 | (unit[i] & 0xFFu);
		if (i + 1 >= (han ? WIDE : NARROW))
			add_phrase(han ? wide << 1 : narrow, out);
	}
}

static void sketch_phrases(const scls_headline *h, uint32_t *out)
{
	for (uint32_t k = 0; k < SCLS_PHRASES; k++)
		out[k] = SCLS_NO_PHRASE;
	if (h->has_han)
		mixed_phrases(h->units, h->n_units, out);
	else
		narrow_phrases(h->units, h->n_units, out);
}

SCLS_VECTORS
static uint32_t count_han(const uint32_t *unit, uint32_t n)
{
	uint32_t han = 0;

	for (uint32_t i = 0; i < n; i++)
		han += scls_is_common_han(unit[i])
		       | (unit[i] - 0x3400u < 0x19C0u)
		       | (unit[i] == U'々') | (unit[i] == U'〇')
		       | (unit[i] - 0x20000u < 0x20000u);
	return han;
}

static void count_scripts(const scls_headline *h, scls_line *line)
{
	uint32_t latin = 0;

	for (uint32_t i = 0; i * 64 < h->n_units; i++)
		latin += scls_count_bits(h->latin[i]);
	line->han = h->has_han ? (uint16_t)count_han(h->units, h->n_units) : 0;
	line->latin = (uint16_t)latin;
}

void scls_line_from(const spamcls_db *db, const scls_headline_score *score,
                    uint32_t list, scls_line *line)
{
	const scls_headline *h = &score->headline;

	memset(line, 0, sizeof(*line));
	line->list = list;
	line->score = score->score;
	line->likely = db->model.likely;
	line->certain = db->model.certain;
	line->length = (uint16_t)h->n_units;
	line->fillers = (uint8_t)least(h->n_hidden, UINT8_MAX);
	line->slots = (uint8_t)least(h->n_slots, UINT8_MAX);
	line->topic = SCLS_NO_TOPIC;
	line->lead = hash_units(h->units, 0, least(h->n_units, LEAD));
	line->tail = hash_units(h->units, h->n_units - least(h->n_units, LEAD),
	                        h->n_units);
	line->marks = hash_marks(h);
	scls_line_sketch(h, line->sketch);
	sketch_phrases(h, line->phrase);
	count_scripts(h, line);
	add_slots(h, line);
	line->pieces = (uint16_t)h->n_skeleton;
	add_heads(h->skeleton, h->n_skeleton, line);
	add_feet(h->skeleton, h->n_skeleton, line);
	line->kinds |= mark_bits(h->units, h->n_units);
	if (h->has_han && is_notice(h))
		line->kinds |= SCLS_LINE_NOTICE;
}
