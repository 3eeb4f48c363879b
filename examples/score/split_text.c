/* split_text.c - see split_text.h. */
#include "split_text.h"

#include "utf8.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static int is_body(spamcls_role role)
{
	return role == SPAMCLS_ROLE_BODY || role == SPAMCLS_ROLE_HEADING;
}

/* The body's segments, a line end between them. */
static int write_body(const spamcls_result *r, tool_file *out)
{
	for (size_t i = 0; i < r->n_segments; i++) {
		const spamcls_segment *s = &r->segments[i];

		if (is_body(s->role)
		    && (!tool_append(out, r->text + s->begin,
		                     s->end - s->begin)
		        || !tool_append(out, "\n", 1)))
			return 0;
	}
	return 1;
}

/* Each line is a paragraph, or a heading where mark says so. */
static int write_lines(const char *text, const char *end, const char *mark,
                       tool_file *out)
{
	while (text < end) {
		const char *stop = memchr(text, '\n', (size_t)(end - text));

		stop = stop ? stop : end;
		if (stop > text
		    && (!tool_append(out, mark, strlen(mark))
		        || !tool_append(out, text, (size_t)(stop - text))
		        || !tool_append(out, "\n\n", 2)))
			return 0;
		text = stop + 1;
	}
	return 1;
}

static int write_paragraphs(const spamcls_result *r, tool_file *out)
{
	for (size_t i = 0; i < r->n_segments; i++) {
		const spamcls_segment *s = &r->segments[i];

		if (is_body(s->role)
		    && !write_lines(r->text + s->begin, r->text + s->end,
		                    s->role == SPAMCLS_ROLE_HEADING
		                    ? "## " : "", out))
			return 0;
	}
	return 1;
}

static int raw(tool_file *out, const char *text)
{
	return tool_append(out, text, strlen(text));
}

