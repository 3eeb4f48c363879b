/* traits.c - the traits of one block; see traits.h. */
#include "segment/html/traits.h"

/* Writes the next trait; the order is that of traits.def. */
#define PUT(value) (*to++ = (int32_t)(value))

static int32_t *put_shape(const scls_shape *shape, int32_t *to)
{
	PUT(scls_capped(shape->chars, 4000));
	PUT(scls_capped(shape->width, 8000));
	PUT(scls_per_mille(shape->wide, shape->chars));
	PUT(scls_per_mille(shape->han, shape->chars));
	PUT(scls_per_mille(shape->digits, shape->chars));
	PUT(scls_per_mille(shape->upper, shape->letters));
	PUT(scls_per_mille(shape->titled, shape->words));
	PUT(scls_capped(shape->commas, 200));
	PUT(scls_capped(shape->stops, 100));
	PUT(scls_capped(shape->inner, 100));
	PUT(scls_capped(shape->colons, 50));
	PUT(scls_capped(shape->quotes, 100));
	PUT(scls_capped(shape->others, 100));
	PUT(shape->first);
	PUT(shape->last);
	PUT(shape->numbered);
	PUT(shape->ellipsis);
	return to;
}

static int32_t *put_own(const scls_view *view, uint32_t i, int32_t *to)
{
	const scls_block_line *line = &view->draft->lines[i];
	const scls_block *block = &view->draft->page->blocks[i];
	const scls_note *note = &view->notes[i];
	const scls_shape *shape = &line->shape;

	to = put_shape(shape, to);
	PUT(line->phrase);
	PUT(note->headline);
	PUT(note->prose);
	PUT(block->bullet);
	PUT(block->gap);
	PUT(scls_capped(shape->words, 1000));
	PUT(scls_per_mille(shape->commas, shape->width));
	PUT(scls_per_mille(shape->stops, shape->width));
	PUT(block->tag);
	PUT(block->depth);
	PUT(scls_capped(block->n_links, 100));
	PUT(note->link_pm);
	PUT(note->title_pm);
	PUT(note->seen_pm);
	PUT(scls_capped(view->texts.sums[note->text].n, 100));
	for (uint32_t bit = 0; bit < 16; bit++)
		PUT(block->within >> bit & 1);
	return to;
}

static int32_t *put_group(const scls_sum *group, int32_t *to)
{
	PUT(scls_capped(group->n, 2000));
	PUT(scls_capped(group->width, 50000));
	PUT(scls_per_mille(group->link_width, group->width));
	PUT(scls_capped(group->stops, 1000));
	PUT(scls_capped(group->prose, 1000));
	return to;
}

static int32_t *put_groups(const scls_view *view, uint32_t i, int32_t *to)
{
	const scls_note *note = &view->notes[i];
	const scls_sum *path = &view->paths.sums[note->path];

	to = put_group(path, to);
	PUT(scls_per_mille(path->width, view->before[view->n].width));
	to = put_group(&view->boxes.sums[note->box], to);
	to = put_group(&view->kins.sums[note->kin], to);
	to = put_group(&view->outers.sums[note->outer], to);
	for (uint32_t bit = 0; bit < 16; bit++)
		PUT(view->draft->page->blocks[i].nearest >> bit & 1);
	return to;
}

/* Block i + step, six traits; all -1 where there is none. */
static int32_t *put_far(const scls_view *view, int64_t i, int32_t *to)
{
	const scls_block_line *line;

	if (i < 0 || i >= (int64_t)view->n) {
		for (int k = 0; k < 6; k++)
			PUT(-1);
		return to;
	}
	line = &view->draft->lines[i];
	PUT(scls_capped(line->shape.width, 8000));
	PUT(view->notes[i].link_pm);
	PUT(scls_capped(line->shape.stops, 100));
	PUT(view->draft->page->blocks[i].tag);
	PUT(line->shape.last);
	PUT(view->notes[i].headline);
	return to;
}

/* The block next to i, five traits more. */
static int32_t *put_near(const scls_view *view, uint32_t i, int64_t j,
                         int32_t *to)
{
	const scls_block *a = &view->draft->page->blocks[i];
	const scls_block *b;

	to = put_far(view, j, to);
	if (j < 0 || j >= (int64_t)view->n) {
		for (int k = 0; k < 5; k++)
			PUT(-1);
		return to;
	}
	b = &view->draft->page->blocks[j];
	PUT(view->draft->lines[j].phrase);
	PUT(b->bullet);
	PUT(a->path == b->path);
	PUT(a->container == b->container);
	PUT((int32_t)b->depth - (int32_t)a->depth);
	return to;
}

static scls_sum between(const scls_view *view, int64_t from, int64_t to)
{
	int64_t n = view->n;

	from = from < 0 ? 0 : from > n ? n : from;
	to = to < from ? from : to > n ? n : to;
	return scls_sum_between(&view->before[from], &view->before[to]);
}

static int32_t *put_window(const scls_view *view, int64_t from, int64_t end,
                           int32_t *to)
{
	scls_sum sum = between(view, from, end);

	PUT(scls_capped(sum.width, 20000));
	PUT(scls_per_mille(sum.link_width, sum.width));
	PUT(scls_capped(sum.stops, 500));
	PUT(sum.headlines);
	PUT(sum.bullets);
	return to;
}

static int32_t *put_rest(const scls_view *view, int64_t from, int64_t end,
                         int32_t *to)
{
	scls_sum sum = between(view, from, end);

	PUT(scls_capped(sum.n, 5000));
	PUT(scls_capped(sum.width, 100000));
	PUT(scls_per_mille(sum.link_width, sum.width));
	PUT(scls_capped(sum.prose, 1000));
	PUT(scls_per_mille(sum.headlines, sum.n));
	return to;
}

static int32_t *put_alike(const scls_view *view, uint32_t i, int32_t *to)
{
	const scls_note *note = &view->notes[i];

	PUT(note->alike_before);
	PUT(note->alike_after);
	PUT(scls_capped(note->run_before, 50));
	PUT(scls_capped(note->run_after, 50));
	return to;
}

static int32_t *put_place(const scls_view *view, uint32_t i, int32_t *to)
{
	const scls_sum *all = &view->before[view->n];
	const scls_sum *here = &view->before[i];
	const scls_note *note = &view->notes[i];

	PUT(scls_per_mille(i, view->n));
	PUT(scls_per_mille(here->width, all->width));
	PUT(scls_per_mille(here->prose_width, all->prose_width));
	PUT(scls_distance(i, view->last_prose[i]));
	PUT(scls_distance(i, view->next_prose[i]));
	PUT(note->since_heading);
	PUT(note->since_phrase);
	PUT(note->last_phrase);
	return to;
}

void scls_traits_of(const scls_view *view, uint32_t i,
                    int32_t row[SCLS_TRAIT_COUNT])
{
	int64_t at = i;
	int32_t *to = row;

	to = put_own(view, i, to);
	to = put_groups(view, i, to);
	to = put_far(view, at - 2, to);
	to = put_near(view, i, at - 1, to);
	to = put_near(view, i, at + 1, to);
	to = put_far(view, at + 2, to);
	to = put_window(view, at - 4, at, to);
	to = put_window(view, at + 1, at + 5, to);
	to = put_window(view, at - 12, at, to);
	to = put_window(view, at + 1, at + 13, to);
	to = put_rest(view, 0, at, to);
	to = put_rest(view, at + 1, view->n, to);
	to = put_place(view, i, to);
	to = put_alike(view, i, to);
	memcpy(to, view->page, sizeof(view->page));
}
