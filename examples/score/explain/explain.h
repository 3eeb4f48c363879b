/*
 * explain.h - a page or a headline told to a person.
 */
#ifndef EXPLAIN_H
#define EXPLAIN_H

#include "tool.h"

#define NATS 1024.0 /* weights a nat */

/* What is told: a page and, in another session, its headlines one by one. */
typedef struct explain_page {
	const char *path;
	const spamcls_result *result;
	spamcls_session *headlines;
} explain_page;

/* The reasons in order of weight, the heaviest first; malloc'ed, or NULL. */
spamcls_reason *explain_sorted(const spamcls_reason *reasons, size_t n);

/* To standard output, in colour where colour is not 0. */
int explain_text(const explain_page *page, int colour);

/* One self-contained HTML file to standard output. */
int explain_html(const explain_page *page);

/* Prints the names of the result's flags, each with before before it. */
void explain_flags(const spamcls_result *result, const char *before);

#endif
