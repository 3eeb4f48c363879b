/* text_joined.c - lines that are headlines in a row; see
 * split_steps.h. */
#include "segment/split_steps.h"

#include "segment/joined.h"

/* Lines that the parts of a page may be more than its lines, at most. */
#define MORE_MOST 16384u

/* Where each line of a page was found to have its parts. */
typedef struct plan {
	uint32_t *parts, *signs;
	uint32_t n;        /* parts of all */
} plan;

static scls_status find_parts(const scls_draft *draft, plan *p)
{
	uint32_t n = draft->page->n_blocks;

	p->parts = scls_arena_take_array(draft->arena, (size_t)n + 1,
	                                 sizeof(*p->parts));
	p->signs = scls_arena_take_array(draft->arena, (size_t)n + 1,
	                                 sizeof(*p->signs));
	if (p->parts == NULL || p->signs == NULL)
		return SPAMCLS_E_NOMEM;
	p->n = 0;
	for (uint32_t i = 0; i < n; i++) {
		p->parts[i] = scls_parts_of(draft, i, &p->signs[i]);
		if (p->parts[i] == 1 && i > 0 && p->parts[i - 1] > 1
		    && scls_ends_joined(draft, i, p->signs[i - 1])) {
			p->parts[i] = SCLS_END_PARTS;
			p->signs[i] = p->signs[i - 1];
		}
		if (p->n + p->parts[i] > i + 1 + MORE_MOST)
			p->parts[i] = 1;
		p->n += p->parts[i];
	}
	return SPAMCLS_OK;
}

static scls_block *take_room(scls_draft *draft, scls_page *page, uint32_t n)
{
	size_t room = (size_t)n + 1;
	scls_arena *arena = draft->arena;
	scls_block *blocks = scls_arena_take_array(arena, room,
	                                           sizeof(*blocks));

	draft->lines = scls_arena_take_array(arena, room,
	                                     sizeof(*draft->lines));
	draft->roles = scls_arena_take_array(arena, room, 1);
	draft->items = scls_arena_take_array(arena, 2 * room,
	                                     sizeof(*draft->items));
	draft->lists = scls_arena_take_array(arena, room,
	                                     sizeof(*draft->lists));
	draft->block_of = scls_arena_take_array(arena, room,
	                                        sizeof(*draft->block_of));
	draft->max_items = 2 * n;
	page->blocks = blocks;
	page->n_blocks = n;
	return draft->lines == NULL || draft->roles == NULL
	       || draft->items == NULL || draft->lists == NULL
	       || draft->block_of == NULL ? NULL : blocks;
}

/* The parts of block i become lines from number k on; returns the next. */
static uint32_t put_parts(scls_draft *draft, scls_block *blocks,
                          const scls_block *whole, uint32_t sign, uint32_t k)
{
	const char *text = draft->page->text;
	scls_parts r = { scls_span_between(text, whole->begin, whole->end),
	              sign, 0 };
	scls_span part;

	while (scls_next_part(&r, &part)) {
		if (part.size == 0)
			continue;
		blocks[k] = *whole;
		blocks[k].begin = (uint32_t)(part.data - text);
		blocks[k].end = blocks[k].begin + (uint32_t)part.size;
		blocks[k].bullet = 0;
		scls_look_at(draft, k++);
	}
	return k;
}

scls_status scls_unjoin(scls_draft *draft)
{
	const scls_draft whole = *draft;
	uint32_t n = draft->page->n_blocks, from, k = 0;
	scls_page *page = scls_arena_take(draft->arena, sizeof(*page));
	scls_block *blocks;
	plan p;

	SCLS_TRY(find_parts(draft, &p));
	if (p.n == n)
		return SPAMCLS_OK;
	if (page == NULL)
		return SPAMCLS_E_NOMEM;
	*page = *draft->page;
	blocks = take_room(draft, page, p.n);
	if (blocks == NULL)
		return SPAMCLS_E_NOMEM;
	draft->page = page;
	draft->whole = whole.page;
	draft->whole_lines = whole.lines;
	for (uint32_t i = 0; i < n; i++) {
		from = k;
		blocks[k] = whole.page->blocks[i];
		draft->lines[k] = whole.lines[i];
		k = p.parts[i] == 1 ? k + 1
		    : put_parts(draft, blocks, &whole.page->blocks[i],
		                p.signs[i], k);
		memset(draft->roles + from, whole.roles[i], k - from);
		for (; from < k; from++)
			draft->block_of[from] = i;
	}
	return SPAMCLS_OK;
}

uint32_t scls_first_line(const scls_draft *draft, uint32_t block)
{
	uint32_t i = block;

	if (draft->whole == NULL)
		return block;
	while (draft->block_of[i] < block)
		i++;
	return i;
}

/* A line that holds links is one of them. */
static void join_roles(const scls_draft *draft, uint8_t *roles)
{
	for (uint32_t i = draft->page->n_blocks; i-- > 0;) {
		uint32_t block = draft->block_of[i];
		int is_last = i + 1 == draft->page->n_blocks
		              || draft->block_of[i + 1] != block;

		if (is_last || roles[block] != SPAMCLS_ROLE_LINK_LIST)
			roles[block] = draft->roles[i];
	}
}

scls_status scls_rejoin(scls_draft *draft, scls_split *split)
{
	uint8_t *roles;

	if (draft->whole == NULL)
		return SPAMCLS_OK;
	roles = scls_arena_take_array(draft->arena,
	                              (size_t)draft->whole->n_blocks + 1, 1);
	if (roles == NULL)
		return SPAMCLS_E_NOMEM;
	join_roles(draft, roles);
	for (uint32_t i = 0; i < draft->n_items; i++)
		draft->items[i].block = draft->block_of[draft->items[i].block];
	split->bare = split->bare < split->n_roles
	              ? draft->block_of[split->bare] : draft->whole->n_blocks;
	split->roles = roles;
	split->n_roles = draft->whole->n_blocks;
	return SPAMCLS_OK;
}
