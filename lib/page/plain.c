/* plain.c - see plain.h. */
#include "page/plain.h"

#include "base/ascii.h"
#include "base/utf8.h"

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

static scls_status add_line(scls_builder *b, scls_span text, scls_span line,
                            uint32_t gap)
{
	scls_block *block;

	if (b->n_blocks >= b->limits->blocks) {
		b->flags |= SPAMCLS_FLAG_TRUNCATED_BLOCKS;
		return SPAMCLS_OK;
	}
	SCLS_TRY(scls_grow(&b->allocator, (void **)&b->blocks, &b->block_room,
	                   b->n_blocks + 1, sizeof(*b->blocks)));
	block = &b->blocks[b->n_blocks++];
	memset(block, 0, sizeof(*block));
	block->begin = (uint32_t)(line.data - text.data);
	block->end = block->begin + (uint32_t)line.size;
	block->tag = SCLS_TAG_TEXT;
	block->bullet = (uint8_t)has_bullet(line);
	block->gap = (uint16_t)(gap < GAP_MOST ? gap : GAP_MOST);
	return SPAMCLS_OK;
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

		at += size + 1;
		if (line.size == 0) {
			gap++;
			continue;
		}
		SCLS_TRY(add_line(b, text, line, gap));
		gap = 0;
	}
	return SPAMCLS_OK;
}

scls_status scls_read_plain(scls_builder *b, scls_span text, scls_page *page)
{
	memset(page, 0, sizeof(*page));
	page->kind = SPAMCLS_KIND_TEXT;
	page->text = "";
	if (text.size > 0) {
		SCLS_TRY(keep(b, &text, bounded(b, text)));
		SCLS_TRY(add_lines(b, text));
		page->text = text.data;
	}
	page->text_size = (uint32_t)text.size;
	page->blocks = b->blocks;
	page->n_blocks = (uint32_t)b->n_blocks;
	page->flags = b->flags;
	return SPAMCLS_OK;
}
