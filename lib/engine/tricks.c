/* tricks.c - spun words, bracketed pinyin, repetition; see body.h. */
#include "engine/body.h"

#include "base/hash.h"
#include "headline/fold.h"

#include <uchar.h>

#define PHRASES 4096u    /* counters; a power of two */
#define PARAGRAPHS 1024u /* a power of two */
#define PHRASE 4u        /* characters */
#define ENOUGH 200u      /* phrases of a text that can be stuffed */
#define SYLLABLE 6u      /* letters of the longest one */

static const char32_t *const spun[] = {
#define SCLS_SPUN(word) word,
#include "engine/spun.def"
#undef SCLS_SPUN
};
#define SPUN (sizeof(spun) / sizeof(spun[0]))

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

static uint64_t *first_word(scls_tricks *tricks, uint32_t c)
{
	return &tricks->first[c / 64 % SCLS_TRICKS_FIRST];
}

/* A bit for the last ten of each word's first character. */
static void know_first(scls_tricks *tricks)
{
	for (size_t i = 0; i < SPUN; i++)
		*first_word(tricks, spun[i][0])
			|= UINT64_C(1) << (spun[i][0] & 63u);
	tricks->knows_first = 1;
}

static void add_spun_at(scls_tricks *tricks, const scls_headline *h,
                        uint32_t at)
{
	for (size_t i = 0; i < SPUN; i++)
		if (starts_with(h, at, spun[i]))
			tricks->spun_seen |= 1u << i;
}

/* Returns not 0 where a bracket opens. */
static int add_spun(scls_tricks *tricks, const scls_headline *h)
{
	int brackets = 0;

	if (!tricks->knows_first)
		know_first(tricks);
	for (uint32_t at = 0; at < h->n_units; at++) {
		uint32_t c = h->units[at];

		brackets |= c == '(';
		if (*first_word(tricks, c) >> (c & 63u) & 1u)
			add_spun_at(tricks, h, at);
	}
	return brackets;
}

/* A vowel with its tone, as the letter alone. */
static char plain_letter(uint32_t c)
{
	static const struct { uint32_t c; char plain; } tones[] = {
		{ 0x101, 'a' }, { 0xE1, 'a' }, { 0x1CE, 'a' }, { 0xE0, 'a' },
		{ 0x14D, 'o' }, { 0xF3, 'o' }, { 0x1D2, 'o' }, { 0xF2, 'o' },
		{ 0x113, 'e' }, { 0xE9, 'e' }, { 0x11B, 'e' }, { 0xE8, 'e' },
		{ 0x12B, 'i' }, { 0xED, 'i' }, { 0x1D0, 'i' }, { 0xEC, 'i' },
		{ 0x16B, 'u' }, { 0xFA, 'u' }, { 0x1D4, 'u' }, { 0xF9, 'u' },
		{ 0x1D6, 'v' }, { 0x1D8, 'v' }, { 0x1DA, 'v' }, { 0x1DC, 'v' },
		{ 0xFC, 'v' },
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

static void add_pinyin(scls_tricks *tricks, const scls_headline *h)
{
	char letters[SYLLABLE + 1];

	for (uint32_t at = 1; at < h->n_units; at++) {
		if (h->units[at] != '(' || !scls_is_han(h->units[at - 1])
		    || read_bracket(h, at, letters) == 0
		    || !is_syllable(letters))
			continue;
		tricks->pinyin++;
		tricks->pinyin_seen |= UINT64_C(1)
			<< (scls_hash_bytes(SCLS_HASH_SEED, letters,
			                    strlen(letters)) & 63u);
	}
}

void scls_tricks_add(scls_tricks *tricks, const scls_headline *piece)
{
	if (add_spun(tricks, piece))
		add_pinyin(tricks, piece);
}

static uint32_t bits_of(uint64_t set)
{
	uint32_t n = 0;

	for (; set != 0; set &= set - 1)
		n++;
	return n;
}

void scls_tricks_sum(const scls_tricks *tricks, scls_body *body)
{
	body->spun = bits_of(tricks->spun_seen);
	body->pinyin = bits_of(tricks->pinyin_seen) >= 3 ? tricks->pinyin : 0;
}

scls_status scls_repeats_init(scls_repeats *repeats, scls_arena *arena)
{
	repeats->phrase = scls_arena_take_array(arena, PHRASES, 2);
	repeats->paragraph = scls_arena_take_array(arena, PARAGRAPHS, 8);
	repeats->counted = repeats->most = 0;
	if (!repeats->phrase || !repeats->paragraph)
		return SPAMCLS_E_NOMEM;
	memset(repeats->phrase, 0, PHRASES * 2);
	memset(repeats->paragraph, 0, PARAGRAPHS * 8);
	return SPAMCLS_OK;
}

void scls_repeats_add(scls_repeats *repeats, const scls_headline *piece)
{
	uint64_t last = 0;
	uint32_t han = 0;

	for (uint32_t i = 0; i < piece->n_units; i++) {
		uint32_t c = piece->units[i];
		uint16_t *count;

		han = scls_is_han(c) ? han + 1 : 0;
		last = last << 16 | (c & 0xFFFF);
		if (han < PHRASE)
			continue;
		count = &repeats->phrase[scls_hash_mix(last) & (PHRASES - 1)];
		*count = (uint16_t)(*count + (*count < UINT16_MAX));
		repeats->most = *count > repeats->most ? *count
		                                       : repeats->most;
		repeats->counted++;
	}
}

int scls_repeats_seen(scls_repeats *repeats, scls_span paragraph)
{
	uint64_t hash = scls_hash_bytes(SCLS_HASH_SEED, paragraph.data,
	                                paragraph.size) | 1u;
	uint64_t *slot = &repeats->paragraph[hash >> 8 & (PARAGRAPHS - 1)];
	int seen = *slot == hash;

	*slot = hash;
	return seen;
}

uint32_t scls_repeats_stuffed(const scls_repeats *repeats)
{
	uint32_t chance = repeats->counted / PHRASES * 2;

	if (repeats->counted < ENOUGH || repeats->most <= chance)
		return 0;
	return (uint32_t)((uint64_t)(repeats->most - chance) * 1024
	                  / repeats->counted);
}
