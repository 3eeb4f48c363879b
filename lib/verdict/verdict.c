/*
 * verdict.c - the page's score; see verdict.h.
 *
 * The worst list speaks for the page; body and title add to it.  Weights are
 * 1/1024 nat and were set by hand on pages of the project's own.
 */
#include "verdict/verdict.h"

#include "verdict/list.h"

#include <math.h>
#include <string.h>

#define NAT 1024
#define BIAS (-6 * NAT)
#define SUSPECT 0        /* score from which a page is suspect */
#define FARM (3 * NAT)   /* and from which it is a farm's */
#define MAX_SCORE (20 * NAT)
#define ALL UINT32_MAX   /* evidence of the whole page */

static void add(scls_verdict *v, uint32_t id, int64_t weight, uint32_t list)
{
	scls_reason *r;

	if (weight == 0 || v->n_reasons == SCLS_MAX_REASONS)
		return;
	r = &v->reasons[v->n_reasons++];
	r->id = id;
	r->weight = (int32_t)weight;
	r->list = list;
	v->score += (int32_t)weight;
}

/* Concave: each doubling of n adds one step, from 1 on. */
static int32_t log_steps(uint32_t n, int32_t step)
{
	int32_t sum = 0;

	for (; n > 0; n /= 2)
		sum += step;
	return sum;
}

static int32_t bounded(int64_t value, int32_t low, int32_t high)
{
	return value < low ? low : value > high ? high : (int32_t)value;
}

/* The list's reasons, strongest evidence first. */
static void judge_list(const scls_list_evidence *e, scls_verdict *v)
{
	uint32_t likely_only = e->likely - e->certain;

	add(v, SCLS_V_CERTAIN, log_steps(e->certain, 2 * NAT), e->list);
	add(v, SCLS_V_LIKELY, log_steps(likely_only, 3 * NAT / 2), e->list);
	if (e->likely >= 2)
		add(v, SCLS_V_SHARE,
		    bounded((int64_t)e->likely * 4 * NAT / e->n, 0, 4 * NAT),
		    e->list);
	if (e->n >= 5)
		add(v, SCLS_V_LEAN, bounded(e->lean / e->n + NAT, -2 * NAT,
		                            3 * NAT), e->list);
	add(v, SCLS_V_HOLES, log_steps(e->holes, NAT), e->list);
	if (e->repeats >= 4 && e->subjects >= 3 && e->leaning * 2 >= e->n)
		add(v, SCLS_V_FRAMES, bounded((int64_t)e->repeats * 3 * NAT
		                              / e->n, 0, 3 * NAT), e->list);
}

static int32_t list_score(const scls_list_evidence *e)
{
	scls_verdict v;

	memset(&v, 0, sizeof(v));
	judge_list(e, &v);
	return v.score;
}

static void judge_body(const scls_body *b, const scls_list_evidence *worst,
                       scls_verdict *v)
{
	int has_lines = worst && worst->likely > 0;

	if (b->units > 300 && b->percents + b->numbers >= 6)
		add(v, SCLS_V_EXACT,
		    bounded((int64_t)(b->percents + b->numbers) * 60 * NAT
		            / b->units, 0, has_lines ? NAT : NAT / 2), ALL);
	if (b->cut_off)
		add(v, SCLS_V_CUT, has_lines ? NAT / 2 : NAT / 8, ALL);
	if (b->title_score > 0)
		add(v, SCLS_V_TITLE, bounded(b->title_score / 2, 0, 3 * NAT),
		    ALL);
	if (b->hidden_units > 200)
		add(v, SCLS_V_HIDDEN, NAT / 4, ALL);
}

/* A logistic of the score; the table of a later issue replaces it. */
static float probability(int32_t score)
{
	double nats = ((double)score - FARM) / NAT;

	return (float)(1.0 / (1.0 + exp(-nats)));
}

static void finish(scls_verdict *v)
{
	if (v->score > MAX_SCORE)
		add(v, SCLS_V_CAP, MAX_SCORE - v->score, ALL);
	v->verdict = v->score >= FARM ? SPAMCLS_FARM
	             : v->score >= SUSPECT ? SPAMCLS_SUSPECT : SPAMCLS_CLEAN;
	v->probability = probability(v->score);
}

/* What a list full of templates adds to each of its lines. */
static int32_t context_of(const scls_list_evidence *e)
{
	if (e->likely < 3 || e->likely * 4 < e->n)
		return 0;
	return bounded((int64_t)e->likely * 4 * NAT / e->n, 0, 3 * NAT);
}

static size_t end_of_list(const scls_line *lines, size_t n, size_t from)
{
	size_t end = from;

	while (end < n && lines[end].list == lines[from].list)
		end++;
	return end;
}

scls_status scls_judge(scls_arena *arena, const scls_line *lines, size_t n,
                       const scls_body *body, int32_t *context,
                       scls_verdict *verdict)
{
	scls_list_evidence worst, here;
	int32_t worst_score = 0, score;
	int found = 0;

	memset(verdict, 0, sizeof(*verdict));
	for (size_t from = 0, end; from < n; from = end) {
		end = end_of_list(lines, n, from);
		SCLS_TRY(scls_list_sum_up(arena, lines + from, end - from,
		                          &here));
		for (size_t i = from; i < end; i++)
			context[i] = context_of(&here);
		score = list_score(&here);
		if (!found || score > worst_score) {
			worst = here;
			worst_score = score;
			found = 1;
		}
	}
	add(verdict, SCLS_V_BIAS, BIAS, ALL);
	if (found)
		judge_list(&worst, verdict);
	judge_body(body, found ? &worst : NULL, verdict);
	finish(verdict);
	return SPAMCLS_OK;
}
