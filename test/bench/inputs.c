/* inputs.c - files and lines to memory; see inputs.h. */
#include "inputs.h"

#include "../../examples/score/grown.h"
#include "measure.h"

#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#define MAX_PATH 4096

typedef struct paths {
	char **path;
	size_t n, room;
} paths;

static void *must(void *memory)
{
	if (!memory) {
		fputs("no memory\n", stderr);
		exit(1);
	}
	return memory;
}

void bench_add(bench_inputs *in, const char *data, size_t size)
{
	char *copy = must(malloc(size + 1));

	in->item = must(grown(in->item, &in->room, in->n + 1,
	                      sizeof(*in->item)));
	memcpy(copy, data, size);
	copy[size] = '\0';
	in->item[in->n].data = copy;
	in->item[in->n++].size = size;
	in->bytes += (double)size;
}

void bench_inputs_free(bench_inputs *in)
{
	for (size_t i = 0; i < in->n; i++) {
		union { const char *in; char *out; } data = {
			in->item[i].data };

		free(data.out);
	}
	free(in->item);
	memset(in, 0, sizeof(*in));
}

static void push_path(paths *list, const char *directory, const char *name)
{
	char path[MAX_PATH];

	snprintf(path, sizeof(path), "%s/%s", directory, name);
	list->path = must(grown(list->path, &list->room, list->n + 1,
	                        sizeof(char *)));
	list->path[list->n] = must(malloc(strlen(path) + 1));
	strcpy(list->path[list->n++], path);
}

static char *read_file(const char *path, size_t *size)
{
	FILE *file = fopen(path, "rb");
	struct stat about;
	char *data;

	if (!file || stat(path, &about) != 0) {
		perror(path);
		exit(1);
	}
	data = must(malloc((size_t)about.st_size + 1));
	*size = fread(data, 1, (size_t)about.st_size, file);
	fclose(file);
	return data;
}

static void add_file(bench_inputs *in, const char *path)
{
	size_t size;
	char *data = read_file(path, &size);

	bench_add(in, data, size);
	free(data);
}

static int is_page(const char *path)
{
	const char *dot = strrchr(path, '.');

	return dot && (strcmp(dot, ".html") == 0 || strcmp(dot, ".htm") == 0);
}

static int by_name(const void *a, const void *b)
{
	return strcmp(*(char *const *)a, *(char *const *)b);
}

/* Directories are put behind one another, so that none is entered twice. */
static void list_files(paths *all, paths *pages)
{
	for (size_t i = 0; i < all->n; i++) {
		DIR *dir = opendir(all->path[i]);
		struct dirent *entry;

		if (!dir && is_page(all->path[i]))
			push_path(pages, "", all->path[i] + 0);
		while (dir && (entry = readdir(dir)) != NULL)
			if (entry->d_name[0] != '.')
				push_path(all, all->path[i], entry->d_name);
		if (dir)
			closedir(dir);
	}
	qsort(pages->path, pages->n, sizeof(char *), by_name);
}

static void paths_free(paths *list)
{
	for (size_t i = 0; i < list->n; i++)
		free(list->path[i]);
	free(list->path);
}

void bench_pages(bench_inputs *in, const char *directory)
{
	paths all = { NULL, 0, 0 }, pages = { NULL, 0, 0 };

	if (!directory || !*directory) {
		bench_make_pages(in, 300);
		return;
	}
	push_path(&all, directory, "");
	list_files(&all, &pages);
	for (size_t i = 0; i < pages.n; i++)
		add_file(in, pages.path[i] + 1);
	paths_free(&all);
	paths_free(&pages);
	if (in->n == 0) {
		fprintf(stderr, "%s: no pages\n", directory);
		exit(1);
	}
}

void bench_read_lines(bench_inputs *in, const char *path)
{
	size_t size;
	char *data = read_file(path, &size), *at = data, *end = data + size;

	while (at < end) {
		char *stop = memchr(at, '\n', (size_t)(end - at));

		stop = stop ? stop : end;
		bench_add(in, at, (size_t)(stop - at));
		at = stop + 1;
	}
	free(data);
}

double bench_classify_all(spamcls_session *session, const bench_inputs *in,
                          spamcls_kind kind)
{
	double from = bench_cpu();

	for (size_t i = 0; i < in->n; i++)
		bench_classify(session, in->item[i], kind);
	return bench_cpu() - from;
}

void bench_texts_of(bench_inputs *in, const bench_inputs *pages,
                    spamcls_session *session)
{
	for (size_t i = 0; i < pages->n; i++) {
		spamcls_input page = SPAMCLS_INPUT_INIT;
		const spamcls_result *result;

		page.data = pages->item[i].data;
		page.size = pages->item[i].size;
		page.kind = SPAMCLS_KIND_HTML;
		bench_must(spamcls_split(session, &page, &result), "split");
		bench_add(in, result->text, result->text_size);
	}
}
