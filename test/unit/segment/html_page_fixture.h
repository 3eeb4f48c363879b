/* html_page_fixture.h - whole HTML pages, read and split. */
#ifndef SEGMENT_HTML_PAGE_FIXTURE_H
#define SEGMENT_HTML_PAGE_FIXTURE_H

#include "base/limits.h"
#include "segment/line/phrase.h"
#include "segment/split.h"

#include "../../suite.h"

static spamcls_allocator allocator;
static scls_arena arena;
static scls_phrases phrases;
static scls_reader *reader;
static scls_page page;
static scls_split split;

static inline void read_html(const char *html)
{
	spamcls_limits limits = {
		sizeof(limits), SCLS_LIMIT_INPUT_BYTES, SCLS_LIMIT_TEXT_BYTES,
		SCLS_LIMIT_BLOCKS, SCLS_LIMIT_LINKS, SCLS_LIMIT_DEPTH,
		SCLS_LIMIT_HEADLINE, SCLS_LIMIT_REGEX_STEPS,
		SCLS_LIMIT_BODY_BYTES
	};

	allocator = scls_alloc_default();
	scls_arena_init(&arena, &allocator);
	scls_phrases_begin(&phrases);
	ck_assert_int_eq(scls_reader_new(&reader, &allocator), 0);
	ck_assert_int_eq(scls_read_page(reader, scls_span_of(html),
	                                SPAMCLS_KIND_HTML, &limits, &page),
	                 0);
}

static inline void split_html(const char *html)
{
	read_html(html);
	ck_assert_int_eq(scls_split_page(&arena, &phrases, &page,
	                                 &split), 0);
}

static inline void end(void)
{
	scls_reader_free(reader);
	scls_arena_free(&arena);
}

/* The role of the block that begins with the words. */
static inline int role_of(const char *words)
{
	for (uint32_t i = 0; i < page.n_blocks; i++)
		if (strncmp(page.text + page.blocks[i].begin, words,
		            strlen(words)) == 0
		    && page.blocks[i].begin != page.title_begin)
			return split.roles[i];
	return -1;
}

#endif
