/*
 * split_lists.h - the lists of a split in the making: one is open at a time,
 * and gets its items in the order of the text.
 */
#ifndef SCLS_SEGMENT_SPLIT_LISTS_H
#define SCLS_SEGMENT_SPLIT_LISTS_H

#include "segment/split_draft.h"

/* Opens a list of the role; heading is a block's index or SCLS_NO_BLOCK, and
 * trailing is not 0 where the list stands behind the whole body. */
void scls_list_open(scls_draft *draft, uint32_t heading, spamcls_role role,
                    int trailing);

/* Adds text [begin, end) of a block to the open list, trimmed of bullets and
 * white space; nothing is added where nothing is left or no room is. */
void scls_list_add(scls_draft *draft, const scls_item *item);

/* Adds a line of plain text, a whole block, which gets the role: without its
 * date or views where a line beside it has the like, and as two items where it
 * has two columns of headlines. */
void scls_list_add_line(scls_draft *draft, uint32_t block, uint8_t role);

/* Closes the open list; one without items is dropped. */
void scls_list_close(scls_draft *draft);

/* What a date in a line stands beside. */
typedef enum scls_date_beside {
	SCLS_NO_DATE = 0,          /* there is no date at either end */
	SCLS_DATE_BESIDE_HEADLINE, /* the rest reads like a headline */
	SCLS_DATE_BESIDE_LITTLE    /* the rest is nothing, or a label */
} scls_date_beside;

/* Whether a date stands in line i of plain text, at its end or its front; sets
 * *rest to what else does, without bullets. */
scls_date_beside scls_line_date(const scls_draft *draft, uint32_t i,
                                scls_span *rest);

#endif
