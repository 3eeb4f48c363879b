/* builder.c - elements: what is open around a block; see builder.h. */
#include "page/builder.h"

#include "base/hash.h"
#include "base/limits.h"
#include "base/utf8.h"

void scls_builder_init(scls_builder *b, const spamcls_allocator *allocator)
{
	memset(b, 0, sizeof(*b));
	b->allocator = *allocator;
	scls_arena_init(&b->hrefs, &b->allocator);
	scls_token_index_fill(&b->tokens);
}

void scls_builder_free(scls_builder *b)
{
	scls_free(&b->allocator, b->text, b->text_room);
	scls_free(&b->allocator, b->blocks, b->block_room * sizeof(*b->blocks));
	scls_free(&b->allocator, b->links, b->link_room * sizeof(*b->links));
	scls_free(&b->allocator, b->bare, b->bare_room * sizeof(*b->bare));
	scls_free(&b->allocator, b->open, b->open_room * sizeof(*b->open));
	scls_arena_free(&b->hrefs);
}

scls_status scls_builder_reset(scls_builder *b, const spamcls_limits *limits)
{
	SCLS_TRY(scls_grow(&b->allocator, (void **)&b->open, &b->open_room,
	                   (size_t)limits->depth + 1, sizeof(*b->open)));
	SCLS_TRY(scls_grow(&b->allocator, (void **)&b->text, &b->text_room,
	                   4096, 1));
	memset(&b->open[0], 0, sizeof(b->open[0]));
	b->open[0].tag = SCLS_TAG_DIV;
	b->limits = limits;
	b->text_size = b->n_blocks = b->n_links = 0;
	b->depth = b->hidden_at = b->containers = b->raw = 0;
	b->block_begin = b->link_bytes = b->link_from = b->indent = 0;
	b->in_link = b->space = b->in_title = 0;
	b->link_end = b->box_end = 0;
	b->title_begin = b->title_end = 0;
	b->base = (scls_span){ "", 0 };
	b->n_bare = 0;
	b->source_end = NULL;
	if (b->has_seen)
		memset(b->seen, 0, sizeof(b->seen));
	b->has_seen = 0;
	b->flags = 0;
	b->status = SPAMCLS_OK;
	scls_arena_reset(&b->hrefs);
	return SPAMCLS_OK;
}

/* Where a value is looked for: its length, its first and its last bytes. */
static uint32_t place_of(scls_span value)
{
	uint32_t first = 0, last = 0;

	if (value.size >= 4) {
		memcpy(&first, value.data, 4);
		memcpy(&last, value.data + value.size - 4, 4);
	}
	first = (first ^ last * 3u ^ (uint32_t)value.size) * SCLS_ODD_1;
	return (first >> 16) % SCLS_SEEN_VALUES;
}

/* What a class says; most have stood in the page before. */
static const scls_seen_value *class_of(scls_builder *b, scls_span value)
{
	scls_seen_value *seen = &b->seen[place_of(value)];

	if (seen->value.size == value.size && value.size > 0
	    && memcmp(seen->value.data, value.data, value.size) == 0)
		return seen;
	b->has_seen = 1;
	seen->value = value;
	seen->hash = scls_hash_text(value.data, value.size);
	seen->within = scls_tokens_within(&b->tokens, value);
	return seen;
}

static uint16_t within_of(const scls_builder *b, int element,
                          const scls_attributes *a,
                          const scls_seen_value *seen)
{
	uint16_t within = scls_element_of(element)->within;

	/* The classes of a whole page speak of its theme. */
	if (element == SCLS_E_BODY || element == SCLS_E_HTML)
		return within;
	within |= seen->within;
	within |= scls_tokens_within(&b->tokens, a->id);
	within |= scls_tokens_within(&b->tokens, a->role);
	within |= scls_tokens_within(&b->tokens, a->itemprop);
	if (a->hidden || (a->style.size > 0 && scls_style_hides(a->style)))
		within |= SCLS_IN_HIDDEN;
	return within;
}

