/* verdict_of.h - one page, classified. */
#ifndef CRAWL_VERDICT_OF_H
#define CRAWL_VERDICT_OF_H

#include "crawler.h"

/* Fills page->json and, for a clean page, page->links; or page->error. */
void crawl_verdict_of(spamcls_session *session, crawl_page *page);

#endif
