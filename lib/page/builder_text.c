/* builder_text.c - text: words, spaces and the ends of blocks; builder.h. */
#include "page/builder.h"

#include "base/bits.h"
#include "base/limits.h"
#include "base/utf8.h"
#include "base/vector.h"

/* Room for size bytes more, within the limit; returns what fits. */
static size_t reserve(scls_builder *b, size_t size)
{
	size_t left = b->limits->text_bytes - b->text_size;

	if (b->text_size >= b->limits->text_bytes || size > left) {
		b->flags |= SPAMCLS_FLAG_TRUNCATED_TEXT;
		size = b->text_size >= b->limits->text_bytes ? 0 : left;
	}
	if (scls_grow(&b->allocator, (void **)&b->text, &b->text_room,
	              b->text_size + size + 2, 1) != SPAMCLS_OK) {
		b->status = SPAMCLS_E_NOMEM;
		return 0;
	}
	return size;
}

/* The open link's text begins with its first word and ends with its last. */
static void note_link(scls_builder *b, uint32_t from)
{
	scls_page_link *link;

	if (!b->in_link)
		return;
	link = &b->links[b->n_links - 1];
	if (link->begin == UINT32_MAX) {
		link->begin = from;
		link->block = (uint32_t)b->n_blocks;
		b->link_from = from;
	}
	link->end = (uint32_t)b->text_size;
}

/* How much of the words fits where n bytes do: whole characters, no space at
 * the end. */
static size_t fitting(const char *data, size_t n)
{
	n = scls_utf8_whole(data, n);
	return n > 0 && data[n - 1] == ' ' ? n - 1 : n;
}

/* What a line of code is indented by stands in the text before its block. */
static void put_indent(scls_builder *b)
{
	size_t fits = b->indent > 0 ? reserve(b, b->indent) : 0;

	memset(b->text + b->text_size, ' ', fits);
	b->text_size += fits;
	b->block_begin = b->link_from = (uint32_t)b->text_size;
	b->indent = 0;
}

/* The space before them is taken back where none of them fits. */
static void put_words(scls_builder *b, const char *data, size_t size)
{
	size_t before = b->text_size, fits;
	uint32_t from;

	if (b->text_size == b->block_begin && b->indent > 0)
		put_indent(b);
	else if (b->space && b->text_size > b->block_begin
	         && reserve(b, 1) == 1)
		b->text[b->text_size++] = ' ';
	b->space = 0;
	fits = reserve(b, size);
	if (fits < size)
		fits = fitting(data, fits);
	from = (uint32_t)b->text_size;
	if (fits == 0) {
		b->text_size = before;
		if (b->block_begin > before)
			b->block_begin = b->link_from = (uint32_t)before;
		return;
	}
	memcpy(b->text + b->text_size, data, fits);
	b->text_size += fits;
	note_link(b, from);
}

/* How a byte of a text is taken. */
enum { WORD, SPACE, WIDE, NOTHING };

/* U+00A0 and U+3000 begin with WIDE and count as spaces, too; most control
 * bytes are no text. */
static const uint8_t kinds[256] = {
	NOTHING, NOTHING, NOTHING, NOTHING, NOTHING, NOTHING, NOTHING, NOTHING,
	NOTHING, SPACE, SPACE, SPACE, SPACE, SPACE, NOTHING, NOTHING,
	NOTHING, NOTHING, NOTHING, NOTHING, NOTHING, NOTHING, NOTHING, NOTHING,
	NOTHING, NOTHING, NOTHING, NOTHING, NOTHING, NOTHING, NOTHING, NOTHING,
	SPACE, [0xC2] = WIDE, [0xE3] = WIDE,
};

#define TAB 4u          /* blanks that stand for one */
#define MOST_INDENT 64u /* give or take a tab */

/* In <pre> a line end ends a block, and blanks before the first word count. */
static void put_space(scls_builder *b, char c)
{
	if (scls_builder_innermost(b)->within & SCLS_IN_PRE) {
		if (c == '\n' || c == '\r')
			scls_builder_end_block(b);
		else if (b->text_size == b->block_begin
		         && b->indent < MOST_INDENT)
			b->indent += c == '\t' ? TAB : 1;
	}
	b->space = 1;
}

/* Takes what is no word at data; returns its bytes, 0 for a word. */
static size_t take_space(scls_builder *b, const char *data, size_t left)
{
	uint8_t kind = kinds[(unsigned char)*data];
	size_t size = 1;

	if (kind == WORD || (kind == WIDE
	                     && (size = scls_wide_space(data, left)) == 0))
		return 0;
	if (kind != NOTHING)
		put_space(b, *data);
	return size;
}

#define LANES 32u /* bytes of a look */

/* Bits for the first LANES bytes at data that may end words with one plain
 * space between them, data[LANES] being looked at, too. */
static uint32_t ends_plain(const char *data)
{
	uint32_t bits = 0;

	for (uint32_t i = 0; i < LANES; i++) {
		unsigned kind = kinds[(unsigned char)data[i]];
		unsigned next = kinds[(unsigned char)data[i + 1]];

		bits |= (uint32_t)(kind != WORD
		                   && (data[i] != ' ' || next != WORD)) << i;
	}
	return bits;
}

#ifdef SCLS_AVX2
/* Where kinds has no WORD. */
SCLS_AVX2
static inline __m256i others(const char *data)
{
	__m256i a = _mm256_loadu_si256((const void *)data);
	__m256i wide = _mm256_or_si256(
	        _mm256_cmpeq_epi8(a, _mm256_set1_epi8((char)0xC2)),
	        _mm256_cmpeq_epi8(a, _mm256_set1_epi8((char)0xE3)));

	return _mm256_or_si256(wide, _mm256_cmpeq_epi8(
	        a, _mm256_min_epu8(a, _mm256_set1_epi8(' '))));
}