static int is_container(int element)
{
	switch (element) {
	case SCLS_E_UL: case SCLS_E_OL: case SCLS_E_DL: case SCLS_E_TABLE:
	case SCLS_E_DIV: case SCLS_E_SECTION: case SCLS_E_ARTICLE:
	case SCLS_E_ASIDE: case SCLS_E_NAV: case SCLS_E_MAIN:
	case SCLS_E_FOOTER: case SCLS_E_HEADER: case SCLS_E_FORM:
		return 1;
	default:
		return 0;
	}
}

static void push(scls_builder *b, int element, const scls_attributes *a)
{
	const scls_element_info *info = scls_element_of(element);
	const scls_seen_value *seen = class_of(b, a->class_name);
	scls_open *parent = scls_builder_innermost(b), *child;

	b->depth++;
	if (b->depth > b->limits->depth) {
		b->flags |= SPAMCLS_FLAG_TRUNCATED_DEPTH;
		if (b->hidden_at == 0 && !(parent->within & SCLS_IN_HIDDEN)
		    && within_of(b, element, a, seen) & SCLS_IN_HIDDEN)
			b->hidden_at = b->depth;
		return;
	}
	child = &b->open[b->depth];
	child->element = (uint8_t)element;
	child->nearest = within_of(b, element, a, seen);
	child->within = parent->within | child->nearest;
	if (child->nearest == 0)
		child->nearest = parent->nearest;
	child->tag = info->tag ? info->tag : parent->tag;
	child->path = (uint32_t)scls_hash_mix(
	        ((uint64_t)parent->path << 8) + (uint64_t)element + 1);
	child->kin = (uint32_t)scls_hash_mix(
	        ((uint64_t)parent->kin << 8) + (uint64_t)element + 1
	        + seen->hash);
	child->container = parent->container;
	child->outer = parent->outer;
	if (is_container(element)) {
		child->outer = parent->container;
		child->container = ++b->containers;
	}
}

/* Is the innermost element the one that hides? */
static int begins_hidden(const scls_builder *b)
{
	uint32_t d = b->depth;

	if (d > b->limits->depth)
		return d == b->hidden_at;
	return d > 0 && (b->open[d].within & SCLS_IN_HIDDEN)
	       && !(b->open[d - 1].within & SCLS_IN_HIDDEN);
}

/* What was written so far can be seen, what follows cannot: hidden text is a
 * block of its own, inline or not. */
static void hide_from_here(scls_builder *b)
{
	b->depth--;
	scls_builder_end_block(b);
	b->depth++;
}

/* An address lasts as long as the page; no more of it than SCLS_MAX_HREF, a NUL
 * behind it.  Returns 0 where there is no memory. */
static int keep_href(scls_builder *b, scls_span href, scls_span *kept)
{
	size_t size = href.size <= SCLS_MAX_HREF
		? href.size : scls_utf8_whole(href.data, SCLS_MAX_HREF);
	const char *data = scls_arena_copy(&b->hrefs, href.data, size);

	if (!data) {
		b->status = SPAMCLS_E_NOMEM;
		return 0;
	}
	*kept = (scls_span){ data, size };
	return 1;
}

scls_block *scls_builder_next_block(scls_builder *b)
{
	if (b->n_blocks >= b->limits->blocks) {
		b->flags |= SPAMCLS_FLAG_TRUNCATED_BLOCKS;
		return NULL;
	}
	if (scls_grow(&b->allocator, (void **)&b->blocks, &b->block_room,
	              b->n_blocks + 1, sizeof(*b->blocks)) != SPAMCLS_OK) {
		b->status = SPAMCLS_E_NOMEM;
		return NULL;
	}
	return &b->blocks[b->n_blocks];
}

scls_page_link *scls_builder_next_link(scls_builder *b, scls_span href)
{
	scls_page_link *link;

	if (b->n_links >= b->limits->links) {
		b->flags |= SPAMCLS_FLAG_TRUNCATED_LINKS;
		return NULL;
	}
	if (scls_grow(&b->allocator, (void **)&b->links, &b->link_room,
	              b->n_links + 1, sizeof(*b->links)) != SPAMCLS_OK) {
		b->status = SPAMCLS_E_NOMEM;
		return NULL;
	}
	link = &b->links[b->n_links];
	return keep_href(b, href, &link->href) ? link : NULL;
}

