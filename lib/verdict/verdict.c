/*
 * verdict.c - the page's score; see verdict.h.
 *
 * The list that weighs most speaks for the page; body and title add to it,
 * no more than SCLS_BODY_MOST together.
 */
#include "verdict/list_forest.h"
#include "verdict/weigh.h"

#include <string.h>

#define ALL UINT32_MAX          /* evidence of the whole page */
/* What a list adds to one of its lines: where nearly all lines are templates
 * the odds that the next one is are some 400 times those of any headline. */
#define CONTEXT_MOST (6 * SCLS_NAT)
/* A line may lean away by this part of it: templates hardly ever lean further,
 * honest lines between them nearly always do. */
#define LEANING 3
#define ASIDE 4                 /* the part of one that leans further */
#define FEW 2                   /* lines that are as good as none */
#define NO_LIST (-SCLS_NAT)     /* what a page without one lacks */

/* A list and what it weighs. */
typedef struct weighed {
	uint32_t list, n;
	int32_t values[SCLS_L_COUNT];
	int32_t topic, sparse;  /* weights beside the forest's */
	int32_t score;          /* the sum of all */
} weighed;

/* A page on its way to a verdict. */
typedef struct judging {
	scls_arena *arena;
	int32_t *context;
	weighed worst;          /* n is 0 as long as there is none */
} judging;

static void add(scls_verdict *v, uint32_t id, int32_t weight, uint32_t list)
{
	scls_reason *r;

	if (weight == 0 || v->n_reasons == SCLS_MAX_REASONS)
		return;
	r = &v->reasons[v->n_reasons++];
	r->id = id;
	r->weight = weight;
	r->list = list;
	v->score += weight;
}

/* Few lines prove little: what speaks for a farm counts n of n + FEW. */
static int32_t sparse(int32_t sum, uint32_t n)
{
	return sum <= 0 ? 0 : (int32_t)(-(int64_t)sum * FEW / (n + FEW));
}

static int32_t weigh_topic(const scls_list_facts *facts)
{
	if (facts->with_topic == 0)
		return 0;
	return scls_weigh(SCLS_V_TOPIC,
	                  (int32_t)((uint64_t)facts->off_topic * SCLS_ONE
	                            / facts->with_topic));
}

/* Trees for the list itself; what it has to do with the body is apart, as
 * there may be no body. */
static void weigh_list(const scls_list_facts *facts, weighed *w)
{
	w->list = facts->list;
	w->n = facts->n;
	scls_list_values(facts, w->values);
	w->topic = weigh_topic(facts);
	w->score = scls_list_forest_sum(w->values) + w->topic;
	w->sparse = sparse(w->score, w->n);
	w->score += w->sparse;
}

/* Whether a line goes along with a list that adds that much: it may lean away
 * from a template a little, the less the surer the list is, or share the
 * list's frame. */
static int goes_along(const scls_line *line, int framed, int32_t more)
{
	return line->score >= -(more / LEANING)
	       || (framed && line->score > -line->likely);
}

/* What a list of templates adds to its lines, which are those at at[0..n): in
 * full to one that goes along, to others a part. */
static void add_context(const weighed *w, const scls_lines *g,
                        const uint8_t *framed, int32_t *context)
{
	int32_t more = scls_above_suspect(w->score + scls_verdict_bias());

	more = more < 0 ? 0 : more > CONTEXT_MOST ? CONTEXT_MOST : more;
	for (size_t i = 0; i < g->n; i++) {
		int32_t here = goes_along(&g->lines[i], framed[i], more)
		                       ? more : more / ASIDE;

		if (here > context[g->at[i]])
			context[g->at[i]] = here;
	}
}

/* Weighs lines as one list and keeps it where it is the worst.  A diluted one
 * is left to its stretch: ordinary lines beside a series of an honest page
 * hide that it is one, and never speak for a farm. */
static scls_status judge_group(void *user, const scls_lines *g)
{
	judging *j = user;
	uint8_t *framed;
	scls_list_facts facts;
	weighed here;

	if (g->diluted)
		return SPAMCLS_OK;
	framed = scls_arena_take(j->arena, g->n);
	if (!framed)
		return SPAMCLS_E_NOMEM;
	SCLS_TRY(scls_list_sum_up(j->arena, g->lines, g->n, framed, &facts));
	facts.part = g->part;
	facts.of = g->of;
	facts.list = g->whole ? ALL : facts.list;
	weigh_list(&facts, &here);
	if (!g->whole)
		add_context(&here, g, framed, j->context);
	if (j->worst.n == 0 || here.score > j->worst.score)
		j->worst = here;
	return SPAMCLS_OK;
}

/* Each reason of the worst list by itself. */
static void add_list(const weighed *w, scls_verdict *v)
{
	int32_t weights[SCLS_V_COUNT] = { 0 };

	if (w->n == 0) {
		add(v, SCLS_V_SPARSE, NO_LIST, ALL);
		return;
	}
	scls_list_forest_weigh(w->values, weights);
	weights[SCLS_V_TOPIC] += w->topic;
	weights[SCLS_V_SPARSE] += w->sparse;
	for (uint32_t id = 0; id < SCLS_V_COUNT; id++)
		add(v, id, weights[id], w->list);
}

static void add_body(const scls_body *body, scls_verdict *v)
{
	int32_t values[SCLS_V_COUNT], sum = 0;

	memset(values, 0, sizeof(values));
	scls_body_values(body, values);
	for (uint32_t id = 0; id < SCLS_V_COUNT; id++) {
		int32_t weight = scls_weigh(id, values[id]);

		add(v, id, weight, ALL);
		sum += weight;
	}
	if (sum > SCLS_BODY_MOST)
		add(v, SCLS_V_BODY_CAP, SCLS_BODY_MOST - sum, ALL);
}

static void finish(scls_verdict *v)
{
	if (v->score > SCLS_SCORE_MOST)
		add(v, SCLS_V_CAP, SCLS_SCORE_MOST - v->score, ALL);
	v->verdict = scls_verdict_of(v->score);
	v->probability = scls_verdict_probability(v->score);
}

scls_status scls_judge(scls_arena *arena, const scls_line *lines, size_t n,
                       const scls_body *body, int32_t *context,
                       scls_verdict *verdict)
{
	judging j = { arena, context, { .n = 0 } };

	memset(verdict, 0, sizeof(*verdict));
	memset(context, 0, n * sizeof(*context));
	SCLS_TRY(scls_lines_each(arena, lines, n, judge_group, &j));
	add(verdict, SCLS_V_BIAS, scls_verdict_bias(), ALL);
	add_list(&j.worst, verdict);
	add_body(body, verdict);
	finish(verdict);
	return SPAMCLS_OK;
}
