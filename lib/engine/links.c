/* links.c - see links.h. */
#include "engine/links.h"

#include "segment/site_name.h"

#include <string.h>

typedef struct links_parts {
	uint8_t *roles;
	scls_list *list;
	scls_item *items;
} links_parts;

static scls_status take_parts(scls_arena *arena, uint32_t n,
                              links_parts *parts)
{
	parts->roles = scls_arena_take(arena, n + 1u);
	parts->list = scls_arena_take(arena, sizeof(*parts->list));
	parts->items = scls_arena_take_array(arena, n + 1u,
	                                     sizeof(*parts->items));
	if (!parts->roles || !parts->list || !parts->items)
		return SPAMCLS_E_NOMEM;
	memset(parts->list, 0, sizeof(*parts->list));
	return SPAMCLS_OK;
}

/* Not 0 where no line end stands before the first block: old texts have
 * carriage returns alone. */
static int has_title(const scls_page *page)
{
	if (page->n_blocks == 0)
		return 0;
	for (uint32_t i = 0; i < page->blocks[0].begin; i++)
		if (page->text[i] == '\n' || page->text[i] == '\r')
			return 0;
	return 1;
}

/* A target; it ends with a NUL of its own. */
static scls_status set_href(scls_arena *arena, const char *from,
                            const char *end, scls_item *item)
{
	size_t size = (size_t)(end - from);

	item->href.data = scls_arena_copy(arena, from, size);
	item->href.size = size;
	return item->href.data ? SPAMCLS_OK : SPAMCLS_E_NOMEM;
}

static scls_status set_item(scls_arena *arena, const scls_page *page,
                            uint32_t block, scls_item *item)
{
	const scls_block *b = &page->blocks[block];
	const char *tab = memchr(page->text + b->begin, '\t',
	                         b->end - b->begin);

	memset(item, 0, sizeof(*item));
	item->begin = b->begin;
	item->end = tab ? (uint32_t)(tab - page->text) : b->end;
	item->block = block;
	item->href = scls_block_href(page, block);
	return tab ? set_href(arena, tab + 1, page->text + b->end, item)
	           : SPAMCLS_OK;
}

static scls_status fill_list(scls_arena *arena, const scls_page *page,
                             uint32_t first, links_parts *parts)
{
	scls_list *list = parts->list;

	for (uint32_t i = first; i < page->n_blocks; i++) {
		SCLS_TRY(set_item(arena, page, i,
		                  &parts->items[list->n_items++]));
		parts->roles[i] = SPAMCLS_ROLE_LINK_LIST;
	}
	if (list->n_items == 0)
		return SPAMCLS_OK;
	list->begin = parts->items[0].begin;
	list->end = parts->items[list->n_items - 1].end;
	list->heading_begin = list->heading_end = list->begin;
	list->trailing = 1;
	list->role = SPAMCLS_ROLE_LINK_LIST;
	return SPAMCLS_OK;
}

scls_status scls_split_links(scls_arena *arena, const scls_page *page,
                             scls_split *split)
{
	links_parts parts;
	uint32_t first = has_title(page) ? 1 : 0;

	memset(split, 0, sizeof(*split));
	SCLS_TRY(take_parts(arena, page->n_blocks, &parts));
	if (first) {
		parts.roles[0] = SPAMCLS_ROLE_TITLE;
		split->title_begin = page->blocks[0].begin;
		split->title_end = page->blocks[0].end;
	}
	SCLS_TRY(fill_list(arena, page, first, &parts));
	SCLS_TRY(scls_cut_site_names(arena, page->text, parts.list,
	                             parts.list->n_items > 0, parts.items));
	split->roles = parts.roles;
	split->n_roles = split->bare = page->n_blocks;
	split->lists = parts.list;
	split->n_lists = parts.list->n_items > 0;
	split->items = parts.items;
	split->n_items = parts.list->n_items;
	return SPAMCLS_OK;
}