static void begin_link(scls_builder *b, const scls_attributes *a)
{
	scls_page_link *link = scls_builder_next_link(b, a->href);

	if (!link)
		return;
	link->begin = link->end = UINT32_MAX; /* until its first text */
	link->block = (uint32_t)b->n_blocks;
	/* Links that touch are set apart by their style. */
	if (b->link_end == b->text_size)
		b->space = 1;
	b->n_links++;
	b->in_link = 1;
	b->link_tag = a->name_end;
	b->link_from = (uint32_t)b->text_size;
}

static void end_link(scls_builder *b)
{
	scls_page_link *link;

	if (!b->in_link)
		return;
	b->in_link = 0;
	b->link_bytes += (uint32_t)b->text_size - b->link_from;
	link = &b->links[b->n_links - 1];
	if (link->begin == UINT32_MAX) {
		link->begin = link->end = (uint32_t)b->text_size;
		scls_builder_note_bare(b);
	}
	b->link_end = (uint32_t)b->text_size;
}

/* Not 0 where nothing inside is seen: the first title that says anything is the
 * page's, and any other is none. */
static int is_unseen(const scls_builder *b, int element)
{
	return scls_element_of(element)->raw
	       || (element == SCLS_E_TITLE && b->title_end > 0
	           && !b->in_title);
}

/* An option leads from the page by a script, as an anchor does by itself. */
static void take_href(scls_builder *b, int element, const scls_attributes *a)
{
	if (element == SCLS_E_OPTION)
		end_link(b);
	if (element == SCLS_E_A || element == SCLS_E_OPTION)
		begin_link(b, a);
	else if (element == SCLS_E_BASE && b->base.size == 0)
		(void)keep_href(b, a->href, &b->base);
}

void scls_builder_open(scls_builder *b, int element,
                       const scls_attributes *a)
{
	if (b->status != SPAMCLS_OK)
		return;
	if (element == SCLS_E_OWN)
		element = scls_box_element(b, a);
	if (scls_element_of(element)->block)
		scls_builder_end_block(b);
	if (element == SCLS_E_BR || element == SCLS_E_HR)
		return;
	push(b, element, a);
	if (begins_hidden(b))
		hide_from_here(b);
	b->raw += (uint32_t)is_unseen(b, element);
	if (element == SCLS_E_A)
		end_link(b);
	if (a->href.size > 0)
		take_href(b, element, a);
	if (element == SCLS_E_TITLE && b->title_end == 0)
		b->in_title = (int)b->n_blocks + 1;
}

/* The title is a block of its own, and the first one counts. */
static void end_title(scls_builder *b)
{
	size_t before = (size_t)b->in_title;

	b->in_title = 0;
	if (before > 0 && b->n_blocks >= before) {
		b->title_begin = b->blocks[b->n_blocks - 1].begin;
		b->title_end = b->blocks[b->n_blocks - 1].end;
	}
}

/* Closes up to the element, if it is open at all. */
static void pop(scls_builder *b, int element)
{
	uint32_t d = b->depth;

	if (begins_hidden(b))
		scls_builder_end_block(b);
	if (d > b->limits->depth) {
		b->hidden_at = d == b->hidden_at ? 0 : b->hidden_at;
		b->depth--;
		return;
	}
	while (d > 0 && b->open[d].element != element)
		d--;
	if (d > 0)
		b->depth = d - 1;
}

void scls_builder_close(scls_builder *b, int element)
{
	int unseen = is_unseen(b, element);

	if (b->status != SPAMCLS_OK || element == SCLS_E_BR
	    || element == SCLS_E_HR)
		return;
	if (element == SCLS_E_A)
		end_link(b);
	if (scls_element_of(element)->block) {
		if (element == SCLS_E_OPTION)
			end_link(b);
		scls_builder_end_block(b);
	}
	if (element == SCLS_E_OWN)
		element = scls_box_end(b);
	if (element == SCLS_E_TITLE)
		end_title(b);
	b->raw -= unseen && b->raw > 0;
	pop(b, element);
}
