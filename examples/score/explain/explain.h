/*
 * explain.h - a page or a headline told to a person.
 */
#ifndef EXPLAIN_H
#define EXPLAIN_H

#include "tool.h"

#define NATS 1024.0 /* weights a nat */

/* What is told: a page and, in another session, its headlines one by one. */
typedef struct explain_page {
	const char *path;  /* or its address, where that is known */
	const spamcls_result *result;
	spamcls_session *headlines;
} explain_page;

/* One headline and all that is known of it. */
typedef struct explain_line {
	spamcls_span text;
	const spamcls_explanation *found;
	int32_t context;  /* what its list adds; 0 where it stands alone */
	const spamcls_db_info *labels; /* from which scores on; or NULL */
} explain_line;

/*
 * The line's reasons and what its list adds as one more, the heaviest first;
 * *n of them, malloc'ed, or NULL.
 */
spamcls_reason *explain_reasons(const explain_line *line, size_t *n);

/* The reasons in order of weight, the heaviest first; malloc'ed, or NULL. */
spamcls_reason *explain_sorted(const spamcls_reason *reasons, size_t n);

/* The slot that holds byte at, or NULL. */
const spamcls_slot *explain_slot(const spamcls_explanation *found,
                                 uint32_t at);

/* Not 0 where byte at is evidence of a reason that weighs at least half a
 * nat. */
int explain_is_evidence(const spamcls_explanation *found, uint32_t at);

/*
 * A skeleton in words: "{ORG}" is handed to slot with its meaning, what
 * stands between to text, in order.
 */
typedef struct explain_words {
	void (*slot)(const spamcls_slot *slot);
	void (*text)(const char *text, size_t size);
} explain_words;

/* Takes the skeleton of what was found apart so, slots in order. */
void explain_pattern(const spamcls_explanation *found,
                     const explain_words *words);

/* A probability for people: what is not certain is not 100 %, nor 0 %.
 * Returns buffer. */
#define EXPLAIN_PERCENT 8 /* bytes of "<0.1%" and the like */
const char *explain_percent(float probability, char *buffer);

/* A role's name in Chinese. */
const char *explain_role_zh(spamcls_role role);

/* The segments of one role from *i on as one; moves *i behind them. */
spamcls_segment explain_stretch(const spamcls_result *result, size_t *i);

/* For a terminal, in colour where colour is not 0; an exit code. */
int explain_text(const explain_page *page, int colour);
int explain_text_line(const explain_line *line, int colour);

/* Reasons as bars, with their sum; 0 where there is no memory. */
int explain_text_reasons(const spamcls_reason *reasons, size_t n,
                         spamcls_span text, int colour);

/* One self-contained HTML file to standard output; an exit code. */
int explain_html(const explain_page *page);
int explain_html_line(const explain_line *line);

/* Of a page with such a flag there is nothing to show. */
#define EXPLAIN_NOTHING (SPAMCLS_FLAG_NOT_TEXT | SPAMCLS_FLAG_EMPTY)

/* How the text was read: each flag is handed to tell, with its name. */
typedef void explain_note(const char *name, const char *en, const char *zh);
void explain_notes(uint32_t flags, explain_note *tell);

/* For a terminal, a line each. */
void explain_text_notes(uint32_t flags);

#endif
