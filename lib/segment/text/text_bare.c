/* text_bare.c - lines of plain text that may be nothing but links; see
 * parts.h. */
#include "segment/parts.h"

/* Fewer lines say nothing by themselves, and of those behind the last
 * paragraph so great a part, at least, are headlines. */
#define LEAST 5u
#define PART 2u

/* Columns of a paragraph, at least; a narrower line may be an odd one of a
 * list. */
#define PARAGRAPH_WIDTH 100u

#define NO_BLOCK UINT32_MAX

/* No headline, or two sentences. */
static int is_paragraph(const scls_shape *shape)
{
	return shape->width > PARAGRAPH_WIDTH
	       && (!scls_shape_is_headline(shape)
	           || (shape->inner > 0 && shape->last == SCLS_MARK_STOP));
}

static int is_link(const scls_line *line)
{
	return !line->empty && !line->imprint
	       && line->phrase != SCLS_PHRASE_FOOTER
	       && line->phrase != SCLS_PHRASE_LIST
	       && scls_shape_is_headline(&line->shape)
	       && !is_paragraph(&line->shape);
}

uint32_t scls_text_bare(const scls_draft *draft)
{
	uint32_t n = draft->page->n_blocks, links = 0, lines = 0, from = n;

	while (from > 0) {
		const scls_line *line = &draft->lines[from - 1];

		if (is_paragraph(&line->shape)
		    || scls_is_html_title(draft->page, from - 1))
			break;
		links += (uint32_t)is_link(line);
		lines += !line->empty;
		from--;
	}
	return links >= LEAST && links >= lines / PART ? from : n;
}

/* What is no link. */
static uint8_t other_role(const scls_line *line)
{
	if (line->imprint || line->phrase == SCLS_PHRASE_FOOTER)
		return SPAMCLS_ROLE_FOOTER;
	return line->phrase == SCLS_PHRASE_LIST ? SPAMCLS_ROLE_LIST_HEADING
	                                        : SPAMCLS_ROLE_OTHER;
}

/* The line before, where it is a list's heading. */
static uint32_t heading_of(scls_draft *draft, uint32_t from)
{
	if (from == 0 || draft->lines[from - 1].phrase != SCLS_PHRASE_LIST)
		return NO_BLOCK;
	draft->roles[from - 1] = SPAMCLS_ROLE_LIST_HEADING;
	return from - 1;
}

void scls_split_bare_text(scls_draft *draft, uint32_t from)
{
	scls_list_open(draft, heading_of(draft, from), SPAMCLS_ROLE_LINK_LIST,
	               1);
	for (uint32_t i = from; i < draft->page->n_blocks; i++) {
		const scls_line *line = &draft->lines[i];

		draft->roles[i] = other_role(line);
		if (is_link(line))
			scls_list_add_line(draft, i, SPAMCLS_ROLE_LINK_LIST);
	}
	scls_list_close(draft);
}
