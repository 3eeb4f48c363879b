/* reader_fixture.h - a reader with settable limits, and looks at its page. */
#ifndef TEST_UNIT_READER_FIXTURE_H
#define TEST_UNIT_READER_FIXTURE_H

#include "../../suite.h"
#include "base/limits.h"
#include "page/page.h"

#include <stdio.h>

static spamcls_allocator fixture_allocator;
static spamcls_limits limits;
static scls_reader *reader;
static scls_page page;

static inline void fixture_begin(void)
{
	fixture_allocator = scls_alloc_default();
	limits = (spamcls_limits){
		sizeof(limits), SCLS_LIMIT_INPUT_BYTES, SCLS_LIMIT_TEXT_BYTES,
		SCLS_LIMIT_BLOCKS, SCLS_LIMIT_LINKS, SCLS_LIMIT_DEPTH,
		SCLS_LIMIT_HEADLINE, SCLS_LIMIT_REGEX_STEPS,
		SCLS_LIMIT_BODY_BYTES
	};
	ck_assert_int_eq(scls_reader_new(&reader, &fixture_allocator), 0);
}

static inline void fixture_end(void)
{
	scls_reader_free(reader);
}

/* What must hold for every page, whatever it was made from. */
static inline void fixture_check(void)
{
	uint32_t end = 0, links = 0;

	ck_assert_int_eq(page.text[page.text_size], '\0');
	for (uint32_t i = 0; i < page.n_blocks; i++) {
		const scls_block *b = &page.blocks[i];

		HOLDS(b->begin >= end && b->end > b->begin, i);
		HOLDS(b->end <= page.text_size, i);
		HOLDS(b->link_bytes <= b->end - b->begin, i);
		HOLDS(b->n_links == 0 || b->first_link == links, i);
		links += b->n_links;
		end = b->end;
	}
	ck_assert_uint_eq(links, page.n_links);
	for (uint32_t i = 0; i < page.n_links; i++) {
		const scls_page_link *l = &page.links[i];

		HOLDS(l->block < page.n_blocks, i);
		HOLDS(l->begin >= page.blocks[l->block].begin, i);
		HOLDS(l->begin <= page.blocks[l->block].end, i);
		HOLDS(l->end >= l->begin && l->end <= page.text_size, i);
		HOLDS(l->href.data[l->href.size] == '\0', i);
	}
}

static inline void fixture_read(const char *data, size_t size,
                                spamcls_kind kind)
{
	scls_span text = { data, size };

	ck_assert_int_eq(scls_read_page(reader, text, kind, &limits, &page),
	                 0);
	fixture_check();
}

static inline void read_html(const char *html)
{
	fixture_read(html, strlen(html), SPAMCLS_KIND_HTML);
}

static inline void read_text(const char *text)
{
	fixture_read(text, strlen(text), SPAMCLS_KIND_TEXT);
}

/* The page's text is this, a block a line. */
static inline void expect_text(const char *text)
{
	ck_assert_str_eq(page.text, text);
	ck_assert_uint_eq(page.text_size, strlen(text));
}

static inline void expect_block(uint32_t i, const char *text)
{
	const scls_block *b = &page.blocks[i];

	ck_assert_uint_lt(i, page.n_blocks);
	ck_assert_uint_eq(b->end - b->begin, strlen(text));
	ck_assert_int_eq(memcmp(page.text + b->begin, text, strlen(text)), 0);
}

static inline void expect_link(uint32_t i, const char *text, const char *href)
{
	const scls_page_link *l = &page.links[i];

	ck_assert_uint_lt(i, page.n_links);
	ck_assert_str_eq(l->href.data, href);
	ck_assert_uint_eq(l->end - l->begin, strlen(text));
	ck_assert_int_eq(memcmp(page.text + l->begin, text, strlen(text)), 0);
}

#endif
