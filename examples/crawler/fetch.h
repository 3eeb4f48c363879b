/* fetch.h - transfers under way, by libcurl's multi interface. */
#ifndef CRAWL_FETCH_H
#define CRAWL_FETCH_H

#include "crawler.h"

/* One thread uses it, but for crawl_fetcher_wake. */
typedef struct crawl_fetcher crawl_fetcher;

/* NULL: no memory.  options must outlive the fetcher. */
crawl_fetcher *crawl_fetcher_new(const crawl_options *options);

/* Ends what is under way and frees its pages. */
void crawl_fetcher_free(crawl_fetcher *fetcher);

/* Begins to fetch page, which is the fetcher's until it comes back.  Returns
 * 0: not begun, no memory; page stays the caller's. */
int crawl_fetcher_start(crawl_fetcher *fetcher, crawl_page *page);

/* How many are under way. */
unsigned crawl_fetcher_active(const crawl_fetcher *fetcher);

/* Reads and writes what can be, without waiting. */
void crawl_fetcher_work(crawl_fetcher *fetcher);

/* A page that is done, now the caller's; NULL: none for the moment. */
crawl_page *crawl_fetcher_done(crawl_fetcher *fetcher);

/* Waits until there is something to do, a wake-up, or ms have passed. */
void crawl_fetcher_wait(crawl_fetcher *fetcher, int ms);

/* Ends a wait; the one call that other threads may use. */
void crawl_fetcher_wake(crawl_fetcher *fetcher);

#endif
