/* text_split.c - roles and lists of a plain-text page, where a block is a
 * line; see split_steps.h. */
#include "segment/split_steps.h"

#include "segment/split_lists.h"
#include "segment/text/text_items.h"

/* The footer is short: so many lines at most, comments not counted. */
#define FOOTER_MOST 12u

/* An imprint is one of so many last lines. */
#define IMPRINT_LAST 3u

/* Columns of a line of it, and of a heading in the body, at most. */
#define FOOTER_WIDTH 100u
#define HEADING_WIDTH 80u

/* Links to the previous and the next article, and how long a list must be for
 * two lines before it to be taken for them. */
#define STEPS 2u
#define STEPS_LIST 10u

static int is_tail_phrase(uint8_t phrase)
{
	return phrase == SCLS_PHRASE_COMMENTS || phrase == SCLS_PHRASE_FOOTER
	       || phrase == SCLS_PHRASE_STEP || phrase == SCLS_PHRASE_CHROME
	       || phrase == SCLS_PHRASE_TAGS;
}

/* Whether line i is of one block with the line before. */
static int goes_on(const scls_draft *draft, uint32_t i)
{
	return i > 0 && scls_whole_block(draft, i)
	                == scls_whole_block(draft, i - 1);
}

/* The first line of comments and footer, not before begin: from it to the end
 * there is no prose. */
static uint32_t find_tail(const scls_draft *draft, uint32_t begin)
{
	uint32_t n = draft->page->n_blocks;
	uint32_t tail = n;
	uint32_t seen = 0;

	for (uint32_t i = n; i-- > begin && seen < FOOTER_MOST;) {
		const scls_block_line *line = scls_whole_line(draft, i);

		seen += (uint32_t)!goes_on(draft, i);
		if (is_tail_phrase(line->phrase))
			tail = i;
		else if (line->shape.inner > 0
		         || line->shape.width > FOOTER_WIDTH)
			break;
	}
	return tail;
}

/* Links to other pages that are no headlines. */
static int is_step(const scls_block_line *line)
{
	return line->phrase == SCLS_PHRASE_STEP
	       || line->phrase == SCLS_PHRASE_TAGS;
}

static uint8_t tail_role(uint8_t phrase, uint8_t before)
{
	switch (phrase) {
	case SCLS_PHRASE_COMMENTS:
		return SPAMCLS_ROLE_COMMENTS;
	case SCLS_PHRASE_FOOTER:
		return SPAMCLS_ROLE_FOOTER;
	default:
		return before;
	}
}

/* The same of the line itself: what is behind a step is no step. */
static uint8_t line_role(const scls_block_line *line, uint8_t before)
{
	return is_step(line) ? SPAMCLS_ROLE_NAVIGATION
	                     : tail_role(line->phrase, before);
}

static void mark_tail(scls_draft *draft, uint32_t tail,
                      const scls_items *items)
{
	uint8_t role = SPAMCLS_ROLE_FOOTER;

	for (uint32_t i = tail; i < draft->page->n_blocks; i++) {
		draft->roles[i] = line_role(&draft->lines[i], role);
		role = tail_role(draft->lines[i].phrase, role);
		if (role == SPAMCLS_ROLE_FOOTER
		    && scls_is_body_behind(items, i))
			draft->roles[i] = SPAMCLS_ROLE_BODY;
	}
}

/* The next line of the whole page with anything in it. */
static uint32_t next_line(const scls_draft *draft, uint32_t i, uint32_t end)
{
	const scls_block *block = scls_whole_block(draft, i);

	do
		i++;
	while (i < end && (draft->lines[i].empty
	                   || scls_whole_block(draft, i) == block));
	return i;
}

/* A heading is short, ends no sentence, and what follows it is longer or a
 * bulleted list. */
static int is_heading(const scls_draft *draft, uint32_t i, uint32_t end)
{
	const scls_block_line *line = scls_whole_line(draft, i), *behind;
	const scls_shape *shape = &line->shape;
	uint32_t next = next_line(draft, i, end);

	if (next >= end || line->bullet)
		return 0;
	if (shape->width > HEADING_WIDTH || shape->last == SCLS_MARK_STOP
	    || shape->last == SCLS_MARK_COMMA)
		return 0;
	behind = scls_whole_line(draft, next);
	return behind->shape.width > shape->width || behind->bullet
	       || shape->numbered;
}

