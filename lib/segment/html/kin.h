/* kin.h - blocks that are made alike are taken alike. */
#ifndef SCLS_SEGMENT_KIN_H
#define SCLS_SEGMENT_KIN_H

#include "segment/html/traits.h"

/*
 * Draws every score (1/1024 nat) to the mean of the block's kin, the blocks
 * whose elements have the same names and classes: the forest sees one block at
 * a time, and the items of a list that it is in doubt of fall on both sides.
 * The more kin, the further, half way at most, and no further than a doubt.
 * Returns SPAMCLS_OK or SPAMCLS_E_NOMEM.
 */
SCLS_MUST_USE scls_status scls_kin_settle(const scls_view *view,
                                          int32_t *scores);

#endif
