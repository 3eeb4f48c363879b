/*
 * builtin.h - the files of data/ that are compiled into the library.
 *
 * The definitions are written at build time (test/build/builtin.sh).
 */
#ifndef SCLS_ENGINE_BUILTIN_H
#define SCLS_ENGINE_BUILTIN_H

#include <stddef.h>

/* One file. */
struct scls_builtin {
	const char *name;          /* "lexicon/zh_org.txt" */
	int kind;                  /* spamcls_part_kind; SCLS_BUILTIN_LEXICON
	                              for the lexicon */
	const unsigned char *data;
	size_t size;
};

/* The lexicon, already packed for search; see scls_lexicon_map. */
#define SCLS_BUILTIN_LEXICON 4

/* All of them: the packed lexicon, rule packs, the model. */
extern const struct scls_builtin scls_builtins[];
extern const size_t scls_n_builtins;

#endif
