/* verdict_of.c - from fetched bytes to a verdict and links to follow. */
#include "verdict_of.h"

#include <stdlib.h>
#include <string.h>
#include <strings.h>

#define MAX_CHARSET 64

static char *copy_bytes(const char *data, size_t size)
{
	char *made = malloc(size + 1);

	if (made) {
		memcpy(made, data, size);
		made[size] = '\0';
	}
	return made;
}

/* The media type's kind; -1: nothing to classify. */
static int kind_of(const char *type)
{
	size_t size;

	if (!type)
		return SPAMCLS_KIND_GUESS;
	size = strcspn(type, "; \t");
	if ((size == 9 && strncasecmp(type, "text/html", size) == 0)
	    || (size == 21
	        && strncasecmp(type, "application/xhtml+xml", size) == 0))
		return SPAMCLS_KIND_HTML;
	if (size == 10 && strncasecmp(type, "text/plain", size) == 0)
		return SPAMCLS_KIND_TEXT;
	return -1;
}

/* The value of charset= in a Content-Type; 0: there is none. */
static int charset_of(const char *type, char charset[MAX_CHARSET])
{
	size_t size;

	while (type && (type = strchr(type, ';')) != NULL) {
		type++;
		type += strspn(type, " \t");
		if (strncasecmp(type, "charset=", 8) != 0)
			continue;
		type += 8;
		type += *type == '"';
		size = strcspn(type, "\"; \t");
		if (size == 0 || size >= MAX_CHARSET)
			return 0;
		memcpy(charset, type, size);
		charset[size] = '\0';
		return 1;
	}
	return 0;
}

/* The links of a clean page's lists that do not look like spam themselves. */
static void copy_links(const spamcls_result *result, crawl_page *page)
{
	if (result->verdict != SPAMCLS_CLEAN || result->n_links == 0)
		return;
	page->links = calloc(result->n_links, sizeof(*page->links));
	for (size_t i = 0; page->links && i < result->n_links; i++) {
		const spamcls_link *link = &result->links[i];
		char *href;

		if (link->href_size == 0
		    || link->label != SPAMCLS_LABEL_CLEAN)
			continue;
		href = copy_bytes(link->href, link->href_size);
		if (href)
			page->links[page->n_links++] = href;
	}
}

void crawl_verdict_of(spamcls_session *session, crawl_page *page)
{
	spamcls_input input = SPAMCLS_INPUT_INIT;
	const spamcls_result *result = NULL;
	char charset[MAX_CHARSET];
	const char *json;
	size_t size;
	int kind = kind_of(page->type);
	spamcls_status status;

	if (kind < 0) {
		page->error = "not a page of text";
		return;
	}
	input.kind = (spamcls_kind)kind;
	input.data = page->data;
	input.size = page->size;
	input.url = page->url;
	if (charset_of(page->type, charset))
		input.charset = charset;
	status = spamcls_classify(session, &input, &result);
	if (status == SPAMCLS_OK) {
		copy_links(result, page);
		status = spamcls_result_json(session, result, NULL, &json,
		                             &size);
	}
	if (status == SPAMCLS_OK)
		page->json = copy_bytes(json, size);
	if (!page->json)
		page->error = spamcls_status_message(
			status == SPAMCLS_OK ? SPAMCLS_E_NOMEM : status);
}
