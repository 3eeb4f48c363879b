/*
 * split_draft.h - a split in the making, with the page's blocks looked at:
 * what all files of this room work on.  split_lists.h fills its lists,
 * split_steps.h has the steps that it goes through.
 */
#ifndef SCLS_SEGMENT_SPLIT_DRAFT_H
#define SCLS_SEGMENT_SPLIT_DRAFT_H

#include "segment/line/phrase.h"
#include "segment/line/line_shape.h"
#include "segment/split.h"

/* One block, looked at once. */
typedef struct scls_block_line {
	scls_shape shape;
	uint8_t phrase;   /* scls_phrase; an imprint is FOOTER */
	uint8_t imprint;  /* copyright, a licence's number */
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

/* The text of block i, its white space and all. */
scls_span scls_block_text(const scls_page *page, uint32_t i);

/* That of a link of the page, or of a part of one. */
static inline scls_span scls_link_text(const scls_page *page,
                                       const scls_page_link *link)
{
	return scls_span_between(page->text, link->begin, link->end);
}

/* Not 0 where block i is <title>. */
int scls_is_html_title(const scls_page *page, uint32_t i);

/* What a block of HTML is in draft->is_body; both stand in the body's place,
 * the second repeats what stood there before. */
enum { SCLS_IS_BODY = 1, SCLS_IS_REPEATED = 2 };

/* All zero but what scls_draft_begin sets; memory is the arena's. */
typedef struct scls_draft {
	scls_arena *arena;           /* borrowed, as are the next two */
	const scls_phrases *phrases;
	const scls_page *page;       /* or one of the draft's own: whole */
	scls_block_line *lines;      /* one a block */
	uint8_t *roles;              /* spamcls_role of each block */
	const uint8_t *is_body;      /* HTML: SCLS_IS_... or 0, one a block */
	scls_list *lists;            /* closed ones, then the open one */
	scls_item *items;            /* of all lists, in their order */
	const uint8_t *notes;   /* text: not 0 of a line that only tells of the
	                           one before; NULL: not looked for */
	const scls_page *whole; /* text: the page before scls_unjoin; or NULL */
	const scls_block_line *whole_lines; /* one a block of whole */
	uint32_t *block_of;     /* of whole, one a line */
	const uint8_t *is_row;  /* HTML: not 0 of a block that was made a link,
	                           see bare.h; NULL: none was */
	int has_anchors;        /* not 0: HTML whose links are its anchors */
	uint32_t n_lists, n_items;   /* closed lists; items of all */
	uint32_t max_items;          /* that there is room for */
	uint32_t title_begin, title_end; /* bytes of the text; equal: none */
} scls_draft;

/* Takes room for roles, lists and up to max_items items; looks at every
 * block.  Returns SPAMCLS_OK or SPAMCLS_E_NOMEM. */
SCLS_MUST_USE scls_status scls_draft_begin(scls_draft *draft,
                                           scls_arena *arena,
                                           const scls_phrases *phrases,
                                           const scls_page *page);

/* Takes room for the lists and items of draft->page anew, where that is not the
 * page it began with.  Returns SPAMCLS_OK or SPAMCLS_E_NOMEM. */
SCLS_MUST_USE scls_status scls_draft_room(scls_draft *draft);

/* Whether c, the code point at text[at], is a bullet; a hyphen is one where a
 * blank follows it. */
static inline int scls_is_bullet(const char *text, size_t size, size_t at,
                                 uint32_t c)
{
	return scls_mark_of(c) == SCLS_MARK_BULLET
	       || (at + 1 < size && c == '-' && text[at + 1] == ' ');
}

/* Fills line i of the draft: shape, phrase, bullet. */
void scls_look_at(scls_draft *draft, uint32_t i);

/* Not 0 where line i of plain text is wide and ends as a sentence does. */
int scls_is_sentence(const scls_draft *draft, uint32_t i);

/* Not 0 where it is wider still, and no headline, or one sentence or two. */
int scls_is_paragraph(const scls_draft *draft, uint32_t i);

/* Instead of a block's index, where there is none. */
#define SCLS_NO_BLOCK UINT32_MAX

/* The block, before scls_unjoin, that line i is of. */
static inline const scls_block *scls_whole_block(const scls_draft *draft,
                                                 uint32_t i)
{
	return draft->whole == NULL ? &draft->page->blocks[i]
	       : &draft->whole->blocks[draft->block_of[i]];
}

/* And how that block looks. */
static inline const scls_block_line *scls_whole_line(const scls_draft *draft,
                                                     uint32_t i)
{
	return draft->whole == NULL ? &draft->lines[i]
	       : &draft->whole_lines[draft->block_of[i]];
}

/* Whether line i was found to be a note of the line before. */
static inline int scls_is_note(const scls_draft *draft, uint32_t i)
{
	return draft->notes != NULL && draft->notes[i];
}

#endif
