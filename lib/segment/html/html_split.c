/* html_split.c - roles and lists of an HTML page; see split_steps.h. */
#include "segment/split_steps.h"

#include "segment/html/decide.h"
#include "segment/html/html_list.h"

#include <string.h>

/* What a block outside the body is by its words, else by where it stands. */
static uint8_t other_role(const scls_block *block, const scls_block_line *line)
{
	switch (line->phrase) {
	case SCLS_PHRASE_REFERENCES:
		return SPAMCLS_ROLE_REFERENCES;
	case SCLS_PHRASE_COMMENTS:
		return SPAMCLS_ROLE_COMMENTS;
	case SCLS_PHRASE_FOOTER:
		return SPAMCLS_ROLE_FOOTER;
	case SCLS_PHRASE_STEP: case SCLS_PHRASE_PLACE: case SCLS_PHRASE_TAGS:
		return SPAMCLS_ROLE_NAVIGATION;
	default:
		break;
	}
	if (block->within & SCLS_IN_HIDDEN)
		return SPAMCLS_ROLE_HIDDEN;
	if (block->within & SCLS_IN_COMMENTS)
		return SPAMCLS_ROLE_COMMENTS;
	if (block->within & SCLS_IN_FOOTER)
		return SPAMCLS_ROLE_FOOTER;
	if (block->within & SCLS_IN_NAV)
		return SPAMCLS_ROLE_NAVIGATION;
	return SPAMCLS_ROLE_OTHER;
}

static uint8_t body_role(const scls_block *block)
{
	return scls_tag_is_heading(block->tag) ? SPAMCLS_ROLE_HEADING
	                                       : SPAMCLS_ROLE_BODY;
}

static void mark_blocks(scls_draft *draft)
{
	const scls_page *page = draft->page;
	const uint8_t *is_body = draft->is_body;

	for (uint32_t i = 0; i < page->n_blocks; i++)
		draft->roles[i] = is_body[i] == SCLS_IS_REPEATED
			? SPAMCLS_ROLE_OTHER
			: is_body[i] ? body_role(&page->blocks[i])
			: other_role(&page->blocks[i], &draft->lines[i]);
}

/* What plain text has for a title, before <title> or <h1> said theirs. */
static void forget_others(scls_draft *draft)
{
	const scls_page *page = draft->page;

	for (uint32_t i = 0; i < page->n_blocks; i++)
		if (draft->roles[i] == SPAMCLS_ROLE_TITLE
		    && page->blocks[i].begin != draft->title_begin
		    && !scls_is_html_title(page, i))
			draft->roles[i] = SPAMCLS_ROLE_HEADING;
}

static int may_be_title(const scls_draft *draft, uint32_t i)
{
	const scls_block *block = &draft->page->blocks[i];

	return block->tag == SCLS_TAG_H1 && !draft->lines[i].empty
	       && !(block->within & SCLS_IN_HIDDEN)
	       && draft->roles[i] != SPAMCLS_ROLE_LINK_LIST;
}

void scls_html_title(scls_draft *draft)
{
	const scls_page *page = draft->page;
	int found = 0;

	if (page->title_begin < page->title_end) {
		draft->title_begin = page->title_begin;
		draft->title_end = page->title_end;
	}
	for (uint32_t i = 0; i < page->n_blocks && !found; i++) {
		if (scls_is_html_title(page, i))
			draft->roles[i] = SPAMCLS_ROLE_TITLE;
		if (!may_be_title(draft, i))
			continue;
		found = 1;
		draft->title_begin = page->blocks[i].begin;
		draft->title_end = page->blocks[i].end;
		if (draft->roles[i] == SPAMCLS_ROLE_OTHER)
			draft->roles[i] = SPAMCLS_ROLE_TITLE;
	}
	if (!draft->has_anchors)
		forget_others(draft);
}

void scls_html_roles(scls_draft *draft)
{
	mark_blocks(draft);
	scls_html_title(draft);
}

/* Names of links without text are behind what is read, and none of it: what is
 * body the page says without them. */
static scls_status decide_read(scls_draft *draft, uint8_t **is_body)
{
	const scls_page *whole = draft->page;
	uint32_t n = whole->n_blocks, read = n - whole->n_names;
	scls_page page = *whole;
	scls_status status;
	uint8_t *found = NULL;

	page.n_blocks = read;
	page.n_links = whole->blocks[read].first_link;
	draft->page = &page;
	status = scls_decide_body(draft, &found);
	draft->page = whole;
	SCLS_TRY(status);
	*is_body = scls_arena_take_array(draft->arena, (size_t)n + 1, 1);
	if (*is_body == NULL)
		return SPAMCLS_E_NOMEM;
	memcpy(*is_body, found, read);
	memset(*is_body + read, 0, n + 1 - read);
	return SPAMCLS_OK;
}

scls_status scls_split_html(scls_draft *draft)
{
	uint8_t *is_body = NULL;

	SCLS_TRY(draft->page->n_names > 0 ? decide_read(draft, &is_body)
	         : scls_decide_body(draft, &is_body));
	draft->is_body = is_body;
	scls_html_roles(draft);
	scls_html_lists(draft, is_body);
	return SPAMCLS_OK;
}
