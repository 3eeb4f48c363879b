/*
 * pool.h - jobs in, answers out, in the same order, by many threads.
 */
#ifndef POOL_H
#define POOL_H

#include <stddef.h>

/*
 * What a run does.  next fills *job and returns 1, or returns 0 at the end;
 * it and emit are called by one thread at a time, emit in next's order.  work
 * is called by all threads at once, each with its own number.  A job is
 * job_size bytes of the caller's making.
 */
typedef struct pool_calls {
	int (*next)(void *context, void *job);
	void (*work)(void *context, unsigned thread, void *job);
	void (*emit)(void *context, void *job);
	size_t job_size;
	void *context;
} pool_calls;

/* Runs to the end, on fewer threads where no more can be started.  Returns 0,
 * or -1 where there is no memory. */
int pool_run(const pool_calls *calls, unsigned threads);

#endif
