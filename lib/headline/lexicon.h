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

/* Immutable; shared by all threads. */
typedef struct scls_lexicon scls_lexicon;

/* One lexicon file in memory. */
typedef struct scls_lexicon_text {
	const char *name;  /* for errors */
	scls_span text;
} scls_lexicon_text;

/*
 * Reads n files: "# comment", "[CLASS]", then one term a line.  A term stands
 * in one place of all files: a second time it is an error, in its own class,
 * too.  *error has the reason, unless there is no memory, and file, line and
 * column where a line is at fault.
 * Returns SPAMCLS_OK, SPAMCLS_E_SYNTAX, SPAMCLS_E_LIMIT or SPAMCLS_E_NOMEM.
 */
SCLS_MUST_USE scls_status
scls_lexicon_new(scls_lexicon **lexicon, const scls_lexicon_text *files,
                 size_t n, const spamcls_allocator *allocator,
                 spamcls_error *error);
void scls_lexicon_free(scls_lexicon *lexicon); /* NULL is allowed */

/*
 * The same from bytes that scls_lexicon_image gave, once and on this kind of
 * machine: nothing is read or copied, and they must outlive the lexicon.
 * They are trusted: for what is part of the program only.
 * Returns SPAMCLS_OK, SPAMCLS_E_FORMAT or SPAMCLS_E_NOMEM.
 */
SCLS_MUST_USE scls_status
scls_lexicon_map(scls_lexicon **lexicon, const void *data, size_t size,
                 const spamcls_allocator *allocator);

/* The lexicon as bytes: a head to be written before them. */
typedef struct scls_lexicon_head {
	char magic[8];  /* "SCLSLEX" and the format's number */
	uint64_t hash;  /* as of scls_lexicon_hash */
	uint32_t terms; /* how many there are */
	uint32_t size;  /* of the bytes behind the head */
} scls_lexicon_head;

/* Sets *head; returns the head->size bytes that go behind it, the lexicon's. */
const void *scls_lexicon_image(const scls_lexicon *lexicon,
                               scls_lexicon_head *head);

/* How many terms there are, and a hash of the files they came from: part of the
 * database id. */
uint32_t scls_lexicon_terms(const scls_lexicon *lexicon);
uint64_t scls_lexicon_hash(const scls_lexicon *lexicon);

/* 0 where no term begins with the word of these n letters of an alphabet, n
 * above 0, and then with what stands behind it: one that begins with less of
 * the word or with more ends in a word.  SCLS_TRIE_BEHIND units behind the
 * word are read. */
int scls_lexicon_has_word(const scls_lexicon *lexicon, const uint32_t *unit,
                          uint32_t n);

/*
 * A bit for each of the first 64 of n units, the lowest for unit[0]: 0 where
 * no term, no number and no hole begins.  See base/filter.h for what is read
 * behind them.
 */
uint64_t scls_lexicon_places(const scls_lexicon *lexicon, const uint32_t *unit,
                             uint32_t n);

/* Fetches what the search comes to by two units at these of the first 64
 * places: what several of them need arrives at once.  The unit behind each of
 * them is read. */
void scls_lexicon_prefetch(const scls_lexicon *lexicon, const uint32_t *unit,
                           uint64_t places);

/* And what it comes to by three, once that has arrived: two units behind each
 * of them are read. */
void scls_lexicon_prefetch_third(const scls_lexicon *lexicon,
                                 const uint32_t *unit, uint64_t places);

/*
 * The length of the longest term at unit[at] of n units, 0 where there is
 * none; *cls gets its class.  A term that ends in a letter or digit of an
 * alphabet must end where the word does.
 */
uint32_t scls_lexicon_longest(const scls_lexicon *lexicon,
                              const uint32_t *unit, uint32_t n, uint32_t at,
                              unsigned *cls);

#endif
