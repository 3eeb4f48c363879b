/* quality.c - how good scores and probabilities are; see train.h. */
#include "model/train.h"

#include <math.h>
#include <stdlib.h>

#define BINS 20

/* Wins of targets over others, summed over runs of equal scores. */
typedef struct ranking {
	double targets, others, wins;
} ranking;

static void add_run(ranking *r, double targets, double others)
{
	r->wins += targets * (r->others + others / 2);
	r->targets += targets;
	r->others += others;
}

static double area(const ranking *r)
{
	double pairs = r->targets * r->others;

	return pairs > 0 ? r->wins / pairs : 0.5;
}

double scls_auc(const scls_scored *rows, size_t n)
{
	ranking r = { 0, 0, 0 };

	for (size_t i = 0, k; i < n; i = k) {
		double targets = 0;

		for (k = i; k < n && rows[k].score == rows[i].score; k++)
			targets += rows[k].target;
		add_run(&r, targets, (double)(k - i) - targets);
	}
	return area(&r);
}

static int by_value(const void *a, const void *b)
{
	double x = fabs(*(const double *)a), y = fabs(*(const double *)b);

	return (x > y) - (x < y);
}

/*
 * The target is put into the sign, so that one array can be sorted: scores
 * are shifted above zero first.
 */
double scls_auc_raw(double *raw, const scls_scored *rows, size_t n)
{
	ranking r = { 0, 0, 0 };
	double low = 0;

	for (size_t i = 0; i < n; i++)
		low = raw[i] < low ? raw[i] : low;
	for (size_t i = 0; i < n; i++)
		raw[i] = (raw[i] - low + 1) * (rows[i].target ? -1 : 1);
	qsort(raw, n, sizeof(*raw), by_value);
	for (size_t i = 0, k; i < n; i = k) {
		double targets = 0;

		for (k = i; k < n && !(fabs(raw[k]) > fabs(raw[i])); k++)
			targets += raw[k] < 0;
		add_run(&r, targets, (double)(k - i) - targets);
	}
	return area(&r);
}

double scls_calibration_error(const scls_model *model, const scls_scored *rows,
                              size_t n)
{
	double said[BINS] = { 0 }, is[BINS] = { 0 }, error = 0;

	for (size_t i = 0; i < n; i++) {
		double p = (double)scls_model_probability(model,
		                                          rows[i].score);
		int bin = (int)(p * BINS);

		bin = bin < BINS ? bin : BINS - 1;
		said[bin] += p;
		is[bin] += rows[i].target;
	}
	for (int b = 0; b < BINS; b++)
		error += fabs(said[b] - is[b]);
	return n ? error / (double)n : 0;
}
