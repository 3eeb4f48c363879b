/*
 * dump_split.c - prints what the forests of lib/segment see of pages, for
 * train_split.py.
 *
 * Standard input: a line a page, "KIND PATH" with KIND html or text, and
 * after a tab the first forest's scores of its blocks (1/1024 nat, spaces
 * between) where they are known.  Standard output: "PATH\tBLOCKS\tBYTES",
 * the page's text, then a line a block: begin, end, and its traits.
 */
#include "segment/traits.h"

#include "base/limits.h"
#include "base/utf8.h"

#include <stdio.h>
#include <stdlib.h>

#define LINE_BYTES (4 << 20)

typedef struct tool {
	scls_reader *reader;
	scls_arena arena;
	spamcls_limits limits;
	char *data;
	size_t size;
} tool;

static int read_all(tool *t, const char *path)
{
	FILE *file = fopen(path, "rb");

	if (file == NULL)
		return 0;
	t->size = fread(t->data, 1, SCLS_LIMIT_INPUT_BYTES, file);
	return fclose(file) == 0
	       && scls_utf8_valid(t->data, t->size) == t->size;
}

static void print_row(const scls_view *view, uint32_t i, int second)
{
	const scls_block *block = &view->draft->page->blocks[i];
	int32_t row[SCLS_TRAIT_COUNT];
	int n = second ? SCLS_TRAIT_COUNT : SCLS_TRAIT_FIRST_COUNT;

	scls_traits_first(view, i, row);
	if (second)
		scls_traits_second(view, i, row);
	printf("%u %u", block->begin, block->end);
	for (int k = 0; k < n; k++)
		printf(" %d", (int)row[k]);
	putchar('\n');
}

static void take_scores(scls_view *view, scls_arena *arena, char *scores)
{
	int32_t *score = scls_arena_take_array(arena, view->n + 1u,
	                                       sizeof(*score));

	if (score == NULL)
		exit(1);
	for (uint32_t i = 0; i < view->n; i++)
		score[i] = (int32_t)strtol(scores, &scores, 10);
	scls_view_scores(view, score);
}

static int dump(tool *t, const char *path, spamcls_kind kind, char *scores)
{
	scls_page page;
	scls_draft draft;
	scls_view view;
	scls_span span;

	if (!read_all(t, path))
		return 1;
	span.data = t->data;
	span.size = t->size;
	if (scls_read_page(t->reader, span, kind, &t->limits, &page)
	    || scls_draft_begin(&draft, &t->arena, &page)
	    || scls_view_begin(&view, &draft))
		return 1;
	if (scores != NULL)
		take_scores(&view, &t->arena, scores);
	printf("%s\t%u\t%u\n", path, page.n_blocks, page.text_size);
	fwrite(page.text, 1, page.text_size, stdout);
	putchar('\n');
	for (uint32_t i = 0; i < page.n_blocks; i++)
		print_row(&view, i, scores != NULL);
	scls_arena_reset(&t->arena);
	return 0;
}

static int dump_line(tool *t, char *line)
{
	char *tab = strchr(line, '\t');
	spamcls_kind kind = strncmp(line, "text ", 5) == 0
	                    ? SPAMCLS_KIND_TEXT : SPAMCLS_KIND_HTML;

	line[strcspn(line, "\n")] = '\0';
	if (tab != NULL)
		*tab++ = '\0';
	if (strlen(line) < 6)
		return 1;
	return dump(t, line + 5, kind, tab);
}

int main(void)
{
	spamcls_allocator allocator = scls_alloc_default();
	spamcls_limits limits = {
		sizeof(limits), SCLS_LIMIT_INPUT_BYTES, SCLS_LIMIT_TEXT_BYTES,
		SCLS_LIMIT_BLOCKS, SCLS_LIMIT_LINKS, SCLS_LIMIT_DEPTH,
		SCLS_LIMIT_HEADLINE, SCLS_LIMIT_REGEX_STEPS,
		SCLS_LIMIT_BODY_BYTES
	};
	tool t = { NULL, { NULL, NULL, NULL, 0 }, limits, NULL, 0 };
	char *line = malloc(LINE_BYTES);

	scls_arena_init(&t.arena, &allocator);
	t.data = malloc(SCLS_LIMIT_INPUT_BYTES);
	if (line == NULL || t.data == NULL
	    || scls_reader_new(&t.reader, &allocator))
		return 1;
	while (fgets(line, LINE_BYTES, stdin) != NULL)
		if (dump_line(&t, line))
			fprintf(stderr, "not read: %s\n", line);
	scls_reader_free(t.reader);
	scls_arena_free(&t.arena);
	free(t.data);
	free(line);
	return 0;
}
