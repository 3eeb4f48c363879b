/*
 * stack.h - which elements are open: what tags say, and what they leave out.
 *
 * Pages leave out end tags, and html, head, body and p where they please.
 * The rules are those of libxml2 2.9, without its tree, and those of browsers
 * for end tags that are missing or wrong.
 */
#ifndef SCLS_PAGE_STACK_H
#define SCLS_PAGE_STACK_H

#include "page/events.h"
#include "page/stacked.h"

/* The elements of one page, and what is left to say of them. */
typedef struct scls_stack {
	const scls_tag_table *table;
	scls_builder *builder;   /* told of every element */
	scls_stacked *open;      /* room for most and a few implied ones */
	uint32_t n, most;        /* open ones, and how many may be */
	uint32_t bodies;         /* that are open */
	uint32_t ignored;        /* tags of html, head and body left out */
	uint32_t vain;           /* of scls_stacked_search */
	uint8_t had_head, had_body; /* written in the page or implied */
	uint8_t begun;           /* white space before is nothing */
	uint8_t space, line;     /* white space that waits for what follows */
	uint8_t full;            /* most was reached: the page ends there */
} scls_stack;

/* Elements that scls_stack.open has to have room for. */
#define SCLS_STACK_ROOM(most) ((size_t)(most) + 8u)

/* A start tag, and whether it ends in "/". */
void scls_stack_start(scls_stack *stack, scls_stacked tag,
                      const scls_attributes *attributes, int slash);

/* The same of a tag that the page's end cuts off: nothing follows it. */
void scls_stack_cut(scls_stack *stack, scls_stacked tag,
                    const scls_attributes *attributes);

/* An end tag, of whatever is open or of nothing. */
void scls_stack_end(scls_stack *stack, scls_stacked tag);

/* White space between tags; line: a line ends in it. */
void scls_stack_space(scls_stack *stack, int line);

/* Gets ready for text, which then goes to the builder. */
void scls_stack_text(scls_stack *stack);

/* Ends all that is open. */
void scls_stack_finish(scls_stack *stack);

#endif
