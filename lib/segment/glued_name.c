/* glued_name.c - see glued_name.h. */
#include "segment/glued_name.h"

#include "base/utf8.h"
#include "segment/line/line_shape.h"

#define LEFT_BYTES 18u  /* of a headline: six Han characters */
#define MOST_BYTES 64u  /* of a name in ASCII */
#define WORD_BYTES 3u   /* the least of them */
#define MOST_CHARS 5u   /* of a writer's name */
#define REPORTER "기자"
#define REPORTERS 3u    /* syllables of a Korean name */

enum { IS_SOURCE, IS_SURNAME, IS_WORDLY, IS_FAMILY };

typedef struct entry {
	const char *text;
	uint8_t size;
	uint8_t kind;
} entry;

static const entry entries[] = {
#define ENTRY(kind, text) { text, (uint8_t)(sizeof(text) - 1), kind },
#define SOURCE(text) ENTRY(IS_SOURCE, text)
#define SURNAME(text) ENTRY(IS_SURNAME, text)
#define WORDLY(text) ENTRY(IS_WORDLY, text)
#define FAMILY(text) ENTRY(IS_FAMILY, text)
#include "segment/glued_names.def"
};

#define ENTRIES (sizeof(entries) / sizeof(entries[0]))

static int is_han(uint32_t c)
{
	return (c >= 0x4e00 && c <= 0x9fff) || c == 0x3005; /* 々 */
}

static int is_wide(uint32_t c)
{
	return scls_mark_of(c) == SCLS_MARK_WIDE;
}

/* Where the character that ends at `end`, above 0, begins. */
static size_t before(scls_span line, size_t end)
{
	do
		end--;
	while (end > 0 && scls_utf8_goes_on(line.data[end]));
	return end;
}

static uint32_t char_at(scls_span line, size_t at)
{
	return scls_utf8_next(line.data, line.size, &at);
}

/* Where the last n characters of line[0..end) begin, if each of them is such;
 * else end. */
static size_t last_chars(scls_span line, size_t end, uint32_t n,
                         int is_such(uint32_t c))
{
	size_t at = end;

	for (; n > 0; n--) {
		if (at == 0)
			return end;
		at = before(line, at);
		if (!is_such(char_at(line, at)))
			return end;
	}
	return at;
}

/* Whether one of the surnames stands at `at`: of chars that a name has, one
 * that words begin with in a name of three. */
static int begins_name(scls_span line, size_t at, uint32_t chars)
{
	for (size_t i = 0; i < ENTRIES; i++) {
		const entry *e = &entries[i];

		if (e->kind == IS_SOURCE || at + e->size >= line.size
		    || memcmp(line.data + at, e->text, e->size) != 0)
			continue;
		if (e->kind == IS_FAMILY ? chars > 2
		    : chars == 3 || (chars == 2 && e->kind == IS_SURNAME))
			return 1;
	}
	return 0;
}

/* «王建国», «田中一郎»: names of four are Japanese, and so are those of five. */
static size_t begin_of_person(scls_span line)
{
	static const uint8_t chars[] = { 4, MOST_CHARS, 3, 2 };

	for (size_t i = 0; i < sizeof(chars); i++) {
		size_t at = last_chars(line, line.size, chars[i], is_han);

		if (at < line.size && begins_name(line, at, chars[i]))
			return at;
	}
	return line.size;
}

/* «김민수 기자» */
static size_t begin_of_reporter(scls_span line)
{
	size_t end = line.size, at;

	if (!scls_span_ends_with(line, REPORTER))
		return line.size;
	end -= sizeof(REPORTER) - 1;
	while (end > 0 && scls_ascii_is_space(line.data[end - 1]))
		end--;
	at = last_chars(line, end, REPORTERS, is_wide);
	return at < end ? at : line.size;
}

/* Of the words that the line ends in the longest one's bytes. */
static size_t source_bytes(scls_span line)
{
	size_t size = 0;

	for (size_t i = 0; i < ENTRIES; i++) {
		const entry *e = &entries[i];

		if (e->kind == IS_SOURCE && e->size > size
		    && scls_span_ends_with(line, e->text))
			size = e->size;
	}
	return size;
}

/* Such a word, and a character before it. */
static size_t begin_of_source(scls_span line)
{
	size_t end = line.size - source_bytes(line);
	size_t at = last_chars(line, end, 1, is_wide);

	return end < line.size && at < end ? at : line.size;
}

static int is_capital(char c)
{
	return c >= 'A' && c <= 'Z';
}

/* Whether a headline may end in c where a name follows. */
static int ends_headline(char c)
{
	return (c >= 'a' && c <= 'z') || scls_ascii_is_digit(c) || c == ')'
	       || c == '?' || c == '!' || c == '.' || c == '"';
}

/* "...reopensAnn Whitlow": the last place of the kind; "4K" is none. */
static size_t begin_behind_seam(scls_span line)
{
	size_t least = line.size > MOST_BYTES ? line.size - MOST_BYTES : 0;

	for (size_t at = line.size; at-- > least + 1; ) {
		char c = line.data[at];

		if ((unsigned char)c >= 0x80)
			break;
		if (is_capital(c) && ends_headline(line.data[at - 1])
		    && line.size - at >= WORD_BYTES)
			return at;
	}
	return line.size;
}

static size_t begin_of(scls_span line)
{
	size_t begin;

	if ((unsigned char)line.data[line.size - 1] < 0x80)
		return begin_behind_seam(line);
	begin = begin_of_person(line);
	if (begin == line.size)
		begin = begin_of_reporter(line);
	return begin < line.size ? begin : begin_of_source(line);
}

/* Behind a colon, a comma or a blank it is part of what the line says, or other
 * rooms see to it. */
static int is_glued(scls_span line, size_t at)
{
	switch (scls_mark_of(char_at(line, before(line, at)))) {
	case SCLS_MARK_SPACE: case SCLS_MARK_COMMA: case SCLS_MARK_COLON:
	case SCLS_MARK_OPEN: case SCLS_MARK_BULLET: case SCLS_MARK_OTHER:
		return 0;
	default:
		return 1;
	}
}

scls_span scls_glued_name(scls_span line)
{
	size_t begin = line.size > LEFT_BYTES ? begin_of(line) : line.size;

	if (begin < LEFT_BYTES || !is_glued(line, begin))
		begin = line.size;
	return scls_span_between(line.data, begin, line.size);
}

scls_glued_kind scls_glued_kind_of(scls_span name)
{
	if ((unsigned char)name.data[0] < 0x80)
		return SCLS_GLUED_WORDS;
	return source_bytes(name) > 0 ? SCLS_GLUED_SOURCE : SCLS_GLUED_WRITER;
}
