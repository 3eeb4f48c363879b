/* markdown.c - see markdown.h. */
#include "page/markdown.h"

#include "base/ascii.h"

#define NOWHERE SIZE_MAX

/* Behind the bracket that closes the one at `at`; NOWHERE: none does.  What a
 * backslash stands before is no bracket. */
static size_t past_bracket(scls_span s, size_t at, char open, char close)
{
	size_t depth = 0;

	for (; at < s.size; at++) {
		char c = s.data[at];

		if (c == '\\' && at + 1 < s.size)
			at++;
		else if (c == open)
			depth++;
		else if (c == close && --depth == 0)
			return at + 1;
	}
	return NOWHERE;
}

static scls_span part(scls_span s, size_t from, size_t end)
{
	return scls_span_trim(scls_span_between(s.data, from, end));
}

static int is_emphasis(char c)
{
	return c == '*' || c == '_' || c == '`' || scls_ascii_is_space(c);
}

static scls_span without_emphasis(scls_span s)
{
	while (s.size > 0 && is_emphasis(s.data[0])) {
		s.data++;
		s.size--;
	}
	while (s.size > 0 && is_emphasis(s.data[s.size - 1]))
		s.size--;
	return s;
}

/* A picture is a link's whole text, or before it. */
static scls_span without_images(scls_span s)
{
	size_t at;

	while (s.size > 1 && s.data[0] == '!' && s.data[1] == '[') {
		at = past_bracket(s, 1, '[', ']');
		if (at == NOWHERE || at == s.size || s.data[at] != '(')
			return s;
		at = past_bracket(s, at, '(', ')');
		if (at == NOWHERE)
			return s;
		s = part(s, at, s.size);
	}
	return s;
}

/* The target without the title that may stand behind it. */
static scls_span target_of(scls_span s)
{
	size_t at = 0;

	while (at < s.size && !scls_ascii_is_space(s.data[at]))
		at++;
	if (at < s.size && s.data[s.size - 1] != '"'
	    && s.data[s.size - 1] != '\'')
		at = 0;
	if (at > 1 && s.data[0] == '<' && s.data[at - 1] == '>')
		return part(s, 1, at - 1);
	return part(s, 0, at);
}

/* Reads the link or picture at `at`; returns behind it, or NOWHERE. */
static size_t read_link(scls_span s, size_t at, scls_markdown_link *link)
{
	int is_image = s.data[at] == '!';
	size_t open = at + (size_t)is_image, close, end;

	if (open >= s.size || s.data[open] != '[')
		return NOWHERE;
	close = past_bracket(s, open, '[', ']');
	if (close == NOWHERE || close == s.size || s.data[close] != '(')
		return NOWHERE;
	end = past_bracket(s, close, '(', ')');
	if (end == NOWHERE)
		return NOWHERE;
	link->target = target_of(part(s, close + 1, end - 1));
	link->text = without_emphasis(
	        without_images(part(s, open + 1, close - 1)));
	if (is_image)
		link->text.size = 0;
	return link->target.size > 0 || end == close + 2 ? end : NOWHERE;
}

/* Marks beyond ASCII, and white space. */
static size_t wide_mark(scls_span s, size_t at)
{
	static const char *const marks[] = {
		"•", "·", "●", "›", "»", "→", "｜", "、", "　", "\xC2\xA0"
	};

	for (size_t i = 0; i < sizeof(marks) / sizeof(marks[0]); i++) {
		size_t size = strlen(marks[i]);

		if (s.size - at >= size
		    && memcmp(s.data + at, marks[i], size) == 0)
			return size;
	}
	return 0;
}

/* Bytes of the mark or figure at `at` that may stand beside links; 0: what is
 * there says something. */
static size_t mark_size(scls_span s, size_t at)
{
	unsigned char c = (unsigned char)s.data[at];

	if (c >= 0x80)
		return wide_mark(s, at);
	return !scls_ascii_is_letter((char)c);
}

/* Where a link or picture may begin. */
static int begins_link(scls_span s, size_t at)
{
	return s.data[at] == '['
	       || (s.data[at] == '!' && at + 1 < s.size
	           && s.data[at + 1] == '[');
}

int scls_markdown_next(scls_span *line, scls_markdown_link *link)
{
	for (size_t at = 0; at < line->size; at++) {
		size_t end = begins_link(*line, at)
		             ? read_link(*line, at, link) : NOWHERE;

		if (end == NOWHERE)
			continue;
		line->data += end;
		line->size -= end;
		return 1;
	}
	return 0;
}

/* Where the marks from the front of s on end. */
static size_t past_marks(scls_span s, size_t at)
{
	while (at < s.size) {
		size_t size = mark_size(s, at);

		if (size == 0 || begins_link(s, at))
			break;
		at += size;
	}
	return at;
}

int scls_markdown_is_links(scls_span s)
{
	size_t at = 0, links = 0;
	scls_markdown_link link;

	if (memchr(s.data, '[', s.size) == NULL)
		return 0;
	while ((at = past_marks(s, at)) < s.size) {
		at = read_link(s, at, &link);
		if (at == NOWHERE)
			return 0;
		links++;
	}
	return links > 0;
}
