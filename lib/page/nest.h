/*
 * nest.h - how deep the tags of a page are nested, told as they are scanned.
 *
 * An end tag that nothing awaits is searched for through all open elements
 * (stack.h), so a deep stack and many stray end tags would take hours.  Here
 * neither gets through, but for "</p>", and both searches are bounded.
 */
#ifndef SCLS_PAGE_NEST_H
#define SCLS_PAGE_NEST_H

#include "page/stacked.h"

/* A tag's name. */
typedef struct scls_tag_name {
	const scls_tag_rule *rule; /* never NULL */
	size_t size;        /* bytes */
	uint64_t hash;      /* scls_tag_hash */
} scls_tag_name;

/* The whole name at data, which is at a letter: <svg-icon> is no drawing. */
scls_tag_name scls_tag_name_at(const scls_tag_table *table, const char *data,
                               const char *end);

/* Elements that are open, but for html, head and body: pages leave these out
 * where they please, and the stack knows where they stand. */
typedef struct scls_nest {
	scls_stacked *open; /* room for SCLS_NEST_ROOM(max) */
	uint32_t n;         /* that are open */
	uint32_t deep, max; /* of these, elements of kind NESTS; how many of
	                       them there may be */
	uint32_t over;      /* elements left out because there were as many */
	uint32_t over_at;   /* n where the first of them stood */
	uint32_t roots;     /* html, head and body that were opened */
	uint32_t vain;      /* of scls_stacked_search */
	int too_deep;       /* not 0: a tag was refused, or vain is at its most:
	                       the page is read in part */
} scls_nest;

/* What closes itself (p, li, td) is no depth, but takes room. */
#define SCLS_NEST_ROOM(max) (((max) + 1u) * 4u)

/* Not 0 where the start tag may stand. */
int scls_nest_open(scls_nest *nest, const scls_tag_name *name);

/* The start tag that may stand ended its element, too. */
void scls_nest_shut(scls_nest *nest, const scls_tag_name *name);

/* Not 0 where the end tag says anything: it closes an element, or is one of
 * "</p>" and "</br>", which end a line wherever they stand. */
int scls_nest_close(scls_nest *nest, const scls_tag_name *name);

#endif
