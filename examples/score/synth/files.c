/*
 * files.c - see files.h.
 *
 * One list holds what was found; a walk along it puts what is in each folder
 * at its end, and the files among them move to the front.
 */
#include "synth/files.h"

#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

static int grow(grammar_files *files)
{
	size_t room = files->room * 2 + 64;
	char **more;

	if (files->n < files->room)
		return 1;
	more = realloc(files->path, room * sizeof(*more));
	if (!more)
		return 0;
	files->path = more;
	files->room = room;
	return 1;
}

/* Adds directory/name, or directory itself where name is NULL. */
static const char *add(grammar_files *files, const char *directory,
                       const char *name)
{
	size_t size = strlen(directory) + (name ? strlen(name) + 1 : 0) + 1;
	char *path = grow(files) ? malloc(size) : NULL;

	snprintf(files->fault, sizeof(files->fault), "%s", directory);
	if (!path)
		return "no memory";
	snprintf(path, size, "%s%s%s", directory, name ? "/" : "",
	         name ? name : "");
	files->path[files->n++] = path;
	return size > GRAMMAR_PATH ? "the path is too long" : NULL;
}

const char *grammar_file_name(const char *path)
{
	const char *slash = strrchr(path, '/');

	return slash ? slash + 1 : path;
}

static int is_folder(const char *path)
{
	struct stat about;

	return stat(path, &about) == 0 && S_ISDIR(about.st_mode);
}

static int is_grammar(const char *path)
{
	size_t size = strlen(path);

	return size > 4 && strcmp(path + size - 4, ".txt") == 0;
}

/* Adds what is in a folder. */
static const char *add_folder(grammar_files *files, const char *folder)
{
	DIR *open = opendir(folder);
	const char *why = NULL;
	struct dirent *entry;

	snprintf(files->fault, sizeof(files->fault), "%s", folder);
	if (!open)
		return "cannot read this directory; --grammar names another";
	while (!why && (entry = readdir(open)) != NULL)
		if (entry->d_name[0] != '.')
			why = add(files, folder, entry->d_name);
	closedir(open);
	return why;
}

/* By the bytes of their names, then of their folders: no locale. */
static int by_name(const void *a, const void *b)
{
	const char *const *x = a, *const *y = b;
	int order = strcmp(grammar_file_name(*x), grammar_file_name(*y));

	return order ? order : strcmp(*x, *y);
}

/* Opens the folders in the list in turn; grammars are kept, in front. */
static const char *walk(grammar_files *files)
{
	const char *why = NULL;
	size_t kept = 0;

	for (size_t i = 0; i < files->n && !why; i++) {
		char *path = files->path[i];

		files->path[i] = NULL;
		if (i == 0 || is_folder(path))
			why = add_folder(files, path);
		else if (is_grammar(path)) {
			files->path[kept++] = path;
			continue;
		}
		free(path);
	}
	if (!why)
		files->n = kept;
	return why;
}

const char *grammar_files_find(grammar_files *files, const char *directory)
{
	const char *why;

	memset(files, 0, sizeof(*files));
	why = add(files, directory, NULL);
	if (!why)
		why = walk(files);
	if (!why && files->n > 1)
		qsort(files->path, files->n, sizeof(*files->path), by_name);
	return why;
}

void grammar_files_free(grammar_files *files)
{
	for (size_t i = 0; i < files->n; i++)
		free(files->path[i]);
	free(files->path);
	memset(files, 0, sizeof(*files));
}
