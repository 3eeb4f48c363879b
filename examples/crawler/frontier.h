/*
 * frontier.h - what is still to be fetched, and when.
 *
 * Every host has a queue.  Of one host one page is under way at a time,
 * whatever its scheme and port, its robots.txt before any other, and after each
 * fetch it rests for its delay, or longer where it asks for that (Retry-After,
 * a minute at most).
 */
#ifndef CRAWL_FRONTIER_H
#define CRAWL_FRONTIER_H

#include "crawler.h"

/* One thread uses it. */
typedef struct crawl_frontier crawl_frontier;

/* NULL: no memory.  options must outlive the frontier. */
crawl_frontier *crawl_frontier_new(const crawl_options *options);

/* Frees it and the pages that wait in it; NULL is allowed. */
void crawl_frontier_free(crawl_frontier *frontier);

/*
 * Adds the URL that page names by href (page NULL: a seed), unless it was
 * added before, is no URL to fetch, or lies beyond a limit.  Only seeds bring
 * in hosts where options->same_host is set.  Returns 0: no memory.
 */
int crawl_frontier_seed(crawl_frontier *frontier, const char *href);
int crawl_frontier_link(crawl_frontier *frontier, const crawl_page *page,
                        const char *href);
int crawl_frontier_redirect(crawl_frontier *frontier,
                            const crawl_page *page);

/*
 * The next page that may be fetched at time now (ms), now the caller's; NULL
 * if none.  One that robots.txt does not allow comes with its error set and is
 * not to be fetched.
 */
crawl_page *crawl_frontier_next(crawl_frontier *frontier, int64_t now);

/* Says that page was fetched: its host rests from now on.  A robots.txt is
 * read.  Returns 0: no memory. */
int crawl_frontier_fetched(crawl_frontier *frontier, const crawl_page *page,
                           int64_t now);

/* Ms until a host that waits may be asked; -1: nothing waits. */
int64_t crawl_frontier_wait(const crawl_frontier *frontier, int64_t now);

#endif