static int is_marked(const scls_draft *draft, uint32_t i)
{
	return draft->lines[i].bullet
	       || draft->lines[i].shape.numbered;
}

/* From the heading of the references to the last line of their form; where
 * they have no bullets only the heading is sure. */
static uint32_t mark_references(scls_draft *draft, uint32_t i)
{
	uint32_t n = draft->page->n_blocks;

	draft->roles[i] = SPAMCLS_ROLE_REFERENCES;
	for (i++; i < n && is_marked(draft, i); i++)
		draft->roles[i] = SPAMCLS_ROLE_REFERENCES;
	return i;
}

static void find_references(scls_draft *draft)
{
	uint32_t n = draft->page->n_blocks;
	uint32_t i = 0;

	while (i < n)
		if (draft->lines[i].phrase == SCLS_PHRASE_REFERENCES)
			i = mark_references(draft, i);
		else
			i++;
}

static uint8_t body_role(const scls_draft *draft, uint32_t i, uint32_t end)
{
	if (goes_on(draft, i))
		return draft->roles[i - 1];
	if (draft->lines[i].empty)
		return SPAMCLS_ROLE_OTHER;
	if (draft->lines[i].phrase == SCLS_PHRASE_PLACE)
		return SPAMCLS_ROLE_NAVIGATION;
	if (is_heading(draft, i, end))
		return SPAMCLS_ROLE_HEADING;
	/* Without bullets the references go on to the end of the body. */
	if (i > 0 && draft->roles[i - 1] == SPAMCLS_ROLE_REFERENCES
	    && !is_marked(draft, i - 1))
		return SPAMCLS_ROLE_REFERENCES;
	return SPAMCLS_ROLE_BODY;
}

static void mark_body(scls_draft *draft, uint32_t end)
{
	for (uint32_t i = 0; i < end; i++)
		if (draft->roles[i] != SPAMCLS_ROLE_REFERENCES)
			draft->roles[i] = body_role(draft, i, end);
}

static void mark_title(scls_draft *draft, uint32_t end)
{
	uint32_t i = 0;

	while (i < end && draft->lines[i].empty)
		i++;
	if (i >= end || draft->roles[i] != SPAMCLS_ROLE_HEADING)
		return;
	draft->roles[i] = SPAMCLS_ROLE_TITLE;
	draft->title_begin = scls_whole_block(draft, i)->begin;
	draft->title_end = scls_whole_block(draft, i)->end;
}

/* Lines that may stand before the first link, and links that make it a list of
 * such. */
#define UNLINKED_MOST 2u
#define LINKED_LEAST 3u

static int is_linked(const scls_draft *draft, uint32_t i)
{
	return draft->page->blocks[i].n_links > 0;
}

/* Where lines are links as Markdown writes them, a line before the first is the
 * body's last, but for a heading of the list. */
static scls_run from_first_link(const scls_draft *draft, scls_run run)
{
	uint32_t first = run.begin, links = 0;

	while (first < run.end && !is_linked(draft, first)
	       && draft->lines[first].phrase != SCLS_PHRASE_LIST)
		first++;
	for (uint32_t i = first; i < run.end; i++)
		links += (uint32_t)is_linked(draft, i);
	if (first - run.begin <= UNLINKED_MOST && links >= LINKED_LEAST
	    && links * 2 > run.end - first)
		run.begin = first;
	return run;
}

static void open_next(scls_draft *draft, uint32_t heading, uint8_t role)
{
	scls_list_close(draft);
	scls_list_open(draft, heading, role, 1);
}

/* Where the links of the footer begin, with which the run may end. */
static uint32_t footer_of(const scls_draft *draft, scls_run run)
{
	while (run.end > run.begin
	       && draft->lines[run.end - 1].phrase == SCLS_PHRASE_FOOTER)
		run.end--;
	return run.end;
}

