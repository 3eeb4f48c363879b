/* split_text.c - see split_text.h. */
#include "split_text.h"

#include <jansson.h>
#include <stdlib.h>
#include <string.h>

static int is_body(spamcls_role role)
{
	return role == SPAMCLS_ROLE_BODY || role == SPAMCLS_ROLE_HEADING;
}

/* The body's segments, a line end between them. */
static int write_body(const spamcls_result *r, int markdown, tool_file *out)
{
	for (size_t i = 0; i < r->n_segments; i++) {
		const spamcls_segment *s = &r->segments[i];

		if (!is_body(s->role))
			continue;
		if (markdown && s->role == SPAMCLS_ROLE_HEADING
		    && !tool_append(out, "\n## ", 4))
			return 0;
		if (!tool_append(out, r->text + s->begin, s->end - s->begin)
		    || !tool_append(out, "\n", 1))
			return 0;
		if (markdown && s->role == SPAMCLS_ROLE_HEADING
		    && !tool_append(out, "\n", 1))
			return 0;
	}
	return 1;
}

static int write_list(const spamcls_result *r, const spamcls_list *l,
                      tool_file *out)
{
	if (!tool_append(out, "\n### ", 5)
	    || !tool_append(out, r->text + l->heading_begin,
	                    l->heading_end - l->heading_begin)
	    || !tool_append(out, "\n\n", 2))
		return 0;
	for (uint32_t i = 0; i < l->n_links; i++) {
		const spamcls_link *k = &r->links[l->first_link + i];

		if (!tool_append(out, "- [", 3)
		    || !tool_append(out, r->text + k->begin,
		                    k->end - k->begin)
		    || !tool_append(out, "](", 2)
		    || !tool_append(out, k->href, k->href_size)
		    || !tool_append(out, ")\n", 2))
			return 0;
	}
	return 1;
}

static int write_markdown(const spamcls_result *r, tool_file *out)
{
	if (!tool_append(out, "# ", 2)
	    || !tool_append(out, r->text + r->title_begin,
	                    r->title_end - r->title_begin)
	    || !tool_append(out, "\n\n", 2) || !write_body(r, 1, out))
		return 0;
	for (size_t i = 0; i < r->n_lists; i++)
		if (!write_list(r, &r->lists[i], out))
			return 0;
	return 1;
}

static json_t *links_of(const spamcls_result *r, const spamcls_list *l)
{
	json_t *links = json_array();

	for (uint32_t i = 0; links && i < l->n_links; i++) {
		const spamcls_link *k = &r->links[l->first_link + i];

		json_array_append_new(links, json_pack(
		        "{s:o, s:o}", "text",
		        json_stringn(r->text + k->begin, k->end - k->begin),
		        "href", json_stringn(k->href, k->href_size)));
	}
	return links;
}

static json_t *lists_of(const spamcls_result *r)
{
	json_t *lists = json_array();

	for (size_t i = 0; lists && i < r->n_lists; i++) {
		const spamcls_list *l = &r->lists[i];

		json_array_append_new(lists, json_pack(
		        "{s:o, s:b, s:o}", "heading",
		        json_stringn(r->text + l->heading_begin,
		                     l->heading_end - l->heading_begin),
		        "trailing", l->trailing, "links", links_of(r, l)));
	}
	return lists;
}

static int write_json(const spamcls_result *r, const char *path,
                      tool_file *out)
{
	tool_file body = { NULL, 0, 0 };
	json_t *page = NULL;
	char *text = NULL;
	int ok = write_body(r, 0, &body);

	if (ok)
		page = json_pack("{s:s, s:o, s:o, s:o}", "path", path, "title",
		                 json_stringn(r->text + r->title_begin,
		                              r->title_end - r->title_begin),
		                 "body", json_stringn(body.data ? body.data
		                                                : "",
		                                      body.size),
		                 "lists", lists_of(r));
	text = page ? json_dumps(page, JSON_COMPACT) : NULL;
	ok = text && tool_append(out, text, strlen(text))
	     && tool_append(out, "\n", 1);
	free(text);
	json_decref(page);
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
	return write_body(result, 0, out);
}

/* The length of the valid UTF-8 sequence at data, or 0. */
static size_t sequence(const unsigned char *data, size_t size)
{
	size_t n = data[0] < 0x80 ? 1 : data[0] < 0xC2 ? 0
	           : data[0] < 0xE0 ? 2 : data[0] < 0xF0 ? 3
	           : data[0] < 0xF5 ? 4 : 0;

	if (n > size)
		return 0;
	for (size_t i = 1; i < n; i++)
		if ((data[i] & 0xC0) != 0x80)
			return 0;
	return n;
}

int split_json_string(tool_file *out, const char *data, size_t size)
{
	static const char hex[] = "0123456789abcdef";
	size_t at = 0;

	if (!tool_append(out, "\"", 1))
		return 0;
	while (at < size) {
		const unsigned char *p = (const unsigned char *)data + at;
		size_t n = sequence(p, size - at);
		char escaped[6] = { '\\', 'u', '0', '0', hex[*p >> 4],
			            hex[*p & 15] };
		int ok;

		if (n == 0)
			ok = tool_append(out, "\xEF\xBF\xBD", 3);
		else if (*p < ' ' || *p == '"' || *p == '\\')
			ok = tool_append(out, escaped, 6);
		else
			ok = tool_append(out, data + at, n);
		if (!ok)
			return 0;
		at += n ? n : 1;
	}
	return tool_append(out, "\"", 1);
}
