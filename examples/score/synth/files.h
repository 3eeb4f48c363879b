/*
 * files.h - the grammar files of a directory and of the folders in it.
 */
#ifndef SYNTH_FILES_H
#define SYNTH_FILES_H

#include "synth/grammar.h"

typedef struct grammar_files {
	char **path;
	size_t n, room;
	char fault[GRAMMAR_PATH];  /* the path at which finding failed */
} grammar_files;

/*
 * Finds all *.txt files, however deep, and sorts them by their own names: a
 * file may move to another folder and changes nothing.  Names that begin with
 * a dot are passed over.  Returns NULL, or why it failed (a constant), with
 * files->fault set.  Either way free it.
 */
const char *grammar_files_find(grammar_files *files, const char *directory);
void grammar_files_free(grammar_files *files);

/* What stands behind the last slash. */
const char *grammar_file_name(const char *path);

#endif
