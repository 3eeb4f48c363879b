/* record.c - see record.h. */
#include "site/record.h"

#include "grown.h"
#include "json_line.h"

#include <stdlib.h>
#include <string.h>

static const char *text_of(const json_t *object, const char *name)
{
	return json_string_value(json_object_get(object, name));
}

static spamcls_span span_of(const char *text)
{
	spamcls_span span = { text ? text : "", text ? strlen(text) : 0 };

	return span;
}

/* Its address, or its path where that is one. */
static const char *url_of(const json_t *object, const json_t *answer)
{
	const char *url = text_of(object, "url");
	const char *path = text_of(object, "path");

	if (!url)
		url = text_of(answer, "url");
	if (!url && path && strstr(path, "://"))
		url = path;
	return url;
}

static int is_marked(const json_t *link)
{
	const char *label = text_of(link, "label");

	return label
	       && (strcmp(label, spamcls_label_name(SPAMCLS_LABEL_LIKELY)) == 0
	           || strcmp(label, spamcls_label_name(
	                             SPAMCLS_LABEL_CERTAIN)) == 0);
}

/* Returns 0 where there is no memory. */
static int read_links(record *r, const json_t *links)
{
	spamcls_page *page = &r->page;
	size_t n = json_array_size(links);
	spamcls_marked *more = grown(r->marked, &r->room, n, sizeof(*more));

	if (!more)
		return 0;
	r->marked = more;
	page->links = n;
	page->marked = r->marked;
	for (size_t i = 0; i < n; i++) {
		const json_t *link = json_array_get(links, i);
		spamcls_marked *to = &r->marked[page->n_marked];

		if (!is_marked(link))
			continue;
		to->family = span_of(text_of(link, "family"));
		to->skeleton = span_of(text_of(link, "skeleton"));
		page->n_marked++;
	}
	return 1;
}

/* Returns 0 where there is neither a verdict nor a reason for having none. */
static int read_verdict(const json_t *object, const json_t *answer,
                        spamcls_page *page)
{
	const char *text = text_of(answer, "verdict");

	page->verdict = SPAMCLS_NO_VERDICT;
	for (int v = SPAMCLS_NO_VERDICT; text && v <= SPAMCLS_FARM; v++)
		if (strcmp(text, spamcls_verdict_name(v)) == 0) {
			page->verdict = (spamcls_verdict)v;
			return 1;
		}
	return text_of(object, "error") || text_of(object, "redirect");
}

record_found record_read(record *r, spamcls_span line,
                         const address_rules *rules)
{
	const json_t *answer;

	json_decref(r->object);
	r->object = json_line_load(line, NULL);
	if (json_line_no_memory())
		return RECORD_NOMEM;
	answer = json_object_get(r->object, "result"); /* the crawler's */
	if (!json_is_object(answer))
		answer = r->object;
	r->page = (spamcls_page)SPAMCLS_PAGE_INIT;
	r->page.id = line;
	if (!read_verdict(r->object, answer, &r->page))
		return RECORD_BAD;
	address_of(rules, url_of(r->object, answer), &r->address);
	r->page.site[SPAMCLS_SCOPE_DOMAIN] = span_of(r->address.domain);
	r->page.site[SPAMCLS_SCOPE_HOST] = span_of(r->address.host);
	r->page.site[SPAMCLS_SCOPE_PREFIX] = span_of(r->address.prefix);
	return read_links(r, json_object_get(answer, "links")) ? RECORD_PAGE
	                                                       : RECORD_NOMEM;
}

void record_free(record *r)
{
	json_decref(r->object);
	free(r->marked);
}
