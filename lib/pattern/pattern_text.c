/*
 * pattern_text.c - "/re/flags" of a pack to the code points PCRE2 compiles,
 * class names replaced by their symbols; see draft.h.
 */
#include "pattern/draft.h"

#include "base/utf8.h"
#include "headline/fold.h"

#define FOLDED_MAX 20u /* code points that one becomes, and more */
#define CASE_END 0x2E80u /* from here on no letter has a case */
#define ANY_FIRST SCLS_SYMBOL
#define ANY_LAST (SCLS_SYMBOL + 0xFFu)

/* The pattern as it is read. */
typedef struct reader {
	const scls_pack_line *line;
	size_t at, end;    /* bytes of the line: between the slashes */
	int skeleton;      /* not 0: braces may hold a class */
	int brackets;      /* not 0: inside a character class */
	int escaped;       /* not 0: a backslash stands before */
	int caseless;
	int known;         /* not 0: nothing in it is wrong */
	uint32_t *out;
	uint16_t *column;
	uint32_t n;
	size_t seen;       /* bytes whose column is known: at seen_column */
	uint32_t seen_column;
} reader;

/* The byte of the slash that ends the pattern, or the line's end. */
static size_t find_slash(const scls_pack_line *line, size_t at)
{
	while (at < line->text.size && line->text.data[at] != '/')
		at += line->text.data[at] == '\\' ? 2 : 1;
	return at < line->text.size ? at : line->text.size;
}

/* Room for the worst case: {ANY} grows to five code points. */
static scls_status make_room(scls_pack_draft *draft, reader *r)
{
	size_t room = r->end - r->at + 1;

	r->out = scls_arena_take_array(draft->arena, room, sizeof(*r->out));
	r->column = scls_arena_take_array(draft->arena, room,
	                                  sizeof(*r->column));
	return r->out && r->column ? SPAMCLS_OK : SPAMCLS_E_NOMEM;
}

/* The column of byte at, which never moves back. */
static uint16_t column_of(reader *r, size_t at)
{
	for (; r->seen < at; r->seen++)
		r->seen_column += !scls_utf8_goes_on(
		        r->line->text.data[r->seen]);
	return (uint16_t)r->seen_column;
}

static void put(reader *r, uint32_t c, size_t at)
{
	r->column[r->n] = column_of(r, at);
	r->out[r->n++] = c;
}

static void put_any(reader *r, size_t at)
{
	if (!r->brackets)
		put(r, '[', at);
	put(r, ANY_FIRST, at);
	put(r, '-', at);
	put(r, ANY_LAST, at);
	if (!r->brackets)
		put(r, ']', at);
}

/* The name in the braces at r->at; empty where they hold none. */
static scls_span class_name(const reader *r)
{
	scls_span name = { r->line->text.data + r->at + 1, 0 };
	size_t i = r->at + 1;

	while (i < r->end && ((r->line->text.data[i] >= 'A'
	                       && r->line->text.data[i] <= 'Z')
	                      || r->line->text.data[i] == '_'))
		i++;
	if (i < r->end && r->line->text.data[i] == '}')
		name.size = i - r->at - 1;
	return name;
}

static scls_status read_class(reader *r, scls_span name)
{
	int cls = scls_class_by_name(name);
	int any = scls_span_equal(name, scls_span_of("ANY"));

	if (!r->skeleton)
		return scls_pack_fail(r->line, r->at,
		                      "a class in a headline rule never fits: "
		                      "make it a skeleton rule");
	if (cls < 0 && !any)
		return scls_pack_fail(r->line, r->at + 1,
		                      "unknown class: lib/headline/classes.def "
		                      "lists them, and {ANY} is each of them");
	if (any)
		put_any(r, r->at);
	else
		put(r, SCLS_SYMBOL + (uint32_t)cls, r->at);
	r->at += name.size + 2;
	return SPAMCLS_OK;
}

/* What the character becomes in a headline, as UTF-8; returns 0 where it
 * stays what it is. */
static int folds(uint32_t c, char out[FOLDED_MAX * 4 + 1])
{
	uint32_t unit[FOLDED_MAX], from[FOLDED_MAX], to[FOLDED_MAX];
	scls_units units = { .unit = unit, .from = from, .to = to,
	                     .room = FOLDED_MAX };
	char bytes[4];
	scls_span source = { bytes, scls_utf8_put(c, bytes) };
	size_t n = 0;

	scls_fold(source, &units);
	for (uint32_t i = 0; i < units.n; i++)
		n += scls_utf8_put(unit[i], out + n);
	out[n] = '\0';
	return units.n != 1 || unit[0] != c;
}

