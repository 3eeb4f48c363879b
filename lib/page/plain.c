/* plain.c - see plain.h. */
#include "page/plain.h"

#include "base/ascii.h"
#include "base/utf8.h"
#include "page/markdown.h"

#define GAP_MOST UINT16_MAX /* empty lines that a block counts */

static size_t wide_space_before(const char *end, size_t left)
{
	if (left >= 2 && scls_wide_space(end - 2, 2))
		return 2;
	return left >= 3 ? scls_wide_space(end - 3, 3) : 0;
}

/* The line without spaces at its ends, wide ones included. */
static scls_span trim(const char *data, size_t size)
{
	scls_span line = { data, size };
	size_t front, back;

	do {
		line = scls_span_trim(line);
		front = scls_wide_space(line.data, line.size);
		line.data += front;
		line.size -= front;
		back = wide_space_before(line.data + line.size, line.size);
		line.size -= back;
	} while (front + back > 0);
	return line;
}

static int is_mark(uint32_t c)
{
	return c == '-' || c == '*' || c == '+' || c == U'•' || c == U'·'
	       || c == U'●' || c == U'○' || c == U'■' || c == U'▪'
	       || c == U'‣' || c == U'・' || c == U'–' || c == U'◆'
	       || c == U'※' || c == U'➢';
}

/* 1. 2) 3、 (4) and circled digits. */
static int is_numbered(scls_span line)
{
	size_t at = line.size > 1 && line.data[0] == '(';
	size_t from = at;

	while (at < line.size && scls_ascii_is_digit(line.data[at]))
		at++;
	if (at == from || at - from > 3 || at == line.size)
		return 0;
	if (line.data[at] == ')')
		return 1;
	if (line.data[at] == '.')
		return at + 1 < line.size
		       && !scls_ascii_is_digit(line.data[at + 1]);
	return line.size - at >= 3
	       && memcmp(line.data + at, "\xE3\x80\x81", 3) == 0;
}

static int has_bullet(scls_span line)
{
	size_t at = 0;
	uint32_t c = scls_utf8_next(line.data, line.size, &at);

	if (c >= 0x2460 && c <= 0x2473)
		return 1;
	if (is_mark(c))
		return at < line.size
		       && (c > 0x7F || scls_ascii_is_space(line.data[at]));
	return is_numbered(line);
}

/* A line of the page, or of one the part at text. */
static scls_status add_block(scls_builder *b, scls_span page, scls_span text,
                             int bullet, uint32_t gap)
{
	scls_block *block = scls_builder_next_block(b);

	if (!block)
		return b->status;
	b->n_blocks++;
	memset(block, 0, sizeof(*block));
	block->begin = (uint32_t)(text.data - page.data);
	block->end = block->begin + (uint32_t)text.size;
	block->tag = SCLS_TAG_TEXT;
	block->bullet = (uint8_t)bullet;
	block->gap = (uint16_t)(gap < GAP_MOST ? gap : GAP_MOST);
	return SPAMCLS_OK;
}

/* Tells the link that the block added last is. */
static scls_status add_link(scls_builder *b, scls_span target)
{
	scls_block *block = &b->blocks[b->n_blocks - 1];
	scls_page_link *link = scls_builder_next_link(b, target);

	if (!link)
		return b->status;
	link->begin = block->begin;
	link->end = block->end;
	link->block = (uint32_t)b->n_blocks - 1;
	block->first_link = (uint32_t)b->n_links++;
	block->n_links = 1;
	block->link_bytes = block->end - block->begin;
	return SPAMCLS_OK;
}

/* Each link of a line that is links and nothing else is a block; a picture is
 * nothing to read. */
static scls_status add_links(scls_builder *b, scls_span page, scls_span line,
                             uint32_t gap)
{
	int bullet = has_bullet(line);
	scls_markdown_link link;

	while (scls_markdown_next(&line, &link)) {
		size_t n = b->n_blocks;

		if (link.text.size == 0)
			continue;
		SCLS_TRY(add_block(b, page, link.text, bullet, gap));
		if (b->n_blocks > n)
			SCLS_TRY(add_link(b, link.target));
		gap = 0;
	}
	return SPAMCLS_OK;
}

static scls_status add_line(scls_builder *b, scls_span page, scls_span line,
                            uint32_t gap)
{
	return scls_markdown_is_links(line)
	       ? add_links(b, page, line, gap)
	       : add_block(b, page, line, has_bullet(line), gap);
}

/* At the limit the text ends with the last whole character. */
static size_t bounded(scls_builder *b, scls_span text)
{
	size_t size = b->limits->text_bytes;

	if (text.size <= size)
		return text.size;
	b->flags |= SPAMCLS_FLAG_TRUNCATED_TEXT;
	return scls_utf8_whole(text.data, size);
}

/* The page's text ends with a NUL: a part of the input is copied. */
static scls_status keep(scls_builder *b, scls_span *text, size_t size)
{
	if (size == text->size)
		return SPAMCLS_OK;
	SCLS_TRY(scls_grow(&b->allocator, (void **)&b->text, &b->text_room,
	                   size + 1, 1));
	memcpy(b->text, text->data, size);
	b->text[size] = '\0';
	text->data = b->text;
	text->size = size;
	return SPAMCLS_OK;
}

static scls_status add_lines(scls_builder *b, scls_span text)
{
	/* Old texts end their lines with carriage returns alone. */
	int mark = memchr(text.data, '\n', text.size) ? '\n' : '\r';
	uint32_t gap = 0;

	for (size_t at = 0; at < text.size;) {
		const char *from = text.data + at;
		const char *stop = memchr(from, mark, text.size - at);
		size_t size = stop ? (size_t)(stop - from) : text.size - at;
		scls_span line = trim(from, size);
		size_t n = b->n_blocks;

		at += size + 1;
		if (line.size > 0)
			SCLS_TRY(add_line(b, text, line, gap));
		gap = b->n_blocks > n ? 0 : gap + 1;
	}
	return SPAMCLS_OK;
}

scls_status scls_read_plain(scls_builder *b, scls_span text, scls_page *page)
{
	memset(page, 0, sizeof(*page));
	page->kind = SPAMCLS_KIND_TEXT;
	page->n_names = 0;
	page->text = "";
	if (text.size > 0) {
		SCLS_TRY(keep(b, &text, bounded(b, text)));
		SCLS_TRY(add_lines(b, text));
		page->text = text.data;
	}
	page->text_size = (uint32_t)text.size;
	page->blocks = b->blocks;
	page->n_blocks = (uint32_t)b->n_blocks;
	page->links = b->links;
	page->n_links = (uint32_t)b->n_links;
	page->flags = b->flags;
	return SPAMCLS_OK;
}
