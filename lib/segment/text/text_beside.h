/*
 * text_beside.h - prices behind the headlines of a plain-text page, and arrows
 * before them, which the forest of lines does not know.
 */
#ifndef SCLS_SEGMENT_TEXT_BESIDE_H
#define SCLS_SEGMENT_TEXT_BESIDE_H

#include "segment/split_draft.h"

/*
 * Gives draft lines of its own, with the shape of what is left, where a price
 * or a sign stands beside a headline and beside that of the line before or
 * behind it.  Where there is none it stays as it is.  Returns SPAMCLS_OK or
 * SPAMCLS_E_NOMEM.
 */
SCLS_MUST_USE scls_status scls_text_beside(scls_draft *draft);

#endif
