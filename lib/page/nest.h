/*
 * nest.h - how deep the tags of a page are nested, told as they are scanned.
 *
 * An end tag that nothing awaits is searched for through all open elements
 * (stack.h), so a deep stack and many stray end tags would take hours.  Here
 * neither gets through.
 */
#ifndef SCLS_PAGE_NEST_H
#define SCLS_PAGE_NEST_H

#include "page/tag_rule.h"

/* A tag's name: letters and digits, its first eight as a number. */
typedef struct scls_tag_name {
	const scls_tag_rule *rule;
	size_t size;
	uint64_t hash;      /* scls_tag_hash */
	uint64_t key;
} scls_tag_name;

/* The name at data, which is at a letter. */
scls_tag_name scls_tag_name_at(const scls_tag_table *table, const char *data,
                               const char *end);

/* Elements that are open; open has room for max keys. */
typedef struct scls_nest {
	uint64_t *open;
	uint32_t n, max;
	uint32_t over;      /* elements left out because max was reached */
	uint32_t alone;     /* elements of kind ALONE that were opened */
	int too_deep;
} scls_nest;

/* Not 0 where the start tag may stand. */
int scls_nest_open(scls_nest *nest, const scls_tag_name *name);

/* Not 0 where the end tag closes something. */
int scls_nest_close(scls_nest *nest, const scls_tag_name *name);

#endif
