/* calibrate.c - thresholds and probabilities from held-out rows; train.h. */
#include "model/train.h"

#include <stdlib.h>

#define PARTS 16777216.0
#define FLOOR 1e-6    /* no probability is nearer to 0 or 1 than this */

static int by_score(const void *a, const void *b)
{
	const scls_scored *x = a, *y = b;

	return (x->score > y->score) - (x->score < y->score);
}

/* The score above which at most per_million of the ordinary rows lie. */
static int32_t threshold(const scls_scored *rows, size_t n, double per_million)
{
	size_t ordinary = 0, allowed, above = 0;

	for (size_t i = 0; i < n; i++)
		ordinary += rows[i].ordinary;
	allowed = (size_t)((double)ordinary * per_million / 1e6);
	for (size_t i = n; i-- > 0;) {
		above += rows[i].ordinary;
		if (above > allowed)
			return rows[i].score + 1;
	}
	return n ? rows[0].score : 0;
}

/* A pool of neighbouring rows with one probability. */
typedef struct pool {
	double sum, count, score;
} pool;

/* Pools rows until the means rise; room is the caller's, one a chunk. */
static size_t pool_rows(const scls_scored *rows, size_t n, pool *pools,
                        size_t chunks)
{
	size_t top = 0;

	for (size_t c = 0; c < chunks; c++) {
		size_t from = n * c / chunks, to = n * (c + 1) / chunks;
		pool p = { 0, 0, 0 };

		for (size_t i = from; i < to; i++) {
			p.sum += rows[i].target;
			p.score += rows[i].score;
			p.count += 1;
		}
		if (p.count == 0)
			continue;
		pools[top++] = p;
		while (top > 1 && pools[top - 2].sum * pools[top - 1].count
		                          >= pools[top - 1].sum
		                                     * pools[top - 2].count) {
			pools[top - 2].sum += pools[top - 1].sum;
			pools[top - 2].count += pools[top - 1].count;
			pools[top - 2].score += pools[top - 1].score;
			top--;
		}
	}
	return top;
}

static void add_knot(scls_model *m, double score, double p)
{
	int32_t at = (int32_t)score;
	uint32_t parts;

	p = p < FLOOR ? FLOOR : p > 1 - FLOOR ? 1 - FLOOR : p;
	parts = (uint32_t)(p * PARTS);
	if (m->n_knots > 0 && m->knots[m->n_knots - 1].score >= at)
		return;
	m->knots[m->n_knots].score = at;
	m->knots[m->n_knots++].parts = parts;
}

static void set_knots(scls_model *m, const scls_scored *rows, size_t n)
{
	pool pools[SCLS_MODEL_KNOTS - 2];
	size_t top = pool_rows(rows, n, pools, SCLS_MODEL_KNOTS - 2);

	m->n_knots = 0;
	if (n == 0)
		return;
	add_knot(m, (double)rows[0].score - 1024, FLOOR);
	for (size_t i = 0; i < top; i++)
		add_knot(m, pools[i].score / pools[i].count,
		         pools[i].sum / pools[i].count);
	add_knot(m, (double)rows[n - 1].score + 1024, 1 - FLOOR);
}

void scls_calibrate(scls_model *model, scls_scored *rows, size_t n,
                    double likely_per_million, double certain_per_million)
{
	qsort(rows, n, sizeof(*rows), by_score);
	model->likely = threshold(rows, n, likely_per_million);
	model->certain = threshold(rows, n, certain_per_million);
	if (model->certain < model->likely)
		model->certain = model->likely;
	set_knots(model, rows, n);
}
