/* text_border.c - the first line of the list; see text_border.h. */
#include "segment/text/text_border.h"

#include "base/utf8.h"
#include "segment/forest/rows.h"
#include "segment/groups.h"
#include "segment/line/bracket.h"

_Static_assert(SCLS_BORDER_TRAIT_COUNT <= SCLS_TRAITS_MOST, "room of a row");

/* Lines and border together must not speak against a list. */
#define BORDER_SCORE 0

/* So many lines before and behind are looked at: as many as one batch. */
#define NEAR (SCLS_FOREST_ROWS / 2u)

/* 1/1024 nat.  No list begins with a line that is so surely in none. */
#define DOUBT (-5 * SCLS_NAT / 2)

/* What the border says counts so much more than what a line says. */
#define WEIGHT 6

/* What a list's heading before a line, or the body's end, adds to that. */
#define ANNOUNCED (4 * SCLS_NAT)

/* So many lines in brackets, at most, end a body. */
#define CREDITS_MOST 4u

/* Variances in the bounds of traits. */
#define VARIANCE_PART 16

#define MEANS (SCLS_TEXT_MEANS + 1u) /* and the share of prose */

_Static_assert(MEANS <= SCLS_TEXT_MEANS_ROOM, "room of a window");

typedef struct places {
	uint32_t lines[SCLS_FOREST_ROWS];
	int32_t scores[SCLS_FOREST_ROWS];
	uint32_t n;
} places;

/* Makes a window's means over lines [from, end) those of this forest: less of
 * the variance, and the share of prose behind them. */
static void complete(const scls_text_view *view, int64_t from, int64_t end,
                     int32_t means[MEANS])
{
	uint32_t prose = view->before[end].prose - view->before[from].prose;

	means[SCLS_TEXT_MEAN_SQUARE] /= VARIANCE_PART;
	means[SCLS_TEXT_MEANS] = scls_per_mille(prose, (uint32_t)(end - from));
}

/* The means of up to n lines on either side, those before as the line's own
 * traits have them; returns where the next go. */
static int32_t *put_contrast(const scls_text_view *view, int64_t at,
                             int64_t n, const int32_t *means_before,
                             int32_t rest[SCLS_TEXT_MEANS_ROOM], int32_t *to)
{
	int64_t from = at > n ? at - n : 0, end = view->notes[at].end;
	int32_t before[MEANS];

	end = at + n < end ? at + n : end;
	memcpy(before, means_before, SCLS_TEXT_MEANS * sizeof(*before));
	complete(view, from, at, before);
	(void)scls_text_window(view, at, end, rest);
	complete(view, at, end, rest);
	for (uint32_t k = 0; k < MEANS; k++)
		*to++ = rest[k] - before[k];
	return to;
}

/* Traits of scores are in 1/128 nat. */
#define UNIT (SCLS_NAT / 128)

/* The mean of the scores of the lines from one to the one before end. */
static int32_t mean_score(const scls_text_view *view, int64_t from, int64_t end)
{
	from = from < 0 ? 0 : from;
	end = end > view->n ? view->n : end;
	return end == from ? SCLS_TRAIT_LEAST
	       : (int32_t)((view->score_sums[end] - view->score_sums[from])
	                   / (end - from) / UNIT);
}

static void put_scores(const scls_text_view *view, int64_t at, int32_t *to)
{
	*to++ = mean_score(view, at - 4, at);
	*to++ = mean_score(view, at, at + 4);
	*to++ = mean_score(view, at - 12, at);
	*to = mean_score(view, at, at + 12);
}

/* The means of the lines before are read out of the line's own traits. */
#define A_WINDOW(before, after) (int)(after) - (int)(before) == SCLS_TEXT_MEANS
_Static_assert(A_WINDOW(SCLS_TEXT_b4_width, SCLS_TEXT_a4_width)
                       && A_WINDOW(SCLS_TEXT_b12_width, SCLS_TEXT_a12_width)
                       && A_WINDOW(SCLS_TEXT_ball_width, SCLS_TEXT_aall_width),
               "traits of a window");

void scls_border_traits(const scls_text_view *view, uint32_t i,
                        int32_t row[SCLS_BORDER_TRAIT_COUNT])
{
	int32_t *to = row + SCLS_TEXT_TRAIT_COUNT;
	int32_t rest[SCLS_TEXT_MEANS_ROOM];

	scls_text_traits(view, i, row);
	to = put_contrast(view, i, 4, row + SCLS_TEXT_b4_width, rest, to);
	to = put_contrast(view, i, 12, row + SCLS_TEXT_b12_width, rest, to);
	to = put_contrast(view, i, view->n, row + SCLS_TEXT_ball_width, rest,
	                  to);
	memcpy(to, rest, MEANS * sizeof(*rest));
	put_scores(view, i, to + MEANS);
}

