/* text_run.c - line shape against line shape; see text_run.h. */
#include "segment/text/text_run.h"

#include "base/utf8.h"
#include "segment/text/text_beside.h"
#include "segment/text/text_sheet.h"

#include <string.h>

/* Fewer lines than this are no list. */
#define RUN_LEAST 3u

/* 1/1024 nat: one line's say is bounded. */
#define LINE_MOST (4 * SCLS_NAT)
#define START_SCORE SCLS_NAT
#define HEADING_SCORE (5 * SCLS_NAT)

/* Lines were learned one by one, each list among many bodies' lines; where a
 * run of them stands together, more of them are in a list. */
#define LEAN 500

/* Few lists that were learned from had a heading: behind one, each line has
 * so much for it. */
#define HEADED (3 * SCLS_NAT / 2)

/* No run goes over the sources of the body. */
#define BREAK (1 << 28)

/* A line too short to say anything, or an advertisement's, may stand in a
 * list; it costs no more than this. */
#define ODD_MOST SCLS_NAT

/* The list goes on to the end of the page, or to the comments, unless the
 * lines there say more against it than this and that part of what its own
 * lines say for it. */
#define END_PRICE (2 * SCLS_NAT)
#define END_PART 4

/* More prose than this after a run: the page goes on, it was no list. */
#define PROSE_AFTER 3u

/* So many signs in a line are those between the columns of a table. */
#define ROW_SIGNS 3u

static int32_t bounded(int32_t score)
{
	if (score > LINE_MOST)
		return LINE_MOST;
	return score < -LINE_MOST ? -LINE_MOST : score;
}

/* Whether line i stands behind a list's heading, with no paragraph between,
 * where the line before does or does not. */
static int is_headed(const scls_text_view *view, uint32_t i, int before)
{
	uint8_t phrase = view->draft->lines[i].phrase;

	return phrase == SCLS_PHRASE_LIST
	       || (before && view->notes[i].asked
	           && !scls_phrase_is_telling(phrase));
}

/* What every line says for and against its standing in a list. */
static scls_status score_lines(scls_text_view *view, int32_t *scores)
{
	int headed = 0;

	SCLS_TRY(scls_text_score(view, &scls_forest_text, scores));
	scls_text_sum_scores(view, scores);
	for (uint32_t i = 0; i < view->n; i++) {
		headed = is_headed(view, i, headed);
		scores[i] = bounded(scores[i] + LEAN + (headed ? HEADED : 0));
	}
	return SPAMCLS_OK;
}

static int is_odd(const scls_draft *draft, uint32_t i)
{
	const scls_block_line *line = &draft->lines[i];

	return line->phrase == SCLS_PHRASE_CHROME
	       || line->phrase == SCLS_PHRASE_META
	       || line->shape.width < SCLS_ODD_WIDTH;
}

/* Lines whose words leave no doubt. */
static void correct(const scls_draft *draft, int32_t *scores)
{
	for (uint32_t i = 0; i < draft->page->n_blocks; i++) {
		if (scores[i] < -ODD_MOST && is_odd(draft, i))
			scores[i] = -ODD_MOST;
		if (draft->roles[i] == SPAMCLS_ROLE_REFERENCES)
			scores[i] = -BREAK;
		if (draft->lines[i].phrase == SCLS_PHRASE_LIST)
			scores[i] = scores[i] < 0 ? 0 : scores[i];
	}
}

/* Behind prose a list is likelier to begin than within lines like its own,
 * and likelier still with its heading. */
static int32_t start(const scls_text_view *view, uint32_t i)
{
	if (view->draft->lines[i].phrase == SCLS_PHRASE_LIST)
		return HEADING_SCORE;
	return i > 0 && view->notes[i - 1].prose && !view->notes[i].prose
	       ? START_SCORE : 0;
}

/* A thread of comments may be prose; before its heading there is little. */
static int may_end(const scls_text_view *view, uint32_t i)
{
	uint32_t end = view->notes[i].end;

	return view->before[end].prose - view->before[i + 1].prose
	       <= PROSE_AFTER;
}

/* Dashes and pictures stand between words; so do they in headlines. */
static int is_sign(uint32_t c)
{
	scls_mark mark = scls_mark_of(c);

	return (mark == SCLS_MARK_BULLET || mark == SCLS_MARK_OTHER)
	       && (c < 0x2010 || c > 0x2015) && (c < 0x2600 || c > 0x27bf)
	       && c < 0x1f000;
}

