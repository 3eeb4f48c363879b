/* trait_scores.c - the first forest's answers as traits of the second; see
 * traits.h. */
#include "segment/traits.h"

/* A score is kept in 1/64 nat within these bounds. */
#define SCORE_MOST 640

#define PUT(value) (*to++ = (int32_t)(value))

static int16_t reduced(int32_t score)
{
	int32_t small = score / 16;

	if (small > SCORE_MOST)
		return SCORE_MOST;
	return (int16_t)(small < -SCORE_MOST ? -SCORE_MOST : small);
}

void scls_view_scores(scls_view *view, const int32_t *scores)
{
	view->score_before[0] = 0;
	view->best_score = -SCORE_MOST;
	for (uint32_t i = 0; i < view->n; i++) {
		scls_note *note = &view->notes[i];

		note->score = reduced(scores[i]);
		view->score_before[i + 1] = view->score_before[i]
		                            + note->score;
		view->paths.slots[note->path].score += note->score;
		view->boxes.slots[note->box].score += note->score;
		view->kins.slots[note->kin].score += note->score;
		view->outers.slots[note->outer].score += note->score;
		if (note->score > view->best_score)
			view->best_score = note->score;
	}
}

/* Outside the page there is no body. */
static int32_t score_at(const scls_view *view, int64_t i)
{
	if (i < 0 || i >= (int64_t)view->n)
		return -SCORE_MOST;
	return view->notes[i].score;
}

static int32_t mean(const scls_view *view, int64_t from, int64_t to)
{
	int64_t n = view->n;

	from = from < 0 ? 0 : from > n ? n : from;
	to = to < from ? from : to > n ? n : to;
	if (to == from)
		return -SCORE_MOST;
	return (int32_t)((view->score_before[to] - view->score_before[from])
	                 / (to - from));
}

static int32_t group_mean(const scls_groups *groups, uint32_t slot)
{
	const scls_group *group = &groups->slots[slot];

	return group->score / (int32_t)group->sum.n;
}

void scls_traits_second(const scls_view *view, uint32_t i,
                        int32_t row[SCLS_TRAIT_COUNT])
{
	const scls_note *note = &view->notes[i];
	int32_t *to = row + SCLS_TRAIT_FIRST_COUNT;
	int64_t at = i;

	PUT(note->score);
	for (int64_t k = 1; k <= 3; k++)
		PUT(score_at(view, at - k));
	for (int64_t k = 1; k <= 3; k++)
		PUT(score_at(view, at + k));
	PUT(mean(view, at - 8, at));
	PUT(mean(view, at + 1, at + 9));
	PUT(group_mean(&view->paths, note->path));
	PUT(group_mean(&view->boxes, note->box));
	PUT(group_mean(&view->kins, note->kin));
	PUT(group_mean(&view->outers, note->outer));
	PUT(mean(view, 0, view->n));
	PUT(mean(view, 0, at));
	PUT(mean(view, at + 1, view->n));
	PUT(view->best_score);
}
