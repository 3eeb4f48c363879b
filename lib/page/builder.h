/*
 * builder.h - events to blocks and links.
 */
#ifndef SCLS_PAGE_BUILDER_H
#define SCLS_PAGE_BUILDER_H

#include "page/element.h"
#include "page/events.h"
#include "page/page.h"

/* One open element. */
typedef struct scls_open {
	uint32_t path;       /* hash of the names from the root */
	uint32_t kin;        /* of names and classes */
	uint32_t container, outer; /* as in scls_block */
	uint32_t name;       /* of a box: the hash of its name's end */
	uint16_t within, nearest;  /* the same */
	uint8_t element;     /* enum scls_element */
	uint8_t tag;         /* scls_tag of its blocks */
} scls_open;

/* A link without text. */
typedef struct scls_bare_link {
	uint32_t link;       /* its number */
	uint32_t kind;       /* the same for links that stand alike and lead to
	                        one site */
	const char *tag;     /* behind its name */
	scls_span name;      /* what an attribute says */
	scls_open open;      /* where it stands */
} scls_bare_link;

/* An attribute's value and what its words say: pages repeat them. */
typedef struct scls_seen_value {
	scls_span value;     /* of this page */
	uint64_t hash;       /* of the value */
	uint16_t within;     /* SCLS_IN_... that it speaks of */
} scls_seen_value;

#define SCLS_SEEN_VALUES 512u /* places for them, by their hash */

/* A page in the making.  Arrays are its own, grow as they have to and are kept
 * for the next page; a room is in elements. */
struct scls_builder {
	spamcls_allocator allocator;
	const spamcls_limits *limits; /* borrowed: scls_builder_reset */
	char *text;
	size_t text_size, text_room;
	scls_block *blocks;
	size_t n_blocks, block_room;
	scls_page_link *links;
	size_t n_links, link_room;
	scls_arena hrefs;    /* and attributes that were decoded */
	scls_span base;      /* of the first <base href> */
	scls_open *open;     /* limits->depth + 1 of them */
	size_t open_room;
	uint32_t depth;      /* elements open, also beyond the limit */
	uint32_t hidden_at;  /* the depth beyond the limit from which on nothing
	                        is seen; 0: none */
	uint32_t containers; /* that were opened: the number of the last one */
	uint32_t raw;        /* raw elements open */
	uint32_t block_begin; /* where the block that is written begins */
	uint32_t link_bytes; /* of the block, in links that have ended */
	uint32_t link_from;  /* where the open link's share of it begins */
	int in_link, space;  /* a space is due before the next word */
	uint32_t box_end;    /* where the text of the last box ended, the
	                        innermost of those that ended there */
	scls_open box;       /* what was open then, its path and kin its own */
	uint32_t indent;     /* blanks before the first word, in <pre> */
	const char *link_tag; /* of the open link, behind its name */
	const char *source_end; /* of the page, where there is any */
	scls_bare_link *bare; /* links without text, in the page's order */
	size_t n_bare, bare_room;
	uint32_t link_end;   /* where the last link ended */
	int in_title;        /* 1 + the blocks before <title>; 0: none */
	uint32_t title_begin, title_end; /* equal: none has said anything */
	scls_seen_value seen[SCLS_SEEN_VALUES];
	int has_seen;        /* 0: all of them are empty */
	scls_token_index tokens; /* the same for all pages */
	uint32_t flags;      /* SPAMCLS_FLAG_TRUNCATED_..., HIDDEN_TEXT */
	scls_status status;  /* the first failure */
};

/* Gets ready for a page; keeps the memory of the last one.  limits must outlive
 * the page.  Returns SPAMCLS_OK or SPAMCLS_E_NOMEM. */
SCLS_MUST_USE scls_status scls_builder_reset(scls_builder *builder,
                                             const spamcls_limits *limits);

/* Ends the last block and fills *page, which borrows from the builder until its
 * next reset.  Returns SPAMCLS_OK, or SPAMCLS_E_NOMEM where any step since the
 * reset had no memory. */
SCLS_MUST_USE scls_status scls_builder_finish(scls_builder *builder,
                                              scls_page *page);

/* Sets up an empty one, which takes no memory yet. */
void scls_builder_init(scls_builder *builder,
                       const spamcls_allocator *allocator);

/* Gives back what it took. */
void scls_builder_free(scls_builder *builder);

/* The innermost element that is kept; deeper ones share it. */
static inline scls_open *scls_builder_innermost(scls_builder *b)
{
	return &b->open[b->depth < b->limits->depth ? b->depth
	                                            : b->limits->depth];
}

/* Bytes of the white space beyond ASCII (U+00A0, U+3000) at data, of which
 * `left` can be read; 0: there is none. */
static inline size_t scls_wide_space(const char *data, size_t left)
{
	if (left >= 2 && memcmp(data, "\xC2\xA0", 2) == 0)
		return 2;
	return left >= 3 && memcmp(data, "\xE3\x80\x80", 3) == 0 ? 3 : 0;
}

/* The page's next block, and its next link, whose address lasts as long as the
 * page, no more of it than SCLS_MAX_HREF: to be filled in and counted.  NULL
 * where there may be no more, which flags say, or where there is no memory,
 * which status says. */
scls_block *scls_builder_next_block(scls_builder *builder);
scls_page_link *scls_builder_next_link(scls_builder *builder, scls_span href);

/* What an element of no known name is, which is about to be opened: SCLS_E_BOX,
 * if its name has a hyphen, it begins a line or stands behind a box, and what
 * it is in may have boxes, or if that has others; else SCLS_E_OWN. */
int scls_box_element(scls_builder *builder, const scls_attributes *a);

/* The innermost element, of no known name, ends: what it was.  What is written
 * behind a box goes on with its line, if no other begins; in a box all stand by
 * themselves. */
int scls_box_end(scls_builder *builder);

/* Notes that the last link, which ends here, has no text. */
void scls_builder_note_bare(scls_builder *builder);

/* Puts names of such links behind all blocks, where five at least that stand
 * alike lead to one site, and where no other link leads; returns how many. */
uint32_t scls_builder_put_names(scls_builder *builder);

/* Ends the block that is being written, if it has any text. */
void scls_builder_end_block(scls_builder *builder);

#endif
