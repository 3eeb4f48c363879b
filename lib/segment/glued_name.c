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

/* Three bytes at least, which a character of these scripts has. */
typedef struct entry {
	const char *text;
	uint8_t size;
} entry;

#define ENTRY(text) { text, (uint8_t)(sizeof(text) - 1) },

static const entry families[] = {
#define SOURCE(text)
#define SURNAME(c)
#define WORDLY(c)
#define FAMILY(text) ENTRY(text)
#include "segment/glued_names.def"
#undef SOURCE
#undef FAMILY
};

static const entry sources[] = {
#define SOURCE(text) ENTRY(text)
#define FAMILY(text)
#include "segment/glued_names.def"
#undef SOURCE
#undef SURNAME
#undef WORDLY
};

#define N_FAMILIES (sizeof(families) / sizeof(families[0]))
#define N_SOURCES (sizeof(sources) / sizeof(sources[0]))

/* Whether a name of so many characters begins with the surname c: one that
 * words begin with in a name of three. */
static int is_surname(uint32_t c, uint32_t chars)
{
	switch (c) {
#define SOURCE(text)
#define SURNAME(c) case c:
#define WORDLY(c)
#include "segment/glued_names.def"
#undef SURNAME
#undef WORDLY
		return chars == 2 || chars == 3;
#define SURNAME(c)
#define WORDLY(c) case c:
#include "segment/glued_names.def"
		return chars == 3;
	default:
		return 0;
	}
}

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

/* A bit for the last byte of a character of Han. */
static uint64_t bit_of(const char *character)
{
	return (uint64_t)1 << (character[2] & 0x3F);
}

/* «王建国», «田中一郎»: the most characters that have a surname in front. */
static size_t begin_of_person(scls_span line)
{
	size_t at[MOST_CHARS + 1], begin = line.size;
	uint64_t bits = 0;
	uint32_t n = 0;

	at[0] = line.size;
	while (n < MOST_CHARS
	       && (at[n + 1] = last_chars(line, at[n], 1, is_han)) < at[n])
		bits |= bit_of(line.data + at[++n]);
	for (uint32_t k = 2; k <= n && k <= 3; k++)
		if (is_surname(char_at(line, at[k]), k))
			begin = at[k];
	for (size_t i = 0; i < N_FAMILIES; i++) {
		const entry *e = &families[i];

		for (uint32_t k = n; bits & bit_of(e->text) && k > 2; k--)
			if (line.size - at[k] > e->size && at[k] < begin
			    && memcmp(line.data + at[k], e->text, e->size)
			       == 0)
				begin = at[k];
	}
	return begin;
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
	char last = line.data[line.size - 1];
	size_t size = 0;

	for (size_t i = 0; i < N_SOURCES; i++) {
		const entry *e = &sources[i];

		if (e->text[e->size - 1] == last && e->size > size
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
