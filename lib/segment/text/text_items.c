/* text_items.c - see text_items.h. */
#include "segment/text/text_items.h"

#include "segment/line/labels.h"

/* Words of share bars and imprints may stand in a headline, too. */
static int may_be_headline(uint8_t phrase)
{
	return phrase == SCLS_PHRASE_CHROME || phrase == SCLS_PHRASE_META
	       || phrase == SCLS_PHRASE_FOOTER;
}

int scls_is_worded_headline(const scls_block_line *line)
{
	return may_be_headline(line->phrase)
	       && scls_shape_is_headline(&line->shape);
}

/* Headlines may begin as articles end. */
static int says_nothing(uint8_t phrase)
{
	return phrase == SCLS_PHRASE_NONE || phrase == SCLS_PHRASE_CLOSING;
}

/* An odd line, an advertisement or a stray word, does not end the list. */
static int is_item(const scls_block_line *line)
{
	if (line->empty || line->shape.width < SCLS_ODD_WIDTH)
		return 0;
	return says_nothing(line->phrase) || scls_is_worded_headline(line);
}

static int is_row(const scls_draft *draft, uint32_t i)
{
	return scls_is_row_of_labels(scls_block_text(draft->page, i),
	                             &draft->lines[i].shape);
}

/* Rows of labels are menus that the run goes over, unless it is little else:
 * headlines may be written with blanks in them. */
static int has_menus(const scls_draft *draft, scls_run run)
{
	uint32_t rows = 0;

	for (uint32_t i = run.begin; i < run.end; i++)
		rows += (uint32_t)is_row(draft, i);
	return rows > 0 && rows * 2 < run.end - run.begin;
}

static int has_prose(const scls_draft *draft, uint32_t end)
{
	for (uint32_t i = 0; i < end; i++)
		if (scls_is_prose(&draft->lines[i].shape))
			return 1;
	return 0;
}

/* Whether most lines of it end as what people say does: that thread is empty
 * whose heading stands before headlines. */
static int are_said(const scls_draft *draft, scls_run run)
{
	uint32_t said = 0;

	for (uint32_t i = run.begin; i < run.end; i++)
		said += draft->lines[i].shape.last == SCLS_MARK_STOP;
	return said * 2 > run.end - run.begin;
}

/* Where lines from i on end that may be comments. */
static uint32_t end_of_comments(const scls_draft *draft, uint32_t i,
                                uint32_t end)
{
	while (i < end && draft->lines[i].phrase != SCLS_PHRASE_LIST
	       && draft->lines[i].phrase != SCLS_PHRASE_FOOTER)
		i++;
	return i;
}

static scls_run find_comments(const scls_draft *draft, scls_run run)
{
	scls_run found = run;

	while (found.begin < run.end) {
		uint32_t i = found.begin++;

		if (i == 0
		    || draft->lines[i - 1].phrase != SCLS_PHRASE_COMMENTS)
			continue;
		found.begin = i;
		found.end = end_of_comments(draft, i, run.end);
		if (are_said(draft, found))
			return found;
		found.begin = found.end + 1;
	}
	return (scls_run){ run.end, run.end };
}

scls_items scls_items_of(const scls_draft *draft, scls_run run)
{
	scls_items items = { draft, run, has_menus(draft, run),
		             !has_prose(draft, run.begin),
		             find_comments(draft, run) };

	return items;
}

/* Lines that are no item, whatever they look like. */
static int is_no_item(const scls_items *items, uint32_t i)
{
	const scls_draft *draft = items->draft;

	return scls_is_html_title(draft->page, i)
	       || (i > items->run.begin && scls_is_note(draft, i))
	       || (items->menus && is_row(draft, i));
}

int scls_is_body_behind(const scls_items *items, uint32_t i)
{
	return items->is_first && scls_is_paragraph(items->draft, i);
}

uint8_t scls_item_role(const scls_items *items, uint32_t i)
{
	const scls_draft *draft = items->draft;
	const scls_block_line *line = &draft->lines[i];

	if (is_no_item(items, i))
		return SPAMCLS_ROLE_OTHER;
	if (line->phrase == SCLS_PHRASE_LIST)
		return SPAMCLS_ROLE_LIST_HEADING;
	if (line->phrase == SCLS_PHRASE_STEP
	    && scls_shape_is_headline(&line->shape))
		return SPAMCLS_ROLE_NAVIGATION;
	if (!is_item(line))
		return SPAMCLS_ROLE_OTHER;
	if (i >= items->comments.begin && i < items->comments.end)
		return SPAMCLS_ROLE_COMMENTS;
	return scls_is_body_behind(items, i) ? SPAMCLS_ROLE_BODY
	                                     : SPAMCLS_ROLE_LINK_LIST;
}
