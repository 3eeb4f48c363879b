/* db_directory.c - a database from the files of a directory; see db.h. */
#include "engine/db.h"

#include "base/limits.h"
#include "base/sort.h"

#include <dirent.h>
#include <errno.h>
#include <stdio.h>
#include <string.h>

#define NO_PART ((spamcls_part_kind)0)
#define STEP 65536u /* bytes of a file read at once, at least */

/* One file read; all of it is owned. */
typedef struct file {
	char path[SCLS_MAX_PATH];
	spamcls_part_kind kind;
	void *data;
	size_t size, room;
} file;

typedef struct files {
	file *file;
	void **order; /* pointers to them, by path */
	size_t n;
	const spamcls_allocator *allocator;
	spamcls_error *error;
} files;

static int has_ending(const char *name, const char *ending)
{
	return name[0] != '.'
	       && scls_span_ends_with(scls_span_of(name), ending);
}

static spamcls_part_kind kind_of(const char *name)
{
	if (has_ending(name, ".txt"))
		return SPAMCLS_PART_LEXICON;
	if (has_ending(name, ".rules"))
		return SPAMCLS_PART_RULES;
	return has_ending(name, ".spm") ? SPAMCLS_PART_MODEL : NO_PART;
}

static scls_status over(files *f, const char *path, const char *message)
{
	return scls_error_set(f->error, SPAMCLS_E_LIMIT, path, 0, 0, message);
}

static scls_status fail(files *f, const char *path, const char *message)
{
	return scls_error_set(f->error, SPAMCLS_E_IO, path, 0, 0, message);
}

/* What could not be opened, from errno; the C library's words for it depend
 * on the locale. */
static scls_status refused(files *f, const char *path, const char *message)
{
	switch (errno) {
	case ENOENT:
		return fail(f, path, "no such file or directory");
	case ENOTDIR:
		return fail(f, path, "not a directory");
	case EACCES:
		return fail(f, path, "no permission to read it");
	default:
		return fail(f, path, message);
	}
}

/* Reads all of an open file; one that reaches the bound is too large. */
static scls_status read_open(files *f, FILE *in, file *to)
{
	size_t got;

	do {
		SCLS_TRY(scls_grow(f->allocator, &to->data, &to->room,
		                   to->size + STEP, 1));
		got = fread((char *)to->data + to->size, 1,
		            to->room - to->size, in);
		to->size += got;
	} while (got > 0 && to->size < SCLS_MAX_FILE_BYTES);
	if (got > 0)
		return over(f, to->path, "file too large for a database");
	return ferror(in) ? fail(f, to->path, "cannot read this file")
	                  : SPAMCLS_OK;
}

static scls_status read_file(files *f, file *to)
{
	FILE *in = fopen(to->path, "rb");
	scls_status status;

	if (!in)
		return refused(f, to->path, "cannot open this file");
	status = read_open(f, in, to);
	fclose(in);
	return status;
}

/* Notes one entry of a folder, if it is a part of a database. */
static scls_status note(files *f, const char *folder, const char *name)
{
	spamcls_part_kind kind = kind_of(name);
	file *to = &f->file[f->n];
	int size;

	if (kind == NO_PART)
		return SPAMCLS_OK;
	if (f->n == SCLS_MAX_FILES)
		return over(f, folder, "too many files");
	size = snprintf(to->path, sizeof(to->path), "%s/%s", folder, name);
	if (size < 0 || (size_t)size >= sizeof(to->path))
		return fail(f, folder, "a path in here is too long");
	to->kind = kind;
	f->order[f->n++] = to;
	return SPAMCLS_OK;
}

static scls_status note_all(files *f, const char *folder, DIR *dir)
{
	const struct dirent *entry;

	for (;;) {
		errno = 0;
		entry = readdir(dir);
		if (!entry)
			return errno ? fail(f, folder,
			                    "cannot read this directory")
			             : SPAMCLS_OK;
		SCLS_TRY(note(f, folder, entry->d_name));
	}
}

/* Notes the parts in directory/below.  A folder below need not be there; one
 * that cannot be read is a fault, or a database would lack it in silence. */
static scls_status list(files *f, const char *directory, const char *below)
{
	char folder[SCLS_MAX_PATH];
	scls_status status;
	DIR *dir;
	int size;

	size = snprintf(folder, sizeof(folder), "%s%s", directory, below);
	if (size < 0 || (size_t)size >= sizeof(folder))
		return fail(f, directory, "path too long");
	dir = opendir(folder);
	if (!dir && *below && (errno == ENOENT || errno == ENOTDIR))
		return SPAMCLS_OK;
	if (!dir)
		return refused(f, folder, "cannot open this directory");
	status = note_all(f, folder, dir);
	closedir(dir);
	return status;
}

static int by_path(const void *a, const void *b)
{
	void *const *x = a, *const *y = b;

	return strcmp(((const file *)*x)->path, ((const file *)*y)->path);
}

static scls_status collect(files *f, const char *directory)
{
	f->file = scls_alloc_zero(f->allocator, SCLS_MAX_FILES + 1u,
	                          sizeof(*f->file));
	f->order = scls_alloc_zero(f->allocator, SCLS_MAX_FILES,
	                           sizeof(*f->order));
	if (!f->file || !f->order)
		return SPAMCLS_E_NOMEM;
	SCLS_TRY(list(f, directory, ""));
	SCLS_TRY(list(f, directory, "/lexicon"));
	SCLS_TRY(list(f, directory, "/rules"));
	SCLS_TRY(list(f, directory, "/model"));
	if (f->n == 0) /* some other directory was meant */
		return fail(f, directory, "no lexicon (.txt), rules (.rules) "
		            "or model (.spm) in this directory");
	scls_sort(f->order, f->n, sizeof(*f->order), by_path);
	for (size_t i = 0; i < f->n; i++)
		SCLS_TRY(read_file(f, f->order[i]));
	return SPAMCLS_OK;
}

/* The database uses the bytes of the last model in place, and takes them
 * over. */
static void hand_over_model(files *f, spamcls_db *db)
{
	for (size_t i = f->n; i-- > 0;) {
		file *from = f->order[i];

		if (from->kind != SPAMCLS_PART_MODEL)
			continue;
		db->model_bytes = from->data;
		db->model_size = from->room;
		from->data = NULL;
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
		const file *from = f->order[i];

		parts[i].kind = from->kind;
		parts[i].name = from->path;
		parts[i].data = from->data;
		parts[i].size = from->size;
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
		scls_free(f->allocator, f->file[i].data, f->file[i].room);
	scls_free(f->allocator, f->file,
	          (SCLS_MAX_FILES + 1u) * sizeof(*f->file));
	scls_free(f->allocator, f->order, SCLS_MAX_FILES * sizeof(*f->order));
}

scls_status scls_db_open_directory(spamcls_db **db, const char *directory,
                                   const spamcls_db_options *options,
                                   spamcls_error *error)
{
	spamcls_allocator allocator = scls_alloc_of(options->allocator);
	files f = { NULL, NULL, 0, &allocator, error };
	scls_status status;

	status = collect(&f, directory);
	if (status == SPAMCLS_OK)
		status = open_files(&f, db, options);
	files_free(&f);
	return status;
}
