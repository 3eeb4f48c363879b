/* verdict_fixture.h - lines and bodies made by hand. */
#ifndef VERDICT_FIXTURE_H
#define VERDICT_FIXTURE_H

#include "verdict/verdict.h"
#include "verdict/weigh.h"

#include "../../suite.h"

#include <string.h>

#define LIKELY 5000
#define CERTAIN 9000
#define MOST_LINES 2000

static scls_arena arena;
static scls_line lines[MOST_LINES];
static int32_t context[MOST_LINES];
static uint8_t framed_lines[MOST_LINES]; /* of the last sum_up */
static scls_body body;

static spamcls_allocator fixture_allocator;

static inline void fixture_begin(void)
{
	fixture_allocator = scls_alloc_default();
	scls_arena_init(&arena, &fixture_allocator);
	memset(lines, 0, sizeof(lines));
	memset(context, 0, sizeof(context));
	memset(&body, 0, sizeof(body));
	body.title_topic = SCLS_NO_TOPIC;
}

static inline void fixture_end(void)
{
	scls_arena_free(&arena);
}

/* n lines of list with that score, each of a frame of its own. */
static inline void fixture_lines(size_t from, size_t n, uint32_t list,
                                 int32_t score)
{
	for (size_t i = from; i < from + n; i++) {
		scls_line *line = &lines[i];

		memset(line, 0, sizeof(*line));
		line->list = list;
		line->score = score;
		line->likely = LIKELY;
		line->certain = CERTAIN;
		line->length = line->han = (uint16_t)(20 + i % 7);
		line->topic = SCLS_NO_TOPIC;
		line->lead = 1000 + i;
		line->tail = 9000 + i;
		for (uint32_t k = 0; k < SCLS_PHRASES; k++)
			line->phrase[k] = (uint32_t)(i * SCLS_PHRASES + k);
		for (uint32_t k = 0; k < SCLS_SKETCH; k++)
			line->sketch[k] = (uint32_t)(i * SCLS_SKETCH + k);
	}
}

/* Gives lines the frame of the first of them. */
static inline void fixture_one_frame(size_t from, size_t n)
{
	for (size_t i = from; i < from + n; i++)
		memcpy(lines[i].sketch, lines[from].sketch,
		       sizeof(lines[i].sketch));
}

/* What is counted of the first n lines as one list. */
static inline scls_list_facts sum_up(size_t n)
{
	scls_list_facts f;

	ck_assert_int_eq(scls_list_sum_up(&arena, lines, n, framed_lines, &f),
	                 SPAMCLS_OK);
	ck_assert_uint_eq(f.n, n);
	return f;
}

static inline int64_t fixture_sum(const scls_verdict *v)
{
	int64_t sum = 0;

	for (uint32_t i = 0; i < v->n_reasons; i++)
		sum += v->reasons[i].weight;
	return sum;
}

/* What a page without any line or sign scores. */
static inline int32_t fixture_nothing(void)
{
	scls_verdict v;

	ck_assert_int_eq(scls_judge(&arena, lines, 0, &body, context, &v),
	                 SPAMCLS_OK);
	return v.score;
}

static inline int32_t fixture_weight(const scls_verdict *v, uint32_t id)
{
	for (uint32_t i = 0; i < v->n_reasons; i++)
		if (v->reasons[i].id == id)
			return v->reasons[i].weight;
	return 0;
}

/* Judges the first n lines and the body; the reasons must add up. */
static inline scls_verdict fixture_judge(size_t n)
{
	scls_verdict v;

	ck_assert_int_eq(scls_judge(&arena, lines, n, &body, context, &v),
	                 SPAMCLS_OK);
	ck_assert_int_eq(fixture_sum(&v), v.score);
	ck_assert(v.probability >= 0 && v.probability <= 1);
	for (size_t i = 0; i < n; i++)
		ck_assert_int_ge(context[i], 0);
	return v;
}

#endif
