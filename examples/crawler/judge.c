/* judge.c - the threads that classify; see judge.h. */
#include "judge.h"

#include "verdict_of.h"

#include <pthread.h>
#include <stdlib.h>

typedef struct queue {
	crawl_page *first, *last;
} queue;

typedef struct worker {
	struct crawl_judge *judge;
	spamcls_session *session;
	pthread_t thread;
} worker;

struct crawl_judge {
	pthread_mutex_t lock;   /* guards waiting, done and stop */
	pthread_cond_t more;    /* waiting has a page, or stop is set */
	queue waiting, done;
	int stop;
	void (*wake)(void *context);
	void *context;
	worker *workers;
	unsigned n;             /* threads that run */
	unsigned active;        /* the owner's count: no lock */
};

static void put(queue *q, crawl_page *page)
{
	page->next = NULL;
	if (q->first)
		q->last->next = page;
	else
		q->first = page;
	q->last = page;
}

static crawl_page *take(queue *q)
{
	crawl_page *page = q->first;

	if (page)
		q->first = page->next;
	return page;
}

static void *work(void *argument)
{
	worker *w = argument;
	crawl_judge *judge = w->judge;
	crawl_page *page;

	pthread_mutex_lock(&judge->lock);
	while (!judge->stop) {
		page = take(&judge->waiting);
		if (!page) {
			pthread_cond_wait(&judge->more, &judge->lock);
			continue;
		}
		pthread_mutex_unlock(&judge->lock);
		crawl_verdict_of(w->session, page);
		pthread_mutex_lock(&judge->lock);
		put(&judge->done, page);
		judge->wake(judge->context);
	}
	pthread_mutex_unlock(&judge->lock);
	return NULL;
}

static int start(crawl_judge *judge, const spamcls_db *db)
{
	worker *w = &judge->workers[judge->n];

	w->judge = judge;
	if (spamcls_session_new(&w->session, db, NULL) != SPAMCLS_OK)
		return 0;
	if (pthread_create(&w->thread, NULL, work, w) != 0) {
		spamcls_session_free(w->session);
		return 0;
	}
	judge->n++;
	return 1;
}

crawl_judge *crawl_judge_new(const spamcls_db *db, unsigned threads,
                             void (*wake)(void *context), void *context)
{
	crawl_judge *judge = calloc(1, sizeof(*judge));

	if (!judge)
		return NULL;
	pthread_mutex_init(&judge->lock, NULL);
	pthread_cond_init(&judge->more, NULL);
	judge->wake = wake;
	judge->context = context;
	judge->workers = calloc(threads, sizeof(*judge->workers));
	while (judge->workers && judge->n < threads) {
		if (!start(judge, db))
			break;
	}
	if (judge->n == 0) {
		crawl_judge_free(judge);
		return NULL;
	}
	return judge;
}

static void free_queue(queue *q)
{
	crawl_page *page;

	while ((page = take(q)) != NULL)
		crawl_page_free(page);
}

void crawl_judge_free(crawl_judge *judge)
{
	if (!judge)
		return;
	pthread_mutex_lock(&judge->lock);
	judge->stop = 1;
	pthread_cond_broadcast(&judge->more);
	pthread_mutex_unlock(&judge->lock);
	for (unsigned i = 0; i < judge->n; i++) {
		pthread_join(judge->workers[i].thread, NULL);
		spamcls_session_free(judge->workers[i].session);
	}
	free_queue(&judge->waiting);
	free_queue(&judge->done);
	pthread_cond_destroy(&judge->more);
	pthread_mutex_destroy(&judge->lock);
	free(judge->workers);
	free(judge);
}

void crawl_judge_add(crawl_judge *judge, crawl_page *page)
{
	pthread_mutex_lock(&judge->lock);
	put(&judge->waiting, page);
	pthread_cond_signal(&judge->more);
	pthread_mutex_unlock(&judge->lock);
	judge->active++;
}

crawl_page *crawl_judge_done(crawl_judge *judge)
{
	crawl_page *page;

	pthread_mutex_lock(&judge->lock);
	page = take(&judge->done);
	pthread_mutex_unlock(&judge->lock);
	if (page)
		judge->active--;
	return page;
}

unsigned crawl_judge_active(const crawl_judge *judge)
{
	return judge->active;
}
