/* page_fixture.h - pages made by hand, so that this room is tested without
 * the one before it. */
#ifndef SEGMENT_PAGE_FIXTURE_H
#define SEGMENT_PAGE_FIXTURE_H

#include "segment/line/phrase.h"
#include "segment/split.h"

#define FIXTURE_BYTES 65536u
#define FIXTURE_BLOCKS 1024u

typedef struct fixture {
	char text[FIXTURE_BYTES];
	scls_block blocks[FIXTURE_BLOCKS];
	scls_page_link links[FIXTURE_BLOCKS];
	scls_page page;
	spamcls_allocator allocator;
	scls_arena arena;
	scls_phrases phrases;
} fixture;

static inline void fixture_begin(fixture *f, spamcls_kind kind)
{
	memset(f, 0, sizeof(*f));
	f->page.text = f->text;
	f->page.blocks = f->blocks;
	f->page.links = f->links;
	f->page.kind = kind;
	f->allocator = scls_alloc_default();
	scls_arena_init(&f->arena, &f->allocator);
	scls_phrases_begin(&f->phrases);
}

static inline void fixture_end(fixture *f)
{
	scls_arena_free(&f->arena);
}

/* Appends a block and the line's end behind it; NULL where no room is. */
static inline scls_block *fixture_add(fixture *f, const char *line)
{
	size_t size = strlen(line);
	scls_block *block = &f->blocks[f->page.n_blocks];

	if (f->page.n_blocks >= FIXTURE_BLOCKS
	    || f->page.text_size + size + 2 > FIXTURE_BYTES)
		return NULL;
	memcpy(f->text + f->page.text_size, line, size);
	block->begin = f->page.text_size;
	block->end = f->page.text_size + (uint32_t)size;
	block->first_link = f->page.n_links;
	block->bullet = strncmp(line, "- ", 2) == 0;
	block->tag = SCLS_TAG_TEXT;
	f->text[block->end] = '\n';
	f->page.text_size = block->end + 1;
	f->page.n_blocks++;
	return block;
}

/* Appends a block that is one link. */
static inline scls_block *fixture_link(fixture *f, const char *line,
                                       const char *href)
{
	scls_block *block = fixture_add(f, line);
	scls_page_link *link = &f->links[f->page.n_links];

	if (block == NULL)
		return NULL;
	link->begin = block->begin;
	link->end = block->end;
	link->href = scls_span_of(href);
	link->block = f->page.n_blocks - 1;
	block->n_links = 1;
	block->link_bytes = block->end - block->begin;
	block->tag = SCLS_TAG_LI;
	f->page.n_links++;
	return block;
}

static inline void fixture_lines(fixture *f, const char *const *lines)
{
	for (; *lines != NULL; lines++)
		(void)fixture_add(f, *lines);
}

/* Six headlines. */
#define LIST_ZH \
	"某市新材料产业迎来突破，产值有望达到百亿规模", \
	"从零到一：量子通信如何改变山区医院的日常", \
	"自动驾驶巴士在江边试运行，市民可免费预约", \
	"风电叶片回收难题有解？专家提出三种新思路", \
	"数字农业示范区落户西部小城，首批项目签约", \
	"人工智能进课堂，乡村教师怎么看待这场变化"

#endif
