/* element.h - the elements of HTML that matter for blocks. */
#ifndef SCLS_PAGE_ELEMENT_H
#define SCLS_PAGE_ELEMENT_H

#include "base/span.h"

/* What an element does; SCLS_E_<NAME> from elements.def. */
enum scls_element {
	SCLS_E_OTHER = 0, /* inline, without a meaning here */
	SCLS_E_OWN,       /* of no known name, as those of a page's own */
	SCLS_E_BOX,       /* of these one that holds lines ... */
	SCLS_E_BOXES,     /* ... and one that holds others of them */
#define SCLS_ELEMENT(name, block, raw, within, tag) SCLS_E_##name,
#include "page/elements.def"
#undef SCLS_ELEMENT
	SCLS_E_COUNT
};

/* What a line of elements.def says. */
typedef struct scls_element_info {
	const char *name; /* in capitals; "" for the first four */
	uint8_t block;    /* begins and ends a block */
	uint8_t raw;      /* its content is no text of the page */
	uint16_t within;  /* SCLS_IN_... of what is inside */
	uint8_t tag;      /* scls_tag of its blocks; 0: that of its parent */
} scls_element_info;

/* By enum scls_element. */
extern const scls_element_info scls_elements[];

/* What is known of an element. */
static inline const scls_element_info *scls_element_of(int element)
{
	return &scls_elements[element];
}

/* The element of that name, any case; SCLS_E_OTHER for the rest. */
int scls_element_find(const char *name, size_t size);

/* The first bytes of a word and of the zeroes behind it: those of the mask are
 * compared. */
typedef struct scls_token_head {
	uint64_t bytes, mask;
} scls_token_head;

/* Where the words of tokens.def stand, by their first two letters. */
typedef struct scls_token_index {
	uint8_t from[26 * 26 + 1]; /* of each two letters the first word, up to
	                              that of the next two */
	scls_token_head head[256]; /* of each word */
} scls_token_index;

/* Fills *index: once for all pages. */
void scls_token_index_fill(scls_token_index *index);

/*
 * The SCLS_IN_... bits that class, id, role and itemprop speak of, by the
 * words of tokens.def.
 */
uint16_t scls_tokens_within(const scls_token_index *index, scls_span tokens);

/* Not 0 where the style hides the element from a reader. */
int scls_style_hides(scls_span style);

#endif
