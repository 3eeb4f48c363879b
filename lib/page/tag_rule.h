/* tag_rule.h - what the names of tags mean to the stack of open elements. */
#ifndef SCLS_PAGE_TAG_RULE_H
#define SCLS_PAGE_TAG_RULE_H

#include "base/alloc.h"
#include "base/hash.h"
#include <stdint.h>

#define SCLS_TAG_NUMBERS 128u /* names that closes.def may speak of */

/* Where elements stand, which tells what a page left out around them. */
enum scls_tag_place {
	SCLS_PLACE_BODY,   /* anywhere in the body */
	SCLS_PLACE_HEAD,   /* belongs into the head */
	SCLS_PLACE_FRAMES, /* stands where a body would */
	SCLS_PLACE_ROOT    /* html, head and body themselves */
};

/* What the scan of a page does with a tag. */
enum scls_tag_kind {
	SCLS_TAG_NESTS,   /* opens until its end tag */
	SCLS_TAG_ALONE,   /* its end tag may be left out */
	SCLS_TAG_LITERAL, /* up to its end tag no tag is one */
	SCLS_TAG_VERBATIM, /* nor is any reference */
	SCLS_TAG_REST,    /* the same, to the end of the page */
	SCLS_TAG_BREAK,   /* has no content, but ends a line */
	SCLS_TAG_EMPTY,   /* has none either, but attributes */
	SCLS_TAG_VOID,    /* has no content, and says nothing */
	SCLS_TAG_BOX,     /* the same, but is seen, and keeps words apart */
	SCLS_TAG_SKIPPED, /* its content is no text of the page */
	SCLS_TAG_RAW      /* nor is it markup: unclosed, it has no end */
};

/* What a name means; those of closes.def and of tag_rule.c have one each. */
typedef struct scls_tag_rule {
	uint64_t name;     /* scls_tag_hash */
	uint64_t closed_by[SCLS_TAG_NUMBERS / 64]; /* start tags, by number */
	uint8_t number;    /* 0: it closes nothing */
	uint8_t element;   /* enum scls_element */
	uint8_t strength;  /* no weaker end tag closes anything around it */
	uint8_t place;     /* enum scls_tag_place */
	uint8_t empty;     /* has no content and no end tag */
	uint8_t kind;      /* enum scls_tag_kind */
	const char *word;  /* the name, where kind says anything */
} scls_tag_rule;

/* Of a tag's name, whatever its case. */
uint64_t scls_tag_hash(const char *name, size_t size);

/* The same letter by letter, in lower case, from SCLS_HASH_SEED on. */
static inline uint64_t scls_tag_hash_add(uint64_t hash, char letter)
{
	return (hash ^ (unsigned char)letter) * SCLS_GOLDEN;
}

/* All names that mean something; read only once it is made. */
typedef struct scls_tag_table scls_tag_table;

/* Makes the table.  Returns SPAMCLS_OK or SPAMCLS_E_NOMEM. */
SCLS_MUST_USE scls_status
scls_tag_table_new(scls_tag_table **table, const spamcls_allocator *allocator);
void scls_tag_table_free(scls_tag_table *table); /* NULL is allowed */

/* What is known of the name; of one that means nothing the same for all. */
const scls_tag_rule *scls_tag_find(const scls_tag_table *table, uint64_t name);

/* Not 0 where an open element ends before the start tag. */
static inline int scls_tag_closes(const scls_tag_rule *open,
                                  const scls_tag_rule *start)
{
	return (int)(open->closed_by[start->number / 64]
	             >> (start->number % 64) & 1u);
}

#endif
