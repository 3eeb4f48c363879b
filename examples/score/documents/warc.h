/*
 * warc.h - the records of a web archive, one after the other (ISO 28500: WARC
 * 1.0 and 1.1).
 */
#ifndef DOCUMENTS_WARC_H
#define DOCUMENTS_WARC_H

#include "lines.h"

/* Bytes of a record's own fields; a record that has more is damaged. */
#define WARC_FIELDS ((size_t)64 << 10)

/* What a record's block is. */
typedef enum warc_type {
	WARC_OTHER,      /* nothing that a page could be in: it is not read */
	WARC_RESPONSE,   /* what a server answered, with its HTTP head */
	WARC_RESOURCE,   /* a page as it is */
	WARC_CONVERSION  /* the text of a page (WET) */
} warc_type;

/* Made of zeroes. */
typedef struct warc_record {
	warc_type type;
	tool_file fields;  /* "Name: value" lines */
	tool_file block;   /* its first bytes */
	int lost;          /* where the next begins is not known */
} warc_record;

/* Bytes that tell whether a file is an archive, and whether it is. */
#define WARC_LOOK 16u
int warc_begins(spamcls_span file);

/*
 * Reads the next record and, where a page may be in it, most bytes of its
 * block; what *record had goes.  Returns 1, 0 at the end, or -1 and *why (a
 * constant).  After a damaged record, which is record->lost, the next is the
 * one whose first line is found.
 */
int warc_next(lines *file, size_t most, warc_record *record,
              const char **why);

/* Frees fields and block, not *record. */
void warc_free(warc_record *record);

#endif
