/* split.c - the two kinds of page; see split.h. */
#include "segment/bare.h"
#include "segment/item_front.h"
#include "segment/joined.h"
#include "segment/site_name.h"
#include "segment/split_steps.h"

#include <string.h>

static void hand_over(const scls_draft *draft, scls_split *split)
{
	split->roles = draft->roles;
	split->n_roles = draft->page->n_blocks;
	split->lists = draft->lists;
	split->n_lists = draft->n_lists;
	split->items = draft->items;
	split->n_items = draft->n_items;
	split->title_begin = draft->title_begin;
	split->title_end = draft->title_end;
	split->is_body = draft->is_body;
	split->bare = split->n_roles;
	split->n_asked = 0;
}

/* What is known of lines before their roles are. */
static scls_status read_lines(scls_draft *draft)
{
	SCLS_TRY(scls_unjoin(draft));
	return scls_find_notes(draft);
}

static scls_status split_text(scls_draft *draft)
{
	SCLS_TRY(read_lines(draft));
	return scls_split_text(draft);
}

/* Without anchors its list may be lines, as in plain text; where they are
 * none, what was tried is forgotten. */
static scls_status split_html(scls_draft *draft)
{
	const scls_page *page = draft->page;

	if (!draft->has_anchors) {
		SCLS_TRY(split_text(draft));
		if (draft->n_lists > 0) {
			scls_html_title(draft);
			return SPAMCLS_OK;
		}
		SCLS_TRY(scls_draft_begin(draft, draft->arena, draft->phrases,
		                          page));
	} else {
		SCLS_TRY(scls_link_joined(draft));
	}
	return scls_split_html(draft);
}

scls_status scls_phrases_new(scls_phrases **phrases,
                             const spamcls_allocator *allocator)
{
	scls_phrases *p = scls_alloc_zero(allocator, 1, sizeof(*p));

	if (p == NULL)
		return SPAMCLS_E_NOMEM;
	scls_phrases_begin(p);
	*phrases = p;
	return SPAMCLS_OK;
}

void scls_phrases_free(scls_phrases *phrases,
                       const spamcls_allocator *allocator)
{
	if (phrases != NULL)
		scls_free(allocator, phrases, sizeof(*phrases));
}

/* The last step: the page's own blocks again, and headlines by themselves. */
static scls_status finish(scls_draft *draft, scls_split *split)
{
	SCLS_TRY(scls_rejoin(draft, split));
	/* A link says itself where its text begins. */
	if (!draft->has_anchors)
		scls_cut_fronts(draft->page->text, draft->lists,
		                draft->n_lists, draft->items);
	return scls_cut_site_names(draft->arena, draft->page->text,
	                           draft->lists, draft->n_lists,
	                           draft->items);
}

/* Where no anchors look like a body, rows that are none are asked. */
static scls_status find_bare(scls_draft *draft, scls_split *split)
{
	split->bare_rows = 0;
	if (!draft->has_anchors) {
		if (draft->n_lists == 0)
			scls_text_bare(draft, split);
		return SPAMCLS_OK;
	}
	scls_html_bare(draft, split);
	if (split->bare < split->n_roles)
		return SPAMCLS_OK;
	SCLS_TRY(scls_link_rows(draft));
	if (draft->is_row == NULL)
		return SPAMCLS_OK;
	split->bare_rows = 1;
	scls_html_bare(draft, split);
	return SPAMCLS_OK;
}

/* As find_bare had them. */
static scls_status take_rows(scls_draft *draft, const scls_split *split)
{
	if (!split->bare_rows)
		return SPAMCLS_OK;
	SCLS_TRY(scls_link_rows(draft));
	return scls_draft_room(draft);
}

scls_status scls_split_page(scls_arena *arena, const scls_phrases *phrases,
                            const scls_page *page, scls_split *split)
{
	scls_draft draft;

	SCLS_TRY(scls_draft_begin(&draft, arena, phrases, page));
	if (page->kind == SPAMCLS_KIND_HTML)
		SCLS_TRY(split_html(&draft));
	else
		SCLS_TRY(split_text(&draft));
	if (draft.notes == NULL && !draft.has_anchors)
		SCLS_TRY(scls_find_notes(&draft));
	hand_over(&draft, split);
	SCLS_TRY(find_bare(&draft, split));
	return finish(&draft, split);
}

scls_status scls_split_bare(scls_arena *arena, const scls_phrases *phrases,
                            const scls_page *page, uint32_t from,
                            int alone, scls_split *split)
{
	int is_before = split->title_end <= page->blocks[from].begin;
	scls_draft draft;

	SCLS_TRY(scls_draft_begin(&draft, arena, phrases, page));
	memcpy(draft.roles, split->roles, split->n_roles);
	draft.is_body = split->is_body;
	/* A line of the list is no title, and <title> no line of it, wherever
	 * it stands; an anchor never was the title. */
	is_before |= draft.has_anchors;
	draft.title_begin = is_before ? split->title_begin : page->title_begin;
	draft.title_end = is_before ? split->title_end : page->title_end;
	if (draft.has_anchors) {
		SCLS_TRY(scls_link_joined(&draft));
		SCLS_TRY(take_rows(&draft, split));
		SCLS_TRY(scls_split_bare_html(&draft, from, alone));
	} else {
		SCLS_TRY(read_lines(&draft));
		scls_split_bare_text(&draft, scls_first_line(&draft, from));
	}
	hand_over(&draft, split);
	return finish(&draft, split);
}
