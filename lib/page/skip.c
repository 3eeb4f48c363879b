/* skip.c - see skip.h. */
#include "page/skip.h"

#include "page/element.h"

/* Where the scan stands. */
typedef struct scan {
	const char *at, *end;
	char *out;
	uint32_t depth, max_depth;
	int too_deep;
} scan;

static char lower(char c)
{
	return c >= 'A' && c <= 'Z' ? (char)(c + 32) : c;
}

static int is_letter(char c)
{
	return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

static int is_name(char c)
{
	return is_letter(c) || (c >= '0' && c <= '9');
}

/* The elements whose content is skipped. */
static const char *const skipped[] = {
	"script", "style", "svg", "iframe", "template", "math",
	"object", "select", "noembed", "noframes", "canvas", "audio", "video",
};

/* Not 0 where the name at data is word and ends there. */
static int is_word(const char *data, const char *end, const char *word)
{
	for (; *word; word++, data++)
		if (data == end || lower(*data) != *word)
			return 0;
	return data == end || !is_name(*data);
}

static const char *skipped_name(const char *name, const char *end)
{
	for (size_t i = 0; i < sizeof(skipped) / sizeof(skipped[0]); i++)
		if (is_word(name, end, skipped[i]))
			return skipped[i];
	return NULL;
}

/* Behind the ">" that ends the tag at at; quotes may hide one. */
static const char *tag_end(const char *at, const char *end)
{
	char quote = 0;

	for (; at < end; at++) {
		if (quote) {
			if (*at == quote)
				quote = 0;
		} else if ((*at == '"' || *at == '\'') && at[-1] == '=') {
			quote = *at;
		} else if (*at == '>') {
			return at + 1;
		}
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

/* Elements that a parser reads as text: unclosed, they reach to the end.  Of
 * the others only the tag is lost. */
static int is_text_only(const char *name)
{
	return strcmp(name, "script") == 0 || strcmp(name, "style") == 0;
}

static void skip_element(scan *s, const char *name)
{
	const char *from = tag_end(s->at + 1, s->end), *close;

	if (from > s->at + 2 && from[-2] == '/' && strcmp(name, "script") != 0
	    && strcmp(name, "style") != 0 && strcmp(name, "iframe") != 0) {
		s->at = from;
		return;
	}
	close = strcmp(name, "script") == 0
	                ? script_end(from, s->end)
	                : find_end_tag(from, s->end, name);
	if (close < s->end)
		s->at = tag_end(close + 1, s->end);
	else
		s->at = is_text_only(name) ? s->end : from;
	*s->out++ = ' ';
}

/* Elements whose end tag may be left out do not count: they close alone. */
static int counts(const char *name, const char *end, uint32_t *is_void)
{
	static const char *const alone[] = {
		"p", "li", "td", "tr", "th", "dt", "dd", "option", "tbody",
		"thead", "tfoot", "a", "html", "head", "body", "colgroup"
	};
	static const char *const voids[] = {
		"br", "hr", "img", "input", "meta", "link", "area", "base",
		"col", "embed", "param", "source", "track", "wbr"
	};

	*is_void = 0;
	for (size_t i = 0; i < sizeof(voids) / sizeof(voids[0]); i++)
		if (is_word(name, end, voids[i])) {
			*is_void = 1;
			return 0;
		}
	for (size_t i = 0; i < sizeof(alone) / sizeof(alone[0]); i++)
		if (is_word(name, end, alone[i]))
			return 0;
	return 1;
}

/* Copies a tag, or leaves it out where it is nested too deep. */
static void take_tag(scan *s, const char *name, int closing)
{
	const char *to = tag_end(s->at + 1, s->end);
	uint32_t is_void;
	int drop = 0;

	if (counts(name, s->end, &is_void)) {
		if (!closing)
			drop = s->depth++ >= s->max_depth;
		else if (s->depth > 0)
			drop = --s->depth >= s->max_depth;
	} else if (!is_void && s->depth >= s->max_depth * 8u) {
		drop = 1;
	}
	if (!drop) {
		copy(s, to);
		return;
	}
	s->too_deep = 1;
	s->at = to;
	*s->out++ = ' ';
}

static void take_markup(scan *s)
{
	const char *name = s->at + 1;
	int closing = name < s->end && *name == '/';

	name += closing;
	if (name < s->end && (*name == '!' || *name == '?')) {
		skip_declaration(s);
	} else if (name == s->end || !is_letter(*name)) {
		copy(s, s->at + 1); /* a plain "<" */
	} else {
		const char *raw = closing ? NULL : skipped_name(name, s->end);

		if (raw)
			skip_element(s, raw);
		else
			take_tag(s, name, closing);
	}
}

size_t scls_skip_raw(scls_span html, uint32_t max_depth, char *out,
                     int *too_deep)
{
	scan s = { html.data, html.data + html.size, out, 0, max_depth, 0 };

	while (s.at < s.end) {
		const char *mark = memchr(s.at, '<', (size_t)(s.end - s.at));

		copy(&s, mark ? mark : s.end);
		if (s.at < s.end)
			take_markup(&s);
	}
	*too_deep = s.too_deep;
	return (size_t)(s.out - out);
}