SCLS_AVX2
static uint32_t ends_avx2(const char *data)
{
	__m256i blank = _mm256_cmpeq_epi8(
	        _mm256_loadu_si256((const void *)data),
	        _mm256_set1_epi8(' '));
	__m256i between = _mm256_andnot_si256(others(data + 1), blank);

	return (uint32_t)_mm256_movemask_epi8(
	        _mm256_andnot_si256(between, others(data)));
}
#endif

static uint32_t ends_of(const char *data)
{
#ifdef SCLS_AVX2
	if (scls_has_avx2())
		return ends_avx2(data);
#endif
	return ends_plain(data);
}

/* The same for the size bytes at data, LANES at most: a text's end ends its
 * words. */
static uint32_t last_ends(const char *data, size_t size)
{
	char copy[LANES + 1] = { 0 };

	memcpy(copy, data, size);
	return ends_of(copy);
}

/* The end of the words at data[at] that have one plain space between them:
 * they are copied as they are. */
static size_t words_end(const char *data, size_t size, size_t at)
{
	for (; at < size; at += LANES) {
		const char *from = data + at;
		size_t left = size - at;
		uint32_t ends = left > LANES ? ends_of(from)
		                             : last_ends(from, left);

		for (; ends != 0; ends &= ends - 1) {
			size_t end = scls_lowest_bit(ends);

			if (end >= left)
				return size;
			if (kinds[(unsigned char)from[end]] != WIDE
			    || scls_wide_space(from + end, left - end))
				return at + end;
		}
	}
	return size;
}

void scls_builder_text(scls_builder *b, const char *data, size_t size)
{
	size_t at = 0;

	if (b->raw > 0 || b->status != SPAMCLS_OK)
		return;
	while (at < size) {
		size_t space = take_space(b, data + at, size - at), end;

		if (space > 0) {
			at += space;
			continue;
		}
		end = words_end(data, size, at);
		put_words(b, data + at, end - at);
		at = end;
	}
}

/* SCLS_IN_HIDDEN, where an element beyond the limit hides what is written. */
static uint16_t hidden_deep(const scls_builder *b)
{
	return b->hidden_at > 0 && b->depth >= b->hidden_at ? SCLS_IN_HIDDEN
	                                                    : 0;
}

static void fill_block(const scls_builder *b, const scls_open *open,
                       scls_block *block)
{
	memset(block, 0, sizeof(*block));
	block->begin = b->block_begin;
	block->end = (uint32_t)b->text_size;
	block->link_bytes = b->link_bytes;
	block->path = open->path;
	block->container = open->container;
	block->depth = (uint16_t)(b->depth < SCLS_MAX_DEPTH ? b->depth
	                                                    : SCLS_MAX_DEPTH);
	block->within = open->within | hidden_deep(b);
	block->nearest = open->nearest;
	block->kin = open->kin;
	block->outer = open->outer;
	block->tag = open->tag;
}

static void add_block(scls_builder *b)
{
	scls_block *block = scls_builder_next_block(b);

	if (!block) {
		b->text_size = b->block_begin;
		while (b->text_size > 0 && b->text[b->text_size - 1] == ' ')
			b->text_size--;
		return;
	}
	fill_block(b, b->box_end == b->text_size ? &b->box
	              : scls_builder_innermost(b), block);
	if (block->within & SCLS_IN_HIDDEN)
		b->flags |= SPAMCLS_FLAG_HIDDEN_TEXT;
	b->n_blocks++;
	b->text[b->text_size++] = '\n'; /* reserve keeps two bytes free */
}

void scls_builder_end_block(scls_builder *b)
{
	b->space = 0;
	b->indent = 0;
	if (b->text_size > b->block_begin) {
		if (b->in_link)
			b->link_bytes += (uint32_t)b->text_size
			                 - b->link_from;
		add_block(b);
	}
	b->block_begin = (uint32_t)b->text_size;
	b->link_bytes = 0;
	b->link_from = b->block_begin;
}

/* A link without text may have ended before or after its block. */
static void place_empty(const scls_block *block, scls_page_link *link)
{
	if (link->begin < block->begin)
		link->begin = block->begin;
	if (link->begin > block->end)
		link->begin = block->end;
	link->end = link->begin;
}

/* Links that lost their block to a limit go, too. */
static void attach_links(scls_builder *b)
{
	size_t n = 0;

	for (size_t i = 0; i < b->n_links; i++) {
		scls_page_link link = b->links[i];

		if (link.begin == UINT32_MAX || link.end > b->text_size
		    || link.block >= b->n_blocks)
			continue;
		if (link.begin == link.end)
			place_empty(&b->blocks[link.block], &link);
		if (b->blocks[link.block].n_links++ == 0)
			b->blocks[link.block].first_link = (uint32_t)n;
		b->links[n++] = link;
	}
	b->n_links = n;
}

scls_status scls_builder_finish(scls_builder *b, scls_page *page)
{
	scls_builder_end_block(b);
	page->n_names = scls_builder_put_names(b);
	SCLS_TRY(b->status);
	attach_links(b);
	if (b->text_size > 0)
		b->text_size--; /* the last line end */
	b->text[b->text_size] = '\0';
	page->text = b->text;
	page->text_size = (uint32_t)b->text_size;
	page->blocks = b->blocks;
	page->n_blocks = (uint32_t)b->n_blocks;
	page->links = b->links;
	page->n_links = (uint32_t)b->n_links;
	page->title_begin = b->title_begin;
	page->title_end = b->title_end;
	page->base = b->base;
	page->kind = SPAMCLS_KIND_HTML;
	page->flags = b->flags;
	return SPAMCLS_OK;
}
