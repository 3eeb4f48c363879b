/* verdict_of.c - from fetched bytes to a verdict and links to follow. */
#include "verdict_of.h"

#include "../score/media_type.h"

#include <stdlib.h>
#include <string.h>

/* The links of a clean page's lists that do not look like spam themselves. */
static void copy_links(const spamcls_result *result, crawl_page *page)
{
	if (result->verdict != SPAMCLS_CLEAN || result->n_links == 0)
		return;
	if (result->base) {
		page->base = strdup(result->base);
		if (!page->base)
			return; /* they would lead elsewhere */
	}
	page->links = calloc(result->n_links, sizeof(*page->links));
	for (size_t i = 0; page->links && i < result->n_links; i++) {
		const spamcls_link *link = &result->links[i];
		char *href;

		if (link->href_size == 0
		    || link->label != SPAMCLS_LABEL_CLEAN)
			continue;
		href = strndup(link->href, link->href_size);
		if (href)
			page->links[page->n_links++] = href;
	}
}

void crawl_verdict_of(spamcls_session *session, crawl_page *page)
{
	spamcls_input input = SPAMCLS_INPUT_INIT;
	const spamcls_result *result = NULL;
	char charset[MEDIA_CHARSET];
	const char *json;
	size_t size;
	int kind = media_kind(page->type);
	spamcls_status status;

	if (kind < 0) {
		page->error = CRAWL_NOT_TEXT;
		return;
	}
	input.kind = (spamcls_kind)kind;
	input.data = page->data;
	input.size = page->size;
	input.url = page->url;
	if (media_charset(page->type, charset))
		input.charset = charset;
	status = spamcls_classify(session, &input, &result);
	if (status == SPAMCLS_OK) {
		copy_links(result, page);
		status = spamcls_result_json(session, result, NULL, &json,
		                             &size);
	}
	if (status == SPAMCLS_OK)
		page->json = strndup(json, size);
	if (!page->json)
		page->error = spamcls_status_message(
			status == SPAMCLS_OK ? SPAMCLS_E_NOMEM : status);
}
