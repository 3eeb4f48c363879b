/* text_joined.c - lines that are headlines in a row; see parts.h. */
#include "segment/parts.h"

#include "base/utf8.h"
#include "segment/line/columns.h"
#include "segment/text/text_signs.h"

/* Parts of a line, at least, and of one that is joined as words are in a
 * sentence of Chinese. */
#define PARTS_LEAST 3u
#define LISTED_LEAST 4u

/* Columns of a line that may have so many. */
#define JOINED_WIDTH 42u

/* Lines that the parts of a page may be more than its lines, at most. */
#define MORE_MOST 16384u

/* A line read part by part. */
typedef struct reading {
	scls_span line;
	uint32_t sign;
	size_t at;
} reading;

/* The next part, up to the sign or the line's end.  Returns 0 where there is
 * none. */
static int next_part(reading *r, scls_span *part)
{
	size_t from = r->at, at = from, end, past;
	uint32_t blanks, sign;

	if (from >= r->line.size)
		return 0;
	for (;;) {
		end = at;
		at = scls_past_blanks(r->line, at, &blanks);
		if (at >= r->line.size
		    || (r->sign == SCLS_GAP_SIGN
		        && blanks >= SCLS_GAP_COLUMNS)) {
			r->at = at;
			break;
		}
		if (r->sign != SCLS_GAP_SIGN
		    && scls_sign_between(r->line, at, blanks, &sign, &past)
		    && sign == r->sign) {
			r->at = past;
			break;
		}
		(void)scls_utf8_next(r->line.data, r->line.size, &at);
	}
	*part = scls_span_between(r->line.data, from, end);
	return 1;
}

static uint32_t count_parts(scls_span line, uint32_t sign)
{
	reading r = { line, sign, 0 };
	uint32_t parts = 0;
	scls_span part;

	while (next_part(&r, &part))
		parts += part.size > 0;
	return parts;
}

/* Whether enough parts of the line are headlines: three of four, or all where
 * words, too, are joined so. */
static int is_joined(scls_span line, uint32_t sign, uint32_t parts)
{
	reading r = { line, sign, 0 };
	uint32_t headlines = 0;
	scls_span part;

	while (next_part(&r, &part))
		headlines += scls_is_headline(part)
		             && !scls_ends_sentence(part);
	return sign == U'、' ? parts >= LISTED_LEAST && headlines == parts
	                     : headlines * 4 >= parts * 3;
}

/* Whether line i has as many parts by that sign, and is not joined of
 * headlines: beside a row of a table. */
static int is_row(const scls_draft *draft, int64_t i, uint32_t sign,
                  uint32_t parts)
{
	scls_span line;

	if (i < 0 || i >= draft->page->n_blocks)
		return 0;
	line = scls_block_text(draft->page, (uint32_t)i);
	return count_parts(line, sign) == parts
	       && !is_joined(line, sign, parts);
}

/* The parts of line i by that sign; 0 where it is not joined by it. */
static uint32_t parts_by(const scls_draft *draft, uint32_t i, uint32_t sign)
{
	scls_span line = scls_block_text(draft->page, i);
	uint32_t parts = count_parts(line, sign);

	if (parts < PARTS_LEAST
	    || (sign == U'、' && draft->lines[i].shape.inner > 0)
	    || !is_joined(line, sign, parts)
	    || is_row(draft, (int64_t)i - 1, sign, parts)
	    || is_row(draft, (int64_t)i + 1, sign, parts))
		return 0;
	return parts;
}

/* <title> is one line, and so is a link, whatever signs are in it. */
static int may_be_cut(const scls_draft *draft, uint32_t i)
{
	return draft->page->blocks[i].n_links == 0
	       && !scls_is_html_title(draft->page, i);
}

/* Whether a line may be joined of others: no sentence is. */
static int may_be_joined(const scls_draft *draft, uint32_t i)
{
	const scls_shape *shape = &draft->lines[i].shape;
	scls_span line = scls_block_text(draft->page, i);

	return shape->width >= JOINED_WIDTH
	       && (shape->others + 1 >= PARTS_LEAST
	           || shape->commas + 1 >= LISTED_LEAST || scls_has_gap(line))
	       && may_be_cut(draft, i) && !scls_ends_sentence(line);
}

/* How many parts line i has, and by which sign; 1 where it is one. */
static uint32_t parts_of(const scls_draft *draft, uint32_t i, uint32_t *sign)
{
	uint32_t parts;
	scls_signs s;
	scls_span line = scls_block_text(draft->page, i);

	*sign = SCLS_GAP_SIGN;
	if (!may_be_joined(draft, i))
		return 1;
	scls_signs_of(line, &s);
	for (uint32_t k = 0; k < s.n; k++) {
		parts = parts_by(draft, i, s.of[k]);
		*sign = s.of[k];
		if (parts > 0)
			return parts;
	}
	return 1;
}

/* Two parts are enough beside a line that is joined by the sign: the end of its
 * list. */
static int is_end_of(const scls_draft *draft, uint32_t i, uint32_t sign)
{
	scls_span line = scls_block_text(draft->page, i);
	uint32_t parts = PARTS_LEAST - 1;

	return may_be_cut(draft, i) && count_parts(line, sign) == parts
	       && is_joined(line, sign, parts);
}

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
		p->parts[i] = parts_of(draft, i, &p->signs[i]);
		if (p->parts[i] == 1 && i > 0 && p->parts[i - 1] > 1
		    && is_end_of(draft, i, p->signs[i - 1])) {
			p->parts[i] = PARTS_LEAST - 1;
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
	reading r = { scls_span_between(text, whole->begin, whole->end),
	              sign, 0 };
	scls_span part;

	while (next_part(&r, &part)) {
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
