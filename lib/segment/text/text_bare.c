/* text_bare.c - lines of plain text that may be nothing but links; see
 * bare.h. */
#include "segment/bare.h"
#include "segment/split_lists.h"
#include "segment/text/text_run.h"

/* Of the lines behind the last paragraph so great a part, rounded down, are
 * headlines. */
#define PART 2u

/* So many lines, at most, stand behind them: a footer, a few comments. */
#define TAIL_MOST 12u

/* Whether the lines go no farther: <title>, which may stand anywhere, is none
 * of them, however it looks. */
static int is_end(const scls_draft *draft, uint32_t i)
{
	return scls_is_paragraph(draft, i)
	       && !scls_is_html_title(draft->page, i);
}

/* The dot of a number in front ends no sentence. */
static int is_headline(const scls_block_line *line)
{
	scls_shape shape = line->shape;

	if (shape.numbered && shape.inner > 0)
		shape.inner--;
	return scls_shape_is_headline(&shape);
}

static int is_link(const scls_draft *draft, uint32_t i)
{
	const scls_block_line *line = &draft->lines[i];

	return !line->empty && !line->imprint
	       && !scls_is_html_title(draft->page, i)
	       && line->phrase != SCLS_PHRASE_FOOTER
	       && line->phrase != SCLS_PHRASE_LIST
	       && is_headline(line)
	       && !scls_is_sentence(draft, i) && !scls_is_paragraph(draft, i)
	       && !scls_is_note(draft, i);
}

/* Behind the last link; 0 where it is too far from the page's end. */
static uint32_t end_of_links(const scls_draft *draft)
{
	uint32_t n = draft->page->n_blocks, end = n;

	while (end > 0 && n - end <= TAIL_MOST && !is_link(draft, end - 1))
		end--;
	return n - end <= TAIL_MOST ? end : 0;
}

/* Not 0 where line i says something by itself: a detail of another does not,
 * nor do a list's heading and the footer. */
static int is_line(const scls_draft *draft, uint32_t i)
{
	const scls_block_line *line = &draft->lines[i];

	return !line->empty && !scls_is_html_title(draft->page, i)
	       && line->phrase != SCLS_PHRASE_FOOTER
	       && line->phrase != SCLS_PHRASE_LIST
	       && !scls_is_note(draft, i);
}

/* Some of the n links from line from on. */
static void ask(const scls_draft *draft, uint32_t from, uint32_t n,
                scls_split *split)
{
	for (uint32_t i = from, k = 0; k < n; i++)
		if (is_link(draft, i))
			scls_ask(split, k++, n,
			         scls_block_text(draft->page, i));
}

void scls_text_bare(const scls_draft *draft, scls_split *split)
{
	uint32_t links = 0, lines = 0;
	uint32_t from = end_of_links(draft);

	while (from > 0 && !is_end(draft, from - 1)) {
		from--;
		links += (uint32_t)is_link(draft, from);
		lines += (uint32_t)is_line(draft, from);
	}
	if (links < SCLS_BARE_LEAST || links < lines / PART)
		return;
	split->bare = from;
	ask(draft, from, links, split);
}

/* What is no link. */
static uint8_t other_role(const scls_draft *draft, uint32_t i)
{
	const scls_block_line *line = &draft->lines[i];

	if (scls_is_html_title(draft->page, i))
		return SPAMCLS_ROLE_TITLE;
	if (line->phrase == SCLS_PHRASE_FOOTER)
		return SPAMCLS_ROLE_FOOTER;
	if (scls_is_sentence(draft, i))
		return SPAMCLS_ROLE_BODY;
	return line->phrase == SCLS_PHRASE_LIST ? SPAMCLS_ROLE_LIST_HEADING
	                                        : SPAMCLS_ROLE_OTHER;
}

/* The line before, where it is a list's heading. */
static uint32_t heading_of(scls_draft *draft, uint32_t from)
{
	if (from == 0 || draft->lines[from - 1].phrase != SCLS_PHRASE_LIST)
		return SCLS_NO_BLOCK;
	if (!scls_is_html_title(draft->page, from - 1))
		draft->roles[from - 1] = SPAMCLS_ROLE_LIST_HEADING;
	return from - 1;
}

void scls_split_bare_text(scls_draft *draft, uint32_t from)
{
	uint32_t end = end_of_links(draft);

	scls_list_open(draft, heading_of(draft, from), SPAMCLS_ROLE_LINK_LIST,
	               1);
	for (uint32_t i = from; i < end; i++) {
		draft->roles[i] = other_role(draft, i);
		if (is_link(draft, i))
			scls_list_add_line(draft, i, SPAMCLS_ROLE_LINK_LIST);
	}
	scls_list_close(draft);
}