/* Whether so many bars, arrows, signs of money and the like are in a line. */
static int has_signs(scls_span line, uint32_t least)
{
	uint32_t n = 0;

	for (size_t at = 0; at < line.size && n < least;)
		n += (uint32_t)is_sign(scls_utf8_next(line.data, line.size,
		                                      &at));
	return n >= least;
}

/* More figures than letters, or columns: a row of a table. */
static int is_table_row(const scls_draft *draft, uint32_t i)
{
	const scls_shape *shape = &draft->lines[i].shape;

	return shape->digits > shape->letters + 2 * shape->wide
	       || (shape->others >= ROW_SIGNS
	           && has_signs(scls_block_text(draft->page, i), ROW_SIGNS));
}

/* A row of a table opens no list; behind lines that are one by themselves it
 * is an item with such signs in it. */
static int32_t score_in_run(const scls_draft *draft, uint32_t i, int32_t score,
                            int64_t sum)
{
	return score > 0 && sum < SCLS_RUN_SCORE && is_table_row(draft, i)
	       ? -score : score;
}

/* The run of lines with the largest sum (Bentley 1984, Kadane's scan), of
 * those that may end where they do. */
static scls_run best_run(const scls_text_view *view, int32_t *scores,
                         int64_t *best)
{
	scls_run run = { view->n, view->n };
	uint32_t begin = 0;
	int64_t sum = 0;

	*best = 0;
	for (uint32_t i = 0; i < view->n; i++) {
		if (sum <= start(view, i)) {
			sum = start(view, i);
			begin = i;
		}
		scores[i] = score_in_run(view->draft, i, scores[i], sum);
		sum += scores[i];
		if (sum > *best && may_end(view, i)) {
			*best = sum;
			run.begin = begin;
			run.end = i + 1;
		}
	}
	return run;
}

static int64_t sum_of(const int32_t *scores, uint32_t begin, uint32_t end)
{
	int64_t sum = 0;

	for (uint32_t i = begin; i < end; i++)
		sum += scores[i];
	return sum;
}

static uint32_t end_of(const scls_text_view *view, const int32_t *scores,
                       scls_run run)
{
	uint32_t last = view->notes[run.end - 1].end;
	int64_t price = END_PRICE + sum_of(scores, run.begin, run.end)
	                            / END_PART;

	if (!may_end(view, last - 1))
		return run.end;
	return sum_of(scores, run.end, last) > -price ? last : run.end;
}

static scls_status run_of(const scls_text_view *view, int32_t *scores,
                          scls_run *run)
{
	scls_run found;
	int64_t best;

	correct(view->draft, scores);
	found = best_run(view, scores, &best);
	if (best < SCLS_RUN_SCORE)
		return SPAMCLS_OK;
	SCLS_TRY(scls_text_border(view, &scls_forest_border, scores, found,
	                          &found.begin));
	if (found.end - found.begin < RUN_LEAST)
		return SPAMCLS_OK;
	run->begin = found.begin;
	run->end = end_of(view, scores, found);
	return SPAMCLS_OK;
}

static scls_status find_run(const scls_draft *draft, scls_run *run)
{
	uint32_t n = draft->page->n_blocks;
	scls_draft seen = *draft;
	scls_text_view view;
	int32_t *scores;

	run->begin = run->end = n;
	if (!scls_text_may_have_run(draft, RUN_LEAST))
		return SPAMCLS_OK;
	SCLS_TRY(scls_text_beside(&seen));
	SCLS_TRY(scls_text_view_begin(&view, &seen));
	scores = scls_arena_take_array(draft->arena, (size_t)n + 1,
	                               sizeof(*scores));
	if (scores == NULL)
		return SPAMCLS_E_NOMEM;
	SCLS_TRY(score_lines(&view, scores));
	return run_of(&view, scores, run);
}

static int has_notes(const scls_draft *draft)
{
	return draft->notes != NULL
	       && memchr(draft->notes, 1, draft->page->n_blocks) != NULL;
}

scls_status scls_text_run(const scls_draft *draft, scls_run *run)
{
	scls_sheet sheet;

	if (!has_notes(draft))
		return find_run(draft, run);
	SCLS_TRY(scls_sheet_begin(&sheet, draft));
	SCLS_TRY(find_run(&sheet.draft, run));
	*run = scls_sheet_run(&sheet, draft, *run);
	return SPAMCLS_OK;
}
