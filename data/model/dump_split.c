/*
 * dump_split.c - prints what the forests of lib/segment see of pages, for
 * train_split.py.
 *
 * Standard input: a line a page, "KIND PATH" with KIND html or text.  Standard
 * output: "PATH\tBLOCKS\tBYTES", the page's text, then a line a block: begin,
 * end, whether the forest is asked about it, and its traits.
 *
 * After a line "border PATH" a line has what the forest of lines says of that
 * text, a number a line; the traits are then those of the borders.
 */
#include "segment/text/text_border.h"
#include "segment/html/traits.h"

#include "base/limits.h"
#include "base/utf8.h"

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>

#define LINE_BYTES (4 << 20)

typedef struct tool {
	scls_reader *reader;
	scls_arena arena;
	spamcls_limits limits;
	char *data;
	size_t size;
	scls_phrases phrases;
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

static void print_row(const scls_page *page, uint32_t i, int asked,
                      const int32_t *row, int n)
{
	printf("%u %u %d", page->blocks[i].begin, page->blocks[i].end, asked);
	for (int k = 0; k < n; k++)
		printf(" %d", (int)row[k]);
	putchar('\n');
}

static int print_html(const scls_draft *draft)
{
	int32_t row[SCLS_TRAIT_COUNT];
	scls_view view;

	if (scls_view_begin(&view, draft))
		return 1;
	for (uint32_t i = 0; i < view.n; i++) {
		scls_traits_of(&view, i, row);
		print_row(draft->page, i, 1, row, SCLS_TRAIT_COUNT);
	}
	return 0;
}

/* The traits of a line, or of the border before it. */
typedef void line_traits(const scls_text_view *view, uint32_t i, int32_t *row);

static void print_lines(const scls_text_view *view, line_traits *traits,
                        int n)
{
	int32_t row[SCLS_BORDER_TRAIT_COUNT];

	for (uint32_t i = 0; i < view->n; i++) {
		traits(view, i, row);
		print_row(view->draft->page, i, view->notes[i].asked, row, n);
	}
}

static int print_text(const scls_draft *draft)
{
	scls_text_view view;

	if (scls_text_view_begin(&view, draft))
		return 1;
	print_lines(&view, scls_text_traits, SCLS_TEXT_TRAIT_COUNT);
	return 0;
}

static int read_scores(int32_t *scores, uint32_t n)
{
	for (uint32_t i = 0; i < n; i++)
		if (scanf("%" SCNd32, &scores[i]) != 1)
			return 0;
	return getchar() == '\n';
}

static int print_border(const scls_draft *draft)
{
	scls_text_view view;
	int32_t *scores;

	if (scls_text_view_begin(&view, draft))
		return 1;
	scores = scls_arena_take_array(draft->arena, (size_t)view.n + 1,
	                               sizeof(*scores));
	if (scores == NULL || !read_scores(scores, view.n))
		return 1;
	scls_text_sum_scores(&view, scores);
	print_lines(&view, scls_border_traits, SCLS_BORDER_TRAIT_COUNT);
	return 0;
}

/* What may be asked of a page. */
static const struct question {
	const char *name;
	spamcls_kind kind;
	int (*print)(const scls_draft *draft);
} questions[] = {
	{ "html", SPAMCLS_KIND_HTML, print_html },
	{ "text", SPAMCLS_KIND_TEXT, print_text },
	{ "border", SPAMCLS_KIND_TEXT, print_border },
};

static int dump(tool *t, const char *path, const struct question *asked)
{
	scls_page page;
	scls_draft draft;
	scls_span span;
	int failed;

	if (!read_all(t, path))
		return 1;
	span.data = t->data;
	span.size = t->size;
	if (scls_read_page(t->reader, span, asked->kind, &t->limits, &page)
	    || scls_draft_begin(&draft, &t->arena, &t->phrases, &page))
		return 1;
	printf("%s\t%u\t%u\n", path, page.n_blocks, page.text_size);
	fwrite(page.text, 1, page.text_size, stdout);
	putchar('\n');
	failed = asked->print(&draft);
	scls_arena_reset(&t->arena);
	return failed;
}

static int dump_line(tool *t, char *line)
{
	line[strcspn(line, "\n")] = '\0';
	for (size_t k = 0; k < sizeof(questions) / sizeof(*questions); k++) {
		size_t size = strlen(questions[k].name);

		if (strncmp(line, questions[k].name, size) == 0
		    && line[size] == ' ')
			return dump(t, line + size + 1, &questions[k]);
	}
	return 1;
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
	tool t = { .limits = limits };
	char *line = malloc(LINE_BYTES);

	scls_phrases_begin(&t.phrases);
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
