/* split_draft.c - the blocks of a page, looked at; see split_draft.h. */
#include "segment/split_draft.h"

#include "base/utf8.h"

/* Columns of a paragraph, at least; a narrower line may be an odd one of a
 * list. */
#define PARAGRAPH_WIDTH 100u

scls_span scls_block_text(const scls_page *page, uint32_t i)
{
	const scls_block *block = &page->blocks[i];

	return scls_span_between(page->text, block->begin, block->end);
}

static int begins_with_bullet(scls_span text)
{
	size_t next = 0;

	return text.size > 0
	       && scls_is_bullet(text.data, text.size, 0,
	                         scls_utf8_next(text.data, text.size, &next));
}

/* In HTML the tags tell more than how articles end. */
static uint8_t phrase_of(const scls_draft *draft, scls_span text)
{
	scls_phrase phrase = scls_phrase_of(draft->phrases, text);

	return phrase == SCLS_PHRASE_CLOSING
	       && draft->page->kind == SPAMCLS_KIND_HTML
	       ? SCLS_PHRASE_NONE : (uint8_t)phrase;
}

void scls_look_at(scls_draft *draft, uint32_t i)
{
	scls_span text = scls_block_text(draft->page, i);
	scls_block_line *line = &draft->lines[i];

	scls_shape_of(text, &line->shape);
	line->phrase = phrase_of(draft, text);
	line->imprint = line->phrase == SCLS_PHRASE_IMPRINT;
	if (line->imprint)
		line->phrase = SCLS_PHRASE_FOOTER;
	line->empty = line->shape.chars == 0;
	line->bullet = draft->page->blocks[i].bullet
	               || begins_with_bullet(text);
}

void scls_find_nearest(const uint8_t *marks, size_t step, uint32_t n,
                       uint32_t *before, uint32_t *behind)
{
	uint32_t nearest = UINT32_MAX;

	for (uint32_t i = 0; i < n; i++) {
		before[i] = nearest;
		if (marks[i * step])
			nearest = i;
	}
	nearest = UINT32_MAX;
	for (uint32_t i = n; i-- > 0; ) {
		behind[i] = nearest;
		if (marks[i * step])
			nearest = i;
	}
}

int scls_is_sentence(const scls_draft *draft, uint32_t i)
{
	return draft->lines[i].shape.width >= SCLS_PROSE_WIDTH
	       && scls_ends_sentence(scls_span_trim(
	                  scls_block_text(draft->page, i)));
}

int scls_is_paragraph(const scls_draft *draft, uint32_t i)
{
	const scls_shape *shape = &draft->lines[i].shape;

	return shape->width > PARAGRAPH_WIDTH
	       && (!scls_shape_is_headline(shape) || scls_is_sentence(draft, i)
	           || (shape->inner > 0 && shape->last == SCLS_MARK_STOP));
}

int scls_is_html_title(const scls_page *page, uint32_t i)
{
	return page->title_begin < page->title_end
	       && page->blocks[i].begin == page->title_begin
	       && page->blocks[i].end == page->title_end;
}

/*
 * HTML without one anchor is plain text in tags: its list, too, is a run of
 * lines that look like headlines.  What is hidden only its tags tell.
 */
static int has_anchors(const scls_page *page)
{
	return page->kind == SPAMCLS_KIND_HTML
	       && (page->n_links > 0
	           || (page->flags & SPAMCLS_FLAG_HIDDEN_TEXT) != 0);
}

scls_status scls_draft_room(scls_draft *draft)
{
	size_t n = draft->page->n_blocks;
	size_t most = draft->has_anchors ? draft->page->n_links : n;

	/* A line has two columns at most. */
	draft->max_items = (uint32_t)(draft->has_anchors ? most : 2 * n);
	draft->items = scls_arena_take_array(draft->arena,
	                                     draft->max_items + 1u,
	                                     sizeof(*draft->items));
	draft->lists = scls_arena_take_array(draft->arena, most + 1,
	                                     sizeof(*draft->lists));
	return draft->items != NULL && draft->lists != NULL
	       ? SPAMCLS_OK : SPAMCLS_E_NOMEM;
}

scls_status scls_draft_begin(scls_draft *draft, scls_arena *arena,
                             const scls_phrases *phrases,
                             const scls_page *page)
{
	size_t n = page->n_blocks;

	memset(draft, 0, sizeof(*draft));
	draft->has_anchors = has_anchors(page);
	draft->arena = arena;
	draft->phrases = phrases;
	draft->page = page;
	draft->lines = scls_arena_take_array(arena, n + 1,
	                                     sizeof(*draft->lines));
	draft->roles = scls_arena_take_array(arena, n + 1, 1);
	if (draft->lines == NULL || draft->roles == NULL)
		return SPAMCLS_E_NOMEM;
	SCLS_TRY(scls_draft_room(draft));
	memset(draft->roles, SPAMCLS_ROLE_OTHER, n + 1);
	for (uint32_t i = 0; i < n; i++)
		scls_look_at(draft, i);
	return SPAMCLS_OK;
}

