/* text_traits.c - the traits of one line; see text_view.h. */
#include "segment/text/text_view.h"

#include "base/inline.h"
#include "segment/groups.h"

/* Writes the next trait; the order is that of text_traits.def. */
#define PUT(value) (*to++ = (int32_t)(value))

static int32_t *put_own(const scls_text_view *view, uint32_t i, int32_t *to)
{
	const scls_block_line *line = &view->draft->lines[i];
	const scls_text_note *note = &view->notes[i];
	const scls_shape *shape = &line->shape;

	PUT(scls_capped(shape->width, 8000));
	PUT(shape->words ? scls_capped(shape->width * 10 / shape->words, 8000)
	                 : 0);
	PUT(scls_capped(shape->words, 1000));
	PUT(scls_per_mille(shape->wide, shape->chars));
	PUT(scls_per_mille(shape->digits, shape->chars));
	PUT(scls_per_mille(shape->titled, shape->words));
	PUT(scls_per_mille(shape->upper, shape->letters));
	PUT(scls_capped(shape->commas, 200));
	PUT(scls_capped(shape->colons, 50));
	PUT(scls_capped(shape->others, 100));
	PUT(scls_capped(shape->stops, 100));
	PUT(shape->first);
	PUT(shape->last);
	PUT(shape->numbered);
	PUT(shape->ellipsis);
	PUT(line->bullet);
	PUT(line->phrase);
	PUT(note->headline);
	PUT(note->prose);
	PUT(note->title_pm);
	PUT(note->seen_pm);
	return to;
}

static int32_t *put_near(const scls_text_view *view, int64_t j, int64_t end,
                         int32_t *to)
{
	const scls_block_line *line;

	if (j < 0 || j >= end) {
		for (int k = 0; k < 6; k++)
			PUT(-1);
		return to;
	}
	line = &view->draft->lines[j];
	PUT(scls_capped(line->shape.width, 8000));
	PUT(line->shape.last);
	PUT(view->notes[j].headline);
	PUT(view->notes[j].seen_pm);
	PUT(line->phrase);
	PUT(line->bullet);
	return to;
}

/* Of the widths; what was rounded off must not make it negative. */
static uint64_t variance(const uint64_t means[SCLS_TEXT_MEANS])
{
	uint64_t mean = means[SCLS_TEXT_MEAN_WIDTH];
	uint64_t square = means[SCLS_TEXT_MEAN_SQUARE];

	return square > mean * mean ? square - mean * mean : 0;
}

/* Sums between two places, divided by how many lines there are: multiplied
 * by that fraction of 32 bits. */
SCLS_INLINE void means_between(const scls_text_sum *restrict a,
                               const scls_text_sum *restrict b, uint64_t part,
                               uint64_t means[restrict SCLS_TEXT_MEANS_ROOM])
{
	for (int k = 0; k < SCLS_TEXT_MEANS_ROOM; k++)
		means[k] = (b->of[k] - a->of[k]) * part >> 32;
}

SCLS_INLINE int32_t *put_window(const scls_text_view *view, int64_t from,
                                int64_t end, int32_t *to)
{
	uint64_t means[SCLS_TEXT_MEANS_ROOM];

	from = from < 0 ? 0 : from;
	if (end <= from) {
		for (int k = 0; k < SCLS_TEXT_MEANS; k++)
			PUT(-1);
		return to;
	}
	means_between(&view->before[from], &view->before[end],
	              UINT32_MAX / (uint64_t)(end - from) + 1, means);
	/* All at once; then the one that is none. */
	for (int k = 0; k < SCLS_TEXT_MEANS_ROOM; k++)
		to[k] = (int32_t)means[k];
	to[SCLS_TEXT_MEAN_SQUARE] = (int32_t)variance(means);
	return to + SCLS_TEXT_MEANS;
}

_Static_assert(SCLS_TEXT_n_before - SCLS_TEXT_aall_width
                       == SCLS_TEXT_MEANS
               && SCLS_TEXT_TRAIT_COUNT - SCLS_TEXT_n_before
                       > SCLS_TEXT_MEANS_ROOM - SCLS_TEXT_MEANS - 1,
               "other traits stand behind those of the last window");

SCLS_VECTORS
int32_t *scls_text_window(const scls_text_view *view, int64_t from,
                          int64_t end, int32_t *to)
{
	return put_window(view, from, end, to);
}

static int32_t share(uint64_t part, uint64_t whole)
{
	return whole ? (int32_t)(part * 1000 / whole) : 0;
}

static int32_t *put_place(const scls_text_view *view, uint32_t i, int32_t *to)
{
	const scls_text_note *note = &view->notes[i];
	const scls_text_sum *all = &view->before[note->end];
	const scls_text_sum *here = &view->before[i];

	PUT(scls_capped(i, 5000));
	PUT(scls_capped(note->end - 1 - i, 5000));
	PUT(scls_capped(here->prose, 1000));
	PUT(scls_capped(all->prose - view->before[i + 1].prose, 1000));
	PUT(share(here->prose_width, all->prose_width));
	PUT(share(here->width, all->width));
	PUT(scls_distance(i, view->last_prose[i]));
	PUT(view->next_prose[i] < note->end
	    ? scls_distance(i, view->next_prose[i]) : (int32_t)SCLS_FAR_AWAY);
	PUT(note->since_phrase);
	PUT(note->last_phrase);
	PUT(scls_capped(note->end, 5000));
	PUT(all->of[SCLS_TEXT_MEAN_HEADLINE] / note->end);
	PUT(share(all->prose_width, all->width));
	PUT(scls_per_mille(all->wide, all->chars));
	return to;
}

static int64_t least(int64_t a, int64_t b)
{
	return a < b ? a : b;
}

SCLS_VECTORS
void scls_text_traits(const scls_text_view *view, uint32_t i,
                      int32_t row[SCLS_TEXT_TRAIT_COUNT])
{
	int64_t end = view->notes[i].end;
	int64_t at = i;
	int32_t *to = row;

	to = put_own(view, i, to);
	to = put_near(view, at - 2, end, to);
	to = put_near(view, at - 1, end, to);
	to = put_near(view, at + 1, end, to);
	to = put_near(view, at + 2, end, to);
	to = put_window(view, at - 4, at, to);
	to = put_window(view, at + 1, least(at + 5, end), to);
	to = put_window(view, at - 12, at, to);
	to = put_window(view, at + 1, least(at + 13, end), to);
	to = put_window(view, 0, at, to);
	to = put_window(view, at + 1, end, to);
	(void)put_place(view, i, to);
}
