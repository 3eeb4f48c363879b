/*
 * html.h - pieces of explain --html.
 */
#ifndef HTML_H
#define HTML_H

#include "explain/explain.h"

/* Text with what HTML gives a meaning escaped, in contents or in quotes. */
void html_put(const char *text, size_t size);
void html_text(const char *text);

/* A probability as explain_percent writes it. */
void html_percent(float probability);

/* From the doctype to the open body; title is cut where it is long. */
void html_head(const char *title, size_t size);

/*
 * Reasons in order of weight as bars, each beginning where the one before
 * ended, so that the last one ends at the sum; of many, the lighter ones are
 * folded away.
 */
void html_reasons(const spamcls_reason *sorted, size_t n);

/* A headline, its slots named and its evidence marked. */
void html_marked(const explain_line *line);

/* Its pattern in words and its reasons; 0 where there is no memory. */
int html_inside(const explain_line *line);

/* How the text was read, as paragraphs. */
void html_notes(uint32_t flags);

/* What marks and dots mean; of a page (not 0), also the tint. */
void html_legend(int page);

/* The style sheet, in pieces; NULL ends it. */
extern const char *const html_style[];

#endif
