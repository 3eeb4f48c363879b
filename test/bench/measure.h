/*
 * measure.h - what every benchmark needs: time, order, and a line a figure.
 *
 * Time is the thread's CPU time, so that a busy machine does not count
 * against what is measured; only the scaling over threads is wall time.
 */
#ifndef BENCH_MEASURE_H
#define BENCH_MEASURE_H

#include <spamcls.h>

/* CPU time of this thread, and wall time, in nanoseconds. */
double bench_cpu(void);
double bench_wall(void);

/* Sorts values; the value below which share of them lie. */
double bench_quantile(double *values, size_t n, double share);
double bench_median(double *values, size_t n);

/* A figure by itself: name, value, unit. */
void bench_figure(const char *name, double value, const char *unit);

/*
 * A figure with its target: ok where value is at least (or, with at_most,
 * at most) the target, else short.
 */
void bench_at_least(const char *name, double value, double target,
                    const char *unit);
void bench_at_most(const char *name, double value, double target,
                   const char *unit);

/* Rounds of two that take turns: a's time over b's, or b's speed over a's. */
typedef struct bench_ratio {
	double *values;
	size_t n, room;
} bench_ratio;

void bench_ratio_add(bench_ratio *ratio, double value);
/* The median, its spread printed behind it; frees the values. */
double bench_ratio_end(bench_ratio *ratio, const char *name, double target);

/* How the time grows: the exponent of a power law through n points, by least
 * squares on logarithms.  1 is linear. */
double bench_exponent(const double *size, const double *time, size_t n);

/* An allocator over malloc that counts calls for new or larger memory. */
typedef struct bench_counter {
	unsigned long calls;
	size_t now, most;
} bench_counter;

spamcls_allocator bench_counting(bench_counter *counter);

/* Ends the program where a call of the library fails. */
void bench_must(int status, const char *what);

/* Classifies a document; the program ends where that fails. */
void bench_classify(spamcls_session *session, spamcls_span document,
                    spamcls_kind kind);

#endif
