/* split_text.c - see split_text.h. */
#include "split_text.h"

#include "utf8.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

int split_is_body(spamcls_role role)
{
	return role == SPAMCLS_ROLE_BODY || role == SPAMCLS_ROLE_HEADING;
}

const char *split_begin(const spamcls_result *r, const spamcls_segment *s)
{
	const char *begin = r->text + s->begin;

	while (s->form == SPAMCLS_FORM_CODE && begin > r->text
	       && begin[-1] == ' ')
		begin--;
	return begin;
}

/* The body's segments, a line end between them. */
static int write_body(const spamcls_result *r, tool_file *out)
{
	for (size_t i = 0; i < r->n_segments; i++) {
		const spamcls_segment *s = &r->segments[i];
		const char *begin = split_begin(r, s);

		if (split_is_body(s->role)
		    && (!tool_append(out, begin, (size_t)(r->text + s->end
		                                          - begin))
		        || !tool_append(out, "\n", 1)))
			return 0;
	}
	return 1;
}

static int json_span(uint32_t begin, uint32_t end, tool_file *out)
{
	char text[64];

	snprintf(text, sizeof(text), ",\"begin\":%lu,\"end\":%lu",
	         (unsigned long)begin, (unsigned long)end);
	return tool_put(out, text);
}

/* Said where there is something to say, as by score. */
static int json_form(const spamcls_segment *s, tool_file *out)
{
	char level[32] = "";

	if (s->level > 0)
		snprintf(level, sizeof(level), ",\"level\":%lu",
		         (unsigned long)s->level);
	if (s->form != SPAMCLS_FORM_TEXT
	    && (!tool_put(out, ",\"form\":\"")
	        || !tool_put(out, spamcls_form_name((int)s->form))
	        || !tool_put(out, "\"")))
		return 0;
	return tool_put(out, level);
}

static int json_segments(const spamcls_result *r, tool_file *out)
{
	if (!tool_put(out, ",\"segments\":["))
		return 0;
	for (size_t i = 0; i < r->n_segments; i++) {
		const spamcls_segment *s = &r->segments[i];

		if (!tool_put(out, i ? ",{\"role\":\"" : "{\"role\":\"")
		    || !tool_put(out, spamcls_role_name((int)s->role))
		    || !tool_put(out, "\"") || !json_form(s, out)
		    || !json_span(s->begin, s->end, out)
		    || !tool_put(out, "}"))
			return 0;
	}
	return tool_put(out, "]");
}

static int json_links(const spamcls_result *r, const spamcls_list *l,
                      tool_file *out)
{
	for (uint32_t i = 0; i < l->n_links; i++) {
		const spamcls_link *k = &r->links[l->first_link + i];

		if (!tool_put(out, i ? ",{\"text\":" : "{\"text\":")
		    || !split_json_string(out, r->text + k->begin,
		                          k->end - k->begin)
		    || !tool_put(out, ",\"href\":")
		    || !split_json_string(out, k->href, k->href_size)
		    || !json_span(k->begin, k->end, out) || !tool_put(out, "}"))
			return 0;
	}
	return 1;
}

static int json_list(const spamcls_result *r, const spamcls_list *l,
                     tool_file *out)
{
	return tool_put(out, "{\"heading\":")
	       && split_json_string(out, r->text + l->heading_begin,
	                            l->heading_end - l->heading_begin)
	       && json_span(l->begin, l->end, out)
	       && tool_put(out, ",\"role\":\"")
	       && tool_put(out, spamcls_role_name((int)l->role))
	       && tool_put(out, l->trailing ? "\",\"trailing\":true,\"links\":["
	                               : "\",\"trailing\":false,\"links\":[")
	       && json_links(r, l, out) && tool_put(out, "]}");
}

/* One that may not be there; name with the marks around it. */
static int json_address(const char *name, const char *address, tool_file *out)
{
	return !address || (tool_put(out, name)
	                    && split_json_string(out, address,
	                                         strlen(address)));
}

int split_json_flags(uint32_t flags, tool_file *out)
{
	const char *before = ",\"flags\":[\"";
	int ok = flags != 0 || tool_put(out, ",\"flags\":[");

	for (uint32_t bit = 1; bit != 0 && ok; bit <<= 1)
		if (flags & bit) {
			ok = tool_put(out, before)
			     && tool_put(out, spamcls_flag_name(bit))
			     && tool_put(out, "\"");
			before = ",\"";
		}
	return ok && tool_put(out, "]");
}

/* How the bytes were read, in the words of score. */
static int json_reading(const spamcls_result *r, tool_file *out)
{
	char text[96];

	snprintf(text, sizeof(text), "\",\"repairs\":%lu,\"kind\":\"%s\"",
	         (unsigned long)r->repairs,
	         r->kind == SPAMCLS_KIND_HTML ? "html"
	         : r->kind == SPAMCLS_KIND_LINKS ? "links" : "text");
	return tool_put(out, ",\"charset\":")
	       && split_json_string(out, r->charset, strlen(r->charset))
	       && tool_put(out, ",\"charset_source\":\"")
	       && tool_put(out, spamcls_charset_source_name(
	                       (int)r->charset_source))
	       && tool_put(out, text) && split_json_flags(r->flags, out);
}

static int write_json(const spamcls_result *r, const char *path,
                      const tool_file *own, tool_file *out)
{
	tool_file body = { NULL, 0, 0 };
	int ok = write_body(r, &body) && tool_put(out, "{")
	         && tool_append(out, own->data, own->size)
	         && tool_put(out, "\"path\":")
	         && split_json_string(out, path, strlen(path))
	         && json_address(",\"url\":", r->url, out)
	         && json_address(",\"base\":", r->base, out)
	         && tool_put(out, ",\"title\":")
	         && split_json_string(out, r->text + r->title_begin,
	                              r->title_end - r->title_begin)
	         && json_reading(r, out) && tool_put(out, ",\"body\":")
	         && split_json_string(out, body.data, body.size)
	         && tool_put(out, ",\"text\":")
	         && split_json_string(out, r->text, r->text_size)
	         && json_segments(r, out) && tool_put(out, ",\"lists\":[");

	for (size_t i = 0; i < r->n_lists && ok; i++)
		ok = (i == 0 || tool_put(out, ","))
		     && json_list(r, &r->lists[i], out);
	ok = ok && tool_put(out, "]}\n");
	tool_file_free(&body);
	return ok;
}

int split_write(const tool_options *options, const spamcls_result *result,
                const char *path, const tool_file *own, tool_file *out)
{
	if (options->json)
		return write_json(result, path, own, out);
	if (options->markdown)
		return split_markdown(result, out);
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
		return tool_put(out, as) ? n : 0;
	n = utf8_sequence(p, size);
	if (n == 0)
		return tool_put(out, UTF8_REPLACEMENT) ? 1 : 0;
	if (*p < ' ' || *p == '"' || *p == '\\' || *p == 0x7F)
		return tool_put(out, escaped) ? 1 : 0;
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
