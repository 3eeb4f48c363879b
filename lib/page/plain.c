/* plain.c - see plain.h. */
#include "page/plain.h"

#include "base/utf8.h"

#define MANY 65535u

static int is_space(char c)
{
	return c == ' ' || (c >= '\t' && c <= '\r');
}

/* The line without spaces at its ends; U+3000 and U+00A0 are spaces, too. */
static scls_span trim(const char *data, size_t size)
{
	scls_span line = { data, size };

	for (;;) {
		size_t before = line.size;

		line = scls_span_trim(line);
		if (line.size >= 3
		    && memcmp(line.data, "\xE3\x80\x80", 3) == 0) {
			line.data += 3;
			line.size -= 3;
		}
		if (line.size >= 2 && memcmp(line.data, "\xC2\xA0", 2) == 0) {
			line.data += 2;
			line.size -= 2;
		}
		if (line.size == before)
			return line;
	}
}

static int is_mark(uint32_t c)
{
	return c == '-' || c == '*' || c == '+' || c == 0x2022 || c == 0xB7
	       || c == 0x25CF || c == 0x25CB || c == 0x25A0 || c == 0x25AA
	       || c == 0x2023 || c == 0x30FB || c == 0x2013 || c == 0x25C6
	       || c == 0x203B || c == 0x27A2;
}

/* 1. 2) 3、 (4) and circled digits. */
static int is_numbered(scls_span line)
{
	size_t at = line.size > 1 && line.data[0] == '(';
	size_t from = at;

	while (at < line.size && line.data[at] >= '0' && line.data[at] <= '9')
		at++;
	if (at == from || at - from > 3 || at == line.size)
		return 0;
	if (line.data[at] == ')')
		return 1;
	if (line.data[at] == '.')
		return at + 1 < line.size && (line.data[at + 1] < '0'
		                              || line.data[at + 1] > '9');
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
		       && (c > 0x7F || is_space(line.data[at]));
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
	block->gap = (uint16_t)(gap < MANY ? gap : MANY);
	return SPAMCLS_OK;
}

/* At the limit the text ends with the last whole character. */
static size_t bounded(scls_builder *b, scls_span text)
{
	size_t size = b->limits->text_bytes;

	if (text.size <= size)
		return text.size;
	b->flags |= SPAMCLS_FLAG_TRUNCATED_TEXT;
	while (size > 0 && ((unsigned char)text.data[size] & 0xC0) == 0x80)
		size--;
	return size;
}

scls_status scls_read_plain(scls_builder *b, scls_span text, scls_page *page)
{
	uint32_t gap = 0;

	text.size = bounded(b, text);
	for (size_t at = 0; at < text.size;) {
		const char *from = text.data + at;
		const char *stop = memchr(from, '\n', text.size - at);
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
	memset(page, 0, sizeof(*page));
	page->text = text.data;
	page->text_size = (uint32_t)text.size;
	page->blocks = b->blocks;
	page->n_blocks = (uint32_t)b->n_blocks;
	page->kind = SPAMCLS_KIND_TEXT;
	page->flags = b->flags;
	return SPAMCLS_OK;
}
