/* judge.h - threads that classify pages, one session of the library each. */
#ifndef CRAWL_JUDGE_H
#define CRAWL_JUDGE_H

#include "crawler.h"

/* One thread uses it; its own are inside. */
typedef struct crawl_judge crawl_judge;

/*
 * Starts threads on db.  wake(context) is called from them whenever a page is
 * done.  NULL: no memory, or no thread could be started.
 */
crawl_judge *crawl_judge_new(const spamcls_db *db, unsigned threads,
                             void (*wake)(void *context), void *context);

/* Ends the threads; pages that wait are freed. */
void crawl_judge_free(crawl_judge *judge);

/* Hands over a page. */
void crawl_judge_add(crawl_judge *judge, crawl_page *page);

/* A page that is done, now the caller's; NULL: none for the moment. */
crawl_page *crawl_judge_done(crawl_judge *judge);

/* How many were handed over and not taken back. */
unsigned crawl_judge_active(const crawl_judge *judge);

#endif
