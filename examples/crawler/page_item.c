/* page_item.c - a page on its way; see crawler.h. */
#include "crawler.h"

#include <stdlib.h>
#include <string.h>

crawl_page *crawl_page_new(const char *url)
{
	crawl_page *page = calloc(1, sizeof(*page));

	if (!page)
		return NULL;
	page->url = strdup(url);
	if (!page->url) {
		free(page);
		return NULL;
	}
	return page;
}

void crawl_page_free(crawl_page *page)
{
	if (!page)
		return;
	for (size_t i = 0; i < page->n_links; i++)
		free(page->links[i]);
	free(page->links);
	free(page->url);
	free(page->type);
	free(page->redirect);
	free(page->data);
	free(page->json);
	free(page->base);
	free(page);
}
