/*
 * traits.h - a page of HTML seen by its forest: sums over its blocks, and from
 * them the traits of any one block.
 */
#ifndef SCLS_SEGMENT_TRAITS_H
#define SCLS_SEGMENT_TRAITS_H

#include "segment/forest/forest.h"
#include "segment/groups.h"
#include "segment/split_draft.h"

/* Columns of the forests: SCLS_TRAIT_<NAME>, in the order of traits.def. */
typedef enum scls_trait {
#define T(name) SCLS_TRAIT_##name,
#include "segment/html/traits.def"
#undef T
	SCLS_TRAIT_COUNT
} scls_trait;

/* What is known of block i beside its line. */
typedef struct scls_note {
	uint32_t path, box, kin, outer; /* the groups of scls_view it is in */
	uint32_t text;        /* the group of its text */
	uint32_t link_width;  /* columns in links, by their share of bytes */
	int32_t link_pm;      /* the same in thousandths of its width */
	uint16_t title_pm, seen_pm; /* of its wording, in thousandths, what the
	                               title has, and the page before it */
	uint8_t prose, headline; /* 1: it looks like a paragraph, a headline */
	uint8_t alike_before, alike_after; /* blocks near that look like it */
	uint8_t last_phrase;  /* the last telling phrase before it */
	uint16_t since_phrase, since_heading; /* blocks; SCLS_FAR_AWAY: none */
	uint16_t run_before, run_after; /* blocks of the same path */
} scls_note;

/* The page added up; all arrays are the arena's of the draft. */
typedef struct scls_view {
	const scls_draft *draft;
	scls_note *notes;     /* one a block */
	scls_sum *before;     /* n + 1: sums of the blocks before */
	uint32_t *last_prose, *next_prose; /* blocks; UINT32_MAX: none */
	scls_groups paths, boxes, kins, outers, texts; /* by path, container,
	                         kin, outer of the block, by its text */
	uint32_t n;           /* blocks */
	int32_t page[16];     /* the traits from page_n on */
} scls_view;

/* Not 0 where block i is a paragraph of the body so far. */
static inline int scls_is_body_prose(const scls_view *view, uint32_t i,
                                     const uint8_t *is_body)
{
	return is_body[i] && view->notes[i].prose;
}

/* Adds the page up.  Returns SPAMCLS_OK or SPAMCLS_E_NOMEM. */
SCLS_MUST_USE scls_status scls_view_begin(scls_view *view,
                                          const scls_draft *draft);

/* The step of it that compares each block with those around it.  Returns
 * SPAMCLS_OK or SPAMCLS_E_NOMEM. */
SCLS_MUST_USE scls_status scls_view_alike(scls_view *view);

/* The traits of block i. */
void scls_traits_of(const scls_view *view, uint32_t i,
                    int32_t row[SCLS_TRAIT_COUNT]);

/* Blocks whose early score is below this (1/1024 nat) are not looked at
 * again. */
#define SCLS_NO_DOUBT (-2000)

/* The log-odds of all blocks, 1/1024 nat, by the trees of both forests, or by
 * the early ones alone where they leave no doubt of a block and of those
 * around it.  Returns SPAMCLS_OK or SPAMCLS_E_NOMEM. */
SCLS_MUST_USE scls_status scls_view_score_staged(const scls_view *view,
                                                 const scls_forest *early,
                                                 const scls_forest *rest,
                                                 int32_t *scores);

#endif
