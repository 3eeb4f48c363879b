/*
 * parts.h - what the files of this room share: the page's blocks looked at,
 * and the lists under construction.
 */
#ifndef SCLS_SEGMENT_PARTS_H
#define SCLS_SEGMENT_PARTS_H

#include "segment/line/phrase.h"
#include "segment/line/line_shape.h"
#include "segment/split.h"

/* One block, looked at once. */
typedef struct scls_block_line {
	scls_shape shape;
	uint8_t phrase;   /* scls_phrase; an imprint is FOOTER */
	uint8_t imprint;
	uint8_t empty;    /* nothing to read in it */
	uint8_t bullet;   /* a bullet or number begins it */
} scls_block_line;

/* Columns of a block that may be prose: a shorter one is a label, whatever
 * stop it ends with. */
#define SCLS_PROSE_WIDTH 40u

/* Whether it may be prose: it is wide enough, and has a sentence's end. */
static inline int scls_is_prose(const scls_shape *shape)
{
	return shape->stops > 0 && shape->width >= SCLS_PROSE_WIDTH;
}

/* Half of the block, at least, is links. */
static inline int scls_is_of_links(const scls_block *block)
{
	return block->link_bytes * 2 >= block->end - block->begin;
}

/* A distance in blocks beyond which all are alike; of what is nowhere, too. */
#define SCLS_FAR_AWAY 999u

/* The distance from the next block, given the one from this. */
static inline uint16_t scls_one_farther(uint16_t distance)
{
	return distance < SCLS_FAR_AWAY ? (uint16_t)(distance + 1)
	                                : SCLS_FAR_AWAY;
}

/* The nearest block before each of n, and behind it, whose mark is not 0;
 * UINT32_MAX: none.  The marks stand so many bytes from one another. */
void scls_find_nearest(const uint8_t *marks, size_t step, uint32_t n,
                       uint32_t *before, uint32_t *behind);

/* How far block i is from block j, UINT32_MAX for none. */
static inline int32_t scls_distance(uint32_t i, uint32_t j)
{
	uint32_t distance = i > j ? i - j : j - i;

	return j == UINT32_MAX || distance > SCLS_FAR_AWAY
	       ? (int32_t)SCLS_FAR_AWAY : (int32_t)distance;
}

/* A split in the making; all memory is the arena's. */
typedef struct scls_draft {
	scls_arena *arena;
	const scls_phrases *phrases;
	const scls_page *page;
	scls_block_line *lines;   /* one a block */
	uint8_t *roles;     /* one a block */
	const uint8_t *is_body; /* HTML: SCLS_IS_... or 0, one a block */
	scls_list *lists;
	scls_item *items;
	const uint8_t *notes; /* text: not 0 of a line that only tells of the
	                       one before; NULL: not looked for */
	const scls_page *whole; /* text: the page before scls_unjoin; or NULL */
	const scls_block_line *whole_lines; /* one a block of whole */
	uint32_t *block_of;     /* of whole, one a line */
	const uint8_t *is_row;  /* HTML: not 0 of a block that was made a link,
	                           see bare.h; NULL: none was */
	int has_anchors;    /* not 0: HTML whose links are its anchors */
	uint32_t n_lists, n_items, max_items;
	uint32_t title_begin, title_end;
} scls_draft;

/* Takes room for roles, lists and up to max_items items; looks at every
 * block.  Returns SPAMCLS_OK or SPAMCLS_E_NOMEM. */
SCLS_MUST_USE scls_status scls_draft_begin(scls_draft *draft,
                                           scls_arena *arena,
                                           const scls_phrases *phrases,
                                           const scls_page *page);

/* Takes room for the lists and items of draft->page anew, where that is not the
 * one it began with.  Returns SPAMCLS_OK or SPAMCLS_E_NOMEM. */
SCLS_MUST_USE scls_status scls_draft_room(scls_draft *draft);

/* Not 0 where line i of plain text is wide and ends so; and where it is wider,
 * and no headline, or one sentence or two. */
int scls_is_sentence(const scls_draft *draft, uint32_t i);
int scls_is_paragraph(const scls_draft *draft, uint32_t i);

/* Looks at block i. */
void scls_look_at(scls_draft *draft, uint32_t i);

