/* grammar.c - reads grammar files; see grammar.h. */
#include "synth/grammar.h"

#include "synth/files.h"
#include "tool.h"
#include "utf8.h"

#include <stdlib.h>
#include <string.h>

static char *copy(const char *data, size_t size)
{
	char *text = malloc(size + 1);

	if (text) {
		memcpy(text, data, size);
		text[size] = '\0';
	}
	return text;
}

static int grow(void *items, size_t *room, size_t n, size_t size)
{
	void **at = items, *more;

	if (n < *room)
		return 1;
	more = realloc(*at, (*room * 2 + 8) * size);
	if (!more)
		return 0;
	*at = more;
	*room = *room * 2 + 8;
	return 1;
}

static int fail(grammar *g, const char *file, unsigned line, const char *why)
{
	if (line == 0)
		snprintf(g->error, sizeof(g->error), "%s: %s", file, why);
	else
		snprintf(g->error, sizeof(g->error), "%s:%u: %s", file, line,
		         why);
	return -1;
}

static int add_entry(grammar_list *list, const char *data, size_t size)
{
	while (size > 0 && data[0] == ' ') {
		data++;
		size--;
	}
	while (size > 0 && data[size - 1] == ' ')
		size--;
	if (size == 0)
		return 1;
	if (!grow(&list->entry, &list->room, list->n, sizeof(*list->entry)))
		return 0;
	list->entry[list->n] = copy(data, size);
	return list->entry[list->n++] != NULL;
}

/* Entries of one line: cut at every bar that is outside braces. */
static int add_entries(grammar_list *list, const char *data, size_t size)
{
	size_t from = 0;
	int depth = 0;

	if (strcmp(list->name, "line") == 0)
		return add_entry(list, data, size);
	for (size_t i = 0; i < size; i++) {
		if (data[i] == '\\' && i + 1 < size)
			i++;
		else if (data[i] == '{')
			depth++;
		else if (data[i] == '}')
			depth--;
		else if (data[i] == '|' && depth == 0) {
			if (!add_entry(list, data + from, i - from))
				return 0;
			from = i + 1;
		}
	}
	return add_entry(list, data + from, size - from);
}

/* "name" or "name: CLASS": the class is the lexicon's, and not for synth. */
static int add_list(grammar_family *f, const char *data, size_t size)
{
	const char *colon = memchr(data, ':', size);
	grammar_list *list;

	if (!grow(&f->list, &f->room, f->n, sizeof(*f->list)))
		return 0;
	list = &f->list[f->n++];
	memset(list, 0, sizeof(*list));
	list->name = copy(data, colon ? (size_t)(colon - data) : size);
	return list->name != NULL;
}

/* "name: value" into the family's field of that name. */
static int add_header(grammar_family *f, const char *data, size_t size)
{
	const char *colon = memchr(data, ':', size);
	size_t key = colon ? (size_t)(colon - data) : 0, at = key + 1;
	char **field = NULL;

	if (!colon)
		return 0;
	if (key == 6 && memcmp(data, "family", 6) == 0)
		field = &f->name;
	else if (key == 4 && memcmp(data, "lang", 4) == 0)
		field = &f->lang;
	else if (key == 5 && memcmp(data, "label", 5) == 0)
		field = &f->label;
	else if (key == 5 && memcmp(data, "frame", 5) == 0)
		field = &f->frame;
	else
		return key == 4 && memcmp(data, "seen", 4) == 0;
	while (at < size && data[at] == ' ')
		at++;
	free(*field);
	*field = copy(data + at, size - at);
	return *field != NULL;
}

static int read_line(grammar_family *f, const char *data, size_t size)
{
	while (size > 0 && (data[size - 1] == '\r' || data[size - 1] == ' '))
		size--;
	if (size == 0 || data[0] == '#')
		return 1;
	if (data[0] == '[' && data[size - 1] == ']' && size > 2
	    && data[1] >= 'a' && data[1] <= 'z'
	    && !memchr(data, '|', size))
		return add_list(f, data + 1, size - 2);
	if (f->n == 0)
		return add_header(f, data, size);
	return add_entries(&f->list[f->n - 1], data, size);
}

static int read_text(grammar *g, grammar_family *f, const char *path,
                     const tool_file *file)
{
	const char *at = file->data, *end = at + file->size;
	unsigned line = 0;

	at += utf8_mark(at, file->size);
	while (at < end) {
		const char *stop = memchr(at, '\n', (size_t)(end - at));

		line++;
		if (!stop)
			stop = end;
		if (!read_line(f, at, (size_t)(stop - at)))
			return fail(g, path, line,
			            "neither header, [list] nor entry");
		at = stop < end ? stop + 1 : end;
	}
	if (!f->lang || (!f->shared && (!f->name || !f->label || !f->frame)))
		return fail(g, path, line, "a header line is missing");
	return 0;
}

/* A family is found by its name: that of its file, and no other's. */
static int check_name(grammar *g, const grammar_family *f, const char *path)
{
	const char *file = grammar_file_name(path);
	size_t size = strlen(f->name);

	if (strncmp(file, f->name, size) != 0
	    || strcmp(file + size, ".txt") != 0)
		return fail(g, path, 1, "the family is named otherwise");
	for (size_t i = 0; i + 1 < g->n; i++)
		if (!g->family[i].shared
		    && strcmp(g->family[i].name, f->name) == 0)
			return fail(g, path, 1, "a second family of one name");
	return 0;
}

static int read_family(grammar *g, const char *path)
{
	grammar_family *f;
	tool_file file;
	const char *why = tool_read(path, TOOL_MAX_FILE, &file);
	int code;

	if (why)
		return fail(g, path, 0, why);
	if (!grow(&g->family, &g->room, g->n, sizeof(*g->family))) {
		tool_file_free(&file);
		return fail(g, path, 0, "no memory");
	}
	f = &g->family[g->n++];
	memset(f, 0, sizeof(*f));
	f->shared = strncmp(grammar_file_name(path), "shared_", 7) == 0;
	code = read_text(g, f, path, &file);
	if (code == 0 && !f->shared)
		code = check_name(g, f, path);
	tool_file_free(&file);
	return code;
}

int grammar_read(grammar *g, const char *directory)
{
	grammar_files files;
	const char *why = grammar_files_find(&files, directory);
	int code = 0;

	memset(g, 0, sizeof(*g));
	if (why)
		code = fail(g, files.fault, 0, why);
	for (size_t i = 0; i < files.n && code == 0; i++)
		code = read_family(g, files.path[i]);
	grammar_files_free(&files);
	for (size_t i = 0; i < g->n && code == 0; i++)
		if (!g->family[i].shared)
			code = grammar_check(g, &g->family[i]);
	return code;
}

static void free_family(grammar_family *f)
{
	for (size_t i = 0; i < f->n; i++) {
		for (size_t k = 0; k < f->list[i].n; k++)
			free(f->list[i].entry[k]);
		free(f->list[i].entry);
		free(f->list[i].name);
	}
	free(f->list);
	free(f->name);
	free(f->lang);
	free(f->label);
	free(f->frame);
}

void grammar_free(grammar *g)
{
	for (size_t i = 0; i < g->n; i++)
		free_family(&g->family[i]);
	free(g->family);
	memset(g, 0, sizeof(*g));
}
