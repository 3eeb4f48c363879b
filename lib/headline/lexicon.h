/*
 * lexicon.h - the terms of all slot classes in one immutable trie.
 *
 * Terms are folded like headlines; the longest one that starts at a unit is
 * found without any segmentation into words.
 */
#ifndef SCLS_HEADLINE_LEXICON_H
#define SCLS_HEADLINE_LEXICON_H

#include "base/alloc.h"
#include "base/span.h"

typedef struct scls_lexicon scls_lexicon;

/* One lexicon file in memory. */
typedef struct scls_lexicon_text {
	const char *name;  /* for errors */
	scls_span text;
} scls_lexicon_text;

/*
 * Reads n files: "# comment", "[CLASS]", then one term a line.  A term that
 * stands in two classes belongs to the first.  On failure *error has file,
 * line, column and reason.
 * Returns SPAMCLS_OK, SPAMCLS_E_SYNTAX, SPAMCLS_E_LIMIT or SPAMCLS_E_NOMEM.
 */
SCLS_MUST_USE scls_status
scls_lexicon_new(scls_lexicon **lexicon, const scls_lexicon_text *files,
                 size_t n, const spamcls_allocator *allocator,
                 spamcls_error *error);
void scls_lexicon_free(scls_lexicon *lexicon); /* NULL is allowed */

uint32_t scls_lexicon_terms(const scls_lexicon *lexicon);
uint64_t scls_lexicon_hash(const scls_lexicon *lexicon);

/*
 * The length of the longest term at unit[at], 0 where there is none; *cls
 * gets its class.  A term that ends in a letter or digit of an alphabet must
 * end where the word does.
 */
uint32_t scls_lexicon_longest(const scls_lexicon *lexicon,
                              const uint32_t *unit, uint32_t n, uint32_t at,
                              unsigned *cls);

#endif