/* What a block is; anything but 0 stands in the body's place. */
enum { SCLS_IS_BODY = 1, SCLS_IS_REPEATED = 2 };

/* The text of block i, and of a link of the page or a part of one. */
scls_span scls_block_text(const scls_page *page, uint32_t i);

static inline scls_span scls_link_text(const scls_page *page,
                                       const scls_page_link *link)
{
	return scls_span_between(page->text, link->begin, link->end);
}

/* Instead of a block's index, where there is none. */
#define SCLS_NO_BLOCK UINT32_MAX

/* Opens a list of the role; heading is a block's index or SCLS_NO_BLOCK. */
void scls_list_open(scls_draft *draft, uint32_t heading, spamcls_role role,
                    int trailing);

/* Adds text [begin, end) of a block to the open list, trimmed of bullets and
 * white space; nothing is added where nothing is left or no room is. */
void scls_list_add(scls_draft *draft, const scls_item *item);

/* What a date in a line stands beside. */
typedef enum scls_date_beside {
	SCLS_NO_DATE = 0, SCLS_DATE_BESIDE_HEADLINE, SCLS_DATE_BESIDE_LITTLE
} scls_date_beside;

/* Whether a date stands in line i of plain text, at its end or its front; sets
 * *rest to what else does, without bullets. */
scls_date_beside scls_line_date(const scls_draft *draft, uint32_t i,
                                scls_span *rest);

/* Adds a line of plain text, a whole block, which gets the role: without its
 * date or views where a line beside it has the like, and as two items where it
 * has two columns of headlines. */
void scls_list_add_line(scls_draft *draft, uint32_t block, uint8_t role);

/* Closes the open list; one without items is dropped. */
void scls_list_close(scls_draft *draft);

/* Plain text: a line that is several headlines in a row, with bars, dots or
 * gaps between them, becomes as many lines of a page of the draft's own; the
 * first of those of a block; and the split of such a page as one of the whole.
 * Both return SPAMCLS_OK or SPAMCLS_E_NOMEM. */
SCLS_MUST_USE scls_status scls_unjoin(scls_draft *draft);
uint32_t scls_first_line(const scls_draft *draft, uint32_t block);
SCLS_MUST_USE scls_status scls_rejoin(scls_draft *draft, scls_split *split);

/* The block, before scls_unjoin, that line i is of, and how it looks. */
static inline const scls_block *scls_whole_block(const scls_draft *draft,
                                                 uint32_t i)
{
	return draft->whole == NULL ? &draft->page->blocks[i]
	       : &draft->whole->blocks[draft->block_of[i]];
}

static inline const scls_block_line *scls_whole_line(const scls_draft *draft,
                                                     uint32_t i)
{
	return draft->whole == NULL ? &draft->lines[i]
	       : &draft->whole_lines[draft->block_of[i]];
}

/* Plain text: finds the lines that only tell of the one before: a day or an
 * address; behind a headline a day with little beside it, or words that come
 * again between others, figures aside (views, an author, "more").  Returns
 * SPAMCLS_OK or SPAMCLS_E_NOMEM. */
SCLS_MUST_USE scls_status scls_find_notes(scls_draft *draft);

/* Whether line i is one of those. */
static inline int scls_is_note(const scls_draft *draft, uint32_t i)
{
	return draft->notes != NULL && draft->notes[i];
}

/* Splits plain text, whose blocks are lines.  Returns SPAMCLS_OK or
 * SPAMCLS_E_NOMEM. */
SCLS_MUST_USE scls_status scls_split_text(scls_draft *draft);

/* Adds text, number k of n lines that may be links, to those whose scores
 * decide whether they are: all of a few, else some, spread over them. */
void scls_ask(scls_split *split, uint32_t k, uint32_t n, scls_span text);

/* Not 0 where block i is <title>. */
int scls_is_html_title(const scls_page *page, uint32_t i);

/* Sets the draft's title: the first h1 that is no link of a list; without one
 * <title>; without either it stays. */
void scls_html_title(scls_draft *draft);

/* Splits HTML with anchors.  Returns SPAMCLS_OK or SPAMCLS_E_NOMEM. */
SCLS_MUST_USE scls_status scls_split_html(scls_draft *draft);

/* A step of it: the roles of blocks by is_body, and the title, as they are
 * before links are gathered into lists. */
void scls_html_roles(scls_draft *draft);

#endif
