/*
 * asides.h - links between the paragraphs of a body that lead away from it:
 * «相关阅读：...», "Read also: ...".
 *
 * Where each stands among paragraphs, in an element like theirs, a forest that
 * sees one block at a time takes it for one of them.
 */
#ifndef SCLS_SEGMENT_ASIDES_H
#define SCLS_SEGMENT_ASIDES_H

#include "segment/html/traits.h"

/*
 * Takes out of is_body, which has a byte a block, behind a paragraph of the
 * body, blocks that are a headline which links to another page, if words that
 * head a list stand before it: in its block, at its front before a colon, or in
 * a block of their own where a paragraph is behind it; these go, too.
 */
void scls_asides_settle(const scls_view *view, uint8_t *is_body);

#endif
