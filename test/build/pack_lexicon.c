/*
 * pack_lexicon.c - makes the lexicon that is built into the library.
 * usage: pack_lexicon OUT FILE...
 */
#include "headline/lexicon.h"

#include <stdio.h>
#include <stdlib.h>

static int read_file(const char *path, scls_lexicon_text *text)
{
	FILE *file = fopen(path, "rb");
	long size;
	char *data;

	if (!file || fseek(file, 0, SEEK_END) != 0 || (size = ftell(file)) < 0)
		return 0;
	rewind(file);
	data = malloc((size_t)size + 1);
	text->name = path;
	text->text.data = data;
	text->text.size = data ? fread(data, 1, (size_t)size, file) : 0;
	fclose(file);
	return data && text->text.size == (size_t)size;
}

static int write_file(const char *path, const scls_lexicon *lexicon)
{
	FILE *file = fopen(path, "wb");
	scls_lexicon_head head;
	const void *image = scls_lexicon_image(lexicon, &head);
	int ok = file && fwrite(&head, sizeof(head), 1, file) == 1
	         && fwrite(image, head.size, 1, file) == 1;

	return (!file || fclose(file) == 0) && ok;
}

int main(int argc, char **argv)
{
	spamcls_allocator allocator = scls_alloc_default();
	size_t n = argc > 2 ? (size_t)argc - 2 : 0;
	scls_lexicon_text *files = calloc(n + 1, sizeof(*files));
	scls_lexicon *lexicon = NULL;
	spamcls_error error = { 0 };

	if (argc < 2 || !files)
		return 1;
	for (size_t i = 0; i < n; i++)
		if (!read_file(argv[i + 2], &files[i])) {
			perror(argv[i + 2]);
			return 1;
		}
	if (scls_lexicon_new(&lexicon, files, n, &allocator, &error)
	    != SPAMCLS_OK) {
		fprintf(stderr, "%s:%u: %s\n", error.file,
		        (unsigned)error.line, error.message);
		return 1;
	}
	if (!write_file(argv[1], lexicon)) {
		perror(argv[1]);
		return 1;
	}
	for (size_t i = 0; i < n; i++) {
		union { const char *in; char *out; } data = {
			files[i].text.data };

		free(data.out);
	}
	free(files);
	scls_lexicon_free(lexicon);
	return 0;
}