/* With a backslash before what would end it or begin something else. */
static int write_escaped(const char *text, size_t size, const char *marks,
                         tool_file *out)
{
	for (size_t i = 0; i < size; i++)
		if ((text[i] != '\0' && strchr(marks, text[i])
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
		return raw(out, "(") && tool_append(out, href, size)
		       && raw(out, ")");
	if (!raw(out, "(<"))
		return 0;
	for (size_t i = 0; i < size; i++)
		if (!strchr("\t\r\n", href[i])
		    && !write_escaped(href + i, 1, "<>\\", out))
			return 0;
	return raw(out, ">)");
}

static int write_link(const char *text, const spamcls_link *link,
                      tool_file *out)
{
	size_t size = link->end - link->begin;

	if (link->href_size == 0)
		return write_escaped(text, size, "[]\\", out);
	return raw(out, "[") && write_escaped(text, size, "[]\\", out)
	       && raw(out, "]")
	       && write_target(link->href, link->href_size, out);
}

static int write_list(const spamcls_result *r, const spamcls_list *l,
                      tool_file *out)
{
	if (!write_lines(r->text + l->heading_begin, r->text + l->heading_end,
	                 "### ", out))
		return 0;
	for (uint32_t i = 0; i < l->n_links; i++) {
		const spamcls_link *k = &r->links[l->first_link + i];

		if (!raw(out, "- ")
		    || !write_link(r->text + k->begin, k, out)
		    || !raw(out, "\n"))
			return 0;
	}
	return tool_append(out, "\n", 1);
}

static int write_markdown(const spamcls_result *r, tool_file *out)
{
	if (!write_lines(r->text + r->title_begin, r->text + r->title_end,
	                 "# ", out)
	    || !write_paragraphs(r, out))
		return 0;
	for (size_t i = 0; i < r->n_lists; i++)
		if (!write_list(r, &r->lists[i], out))
			return 0;
	return 1;
}

static int json_span(uint32_t begin, uint32_t end, tool_file *out)
{
	char text[64];

	snprintf(text, sizeof(text), ",\"begin\":%lu,\"end\":%lu",
	         (unsigned long)begin, (unsigned long)end);
	return raw(out, text);
}

static int json_segments(const spamcls_result *r, tool_file *out)
{
	if (!raw(out, ",\"segments\":["))
		return 0;
	for (size_t i = 0; i < r->n_segments; i++) {
		const spamcls_segment *s = &r->segments[i];

		if (!raw(out, i ? ",{\"role\":\"" : "{\"role\":\"")
		    || !raw(out, spamcls_role_name((int)s->role))
		    || !raw(out, "\"") || !json_span(s->begin, s->end, out)
		    || !raw(out, "}"))
			return 0;
	}
	return raw(out, "]");
}

static int json_links(const spamcls_result *r, const spamcls_list *l,
                      tool_file *out)
{
	for (uint32_t i = 0; i < l->n_links; i++) {
		const spamcls_link *k = &r->links[l->first_link + i];

		if (!raw(out, i ? ",{\"text\":" : "{\"text\":")
		    || !split_json_string(out, r->text + k->begin,
		                          k->end - k->begin)
		    || !raw(out, ",\"href\":")
		    || !split_json_string(out, k->href, k->href_size)
		    || !json_span(k->begin, k->end, out) || !raw(out, "}"))
			return 0;
	}
	return 1;
}

static int json_list(const spamcls_result *r, const spamcls_list *l,
                     tool_file *out)
{
	return raw(out, "{\"heading\":")
	       && split_json_string(out, r->text + l->heading_begin,
	                            l->heading_end - l->heading_begin)
	       && json_span(l->begin, l->end, out)
	       && raw(out, ",\"role\":\"")
	       && raw(out, spamcls_role_name((int)l->role))
	       && raw(out, l->trailing ? "\",\"trailing\":true,\"links\":["
	                               : "\",\"trailing\":false,\"links\":[")
	       && json_links(r, l, out) && raw(out, "]}");
}

static int json_url(const spamcls_result *r, tool_file *out)
{
	return !r->url || (raw(out, ",\"url\":")
	                   && split_json_string(out, r->url, strlen(r->url)));
}

static int json_flags(uint32_t flags, tool_file *out)
{
	const char *before = ",\"flags\":[\"";
	int ok = flags != 0 || raw(out, ",\"flags\":[");

	for (uint32_t bit = 1; bit != 0 && ok; bit <<= 1)
		if (flags & bit) {
			ok = raw(out, before)
			     && raw(out, spamcls_flag_name(bit))
			     && raw(out, "\"");
			before = ",\"";
		}
	return ok && raw(out, "]");
}

/* How the bytes were read, in the words of score. */
static int json_reading(const spamcls_result *r, tool_file *out)
{
	char text[96];

	snprintf(text, sizeof(text), "\",\"repairs\":%lu,\"kind\":\"%s\"",
	         (unsigned long)r->repairs,
	         r->kind == SPAMCLS_KIND_HTML ? "html"
	         : r->kind == SPAMCLS_KIND_LINKS ? "links" : "text");
	return raw(out, ",\"charset\":")
	       && split_json_string(out, r->charset, strlen(r->charset))
	       && raw(out, ",\"charset_source\":\"")
	       && raw(out, spamcls_charset_source_name(
	                       (int)r->charset_source))
	       && raw(out, text) && json_flags(r->flags, out);
}

static int write_json(const spamcls_result *r, const char *path,
                      tool_file *out)
{
	tool_file body = { NULL, 0, 0 };
	int ok = write_body(r, &body) && raw(out, "{\"path\":")
	         && split_json_string(out, path, strlen(path))
	         && json_url(r, out) && raw(out, ",\"title\":")
	         && split_json_string(out, r->text + r->title_begin,
	                              r->title_end - r->title_begin)
	         && json_reading(r, out) && raw(out, ",\"body\":")
	         && split_json_string(out, body.data, body.size)
	         && raw(out, ",\"text\":")
	         && split_json_string(out, r->text, r->text_size)
	         && json_segments(r, out) && raw(out, ",\"lists\":[");

	for (size_t i = 0; i < r->n_lists && ok; i++)
		ok = (i == 0 || raw(out, ",")) && json_list(r, &r->lists[i],
		                                            out);
	ok = ok && raw(out, "]}\n");
	tool_file_free(&body);
	return ok;
}

int split_write(const tool_options *options, const spamcls_result *result,
                const char *path, tool_file *out)
{
	if (options->json)
		return write_json(result, path, out);
	if (options->markdown)
		return write_markdown(result, out);
	return write_body(result, out);
}

/*
 * U+0085, U+2028 and U+2029 end a line for some readers of JSON lines, so
 * they are escaped; returns how many bytes such a mark has, or 0.
 */
static size_t line_mark(const unsigned char *p, size_t size, const char **as)
{
	if (size >= 2 && p[0] == 0xC2 && p[1] == 0x85) {
		*as = "\\u0085";
		return 2;
	}
	if (size >= 3 && p[0] == 0xE2 && p[1] == 0x80
	    && (p[2] & 0xFE) == 0xA8) {
		*as = p[2] & 1 ? "\\u2029" : "\\u2028";
		return 3;
	}
	return 0;
}

/* Appends one character, escaped where JSON or line readers want it. */
static size_t put_character(tool_file *out, const unsigned char *p,
                            size_t size)
{
	static const char hex[] = "0123456789abcdef";
	char escaped[7] = { '\\', 'u', '0', '0', hex[*p >> 4], hex[*p & 15],
		            '\0' };
	const char *as = escaped;
	size_t n = line_mark(p, size, &as);

	if (n > 0)
		return raw(out, as) ? n : 0;
	n = utf8_sequence(p, size);
	if (n == 0)
		return raw(out, UTF8_REPLACEMENT) ? 1 : 0;
	if (*p < ' ' || *p == '"' || *p == '\\' || *p == 0x7F)
		return raw(out, escaped) ? 1 : 0;
	return tool_append(out, (const char *)p, n) ? n : 0;
}

int split_json_string(tool_file *out, const char *data, size_t size)
{
	size_t n;

	if (!tool_append(out, "\"", 1))
		return 0;
	for (size_t at = 0; at < size; at += n) {
		n = put_character(out, (const unsigned char *)data + at,
		                  size - at);
		if (n == 0)
			return 0;
	}
	return tool_append(out, "\"", 1);
}
