/* skip.c - see skip.h. */
#include "page/skip.h"

/* Where the scan stands. */
typedef struct scan {
	const char *at, *end;
	char *out;
	scls_nest *nest;
	uint64_t unclosed[8]; /* elements no end tag of which is to come */
	uint32_t n_unclosed;
} scan;

static char lower(char c)
{
	return c >= 'A' && c <= 'Z' ? (char)(c + 32) : c;
}

static int is_letter(char c)
{
	return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

/* Not 0 where the name at data is word and ends there. */
static int is_word(const char *data, const char *end, const char *word)
{
	for (; *word; word++, data++)
		if (data == end || lower(*data) != *word)
			return 0;
	return data == end
	       || !(is_letter(*data) || (*data >= '0' && *data <= '9'));
}

/* Behind the ">" that ends the tag at at; quoted values may hold one. */
static const char *tag_end(const char *at, const char *end)
{
	char before = 0;

	for (; at < end; at++) {
		char c = *at;

		if (c == '>')
			return at + 1;
		if ((c == '"' || c == '\'') && before == '=') {
			at = memchr(at + 1, c, (size_t)(end - at - 1));
			if (!at)
				return end;
		}
		if (c > ' ')
			before = c;
	}
	return end;
}

/* Behind "-->"; the end where it is never closed. */
static const char *comment_end(const char *at, const char *end)
{
	while ((at = memchr(at, '>', (size_t)(end - at))) != NULL) {
		if (at[-1] == '-' && at[-2] == '-')
			return at + 1;
		if (at[-1] == '!' && at[-2] == '-' && at[-3] == '-')
			return at + 1;
		at++;
	}
	return end;
}

/* The end tag of name: where it begins, or end. */
static const char *find_end_tag(const char *at, const char *end,
                                const char *name)
{
	while ((at = memchr(at, '<', (size_t)(end - at))) != NULL) {
		if (end - at > 2 && at[1] == '/' && is_word(at + 2, end, name))
			return at;
		at++;
	}
	return end;
}

/*
 * A script may hold "<!--", and inside that another "<script": then the next
 * end tag closes the inner one (the double escaped state of the standard).
 */
static const char *script_end(const char *at, const char *end)
{
	const char *close = find_end_tag(at, end, "script");
	const char *open = at, *inner;

	while (open + 4 <= close
	       && (open = memchr(open, '<', (size_t)(close - open))) != NULL
	       && (close - open < 4 || memcmp(open, "<!--", 4) != 0))
		open++;
	if (!open || open + 4 > close)
		return close;
	if (comment_end(open + 4, close) < close)
		return close;
	for (inner = open + 4; inner < close; inner++)
		if (*inner == '<' && is_word(inner + 1, close, "script"))
			return find_end_tag(close + 1 < end ? close + 1 : end,
			                    end, "script");
	return close;
}

static void copy(scan *s, const char *to)
{
	size_t size = (size_t)(to - s->at);

	memcpy(s->out, s->at, size);
	s->out += size;
	s->at = to;
}

/* A comment, a doctype, a CDATA section or a processing instruction. */
static void skip_declaration(scan *s)
{
	const char *at = s->at;

	if (s->end - at >= 4 && memcmp(at, "<!--", 4) == 0) {
		if (s->end - at >= 5 && at[4] == '>')
			s->at = at + 5;
		else if (s->end - at >= 6 && memcmp(at + 4, "->", 2) == 0)
			s->at = at + 6;
		else
			s->at = comment_end(at + 6 < s->end ? at + 6 : s->end,
			                    s->end);
	} else {
		const char *close = memchr(at, '>', (size_t)(s->end - at));
		s->at = close ? close + 1 : s->end;
	}
}

/* Later searches for the end tag would fail again: a page of nothing but
 * <svg> must not be searched once for each. */
static int is_unclosed(const scan *s, uint64_t key)
{
	for (uint32_t i = 0; i < s->n_unclosed; i++)
		if (s->unclosed[i] == key)
			return 1;
	return 0;
}

static void note_unclosed(scan *s, uint64_t key)
{
	if (s->n_unclosed < sizeof(s->unclosed) / sizeof(s->unclosed[0]))
		s->unclosed[s->n_unclosed++] = key;
}

/* Where the element's end tag begins, or the end. */
static const char *element_end(scan *s, const scls_tag_name *name,
                               const char *from)
{
	const char *close = s->end;

	if (is_unclosed(s, name->key))
		return close;
	if (strcmp(name->word, "script") == 0)
		close = script_end(from, s->end);
	else
		close = find_end_tag(from, s->end, name->word);
	if (close == s->end)
		note_unclosed(s, name->key);
	return close;
}

static void skip_element(scan *s, const scls_tag_name *name)
{
	const char *from = tag_end(s->at + 1, s->end), *close;
	int is_raw = name->kind == SCLS_TAG_RAW;

	*s->out++ = ' ';
	if (!is_raw && from[-2] == '/') {
		s->at = from;
		return;
	}
	close = element_end(s, name, from);
	if (close < s->end)
		s->at = tag_end(close + 1, s->end);
	else
		s->at = is_raw ? s->end : from;
}

static void drop_tag(scan *s)
{
	s->at = tag_end(s->at + 1, s->end);
}

static void take_tag(scan *s, const char *at, int closing)
{
	scls_tag_name name = scls_tag_name_at(at, s->end);
	int stays;

	if (name.kind == SCLS_TAG_VOID
	    || (closing && name.kind >= SCLS_TAG_SKIPPED)) {
		drop_tag(s);
		return;
	}
	if (name.kind >= SCLS_TAG_SKIPPED) {
		skip_element(s, &name);
		return;
	}
	stays = closing ? scls_nest_close(s->nest, &name)
	                : scls_nest_open(s->nest, &name);
	if (stays) {
		copy(s, tag_end(s->at + 1, s->end));
		return;
	}
	/* A tag too deep still keeps words apart; a stray one does not. */
	if (s->nest->too_deep)
		*s->out++ = ' ';
	drop_tag(s);
}

static void take_markup(scan *s)
{
	const char *name = s->at + 1;
	int closing = name < s->end && *name == '/';

	name += closing;
	if (name == s->end)
		copy(s, s->end);
	else if (is_letter(*name))
		take_tag(s, name, closing);
	else if (closing || *name == '!' || *name == '?')
		skip_declaration(s);
	else
		copy(s, s->at + 1); /* a plain "<" */
}

size_t scls_skip_raw(scls_span html, scls_nest *nest, char *out)
{
	scan s = { html.data, html.data + html.size, out, nest, { 0 }, 0 };

	while (s.at < s.end) {
		const char *mark = memchr(s.at, '<', (size_t)(s.end - s.at));

		copy(&s, mark ? mark : s.end);
		if (s.at < s.end)
			take_markup(&s);
	}
	return (size_t)(s.out - out);
}
