/* text_view.c - a plain-text page added up; see text_view.h. */
#include "segment/text/text_view.h"

#include "segment/groups.h"
#include "segment/line/overlap.h"

/* Widths beyond this count for it: how long a paragraph is says nothing of
 * lists. */
#define WIDTH_MOST 255u

/* No more columns than this, blank ones left out, is narrow. */
#define NARROW 20u

/* A line wider than this that ends a sentence is a paragraph: it is no item,
 * and no list has so many of them behind it. */
#define PARAGRAPH_WIDTH 160u
#define PARAGRAPHS_AFTER 3u

static scls_status take_room(scls_text_view *view)
{
	scls_arena *arena = view->draft->arena;
	size_t n = (size_t)view->n + 1;

	view->notes = scls_arena_take_array(arena, n, sizeof(*view->notes));
	view->before = scls_arena_take_array(arena, n, sizeof(*view->before));
	view->score_sums = scls_arena_take_array(arena, n, sizeof(int64_t));
	view->last_prose = scls_arena_take_array(arena, n, sizeof(uint32_t));
	view->next_prose = scls_arena_take_array(arena, n, sizeof(uint32_t));
	if (view->notes == NULL || view->before == NULL
	    || view->score_sums == NULL || view->last_prose == NULL
	    || view->next_prose == NULL)
		return SPAMCLS_E_NOMEM;
	memset(view->score_sums, 0, n * sizeof(*view->score_sums));
	return SPAMCLS_OK;
}

static uint32_t yes(int is_so)
{
	return is_so ? 1000 : 0;
}

static void add_means(const scls_block_line *line, const scls_text_note *note,
                      uint64_t of[SCLS_TEXT_MEANS])
{
	const scls_shape *shape = &line->shape;
	uint32_t width = shape->width < WIDTH_MOST ? shape->width : WIDTH_MOST;

	of[SCLS_TEXT_MEAN_WIDTH] += width;
	of[SCLS_TEXT_MEAN_SQUARE] += width * width;
	of[SCLS_TEXT_MEAN_HEADLINE] += yes(note->headline);
	of[SCLS_TEXT_MEAN_SEEN] += note->seen_pm;
	of[SCLS_TEXT_MEAN_END] += yes(shape->last == SCLS_MARK_STOP);
	of[SCLS_TEXT_MEAN_DIGITS] += (uint32_t)scls_per_mille(shape->digits,
	                                                      shape->chars);
	of[SCLS_TEXT_MEAN_UPPER] += (uint32_t)scls_per_mille(shape->upper,
	                                                     shape->letters);
	of[SCLS_TEXT_MEAN_TITLED] += (uint32_t)scls_per_mille(shape->titled,
	                                                      shape->words);
	of[SCLS_TEXT_MEAN_NARROW] += yes(shape->width <= NARROW);
	of[SCLS_TEXT_MEAN_COLON] += yes(shape->colons > 0);
	of[SCLS_TEXT_MEAN_BULLET] += yes(line->bullet);
	of[SCLS_TEXT_MEAN_LOWER] += yes(shape->first == SCLS_MARK_LOWER);
	of[SCLS_TEXT_MEAN_SIGNS] += yes(shape->others > 0);
}

static void add_up(scls_text_view *view)
{
	memset(&view->before[0], 0, sizeof(view->before[0]));
	for (uint32_t i = 0; i < view->n; i++) {
		const scls_block_line *line = &view->draft->lines[i];
		scls_text_note *note = &view->notes[i];
		scls_text_sum *sum = &view->before[i + 1];

		note->prose = (uint8_t)scls_is_prose(&line->shape);
		note->headline = (uint8_t)scls_shape_is_headline(&line->shape);
		*sum = view->before[i];
		add_means(line, note, sum->of);
		sum->width += line->shape.width;
		sum->prose_width += note->prose ? line->shape.width : 0;
		sum->prose += note->prose;
		sum->wide += line->shape.wide;
		sum->chars += line->shape.chars;
	}
}

static void find_phrases(scls_text_view *view)
{
	uint16_t since = SCLS_FAR_AWAY;
	uint8_t last = SCLS_PHRASE_NONE;

	for (uint32_t i = 0; i < view->n; i++) {
		uint8_t phrase = view->draft->lines[i].phrase;

		view->notes[i].since_phrase = since;
		view->notes[i].last_phrase = last;
		since = scls_one_farther(since);
		if (scls_phrase_is_telling(phrase)) {
			last = phrase;
			since = 1;
		}
	}
}

static int is_paragraph(const scls_shape *shape)
{
	return shape->width > PARAGRAPH_WIDTH && shape->stops > 0;
}

/* Whether a line may be in a list, given the paragraphs behind it, which become
 * those behind the line before.  What comments say is prose, too, and stands
 * behind the list: the page ends with their heading. */
static int is_in_doubt(const scls_block_line *line, uint32_t *paragraphs)
{
	int paragraph = is_paragraph(&line->shape);
	int in_doubt = !paragraph && *paragraphs < PARAGRAPHS_AFTER;

	*paragraphs = line->phrase == SCLS_PHRASE_COMMENTS
	              ? 0 : *paragraphs + (uint32_t)paragraph;
	return in_doubt;
}

static void find_doubt(scls_text_view *view)
{
	uint32_t end = view->n;
	uint32_t paragraphs = 0;

	for (uint32_t i = view->n; i-- > 0; ) {
		const scls_block_line *line = &view->draft->lines[i];
		scls_text_note *note = &view->notes[i];

		note->end = end;
		note->asked = (uint8_t)is_in_doubt(line, &paragraphs);
		if (line->phrase == SCLS_PHRASE_COMMENTS)
			end = i;
	}
}

int scls_text_may_have_run(const scls_draft *draft, uint32_t least)
{
	uint32_t end = 0, paragraphs = 0;

	for (uint32_t i = draft->page->n_blocks; i-- > 0; ) {
		const scls_block_line *line = &draft->lines[i];

		if (!is_in_doubt(line, &paragraphs)
		    && line->phrase != SCLS_PHRASE_LIST)
			continue;
		end = end > 0 ? end : i + 1;
		if (end - i >= least)
			return 1;
	}
	return 0;
}

/* The title is the first line. */
static scls_status compare(scls_text_view *view)
{
	const scls_page *page = view->draft->page;
	scls_pieces *pieces = scls_arena_take(view->draft->arena,
	                                      sizeof(*pieces));

	if (pieces == NULL)
		return SPAMCLS_E_NOMEM;
	memset(pieces, 0, sizeof(*pieces));
	pieces->text_end = page->text + page->text_size;
	if (view->n > 0)
		scls_pieces_ask(pieces, scls_block_text(page, 0));
	for (uint32_t i = 0; i < view->n; i++) {
		scls_overlap found = scls_pieces_add(pieces,
		                                     scls_block_text(page, i));

		view->notes[i].title_pm = found.asked;
		view->notes[i].seen_pm = found.grown;
	}
	return SPAMCLS_OK;
}

scls_status scls_text_view_begin(scls_text_view *view, const scls_draft *draft)
{
	memset(view, 0, sizeof(*view));
	view->draft = draft;
	view->n = draft->page->n_blocks;
	SCLS_TRY(take_room(view));
	SCLS_TRY(compare(view));
	add_up(view);
	scls_find_nearest(&view->notes->prose, sizeof(*view->notes), view->n,
	                  view->last_prose, view->next_prose);
	find_phrases(view);
	find_doubt(view);
	return SPAMCLS_OK;
}
