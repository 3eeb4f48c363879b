/*
 * skip.h - a page as the few tokens that its blocks are made of.
 *
 * Half of a page's bytes are scripts, styles, comments and drawings: a byte
 * scan jumps over them.  Of the rest it makes tokens that point into the page;
 * nothing is copied or decoded yet.
 */
#ifndef SCLS_PAGE_SKIP_H
#define SCLS_PAGE_SKIP_H

#include "base/alloc.h"
#include "base/span.h"
#include "page/nest.h"

/* What a token is: text between tags, or a tag. */
enum scls_token_kind {
	SCLS_TOKEN_TEXT,  /* more than white space */
	SCLS_TOKEN_PLAIN, /* the same, without references */
	SCLS_TOKEN_SPACE, /* white space alone */
	SCLS_TOKEN_LINE,  /* the same, and a line ends in it */
	SCLS_TOKEN_START, /* <p>; <p/>, too */
	SCLS_TOKEN_END    /* </p> */
};

/* One token; it points into the page. */
typedef struct scls_token {
	scls_span all;  /* the text, or all attributes of a start tag, which
	                   begin behind its name */
	uint64_t name;  /* of a tag: scls_tag_hash */
	const scls_tag_rule *rule; /* of a tag: what its name means */
	uint8_t kind;   /* enum scls_token_kind */
	uint8_t slash;  /* a start tag that says it is an end tag, too */
	uint8_t cut;    /* the page ends before the tag does */
} scls_token;

/* A scan and the tokens it made last; their memory is kept from page to page,
 * and is no more for a large one. */
typedef struct scls_skim {
	spamcls_allocator allocator;
	const scls_tag_table *rules; /* borrowed, as nest is */
	scls_token *token;
	size_t n, room;
	const char *at, *end; /* of the page, where the scan stands */
	scls_nest *nest;
	/* Elements no end tag of which is to come: room for more than are
	 * skipped. */
	const scls_tag_rule *unclosed[16];
	uint32_t n_unclosed;
	scls_status status; /* SPAMCLS_OK, or SPAMCLS_E_NOMEM from there on */
} scls_skim;

/* Gives the memory back. */
void scls_skim_free(scls_skim *skim);

/* Begins a page; it and nest must last as long as the scan. */
void scls_skip_begin(scls_skim *skim, scls_span html, scls_nest *nest);

/*
 * Puts the next tokens in place of the last: all were made once skim->at is
 * skim->end.  They are those of the page without script, style, svg, iframe,
 * template, math, object and comments, without a select that is no jump menu
 * (jump.h), without images and other tags that have no content, and without the
 * tags that nest refuses.  A name counts
 * as a whole: <svg-icon> is an element of the page's own, and stays.  A script,
 * style or comment that is never closed reaches to the end, as in a browser; of
 * the others only the tag is lost.  Between the tags of a title, textarea or
 * xmp all is text, and so is what follows a plaintext; where an input or embed
 * is seen stands white space.
 * Returns SPAMCLS_OK or SPAMCLS_E_NOMEM.
 */
SCLS_MUST_USE scls_status scls_skip_more(scls_skim *skim);

#endif
