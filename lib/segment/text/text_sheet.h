/*
 * text_sheet.h - a plain-text page without its notes: what the forests are
 * asked of, which know no lines between those of a list.
 */
#ifndef SCLS_SEGMENT_TEXT_SHEET_H
#define SCLS_SEGMENT_TEXT_SHEET_H

#include "segment/text/text_border.h"

/* The lines that are left, as a page of their own; the draft's arena has all
 * memory. */
typedef struct scls_sheet {
	scls_draft draft;  /* of the lines that are no notes */
	scls_page page;    /* that draft's; text is the whole page's */
	uint32_t *line_of; /* of the whole page, one for each of these */
} scls_sheet;

/* Fills the sheet of a draft whose notes were found.  Returns SPAMCLS_OK or
 * SPAMCLS_E_NOMEM. */
SCLS_MUST_USE scls_status scls_sheet_begin(scls_sheet *sheet,
                                           const scls_draft *draft);

/* The run among the lines of the page, with the notes behind its last line;
 * n is their number. */
scls_run scls_sheet_run(const scls_sheet *sheet, const scls_draft *draft,
                        scls_run run);

#endif
