/* measure.c - see measure.h. */
#include "measure.h"

#include "../../examples/score/grown.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

static double now(clockid_t clock)
{
	struct timespec t;

	clock_gettime(clock, &t);
	return (double)t.tv_sec * 1e9 + (double)t.tv_nsec;
}

double bench_cpu(void)
{
	return now(CLOCK_THREAD_CPUTIME_ID);
}

double bench_wall(void)
{
	return now(CLOCK_MONOTONIC);
}

static int order(const void *a, const void *b)
{
	double x = *(const double *)a, y = *(const double *)b;

	return (x > y) - (x < y);
}

double bench_quantile(double *values, size_t n, double share)
{
	size_t at = (size_t)(share * (double)n);

	if (n == 0)
		return 0;
	qsort(values, n, sizeof(*values), order);
	return values[at < n ? at : n - 1];
}

double bench_median(double *values, size_t n)
{
	return bench_quantile(values, n, 0.5);
}

void bench_figure(const char *name, double value, const char *unit)
{
	printf("  %-44s %10.4g %s\n", name, value, unit);
	fflush(stdout);
}

static void judged(const char *name, double value, double target,
                   const char *unit, int ok, const char *sign)
{
	printf("  %-44s %10.4g %-10s target %s %g: %s\n", name, value, unit,
	       sign, target, ok ? "ok" : "short");
	fflush(stdout);
}

void bench_at_least(const char *name, double value, double target,
                    const char *unit)
{
	judged(name, value, target, unit, value >= target, ">=");
}

void bench_at_most(const char *name, double value, double target,
                   const char *unit)
{
	judged(name, value, target, unit, value <= target, "<=");
}

void bench_ratio_add(bench_ratio *r, double value)
{
	r->values = grown(r->values, &r->room, r->n + 1, sizeof(double));
	if (!r->values)
		exit(1);
	r->values[r->n++] = value;
}

double bench_ratio_end(bench_ratio *r, const char *name, double target)
{
	double low = bench_quantile(r->values, r->n, 0.1);
	double high = bench_quantile(r->values, r->n, 0.9);
	double middle = bench_median(r->values, r->n);
	char unit[48];

	snprintf(unit, sizeof(unit), "x (%.2f-%.2f)", low, high);
	bench_at_least(name, middle, target, unit);
	free(r->values);
	r->values = NULL;
	r->n = r->room = 0;
	return middle;
}

double bench_exponent(const double *size, const double *time, size_t n)
{
	double sx = 0, sy = 0, sxx = 0, sxy = 0, count = (double)n;

	for (size_t i = 0; i < n; i++) {
		double x = log(size[i]), y = log(time[i]);

		sx += x;
		sy += y;
		sxx += x * x;
		sxy += x * y;
	}
	return (count * sxy - sx * sy) / (count * sxx - sx * sx);
}

static void *resize(void *context, void *old, size_t old_size, size_t size)
{
	bench_counter *c = context;

	c->now -= old ? old_size : 0;
	if (size == 0) {
		free(old);
		return NULL;
	}
	c->calls++;
	c->now += size;
	if (c->now > c->most)
		c->most = c->now;
	return realloc(old, size);
}

spamcls_allocator bench_counting(bench_counter *counter)
{
	spamcls_allocator a = { resize, counter };

	return a;
}

void bench_must(int status, const char *what)
{
	if (status == SPAMCLS_OK)
		return;
	fprintf(stderr, "%s: %s\n", what, spamcls_status_message(status));
	exit(1);
}

void bench_classify(spamcls_session *session, spamcls_span document,
                    spamcls_kind kind)
{
	spamcls_input input = SPAMCLS_INPUT_INIT;
	const spamcls_result *result;

	input.data = document.data;
	input.size = document.size;
	input.kind = kind;
	bench_must(spamcls_classify(session, &input, &result), "classify");
}
