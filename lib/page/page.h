/*
 * page.h - one flat list of blocks and links in reading order: the product
 * of the page room, the same for HTML and for plain text.
 *
 * A block is what a reader sees as one paragraph, heading, list item or
 * table cell.  All offsets are bytes of scls_page.text.  In a page made from
 * plain text, text is the decoded input and a block is a line, or a link of a
 * line that is links as Markdown writes them and nothing else; in one made
 * from HTML, text is the blocks' text, white space collapsed, one block a
 * line; before a line of code stands its indentation.
 */
#ifndef SCLS_PAGE_PAGE_H
#define SCLS_PAGE_PAGE_H

#include "base/arena.h"
#include "base/span.h"

/* What kind of element made the block. */
typedef enum scls_tag {
	SCLS_TAG_TEXT = 0, /* plain text, or none of the below */
	SCLS_TAG_P, SCLS_TAG_DIV, SCLS_TAG_LI, SCLS_TAG_DT, SCLS_TAG_TD,
	SCLS_TAG_H1, SCLS_TAG_H2, SCLS_TAG_H3, SCLS_TAG_H4, SCLS_TAG_H5,
	SCLS_TAG_H6, SCLS_TAG_PRE, SCLS_TAG_BLOCKQUOTE, SCLS_TAG_A,
	SCLS_TAG_SPAN, SCLS_TAG_BUTTON, SCLS_TAG_CAPTION, SCLS_TAG_COUNT
} scls_tag;

/* Not 0 where it is one of h1 to h6. */
static inline int scls_tag_is_heading(uint8_t tag)
{
	return tag >= SCLS_TAG_H1 && tag <= SCLS_TAG_H6;
}

/* Bits of scls_block.within: open elements around the block. */
#define SCLS_IN_ARTICLE 0x0001u  /* article */
#define SCLS_IN_MAIN    0x0002u  /* main, role=main */
#define SCLS_IN_NAV     0x0004u  /* nav, role=navigation, menu, breadcrumb */
#define SCLS_IN_HEADER  0x0008u
#define SCLS_IN_FOOTER  0x0010u
#define SCLS_IN_ASIDE   0x0020u  /* aside, role=complementary */
#define SCLS_IN_LIST    0x0040u  /* ul, ol, dl */
#define SCLS_IN_TABLE   0x0080u
#define SCLS_IN_FORM    0x0100u
#define SCLS_IN_FIGURE  0x0200u
#define SCLS_IN_HIDDEN  0x0400u  /* not seen by a reader */
#define SCLS_IN_COMMENTS 0x0800u /* class or id of a comment thread */
#define SCLS_IN_RELATED 0x1000u  /* class or id of related links */
#define SCLS_IN_CONTENT 0x2000u  /* class, id or itemprop of an article's
                                    body */
#define SCLS_IN_CHROME  0x4000u  /* class or id of share bars, cookies, ads */
#define SCLS_IN_PRE     0x8000u

/* One block; those of a page lie one behind the other. */
typedef struct scls_block {
	uint32_t begin, end;     /* of its text */
	uint32_t first_link, n_links; /* links that begin in it */
	uint32_t link_bytes;     /* bytes of its text inside links */
	uint32_t path;           /* hash of the open elements' names */
	uint32_t container;      /* number of its nearest ul, table, div ... */
	uint16_t depth;          /* open elements */
	uint16_t within;         /* SCLS_IN_... */
	uint8_t tag;             /* scls_tag */
	uint8_t bullet;          /* a plain-text line with a bullet or number */
	uint16_t gap;            /* empty lines before it (plain text) */
	uint32_t kin;            /* as path, with the elements' classes */
	uint32_t outer;          /* number of the container around container */
	uint16_t nearest;        /* SCLS_IN_... of the innermost element that
	                            has any */
} scls_block;

/* One anchor, or a link of Markdown, in the order of the text. */
typedef struct scls_page_link {
	uint32_t begin, end;     /* of its text; begin == end: no text */
	scls_span href;          /* as written, entities decoded, NUL behind */
	uint32_t block;          /* index of the block it begins in */
} scls_page_link;

/* A page that was read.  All of it is borrowed from the reader. */
typedef struct scls_page {
	const char *text;        /* valid UTF-8, a NUL behind it */
	uint32_t text_size;
	const scls_block *blocks;
	uint32_t n_blocks;
	uint32_t n_names;        /* of these the last so many, which are not
	                            read: names of links without text */
	const scls_page_link *links;
	uint32_t n_links;
	uint32_t title_begin, title_end; /* of <title>, a block of its own,
	                            mostly the first; equal: there is none */
	scls_span base;          /* what hrefs are relative to, of the first
	                            <base href>: as written, NUL behind; or
	                            empty */
	spamcls_kind kind;       /* HTML or TEXT */
	uint32_t flags;          /* SPAMCLS_FLAG_TRUNCATED_..., HIDDEN_TEXT */
} scls_page;

/* What the first link of block i goes to; empty where it has none. */
static inline scls_span scls_block_href(const scls_page *page, uint32_t i)
{
	const scls_block *block = &page->blocks[i];

	return block->n_links > 0 ? page->links[block->first_link].href
	                          : scls_span_of("");
}

/* Reusable parser state of one session. */
typedef struct scls_reader scls_reader;

/* Takes the memory of its struct alone; tables are made with the first page.
 * Returns SPAMCLS_OK or SPAMCLS_E_NOMEM. */
SCLS_MUST_USE scls_status scls_reader_new(scls_reader **reader,
                                          const spamcls_allocator *allocator);
void scls_reader_free(scls_reader *reader); /* NULL is allowed */

/*
 * Reads valid UTF-8 into a page that borrows from reader (and, for plain
 * text, from text itself) until its next call.  kind GUESS looks for tags at
 * the front.  limits must be filled with real numbers, no zeroes.
 * Returns SPAMCLS_OK or SPAMCLS_E_NOMEM.
 */
SCLS_MUST_USE scls_status scls_read_page(scls_reader *reader, scls_span text,
                                         spamcls_kind kind,
                                         const spamcls_limits *limits,
                                         scls_page *page);

#endif