static void mark_run(scls_draft *draft, scls_run run, const scls_items *items)
{
	uint8_t open = SPAMCLS_ROLE_LINK_LIST;
	uint32_t footer = footer_of(draft, run);

	scls_list_open(draft, SCLS_NO_BLOCK, open, 1);
	for (uint32_t i = run.begin; i < run.end; i++) {
		uint8_t role = scls_item_role(items, i);

		if (role == SPAMCLS_ROLE_LINK_LIST && i >= footer)
			role = SPAMCLS_ROLE_FOOTER;
		if (role == SPAMCLS_ROLE_LIST_HEADING) {
			open = SPAMCLS_ROLE_LINK_LIST;
			open_next(draft, i, open);
			draft->roles[i] = role;
		} else if (role == SPAMCLS_ROLE_BODY) {
			draft->roles[i] = role;
		} else if (role != SPAMCLS_ROLE_OTHER) {
			if (role != open)
				open_next(draft, SCLS_NO_BLOCK, role);
			open = role;
			scls_list_add_line(draft, i, role);
		} else if (is_step(&draft->lines[i])) {
			draft->roles[i] = SPAMCLS_ROLE_NAVIGATION;
		}
	}
	scls_list_close(draft);
}

/*
 * Systems that make such pages put the links to the previous and the next
 * article between the sources and the list.  As text they have lost the words
 * that tell so, and have the list's own shape: their place is all there is.
 */
static void skip_steps(scls_draft *draft, scls_run *run)
{
	if (run->begin == 0 || run->end - run->begin < STEPS + STEPS_LIST
	    || draft->roles[run->begin - 1] != SPAMCLS_ROLE_REFERENCES
	    || !is_marked(draft, run->begin - 1))
		return;
	for (uint32_t i = 0; i < STEPS; i++)
		draft->roles[run->begin++] = SPAMCLS_ROLE_NAVIGATION;
}

/* Lines between body and list that are of neither: steps, tags, a bar of
 * buttons, comments that nobody wrote.  A source may be called like one. */
static int is_between(const scls_draft *draft, uint32_t i)
{
	const scls_block_line *line = &draft->lines[i];

	if (draft->roles[i] == SPAMCLS_ROLE_REFERENCES)
		return 0;
	return line->empty || draft->roles[i] == SPAMCLS_ROLE_NAVIGATION
	       || (is_tail_phrase(line->phrase)
	           && (line->imprint || !scls_is_worded_headline(line)));
}

/* Where the body ends: before what stands between it and the list. */
static uint32_t body_end(scls_draft *draft, uint32_t begin)
{
	while (begin > 0 && is_between(draft, begin - 1)) {
		begin--;
		draft->roles[begin] = line_role(&draft->lines[begin],
		                                draft->roles[begin]);
	}
	return begin;
}

/* An imprint at its ends is the footer's, and no link, whatever it looks
 * like; a line or two may stand behind the one at its end. */
static scls_run without_imprint(const scls_draft *draft, scls_run run)
{
	for (uint32_t i = run.end; i > run.begin && run.end - i < IMPRINT_LAST;
	     i--)
		if (draft->lines[i - 1].imprint)
			run.end = i - 1;
	while (run.end > run.begin && draft->lines[run.end - 1].imprint)
		run.end--;
	while (run.end > run.begin && draft->lines[run.begin].imprint)
		run.begin++;
	return run;
}

scls_status scls_split_text(scls_draft *draft)
{
	uint32_t n = draft->page->n_blocks;
	scls_items items;
	scls_run run;
	uint32_t begin, tail;

	find_references(draft);
	SCLS_TRY(scls_text_run(draft, &run));
	run = from_first_link(draft, without_imprint(draft, run));
	while (run.begin > 0 && run.begin < n
	       && draft->lines[run.begin - 1].phrase == SCLS_PHRASE_LIST)
		run.begin--;
	if (run.begin < n)
		skip_steps(draft, &run);
	tail = find_tail(draft, run.begin < n ? run.end : n / 2);
	if (run.begin < n)
		tail = run.end;
	items = scls_items_of(draft, run);
	begin = body_end(draft, run.begin < n ? run.begin : tail);
	mark_body(draft, begin);
	mark_title(draft, begin);
	mark_run(draft, run, &items);
	mark_tail(draft, tail, &items);
	return SPAMCLS_OK;
}