/* What can never fit, because headlines are folded first. */
static scls_status check_folded(const reader *r, uint32_t c, size_t at)
{
	char folded[FOLDED_MAX * 4 + 1];
	const char *part[3] = {
		"this never fits, headlines are folded: write ", folded, ""
	};
	scls_place place = { r->line->file, r->line->number, 0 };

	if (c >= 0xE000 && c <= 0xF8FF)
		return scls_pack_fail(r->line, at,
		                      "a private-use character: write the "
		                      "class name in braces");
	if (c < 0x80 && (r->escaped || c < 'A' || c > 'Z'))
		return SPAMCLS_OK;
	if (r->caseless && c < CASE_END)
		return SPAMCLS_OK;
	if (!folds(c, folded))
		return SPAMCLS_OK;
	place.column = scls_pack_column(r->line, at);
	return scls_place_fail(r->line->error, SPAMCLS_E_SYNTAX, place, part);
}

/* Keeps track of brackets and backslashes. */
static void follow(reader *r, uint32_t c)
{
	if (r->escaped) {
		r->escaped = 0;
		return;
	}
	r->escaped = c == '\\';
	if (c == '[')
		r->brackets = 1;
	if (c == ']')
		r->brackets = 0;
}

/* \p{Han}: the braces belong to the escape before them. */
static scls_status read_property(reader *r)
{
	while (r->at < r->end && r->line->text.data[r->at] != '}') {
		put(r, (unsigned char)r->line->text.data[r->at], r->at);
		r->at++;
	}
	return SPAMCLS_OK;
}

static int opens_property(const reader *r)
{
	uint32_t c = r->n >= 2 && r->out[r->n - 2] == '\\' ? r->out[r->n - 1]
	                                                   : 0;

	return c == 'p' || c == 'P' || c == 'x' || c == 'o' || c == 'N'
	       || c == 'g' || c == 'k';
}

static scls_status read_one(reader *r)
{
	size_t at = r->at;
	uint32_t c;

	if (r->line->text.data[at] == '{' && !r->escaped) {
		scls_span name = class_name(r);

		if (opens_property(r))
			return read_property(r);
		if (name.size > 0)
			return read_class(r, name);
	}
	c = scls_utf8_next(r->line->text.data, r->end, &r->at);
	if (!r->known)
		SCLS_TRY(check_folded(r, c, at));
	if (c == '*' && r->n > 0 && r->out[r->n - 1] == '(' && !r->brackets
	    && (r->n < 2 || r->out[r->n - 2] != '\\'))
		return scls_pack_fail(r->line, at,
		                      "verbs (*...) are not taken: write the "
		                      "rule without");
	follow(r, c);
	put(r, c, at);
	return SPAMCLS_OK;
}

static scls_status read_flags(scls_pack_line *line, uint32_t *options)
{
	for (; line->at < line->text.size && line->text.data[line->at] != ' '
	       && line->text.data[line->at] != '\t'; line->at++)
		switch (line->text.data[line->at]) {
		case 'i': *options |= PCRE2_CASELESS; break;
		case 's': *options |= PCRE2_DOTALL; break;
		case 'x': *options |= PCRE2_EXTENDED; break;
		default:
			return scls_pack_fail(line, line->at,
			                      "unknown flag: i, s and x are "
			                      "known");
		}
	return SPAMCLS_OK;
}

scls_status scls_pattern_read(scls_pack_draft *draft, scls_pack_line *line,
                              scls_rule *rule)
{
	reader r = { .line = line,
	             .known = draft->known,
	             .skeleton = rule->kind == SCLS_RULE_SKELETON };

	if (!scls_pack_more(line) || line->text.data[line->at] != '/')
		return scls_pack_fail(line, line->at,
		                      "a pattern between slashes is missing "
		                      "here: /.../");
	r.at = line->at + 1;
	r.end = find_slash(line, r.at);
	if (r.end == line->text.size)
		return scls_pack_fail(line, line->at,
		                      "the slash that ends the pattern is "
		                      "missing; inside, write \\/");
	if (r.end == r.at)
		return scls_pack_fail(line, r.at, "an empty pattern fits "
		                                  "everything: write one");
	line->at = r.end + 1;
	SCLS_TRY(read_flags(line, &rule->options));
	SCLS_TRY(make_room(draft, &r));
	r.caseless = (rule->options & PCRE2_CASELESS) != 0;
	r.seen_column = 1;
	while (r.at < r.end)
		SCLS_TRY(read_one(&r));
	r.column[r.n] = column_of(&r, r.end);
	rule->pattern = r.out;
	rule->column = r.column;
	rule->n_pattern = r.n;
	return SPAMCLS_OK;
}
