/* pool.c - see pool.h. */
#include "pool.h"

#include <pthread.h>
#include <stdlib.h>

#define AHEAD 4 /* jobs a thread, read or done but not yet emitted */

enum state { FREE, BUSY, DONE };

typedef struct pool {
	const pool_calls *calls;
	pthread_mutex_t lock;
	pthread_cond_t changed;
	unsigned char *jobs;
	enum state *state;
	size_t slots, head, tail; /* head: next to emit; tail: next to read */
	int ended;
} pool;

typedef struct worker {
	pool *pool;
	unsigned number;
} worker;

static void *job_at(pool *p, size_t sequence)
{
	return p->jobs + sequence % p->slots * p->calls->job_size;
}

/* Takes the next job; returns 0 at the end.  The lock is held. */
static int take(pool *p, size_t *sequence)
{
	while (!p->ended && p->state[p->tail % p->slots] != FREE)
		pthread_cond_wait(&p->changed, &p->lock);
	if (p->ended)
		return 0;
	if (!p->calls->next(p->calls->context, job_at(p, p->tail))) {
		p->ended = 1;
		pthread_cond_broadcast(&p->changed);
		return 0;
	}
	*sequence = p->tail++;
	p->state[*sequence % p->slots] = BUSY;
	return 1;
}

/* Marks a job done and emits all that are next in order. */
static void finish(pool *p, size_t sequence)
{
	p->state[sequence % p->slots] = DONE;
	while (p->state[p->head % p->slots] == DONE) {
		p->calls->emit(p->calls->context, job_at(p, p->head));
		p->state[p->head % p->slots] = FREE;
		p->head++;
	}
	pthread_cond_broadcast(&p->changed);
}

static void *run(void *argument)
{
	worker *w = argument;
	pool *p = w->pool;
	size_t sequence;

	pthread_mutex_lock(&p->lock);
	while (take(p, &sequence)) {
		pthread_mutex_unlock(&p->lock);
		p->calls->work(p->calls->context, w->number,
		               job_at(p, sequence));
		pthread_mutex_lock(&p->lock);
		finish(p, sequence);
	}
	pthread_mutex_unlock(&p->lock);
	return NULL;
}

/* Starts what can be started; the caller's own thread works, too. */
static void run_all(pool *p, worker *workers, pthread_t *ids, unsigned threads)
{
	unsigned started = 0;

	for (unsigned i = 0; i < threads; i++) {
		workers[i].pool = p;
		workers[i].number = i;
	}
	for (unsigned i = 1; i < threads; i++) {
		if (pthread_create(&ids[i], NULL, run, &workers[i]) != 0)
			break;
		started = i;
	}
	run(&workers[0]);
	for (unsigned i = 1; i <= started; i++)
		pthread_join(ids[i], NULL);
}

int pool_run(const pool_calls *calls, unsigned threads)
{
	pool p = { calls, PTHREAD_MUTEX_INITIALIZER, PTHREAD_COND_INITIALIZER,
		   NULL, NULL, (size_t)threads * AHEAD, 0, 0, 0 };
	worker *workers = calloc(threads, sizeof(*workers));
	pthread_t *ids = calloc(threads, sizeof(*ids));

	p.jobs = calloc(p.slots, calls->job_size);
	p.state = calloc(p.slots, sizeof(*p.state));
	if (workers && ids && p.jobs && p.state)
		run_all(&p, workers, ids, threads);
	else
		threads = 0;
	free(p.state);
	free(p.jobs);
	free(ids);
	free(workers);
	return threads ? 0 : -1;
}
