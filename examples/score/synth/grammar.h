/*
 * grammar.h - template grammars: files to families to headlines.
 * data/grammar/FORMAT.md describes the format.
 */
#ifndef GRAMMAR_H
#define GRAMMAR_H

#include <stddef.h>
#include <stdint.h>

#define GRAMMAR_PATH 1024        /* bytes of a path, its NUL among them */

#define GRAMMAR_HEADLINE 4096    /* bytes of one, its NUL among them */

/* Why grammar_expand made none. */
#define GRAMMAR_NONE "a headline that is empty or too long, a cycle, or a " \
                     "number that is wrong"

/* One list of fillers (or of frames: "line"). */
typedef struct grammar_list {
	char *name;
	char **entry;
	size_t n, room;
} grammar_list;

/* One file: a family, or lists that others share. */
typedef struct grammar_family {
	char *name, *lang, *label, *frame;
	grammar_list *list;
	size_t n, room;
	int shared;
} grammar_family;

typedef struct grammar {
	grammar_family *family;
	size_t n, room;
	char error[GRAMMAR_PATH + 256];  /* where and why reading failed */
} grammar;

/*
 * Reads all *.txt files of a directory and of the folders in it, in the order
 * of their own names, and checks them.  Returns 0, or -1 with grammar->error
 * set.  Either way free it.
 */
int grammar_read(grammar *g, const char *directory);
void grammar_free(grammar *g);

/*
 * Writes one headline of the family to out (room bytes, ends with NUL).
 * Returns its length, or 0: GRAMMAR_NONE.
 */
size_t grammar_expand(const grammar *g, const grammar_family *family,
                      uint64_t *random, char *out, size_t room);

/* The list a family means by a name: its own, or a shared one; or NULL. */
const grammar_list *grammar_find(const grammar *g,
                                 const grammar_family *family,
                                 const char *name, size_t size);

/* Checks that slots name lists and numbers that are there, without a cycle,
 * and that frames reach every list.  Returns 0, or -1 with g->error set. */
int grammar_check(grammar *g, const grammar_family *family);

#endif
