/* text_run.c - line shape against line shape; see text_run.h. */
#include "segment/text_run.h"

/* Fewer lines than this are no list. */
#define RUN_LEAST 4u

static int is_prose(const scls_line *line)
{
	return line->shape.width >= 60 && line->shape.stops > 0
	       && (line->shape.inner > 0 || line->shape.width >= 100);
}

/* What line i says for (positive) and against a list that holds it. */
static int32_t line_points(const scls_draft *draft, uint32_t i)
{
	const scls_line *line = &draft->lines[i];
	const scls_shape *shape = &line->shape;
	int32_t points = 100;

	if (line->phrase == SCLS_PHRASE_LIST)
		return 100;
	if (line->phrase == SCLS_PHRASE_REFERENCES)
		return -1000;
	if (shape->inner > 1 || shape->width > 160)
		return -600;
	if (!scls_shape_is_headline(shape))
		points = shape->last == SCLS_MARK_COLON ? -250 : -60;
	if (draft->page->blocks[i].bullet)
		points -= 180;
	if (shape->last == SCLS_MARK_STOP && shape->width > 70)
		points -= 150;
	if (i + 1 < draft->page->n_blocks && is_prose(&draft->lines[i + 1]))
		points -= 250;
	return points;
}

static scls_run best_run(const scls_draft *draft, uint32_t tail)
{
	scls_run run = { tail, tail };
	int32_t sum = 0;
	int32_t best = 0;

	for (uint32_t i = tail; i-- > 0; ) {
		if (draft->lines[i].empty)
			continue;
		sum += line_points(draft, i);
		if (sum > best) {
			best = sum;
			run.begin = i;
		}
		if (sum < best - 800)
			break;
	}
	return run;
}

/* A list stands after something; a page of headlines alone may as well be a
 * poem. */
static int has_prose_before(const scls_draft *draft, uint32_t begin)
{
	uint32_t prose = 0;

	for (uint32_t i = 0; i < begin; i++)
		prose += (uint32_t)is_prose(&draft->lines[i]);
	return prose >= 2;
}

scls_run scls_text_run(const scls_draft *draft, uint32_t tail)
{
	scls_run none = { tail, tail };
	scls_run run = best_run(draft, tail);
	uint32_t n = 0;

	for (uint32_t i = run.begin; i < run.end; i++)
		n += (uint32_t)scls_shape_is_headline(&draft->lines[i].shape);
	if (n < RUN_LEAST || !has_prose_before(draft, run.begin))
		return none;
	return run;
}
