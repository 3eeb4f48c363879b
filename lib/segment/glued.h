/*
 * glued.h - what stands at one end of a link with nothing between: "Bridge
 * reopensRead more", «…続きを読む», «国际…».
 *
 * Where each link has its button or its section in an element of its own, the
 * text has them glued to the headline.  No mark tells where they begin, so they
 * are known by their words (glued.def); what a template ends in is none of
 * them.
 */
#ifndef SCLS_SEGMENT_GLUED_H
#define SCLS_SEGMENT_GLUED_H

#include "base/span.h"

/*
 * The label that the line ends in, with the brackets, arrows and dots around
 * it; empty where there is none.  Of words in ASCII the first begins with a
 * capital.
 */
scls_span scls_label_behind(scls_span line);

/* The label that the line begins with; of one in ASCII a capital or a figure
 * has to follow. */
scls_span scls_label_before(scls_span line);

/* The section's name that the line begins with, as a label. */
scls_span scls_section_before(scls_span line);

#endif
