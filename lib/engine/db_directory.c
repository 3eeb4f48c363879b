/* db_directory.c - a database from the files of a directory; see db.h. */
#include "engine/db.h"

#include "base/limits.h"

#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define MAX_PATH 1024

/* One file read; all of it is owned. */
typedef struct file {
	char path[MAX_PATH];
	spamcls_part_kind kind;
	void *data;
	size_t size, room;
} file;

typedef struct files {
	file *file;
	size_t n, room;
	const spamcls_allocator *allocator;
	spamcls_error *error;
} files;

static int has_ending(const char *name, const char *ending)
{
	size_t size = strlen(name), end = strlen(ending);

	return size > end && name[0] != '.'
	       && strcmp(name + size - end, ending) == 0;
}

static spamcls_part_kind kind_of(const char *name)
{
	if (has_ending(name, ".txt"))
		return SPAMCLS_PART_LEXICON;
	if (has_ending(name, ".rules"))
		return SPAMCLS_PART_RULES;
	return has_ending(name, ".spm") ? SPAMCLS_PART_MODEL
	                                : (spamcls_part_kind)0;
}

static scls_status over(files *f, const char *path, const char *message)
{
	return scls_error_set(f->error, SPAMCLS_E_LIMIT, path, 0, 0, message);
}

static scls_status fail(files *f, const char *path, const char *message)
{
	return scls_error_set(f->error, SPAMCLS_E_IO, path, 0, 0, message);
}

/* Reads all of an open file, never more than the bound. */
static scls_status read_open(files *f, FILE *in, file *to)
{
	size_t got;

	do {
		SCLS_TRY(scls_grow(f->allocator, &to->data, &to->room,
		                   to->size + 65536, 1));
		got = fread((char *)to->data + to->size, 1,
		            to->room - to->size, in);
		to->size += got;
	} while (got > 0 && to->size < SCLS_MAX_FILE_BYTES);
	if (got > 0)
		return over(f, to->path, "file too large for a database");
	return ferror(in) ? fail(f, to->path, "cannot read this file")
	                  : SPAMCLS_OK;
}

static scls_status read_files(files *f)
{
	for (size_t i = 0; i < f->n; i++) {
		FILE *in = fopen(f->file[i].path, "rb");
		scls_status status;

		if (!in)
			return fail(f, f->file[i].path,
			            "cannot open this file");
		status = read_open(f, in, &f->file[i]);
		fclose(in);
		if (status != SPAMCLS_OK)
			return status;
	}
	return SPAMCLS_OK;
}

/* Notes the files of directory/below that end as they should. */
static scls_status list(files *f, const char *directory, const char *below)
{
	char path[MAX_PATH];
	struct dirent *entry;
	DIR *dir;
	int size;

	size = snprintf(path, sizeof(path), "%s%s", directory, below);
	if (size < 0 || (size_t)size >= sizeof(path))
		return fail(f, directory, "path too long");
	dir = opendir(path);
	if (!dir)
		return *below ? SPAMCLS_OK
		              : fail(f, path, "cannot open this directory");
	while ((entry = readdir(dir)) != NULL && f->n < f->room) {
		file *to = &f->file[f->n];

		to->kind = kind_of(entry->d_name);
		size = snprintf(to->path, sizeof(to->path), "%s/%s", path,
		                entry->d_name);
		if (to->kind && size > 0 && (size_t)size < sizeof(to->path))
			f->n++;
	}
	closedir(dir);
	return f->n == f->room ? over(f, path, "too many files") : SPAMCLS_OK;
}

static int by_path(const void *a, const void *b)
{
	return strcmp(((const file *)a)->path, ((const file *)b)->path);
}

static scls_status collect(files *f, const char *directory)
{
	f->file = scls_alloc_zero(f->allocator, SCLS_MAX_FILES + 1u,
	                          sizeof(*f->file));
	if (!f->file)
		return SPAMCLS_E_NOMEM;
	f->room = SCLS_MAX_FILES + 1u;
	SCLS_TRY(list(f, directory, ""));
	SCLS_TRY(list(f, directory, "/lexicon"));
	SCLS_TRY(list(f, directory, "/rules"));
	SCLS_TRY(list(f, directory, "/model"));
	qsort(f->file, f->n, sizeof(*f->file), by_path);
	return read_files(f);
}

/* The database uses the model's bytes in place, so it takes them over. */
static void hand_over_model(files *f, spamcls_db *db)
{
	for (size_t i = f->n; i-- > 0;)
		if (f->file[i].kind == SPAMCLS_PART_MODEL) {
			db->model_bytes = f->file[i].data;
			db->model_size = f->file[i].room;
			f->file[i].data = NULL;
			return;
		}
}

static scls_status open_files(files *f, spamcls_db **out,
                              const spamcls_db_options *options)
{
	spamcls_part *parts = scls_alloc_zero(f->allocator, f->n + 1,
	                                      sizeof(*parts));
	spamcls_db *db = NULL;
	scls_status status;

	if (!parts)
		return SPAMCLS_E_NOMEM;
	for (size_t i = 0; i < f->n; i++) {
		parts[i].kind = f->file[i].kind;
		parts[i].name = f->file[i].path;
		parts[i].data = f->file[i].data;
		parts[i].size = f->file[i].size;
	}
	status = scls_db_open(&db, parts, f->n, options, f->error);
	scls_free(f->allocator, parts, (f->n + 1) * sizeof(*parts));
	if (status != SPAMCLS_OK)
		return status;
	hand_over_model(f, db);
	*out = db;
	return SPAMCLS_OK;
}

static void files_free(files *f)
{
	for (size_t i = 0; i < f->n; i++)
		if (f->file[i].data)
			scls_free(f->allocator, f->file[i].data,
			          f->file[i].room);
	scls_free(f->allocator, f->file, f->room * sizeof(*f->file));
}

scls_status scls_db_open_directory(spamcls_db **db, const char *directory,
                                   const spamcls_db_options *options,
                                   spamcls_error *error)
{
	spamcls_allocator allocator = scls_alloc_default();
	files f = { NULL, 0, 0, &allocator, error };
	scls_status status;

	if (options && options->allocator)
		allocator = *options->allocator;
	status = collect(&f, directory);
	if (status == SPAMCLS_OK)
		status = open_files(&f, db, options);
	files_free(&f);
	return status;
}
