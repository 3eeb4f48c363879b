/*
 * skip.h - what the parser is shown of a page: its tags, and little else.
 *
 * Half of a page's bytes are scripts, styles, comments and drawings; of the
 * rest most are text and attributes, which the parser would copy more than
 * once.  A byte scan takes out the former and puts the latter aside, and the
 * parser gets their numbers: it is left with what only it can do, to say
 * which elements are open.  What it never sees cannot harm it.
 */
#ifndef SCLS_PAGE_SKIP_H
#define SCLS_PAGE_SKIP_H

#include "base/alloc.h"
#include "base/span.h"
#include "page/nest.h"

/* Put before the number of a text, and behind it. */
#define SCLS_SKIM_TEXT 'x'
#define SCLS_SKIM_STOP '.'
/* Put before the number of a tag's attributes: an attribute without value.
 * The parser keeps every name it meets, so the numbers come round again. */
#define SCLS_SKIM_ATTRIBUTES 'a'
#define SCLS_SKIM_ROUND 512u

/* A page in the parser's form; its memory is kept from page to page. */
typedef struct scls_skim {
	spamcls_allocator allocator;
	char *out;          /* what the parser is shown, a NUL behind it */
	size_t size, room;
	scls_span *text;    /* texts put aside, in order */
	size_t n_texts, text_room;
	scls_span *tag;     /* attributes put aside, in order */
	size_t n_tags, tag_room;
} scls_skim;

void scls_skim_free(scls_skim *skim);

/*
 * Fills skim from html, without script, style, svg, iframe, template, math,
 * object, select and comments, without images and other tags that have no
 * content, and without the tags that nest refuses.  White space that stands
 * by itself becomes one space or line end, any other text a number, as do a
 * tag's attributes.  A script, style or comment that is never closed reaches
 * to the end, as in a browser; of the others only the tag is lost.
 * Returns SPAMCLS_OK or SPAMCLS_E_NOMEM.
 */
SCLS_MUST_USE scls_status scls_skip_raw(scls_span html, scls_nest *nest,
                                        scls_skim *skim);

#endif