/* Behind a list's heading, or behind the sources, which end the body. */
static int is_announced(const scls_text_view *view, uint32_t i)
{
	const scls_draft *draft = view->draft;

	return i > 0 && (draft->lines[i - 1].phrase == SCLS_PHRASE_LIST
	                 || draft->roles[i - 1] == SPAMCLS_ROLE_REFERENCES);
}

/* Whether the list may begin with line i. */
static int may_be_first(const scls_text_view *view, const int32_t *scores,
                        uint32_t i)
{
	return view->notes[i].asked
	       && (scores[i] > DOUBT || is_announced(view, i));
}

/* The lines near the run's begin that may be the first. */
static void find_places(const scls_text_view *view, const int32_t *scores,
                        scls_run run, places *p)
{
	uint32_t i = run.begin > NEAR ? run.begin - NEAR : 1;
	uint32_t end = run.begin + NEAR < run.end ? run.begin + NEAR : run.end;

	for (p->n = 0; i < end; i++)
		if (may_be_first(view, scores, i))
			p->lines[p->n++] = i;
}

static scls_status ask(const scls_text_view *view, const scls_forest *forest,
                       places *p)
{
	int32_t row[SCLS_ROW_ROOM(SCLS_BORDER_TRAIT_COUNT)] = { 0 };
	scls_rows rows;

	SCLS_TRY(scls_rows_take(&rows, view->draft->arena,
	                        SCLS_BORDER_TRAIT_COUNT));
	for (uint32_t r = 0; r < p->n; r++) {
		scls_border_traits(view, p->lines[r], row);
		scls_rows_put(&rows, r, row);
	}
	scls_forest_score(forest, scls_rows_turn(&rows), p->scores);
	return SPAMCLS_OK;
}

/* What is said for the border before the r-th of them. */
static int64_t border_score(const scls_text_view *view, const places *p,
                            uint32_t r)
{
	int64_t announced = is_announced(view, p->lines[r]) ? ANNOUNCED : 0;

	return WEIGHT * (p->scores[r] + announced);
}

/* The place that border and lines say most for, or end. */
static uint32_t best_place(const scls_text_view *view, const places *p,
                           const int32_t *scores, uint32_t end)
{
	int64_t best = BORDER_SCORE, sum = 0;
	uint32_t found = end, i = end;

	for (uint32_t r = p->n; r-- > 0;) {
		int64_t value;

		while (i > p->lines[r])
			sum += scores[--i];
		value = sum + border_score(view, p, r);
		if (value >= best) {
			best = value;
			found = i;
		}
	}
	return found;
}

/* Whether all of line i stands in brackets: who wrote or found what is above
 * it, «（责任编辑：张三）». */
static int is_in_brackets(const scls_text_view *view, uint32_t i)
{
	scls_span line = scls_span_trim(scls_block_text(view->draft->page, i));
	size_t at = 0;
	uint32_t c, closing;

	if (line.size == 0)
		return 0;
	closing = scls_closing_of(scls_utf8_next(line.data, line.size, &at));
	if (closing == 0)
		return 0;
	do
		c = at < line.size
		    ? scls_utf8_next(line.data, line.size, &at) : 0;
	while (c != 0 && c != closing);
	return c == closing && at == line.size;
}

/* The first line behind those; of a list that stands in brackets itself, the
 * first. */
static uint32_t past_credits(const scls_text_view *view, uint32_t begin,
                             uint32_t end)
{
	uint32_t i = begin;

	while (i < end && i - begin <= CREDITS_MOST && is_in_brackets(view, i))
		i++;
	return i == end || i - begin > CREDITS_MOST ? begin : i;
}

scls_status scls_text_border(const scls_text_view *view,
                             const scls_forest *forest, const int32_t *scores,
                             scls_run run, uint32_t *begin)
{
	places p;

	find_places(view, scores, run, &p);
	if (p.n > 0)
		SCLS_TRY(ask(view, forest, &p));
	*begin = best_place(view, &p, scores, run.end);
	*begin = past_credits(view, *begin, run.end);
	return SPAMCLS_OK;
}
