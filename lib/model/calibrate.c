/* calibrate.c - thresholds and probabilities from held-out rows; train.h. */
#include "model/train.h"

#include <math.h>
#include <stdlib.h>

#define PARTS 16777216.0
#define FLOOR 1e-6    /* no probability is nearer to 0 or 1 than this */
#define TAIL 1000.0   /* per million ordinary rows: the tail that is fitted */
#define TAIL_ROWS 100u /* and at least so many rows */

static int by_score(const void *a, const void *b)
{
	const scls_scored *x = a, *y = b;

	return (x->score > y->score) - (x->score < y->score);
}

/* The score that this many of the rows' ordinary ones reach, from the top. */
static double score_of_rank(const scls_scored *rows, size_t n, size_t rank)
{
	for (size_t i = n; i-- > 0;) {
		if (!rows[i].ordinary)
			continue;
		if (rank-- == 0)
			return rows[i].score;
	}
	return n ? rows[0].score : 0;
}

/* A generalised Pareto distribution of what lies above a score. */
typedef struct tail {
	double from, share; /* the score; what share of the rows lies above */
	double shape, scale;
} tail;

/*
 * Fitted by probability-weighted moments (Hosking and Wallis, 1987): a few
 * rows far out make the tail heavy, not wide.  No tail is believed to end
 * (a shape below 0): that would be chance, and headlines to come go further.
 */
static tail fit_tail(const scls_scored *rows, size_t n, size_t ordinary,
                     size_t rank)
{
	tail t = { score_of_rank(rows, n, rank), 0, 0, 0 };
	double mean = 0, weighted = 0;
	size_t above = 0;

	for (size_t i = n; i-- > 0 && above < rank;) {
		double excess = rows[i].score - t.from;

		if (!rows[i].ordinary)
			continue;
		mean += excess / (double)rank;
		weighted += excess * ((double)above + 0.35)
		            / ((double)rank * (double)rank);
		above++;
	}
	t.share = (double)rank / (double)ordinary;
	if (mean > 4 * weighted && weighted > 0) {
		t.shape = 2 - mean / (mean - 2 * weighted);
		t.scale = 2 * mean * weighted / (mean - 2 * weighted);
	} else {
		t.scale = mean;
	}
	return t;
}

/* The score above which that share of all rows lies. */
static double tail_score(const tail *t, double share)
{
	double times = t->share / share;

	if (fabs(t->shape) < 1e-3)
		return t->from + t->scale * log(times);
	return t->from + t->scale / t->shape * (pow(times, t->shape) - 1);
}

/*
 * The score above which per_million of the ordinary rows are to lie.  The few
 * highest rows are chance; so the tail as a whole is fitted above a score
 * that enough rows reach (peaks over threshold: Pickands 1975).
 */
static int32_t threshold(const scls_scored *rows, size_t n, double per_million)
{
	size_t ordinary = 0, rank;
	tail t;

	for (size_t i = 0; i < n; i++)
		ordinary += rows[i].ordinary;
	rank = (size_t)((double)ordinary * TAIL / 1e6);
	if (rank < TAIL_ROWS)
		rank = ordinary < TAIL_ROWS ? ordinary : TAIL_ROWS;
	if (rank == 0)
		return n ? rows[n - 1].score + 1 : 0;
	t = fit_tail(rows, n, ordinary, rank);
	return (int32_t)fmin(tail_score(&t, per_million / 1e6),
	                     SCLS_MODEL_MAX_SCORE - 1) + 1;
}

/* A pool of neighbouring rows with one probability. */
typedef struct pool {
	double sum, count, score;
} pool;

/* Half a row of each kind is added: no pool is surer than its size allows. */
static double mean_of(const pool *p)
{
	return (p->sum + 0.5) / (p->count + 1);
}

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
	if (m->n_knots > 0 && (m->knots[m->n_knots - 1].score >= at
	                       || m->knots[m->n_knots - 1].parts > parts))
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
		         mean_of(&pools[i]));
	add_knot(m, (double)rows[n - 1].score + 1024, 1 - FLOOR);
}

void scls_model_set_likely(scls_model *model, int32_t likely)
{
	model->likely = likely;
	if (model->certain < likely)
		model->certain = likely;
}

void scls_calibrate(scls_model *model, scls_scored *rows, size_t n,
                    double likely_per_million, double certain_per_million)
{
	qsort(rows, n, sizeof(*rows), by_score);
	model->likely = threshold(rows, n, likely_per_million);
	model->certain = threshold(rows, n, certain_per_million);
	scls_model_set_likely(model, model->likely);
	set_knots(model, rows, n);
}
