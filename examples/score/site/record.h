/*
 * record.h - one answer of score, or of the crawler, as a page of a sketch.
 */
#ifndef RECORD_H
#define RECORD_H

#include "site/address.h"
#include "tool.h"

#include <jansson.h>

/* A page and what it borrows from; all zero at first, reused. */
typedef struct record {
	spamcls_page page;
	address address;
	json_t *object;
	spamcls_marked *marked;
	size_t room;
} record;

/* What record_read found. */
typedef enum record_found {
	RECORD_PAGE,  /* a page, perhaps one that could not be read */
	RECORD_BAD,   /* no answer of score */
	RECORD_NOMEM
} record_found;

/* Reads one line.  The page is borrowed until the next call. */
record_found record_read(record *record, spamcls_span line,
                         const address_rules *rules);

/* Frees what it borrows from, not *record. */
void record_free(record *record);

#endif
