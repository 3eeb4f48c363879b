/* phrase.c - the table of phrases.def, searched; see phrase.h. */
#include "segment/phrase.h"

#include "base/utf8.h"
#include "segment/line_shape.h"

enum { WHOLE_LINE, FRONT_OF_LINE, PART_OF_LINE };

_Static_assert(PART_OF_LINE < SCLS_PHRASE_WAYS, "a chain for each");

/* Longer lines are text, whatever words they have. */
#define LINE_MAX_BYTES 200u

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
#include "segment/phrases.def"
};

#define ENTRIES (sizeof(entries) / sizeof(entries[0]))

_Static_assert(ENTRIES < SCLS_PHRASE_ENTRIES, "room for all phrases");

/* Every entry has two bytes at least. */
static unsigned bucket_of(const char *text)
{
	return ((unsigned char)text[0] * 37u + (unsigned char)text[1])
	       % SCLS_PHRASE_BUCKETS;
}

/* From the last to the first, so that the first stands first in its chain. */
void scls_phrases_begin(scls_phrases *phrases)
{
	memset(phrases, 0, sizeof(*phrases));
	for (size_t i = ENTRIES; i-- > 0; ) {
		const entry *e = &entries[i];
		uint16_t *head = &phrases->head[e->how][bucket_of(e->text)];

		phrases->next[i] = *head;
		*head = (uint16_t)(i + 1);
	}
}

static int is_inked(scls_mark mark)
{
	return mark == SCLS_MARK_LOWER || mark == SCLS_MARK_UPPER
	       || mark == SCLS_MARK_LETTER || mark == SCLS_MARK_WIDE;
}

static int ink_at(scls_span line, size_t at, size_t *end)
{
	*end = at;
	return is_inked(scls_mark_of(scls_utf8_next(line.data, line.size,
	                                            end)));
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
		if (((unsigned char)line.data[last] & 0xC0) == 0x80)
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

/* A multiple of 16 bytes at a time, by vector instructions; out has room. */
static void lower_copy(scls_span line, char *out)
{
	memcpy(out, line.data, line.size);
	for (size_t i = 0; i < line.size; i += 16)
		for (size_t k = i; k < i + 16; k++)
			out[k] = (char)(out[k] + (out[k] >= 'A' && out[k] <= 'Z'
			                          ? 'a' - 'A' : 0));
}

/* The first entry of the kind at the front of text, 1 and up, or limit where
 * none before it is. */
static uint16_t find(const scls_phrases *phrases, int how, scls_span text,
                     uint16_t limit)
{
	uint16_t at;

	if (text.size < 2)
		return limit;
	at = phrases->head[how][bucket_of(text.data)];
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

/* The bytes of a code point that begins with this one. */
static size_t bytes_of(unsigned char first)
{
	if (first < 0xE0)
		return first < 0xC0 ? 1 : 2;
	return first < 0xF0 ? 3 : 4;
}

static uint16_t find_part(const scls_phrases *phrases, scls_span line,
                          uint16_t limit)
{
	const uint16_t *head = phrases->head[PART_OF_LINE];

	for (size_t at = 0; at + 1 < line.size;
	     at += bytes_of((unsigned char)line.data[at])) {
		scls_span rest = { line.data + at, line.size - at };

		if (head[bucket_of(rest.data)] != 0)
			limit = find(phrases, PART_OF_LINE, rest, limit);
	}
	return limit;
}

scls_phrase scls_phrase_of(const scls_phrases *phrases, scls_span line)
{
	char copy[LINE_MAX_BYTES + 16] = "";
	scls_span trimmed = scls_span_trim(line);
	scls_span whole = { copy, trimmed.size };
	uint16_t best = ENTRIES + 1;

	if (trimmed.size == 0 || trimmed.size > LINE_MAX_BYTES)
		return SCLS_PHRASE_NONE;
	lower_copy(trimmed, copy);
	best = find(phrases, WHOLE_LINE, core_of(whole), best);
	best = find(phrases, FRONT_OF_LINE, whole, best);
	best = find_part(phrases, whole, best);
	return best > ENTRIES ? SCLS_PHRASE_NONE
	                      : (scls_phrase)entries[best - 1].phrase;
}
