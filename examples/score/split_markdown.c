/* split_markdown.c - a page as Markdown (CommonMark 0.31); see split_text.h. */
#include "split_text.h"

#include <string.h>

static int write_to(const char *begin, const char *end, tool_file *out)
{
	return tool_append(out, begin, (size_t)(end - begin));
}

/* How many of the bytes are blanks. */
static size_t blanks(const char *text, size_t size)
{
	size_t n = 0;

	while (n < size && (text[n] == ' ' || text[n] == '\t'))
		n++;
	return n;
}

/* In one line, with a backslash before what would end it or begin something
 * else. */
static int write_escaped(const char *text, size_t size, const char *marks,
                         tool_file *out)
{
	for (size_t i = 0; i < size; i++)
		if (text[i] == '\n') {
			i += blanks(text + i + 1, size - i - 1);
			if (!tool_put(out, " "))
				return 0;
		} else if ((text[i] != '\0' && strchr(marks, text[i])
		     && !tool_append(out, "\\", 1))
		    || !tool_append(out, text + i, 1))
			return 0;
	return 1;
}

static int is_plain(const char *href, size_t size)
{
	for (size_t i = 0; i < size; i++)
		if ((unsigned char)href[i] <= ' ' || strchr("()<>\\", href[i]))
			return 0;
	return 1;
}

/* A target, without what browsers do not read either: blanks around it and
 * line ends.  In angle brackets it may have blanks and brackets inside. */
static int write_target(const char *href, size_t size, tool_file *out)
{
	while (size > 0 && (unsigned char)href[size - 1] <= ' ')
		size--;
	while (size > 0 && (unsigned char)href[0] <= ' ') {
		href++;
		size--;
	}
	if (is_plain(href, size))
		return tool_put(out, "(") && tool_append(out, href, size)
		       && tool_put(out, ")");
	if (!tool_put(out, "(<"))
		return 0;
	for (size_t i = 0; i < size; i++)
		if (!strchr("\t\r\n", href[i])
		    && !write_escaped(href + i, 1, "<>\\", out))
			return 0;
	return tool_put(out, ">)");
}

/* What has a meaning in a link's text, and in any other. */
#define LINK "[]<\\"
#define TEXT "<"

static int write_link(const char *text, const spamcls_link *link,
                      tool_file *out)
{
	size_t size = link->end - link->begin;

	if (link->href_size == 0)
		return write_escaped(text, size, LINK, out);
	return tool_put(out, "[") && write_escaped(text, size, LINK, out)
	       && tool_put(out, "]")
	       && write_target(link->href, link->href_size, out);
}

/* A line of a paragraph that Markdown would take for something else gets a
 * backslash: before its first character, or before the mark of a number. */
static size_t mark_of(const char *line, const char *end)
{
	size_t digits = 0;

	if (line < end && strchr("#>-+*=~`|_<[", *line))
		return 1;
	while (line + digits < end && line[digits] >= '0'
	       && line[digits] <= '9')
		digits++;
	return digits > 0 && line + digits < end
	       && (line[digits] == '.' || line[digits] == ')')
	               ? digits + 1 : 0;
}

static int write_plain(const char *line, const char *end, tool_file *out)
{
	return write_escaped(line, (size_t)(end - line), TEXT, out);
}

static int write_safely(const char *line, const char *end, tool_file *out)
{
	size_t mark;

	line += blanks(line, (size_t)(end - line));
	mark = mark_of(line, end);
	if (mark > 0 && (!write_to(line, line + mark - 1, out)
	                 || !tool_put(out, "\\")
	                 || !write_to(line + mark - 1, line + mark, out)))
		return 0;
	return write_plain(line + mark, end, out);
}

/* Lines, each behind a mark and before an end.  Behind the mark of a heading
 * nothing begins. */
static int write_each(const char *text, const char *end, const char *mark,
                      const char *behind, tool_file *out)
{
	int (*write)(const char *, const char *, tool_file *)
	        = mark[0] == '#' ? write_plain : write_safely;

	while (text < end) {
		const char *stop = memchr(text, '\n', (size_t)(end - text));

		stop = stop ? stop : end;
		if (stop > text
		    && (!tool_put(out, mark) || !write(text, stop, out)
		        || !tool_put(out, behind)))
			return 0;
		text = stop + 1;
	}
	return 1;
}

/* More backticks than stand in it in a row. */
static size_t fence_size(const char *text, const char *end)
{
	size_t most = 2, run = 0;

	for (; text < end; text++) {
		run = *text == '`' ? run + 1 : 0;
		most = run > most ? run : most;
	}
	return most + 1;
}

static int write_fence(size_t size, tool_file *out)
{
	while (size-- > 0)
		if (!tool_append(out, "`", 1))
			return 0;
	return tool_append(out, "\n", 1);
}

static int write_code(const char *text, const char *end, tool_file *out)
{
	size_t size = fence_size(text, end);

	return write_fence(size, out) && write_to(text, end, out)
	       && tool_put(out, "\n") && write_fence(size, out)
	       && tool_put(out, "\n");
}

static int write_heading(const char *text, const char *end, uint32_t level,
                         tool_file *out)
{
	static const char marks[] = "###### ";

	/* The first level is the title's. */
	return write_each(text, end, marks + (level < 2 ? 4 : 6 - level),
	                  "\n\n", out);
}

static int write_segment(const spamcls_result *r, const spamcls_segment *s,
                         tool_file *out)
{
	const char *begin = split_begin(r, s), *end = r->text + s->end;

	if (s->role == SPAMCLS_ROLE_HEADING)
		return write_heading(begin, end, s->level, out);
	if (s->form == SPAMCLS_FORM_CODE)
		return write_code(begin, end, out);
	if (s->form == SPAMCLS_FORM_ITEM)
		return write_each(begin, end, "- ", "\n", out)
		       && tool_put(out, "\n");
	return write_each(begin, end, "", "\n\n", out);
}

/* The title is written already, wherever it stands. */
static int is_title(const spamcls_result *r, const spamcls_segment *s)
{
	return s->begin == r->title_begin && s->end == r->title_end;
}

static int write_segments(const spamcls_result *r, tool_file *out)
{
	for (size_t i = 0; i < r->n_segments; i++) {
		const spamcls_segment *s = &r->segments[i];

		if (split_is_body(s->role) && !is_title(r, s)
		    && !write_segment(r, s, out))
			return 0;
	}
	return 1;
}

static int write_list(const spamcls_result *r, const spamcls_list *l,
                      tool_file *out)
{
	if (!write_each(r->text + l->heading_begin, r->text + l->heading_end,
	                "### ", "\n\n", out))
		return 0;
	for (uint32_t i = 0; i < l->n_links; i++) {
		const spamcls_link *k = &r->links[l->first_link + i];

		if (!tool_put(out, "- ")
		    || !write_link(r->text + k->begin, k, out)
		    || !tool_put(out, "\n"))
			return 0;
	}
	return tool_append(out, "\n", 1);
}

int split_markdown(const spamcls_result *r, tool_file *out)
{
	if (!write_each(r->text + r->title_begin, r->text + r->title_end,
	                "# ", "\n\n", out)
	    || !write_segments(r, out))
		return 0;
	for (size_t i = 0; i < r->n_lists; i++)
		if (!write_list(r, &r->lists[i], out))
			return 0;
	return 1;
}
