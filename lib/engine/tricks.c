/* tricks.c - spun words, bracketed pinyin, repetition; see tricks.h. */
#include "engine/tricks.h"

#include "base/bits.h"
#include "base/hash.h"
#include "base/inline.h"
#include "base/limits.h"
#include "headline/fold.h"

#include <uchar.h>

#define PHRASE_BITS 12u
#define PHRASES (1u << PHRASE_BITS) /* counters */
#define PARAGRAPHS 1024u /* a power of two */
#define PHRASE 4u        /* characters */
#define LANES 8u         /* of vectors, a power of two */
#define ENOUGH 200u      /* phrases of a text that can be stuffed */
#define SYLLABLE 6u      /* letters of the longest one */

static const char32_t *const spun[] = {
#define SCLS_SPUN(word) word,
#include "engine/spun.def"
#undef SCLS_SPUN
};
#define SPUN (sizeof(spun) / sizeof(spun[0]))

_Static_assert(SPUN <= 32, "a bit for each in scls_tricks.spun_seen");

static const char initials[] = "bpmfdtnlgkhjqxrzcsyw";
static const char *const finals[] = {
	"a", "o", "e", "ai", "ei", "ao", "ou", "an", "en", "ang", "eng",
	"ong", "er", "i", "ia", "ie", "iao", "iu", "ian", "in", "iang",
	"ing", "iong", "u", "ua", "uo", "uai", "ui", "uan", "un", "uang",
	"v", "ve", "ue",
};
#define FINALS (sizeof(finals) / sizeof(finals[0]))

static int starts_with(const scls_headline *h, uint32_t at,
                       const char32_t *word)
{
	uint32_t i = 0;

	while (word[i] != 0 && at + i < h->n_units
	       && h->units[at + i] == word[i])
		i++;
	return word[i] == 0;
}

void scls_tricks_filter(scls_byte_filter *filter)
{
	static const uint32_t bracket = '(';

	for (size_t i = 0; i < SPUN; i++) {
		uint32_t unit[3] = { spun[i][0], spun[i][1], spun[i][2] };

		scls_byte_filter_add(filter, unit, unit[2] ? 3 : 2);
	}
	scls_byte_filter_add(filter, &bracket, 1);
}

static void add_spun_at(scls_tricks *tricks, const scls_headline *h,
                        uint32_t at)
{
	for (size_t i = 0; i < SPUN; i++)
		if (h->units[at] == spun[i][0] && starts_with(h, at, spun[i]))
			tricks->spun_seen |= 1u << i;
}

/* A vowel with its tone, as the letter alone. */
static char plain_letter(uint32_t c)
{
	static const struct { uint32_t c; char plain; } tones[] = {
		{ U'ā', 'a' }, { U'á', 'a' }, { U'ǎ', 'a' }, { U'à', 'a' },
		{ U'ō', 'o' }, { U'ó', 'o' }, { U'ǒ', 'o' }, { U'ò', 'o' },
		{ U'ē', 'e' }, { U'é', 'e' }, { U'ě', 'e' }, { U'è', 'e' },
		{ U'ī', 'i' }, { U'í', 'i' }, { U'ǐ', 'i' }, { U'ì', 'i' },
		{ U'ū', 'u' }, { U'ú', 'u' }, { U'ǔ', 'u' }, { U'ù', 'u' },
		{ U'ǖ', 'v' }, { U'ǘ', 'v' }, { U'ǚ', 'v' }, { U'ǜ', 'v' },
		{ U'ü', 'v' },
	};

	if (c >= 'a' && c <= 'z')
		return (char)c;
	for (size_t i = 0; i < sizeof(tones) / sizeof(tones[0]); i++)
		if (tones[i].c == c)
			return tones[i].plain;
	return 0;
}

static int is_syllable(const char *letters)
{
	const char *rest = letters;

	if (strchr(initials, *rest) && *rest != '\0')
		rest += rest[1] == 'h' && strchr("zcs", *rest) ? 2 : 1;
	for (size_t i = 0; i < FINALS; i++)
		if (strcmp(rest, finals[i]) == 0)
			return 1;
	return 0;
}

/* The units of "(letters)" at an opening bracket; 0: something else. */
static uint32_t read_bracket(const scls_headline *h, uint32_t at,
                             char letters[SYLLABLE + 1])
{
	uint32_t n = 0;

	while (n < SYLLABLE && at + 1 + n < h->n_units
	       && (letters[n] = plain_letter(h->units[at + 1 + n])) != 0)
		n++;
	letters[n] = '\0';
	return n > 0 && at + 1 + n < h->n_units
	       && h->units[at + 1 + n] == ')' ? n + 2 : 0;
}

