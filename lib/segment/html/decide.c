/* decide.c - a forest and a sequence; see decide.h. */
#include "segment/html/decide.h"

#include "segment/html/asides.h"
#include "segment/html/kin.h"
#include "segment/html/link_line.h"
#include "segment/html/odds.h"
#include "segment/html/records.h"
#include "segment/html/repeated.h"
#include "segment/html/runs.h"

/* What it costs to go from body to something else or back, 1/1024 nat. */
#define CHANGE 220

/* The better way into a state: to stay, or to come from the other. */
static int64_t enter(int64_t stay, int64_t come, int32_t change,
                     uint8_t *from_other)
{
	*from_other = come - change > stay;
	return *from_other ? come - change : stay;
}

void scls_decide_states(const int32_t *scores, uint32_t n, int32_t change,
                        uint8_t *back, uint8_t *states)
{
	int64_t best[2] = { 0, -change };
	uint8_t state;

	for (uint32_t i = 0; i < n; i++) {
		int64_t out = enter(best[0], best[1], change, &back[2 * i]);
		int64_t in = enter(best[1], best[0], change,
		                   &back[2 * i + 1]);

		best[0] = out;
		best[1] = in + scores[i];
	}
	state = best[1] - change > best[0];
	for (uint32_t i = n; i-- > 0; ) {
		states[i] = state;
		state ^= back[2 * i + state];
	}
}

static int is_title(const scls_page *page, uint32_t i)
{
	return page->title_end > page->title_begin
	       && page->blocks[i].begin == page->title_begin;
}

/* Lines whose words leave no doubt. */
static int is_chrome(uint8_t phrase)
{
	return phrase == SCLS_PHRASE_COMMENTS || phrase == SCLS_PHRASE_FOOTER
	       || phrase == SCLS_PHRASE_STEP || phrase == SCLS_PHRASE_CHROME
	       || phrase == SCLS_PHRASE_TAGS;
}

/* The title, and what is chrome by its words, never are body. */
static int is_out(const scls_draft *draft, uint32_t i)
{
	return is_title(draft->page, i) || is_chrome(draft->lines[i].phrase);
}

/* Returns whether a body is left. */
static int leave_out(const scls_draft *draft, uint8_t *is_body)
{
	int left = 0;

	for (uint32_t i = 0; i < draft->page->n_blocks; i++) {
		is_body[i] &= !is_out(draft, i);
		left |= is_body[i];
	}
	return left;
}

/* Half of what is written is links: the page is its lists. */
static int is_of_links(const scls_view *view)
{
	const scls_sum *all = &view->before[view->n];

	return all->link_width * 2 >= all->width;
}

/* The blocks of prose, or all without a link, where a body may stand. */
static int take(const scls_view *view, int prose, uint8_t *is_body)
{
	const scls_block *blocks = view->draft->page->blocks;
	int taken = 0;

	for (uint32_t i = 0; i < view->n; i++) {
		is_body[i] = (prose ? view->notes[i].prose
		                    : blocks[i].link_bytes == 0)
		             && !(blocks[i].within & SCLS_OUTSIDE)
		             && !is_out(view->draft, i);
		taken |= is_body[i];
	}
	return taken;
}

/* Mostly of pages that are too small for the forest to know what they are: what
 * they say is their body, their sentences or, without any, their lines. */
static void take_what_is_said(const scls_view *view, uint8_t *is_body)
{
	if (!is_of_links(view) && !take(view, 1, is_body))
		take(view, 0, is_body);
}

scls_status scls_decide_body(const scls_draft *draft, uint8_t **is_body)
{
	size_t n = draft->page->n_blocks;
	scls_view view;
	int32_t *scores;
	uint8_t *states;
	uint8_t *back;

	SCLS_TRY(scls_view_begin(&view, draft));
	scores = scls_arena_take_array(draft->arena, n + 1, sizeof(*scores));
	states = scls_arena_take_array(draft->arena, n + 1, 1);
	back = scls_arena_take_array(draft->arena, n + 1, 2);
	if (scores == NULL || states == NULL || back == NULL)
		return SPAMCLS_E_NOMEM;
	SCLS_TRY(scls_view_score_staged(&view, &scls_forest_html_early,
	                                &scls_forest_html_rest, scores));
	SCLS_TRY(scls_kin_settle(&view, scores));
	scls_odds_settle(draft, scores);
	scls_decide_states(scores, (uint32_t)n, CHANGE, back, states);
	scls_runs_settle(draft->page, states);
	SCLS_TRY(scls_records_settle(&view, states));
	scls_link_lines_settle(&view, states);
	scls_asides_settle(&view, states);
	if (!leave_out(draft, states))
		take_what_is_said(&view, states);
	*is_body = states;
	return scls_mark_repeats(&view, states);
}
