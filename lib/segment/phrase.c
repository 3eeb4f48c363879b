/* phrase.c - the table of phrases.def, searched; see phrase.h. */
#include "segment/phrase.h"

#include "base/utf8.h"
#include "segment/line_shape.h"

enum { WHOLE_LINE, FRONT_OF_LINE, PART_OF_LINE };

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

static int is_inked(scls_mark mark)
{
	return mark == SCLS_MARK_LOWER || mark == SCLS_MARK_UPPER
	       || mark == SCLS_MARK_LETTER || mark == SCLS_MARK_WIDE;
}

/* Without the marks, numbers and spaces at both ends. */
static scls_span core_of(scls_span line)
{
	size_t at = 0;
	size_t first = line.size;
	size_t end = 0;
	scls_span core;

	while (at < line.size) {
		size_t begin = at;
		uint32_t c = scls_utf8_next(line.data, line.size, &at);

		if (!is_inked(scls_mark_of(c)))
			continue;
		if (first == line.size)
			first = begin;
		end = at;
	}
	core.data = line.data + (end ? first : 0);
	core.size = end ? end - first : 0;
	return core;
}

static char lower(char c)
{
	return c >= 'A' && c <= 'Z' ? (char)(c - 'A' + 'a') : c;
}

static size_t lower_copy(scls_span line, char *out)
{
	for (size_t i = 0; i < line.size; i++)
		out[i] = lower(line.data[i]);
	return line.size;
}

static int has_part(const char *line, size_t size, const entry *e)
{
	for (size_t i = 0; i + e->size <= size; i++)
		if (line[i] == e->text[0]
		    && memcmp(line + i, e->text, e->size) == 0)
			return 1;
	return 0;
}

static int fits(const char *line, size_t size, scls_span core, const entry *e)
{
	switch (e->how) {
	case WHOLE_LINE:
		return core.size == e->size
		       && memcmp(core.data, e->text, e->size) == 0;
	case FRONT_OF_LINE:
		return size >= e->size && memcmp(line, e->text, e->size) == 0;
	default:
		return has_part(line, size, e);
	}
}

scls_phrase scls_phrase_of(scls_span line)
{
	char copy[LINE_MAX_BYTES];
	scls_span trimmed = scls_span_trim(line);
	scls_span whole = { copy, 0 };
	scls_span core;

	if (trimmed.size == 0 || trimmed.size > LINE_MAX_BYTES)
		return SCLS_PHRASE_NONE;
	whole.size = lower_copy(trimmed, copy);
	core = core_of(whole);
	for (size_t i = 0; i < sizeof(entries) / sizeof(entries[0]); i++)
		if (fits(copy, whole.size, core, &entries[i]))
			return (scls_phrase)entries[i].phrase;
	return SCLS_PHRASE_NONE;
}
