/* glued.c - see glued.h. */
#include "segment/glued.h"

#include "base/utf8.h"
#include "segment/line/bracket.h"
#include "segment/line/line_shape.h"

enum { IS_LABEL, IS_SHORT, IS_SECTION };

typedef struct entry {
	const char *text;
	uint8_t size;
	uint8_t kind;
} entry;

static const entry entries[] = {
#define ENTRY(kind, text) { text, (uint8_t)(sizeof(text) - 1), kind },
#define LABEL(text) ENTRY(IS_LABEL, text)
#define SHORT(text) ENTRY(IS_SHORT, text)
#define SECTION(text) ENTRY(IS_SECTION, text)
#define ENDS(c)
#define BEGINS(c)
#include "segment/glued.def"
#undef LABEL
#undef SHORT
#undef SECTION
#undef ENDS
#undef BEGINS
};

#define ENTRIES (sizeof(entries) / sizeof(entries[0]))
#define LEAST_BYTES 3u /* of an entry */
#define DOTS 2u /* in a row set a label off; one ends the headline */

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

/* Whether any label ends in c, and whether any word begins with it. */
static int may_end(uint32_t c)
{
	switch (c) {
#define LABEL(text)
#define SHORT(text)
#define SECTION(text)
#define ENDS(c) case c:
#define BEGINS(c)
#include "segment/glued.def"
#undef ENDS
#undef BEGINS
		return 1;
	default:
		return c < 0x80;
	}
}

static int may_begin(uint32_t c)
{
	switch (c) {
#define ENDS(c)
#define BEGINS(c) case c:
#include "segment/glued.def"
		return 1;
	default:
		return c < 0x80;
	}
}

static int is_space(uint32_t c)
{
	return scls_mark_of(c) == SCLS_MARK_SPACE;
}

/* What points at a label or away from it. */
static int is_arrow(uint32_t c)
{
	switch (c) {
	case '>': case 0xbb: case 0x203a: case 0x2026: /* », ›, … */
	case 0x2192: case 0x25b6: case 0x25b8: case 0x25ba: case 0x276f:
	case 0x300b: case 0xff1e: /* 》, ＞ */
		return 1;
	default:
		return 0;
	}
}

/* What may stand before a label, and what behind it. */
static int leads_on(uint32_t c)
{
	return is_arrow(c) || is_space(c) || scls_closing_of(c) != 0;
}

static int leads_off(uint32_t c)
{
	return is_arrow(c) || is_space(c) || scls_is_closing(c);
}

/* Where what follows a label, to the end of the line, begins. */
static size_t end_of_label(scls_span line)
{
	size_t at = line.size;

	while (at > 0) {
		size_t last = before(line, at);
		uint32_t c = char_at(line, last);

		if (!leads_off(c) && c != '.')
			break;
		at = last;
	}
	return at;
}

/* Where dots that end at `at` begin, if they are more than a stop. */
static size_t before_dots(scls_span line, size_t at)
{
	size_t first = at;

	while (first > 0 && line.data[first - 1] == '.')
		first--;
	return at - first < DOTS ? at : first;
}

/* Where what sets a label off that begins at `at` begins. */
static size_t before_marks(scls_span line, size_t at)
{
	size_t was;

	do {
		was = at;
		at = before_dots(line, at);
		while (at > 0) {
			size_t last = before(line, at);

			if (!leads_on(char_at(line, last)))
				break;
			at = last;
		}
	} while (at < was);
	return at;
}

/* Where what stands behind a label that ends at `at`, and before a headline,
 * ends. */
static size_t past_marks(scls_span line, size_t at)
{
	while (at < line.size) {
		size_t next = at;
		uint32_t c = scls_utf8_next(line.data, line.size, &next);

		if (!leads_off(c))
			break;
		at = next;
	}
	return at;
}

/* Whether the entry's words stand there; of ASCII their first is a capital. */
static int stands_at(const entry *e, const char *at)
{
	int is_ascii = (unsigned char)e->text[0] < 0x80;

	if (is_ascii && scls_ascii_lower(at[0]) == at[0])
		return 0;
	for (size_t i = 0; i < e->size; i++)
		if (scls_ascii_lower(at[i]) != scls_ascii_lower(e->text[i]))
			return 0;
	return 1;
}

/* Whether marks other than blanks stand from begin up to end. */
static int has_marks(scls_span line, size_t begin, size_t end)
{
	while (begin < end)
		if (!is_space(scls_utf8_next(line.data, line.size, &begin)))
			return 1;
	return 0;
}

scls_span scls_label_behind(scls_span line)
{
	size_t end = end_of_label(line), begin = line.size;
	char last;

	if (end == 0 || !may_end(char_at(line, before(line, end))))
		return scls_span_between(line.data, line.size, line.size);
	last = scls_ascii_lower(line.data[end - 1]);
	for (size_t i = 0; i < ENTRIES; i++) {
		const entry *e = &entries[i];
		size_t at, marks;

		if (e->text[e->size - 1] != last || e->kind == IS_SECTION
		    || e->size >= end
		    || !stands_at(e, line.data + end - e->size))
			continue;
		at = end - e->size;
		marks = before_marks(line, at);
		if (e->kind == IS_SHORT && !has_marks(line, marks, at)
		    && !has_marks(line, end, line.size))
			continue;
		begin = marks < begin ? marks : begin;
	}
	return scls_span_between(line.data, begin, line.size);
}

/* Whether a headline may begin at `at` behind a word of ASCII: a small letter
 * goes on with the word, and a blank with the sentence. */
static int begins_headline(scls_span line, size_t at)
{
	scls_mark mark = at < line.size ? scls_mark_of(char_at(line, at))
	                                : SCLS_MARK_NONE;

	return mark != SCLS_MARK_LOWER && mark != SCLS_MARK_SPACE;
}

/* The longest of a kind's words at the front, with the marks around it. */
static scls_span word_before(scls_span line, uint8_t kind)
{
	size_t first = 0, end = 0;
	char third;

	while (first < line.size && leads_on(char_at(line, first)))
		(void)scls_utf8_next(line.data, line.size, &first);
	if (line.size < first + LEAST_BYTES || !may_begin(char_at(line, first)))
		return scls_span_between(line.data, 0, 0);
	third = scls_ascii_lower(line.data[first + LEAST_BYTES - 1]);
	for (size_t i = 0; i < ENTRIES; i++) {
		const entry *e = &entries[i];

		if (e->text[LEAST_BYTES - 1] == third && e->kind == kind
		    && e->size > end
		    && first + e->size < line.size
		    && stands_at(e, line.data + first)
		    && ((unsigned char)e->text[0] >= 0x80
		        || begins_headline(line, first + e->size)))
			end = e->size;
	}
	return scls_span_between(line.data, 0,
	                         end > 0 ? past_marks(line, first + end) : 0);
}

scls_span scls_label_before(scls_span line)
{
	return word_before(line, IS_LABEL);
}

scls_span scls_section_before(scls_span line)
{
	return word_before(line, IS_SECTION);
}