/* A character's reading in a bracket at `at`. */
static void add_pinyin_at(scls_tricks *tricks, const scls_headline *h,
                          uint32_t at)
{
	char letters[SYLLABLE + 1];

	if (at == 0 || !scls_is_han(h->units[at - 1])
	    || read_bracket(h, at, letters) == 0 || !is_syllable(letters))
		return;
	tricks->pinyin++;
	tricks->pinyin_seen |= UINT64_C(1)
		<< (scls_hash_bytes(SCLS_HASH_SEED, letters, strlen(letters))
		    & 63u);
}

/* Each of them is of Han characters, or stands behind one. */
void scls_tricks_add(scls_tricks *tricks, const scls_headline *h)
{
	for (uint32_t from = 0; h->has_han && from < h->n_units; from += 64) {
		uint64_t left = scls_byte_filter_places(
		        tricks->filter, h->units + from, h->n_units - from);

		for (; left != 0; left &= left - 1) {
			uint32_t at = from + scls_lowest_bit(left);

			if (h->units[at] == '(')
				add_pinyin_at(tricks, h, at);
			else
				add_spun_at(tricks, h, at);
		}
	}
}

void scls_tricks_sum(const scls_tricks *tricks, scls_body *body)
{
	body->spun = scls_count_bits(tricks->spun_seen);
	body->pinyin = scls_count_bits(tricks->pinyin_seen) >= 3
	                       ? tricks->pinyin : 0;
}

scls_status scls_repeats_init(scls_repeats *repeats, scls_arena *arena)
{
	repeats->phrase = scls_arena_take_array(arena, PHRASES + 1, 2);
	repeats->paragraph = scls_arena_take_array(arena, PARAGRAPHS, 8);
	repeats->counted = 0;
	if (!repeats->phrase || !repeats->paragraph)
		return SPAMCLS_E_NOMEM;
	memset(repeats->phrase, 0, (PHRASES + 1) * 2);
	memset(repeats->paragraph, 0, PARAGRAPHS * 8);
	return SPAMCLS_OK;
}

/* place[i] becomes the counter of the phrase that begins at unit i, one of n,
 * or the counter behind all of them where there is none.  Returns how many
 * there are.  place has room for whole lanes of as many as there are units,
 * and the units behind the last one can be read. */
SCLS_VECTORS
static uint32_t hash_phrases(const uint32_t *restrict unit, uint32_t n,
                             uint32_t *restrict place)
{
	uint32_t found = 0, all = n + PHRASE - 1;
	uint32_t lanes = (all + LANES - 1) & ~(LANES - 1);

	for (uint32_t i = 0; i < lanes; i++)
		place[i] = scls_is_common_han(unit[i]);
	for (uint32_t i = 0; i < LANES; i++)
		place[all + i] = 0;
	lanes = (n + LANES - 1) & ~(LANES - 1);
	for (uint32_t i = 0; i < lanes; i++) {
		const uint32_t *u = unit + i;
		uint32_t hash = u[0] * SCLS_ODD_1 + u[1] * SCLS_ODD_2
		                + u[2] * SCLS_ODD_3 + u[3] * SCLS_ODD_4;
		uint32_t han = place[i] & place[i + 1] & place[i + 2]
		               & place[i + 3];

		hash ^= hash >> 15;
		found += han;
		place[i] = han ? hash * SCLS_ODD_6 >> (32 - PHRASE_BITS)
		               : PHRASES;
	}
	return found;
}

void scls_repeats_add(scls_repeats *repeats, const scls_headline *piece)
{
	uint32_t place[SCLS_MAX_HEADLINE + LANES], n = piece->n_units, found;
	uint16_t *phrase = repeats->phrase;

	if (n < PHRASE || !piece->has_han)
		return;
	n -= PHRASE - 1;
	found = hash_phrases(piece->units, n, place);
	repeats->counted += found;
	if (found == 0)
		return;
	for (uint32_t i = 0; i < n; i++) {
		uint32_t count = phrase[place[i]] + 1u;

		phrase[place[i]] = (uint16_t)(count - (count > UINT16_MAX));
	}
}

int scls_repeats_seen(scls_repeats *repeats, scls_span paragraph)
{
	uint64_t hash = scls_hash_text(paragraph.data, paragraph.size) | 1u;
	uint64_t *slot = &repeats->paragraph[hash >> 8 & (PARAGRAPHS - 1)];
	int seen = *slot == hash;

	*slot = hash;
	return seen;
}

/* Of the phrase that stands there most often. */
SCLS_VECTORS
static uint16_t most_of(const uint16_t *phrase)
{
	uint16_t most = 0;

	for (uint32_t i = 0; i < PHRASES; i++)
		most = phrase[i] > most ? phrase[i] : most;
	return most;
}

uint32_t scls_repeats_stuffed(const scls_repeats *repeats)
{
	uint32_t chance = repeats->counted / PHRASES * 2, most;

	if (repeats->counted < ENOUGH)
		return 0;
	most = most_of(repeats->phrase);
	if (most <= chance)
		return 0;
	return (uint32_t)((uint64_t)(most - chance) * 1024
	                  / repeats->counted);
}
