/*
 * documents.h - what score and split judge: the FILEs, each a page, an archive
 * of pages or a page a line.
 */
#ifndef DOCUMENTS_H
#define DOCUMENTS_H

#include "documents/warc.h"
#include "lines.h"
#include "tool.h"

/* How a document is kept. */
typedef enum document_form {
	DOCUMENT_FILE,   /* all of a FILE */
	DOCUMENT_LINE,   /* a line of JSON */
	DOCUMENT_RECORD  /* a record of a web archive */
} document_form;

/* A document, first as it is found, then as it is read. */
typedef struct document {
	const char *path;    /* the FILE that it is in */
	document_form form;
	unsigned long number;/* of its line or record, from 1; 0: all of FILE,
	                        or not known */
	const char *why;     /* it cannot be read (a constant); NULL: it can */
	int no_page;         /* a record that has neither HTML nor text */

	lines file;          /* of DOCUMENT_FILE: to be read on */
	tool_file line;      /* of DOCUMENT_LINE */
	warc_record record;  /* of DOCUMENT_RECORD */

	tool_file bytes;     /* the page itself */
	spamcls_kind kind;
	char *url, *charset; /* or NULL */
	tool_file id;        /* as JSON: a line's "id", a WARC-Record-ID */
	int status;          /* of HTTP; 0: none is known */
	int partial;         /* the archive, or a fault, has cut it */
} document;

/* The FILEs that documents come from, and where in them they do. */
typedef struct documents {
	const tool_options *options;
	int next;            /* of options->files */
	const char *path;    /* of the FILE that is open; NULL: none is */
	document_form form;  /* what is in it */
	lines file;
	unsigned long number;/* of the last record */
	unsigned long pages; /* in it, up to there, or faults */
	unsigned long empty; /* archives that had none, as WAT files */
	int lost;            /* of an archive as in warc_record; of lines: what
	                        number the next one has */
} documents;

/* Finds the next document, without reading more of it than must be read in
 * order; by one thread at a time.  Returns 0 at the end. */
int documents_next(documents *from, document *found);

/* Reads it: what it is, and its bytes; by any thread. */
void document_read(const tool_options *options, document *found);

/* Frees what a document has, not *found. */
void document_free(document *found);
/* Closes the FILE that is open, if any. */
void documents_close(documents *from);

#endif
