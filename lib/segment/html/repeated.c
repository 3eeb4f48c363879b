/* repeated.c - see repeated.h. */
#include "segment/html/repeated.h"

/* A shorter line may well stand twice by itself, "Question", "Price". */
#define WIDTH_LEAST 40u

#define NONE UINT32_MAX

typedef struct repeats {
	const scls_view *view;
	uint32_t *first;    /* by text: its first block */
	uint32_t *order;    /* the body's blocks */
	uint32_t *place;    /* by block: where it stands in order */
	uint32_t *original; /* by block: the block that it repeats, or NONE */
	uint32_t n;         /* blocks in order */
} repeats;

static scls_status take_room(repeats *r, const scls_view *view)
{
	scls_arena *arena = view->draft->arena;
	size_t texts = view->texts.keys.distinct;
	size_t n = (size_t)view->n + 1;

	r->view = view;
	r->n = 0;
	r->first = scls_arena_take_array(arena, texts, sizeof(uint32_t));
	r->order = scls_arena_take_array(arena, n, sizeof(uint32_t));
	r->place = scls_arena_take_array(arena, n, sizeof(uint32_t));
	r->original = scls_arena_take_array(arena, n, sizeof(uint32_t));
	if (r->first == NULL || r->order == NULL || r->place == NULL
	    || r->original == NULL)
		return SPAMCLS_E_NOMEM;
	memset(r->first, 0xff, texts * sizeof(uint32_t));
	return SPAMCLS_OK;
}

static int same_text(const repeats *r, uint32_t i, uint32_t j)
{
	const scls_page *page = r->view->draft->page;

	return r->view->notes[i].text == r->view->notes[j].text
	       && scls_span_equal(scls_block_text(page, i),
	                          scls_block_text(page, j));
}

static void find_long(repeats *r, const uint8_t *is_body)
{
	for (uint32_t i = 0; i < r->view->n; i++) {
		uint32_t *first = &r->first[r->view->notes[i].text];

		r->original[i] = NONE;
		if (is_body[i] != SCLS_IS_BODY)
			continue;
		r->place[i] = r->n;
		r->order[r->n++] = i;
		if (*first == NONE)
			*first = i;
		else if (r->view->draft->lines[i].shape.width >= WIDTH_LEAST
		         && same_text(r, *first, i))
			r->original[i] = *first;
	}
}

/* Block i beside a repeated one, a step behind or before it, repeats what
 * stands so beside the original. */
static void spread(repeats *r, uint32_t i, uint32_t beside, int step)
{
	uint32_t original = r->original[beside];
	uint32_t at;

	if (r->original[i] != NONE || original == NONE
	    || (step < 0 && r->place[original] == 0))
		return;
	/* Before i, as the original is before what repeats it. */
	at = r->order[r->place[original] + (uint32_t)step];
	if (same_text(r, at, i))
		r->original[i] = at;
}

scls_status scls_mark_repeats(const scls_view *view, uint8_t *is_body)
{
	repeats r;

	SCLS_TRY(take_room(&r, view));
	find_long(&r, is_body);
	for (uint32_t k = 1; k < r.n; k++)
		spread(&r, r.order[k], r.order[k - 1], 1);
	for (uint32_t k = r.n; k-- > 1; )
		spread(&r, r.order[k - 1], r.order[k], -1);
	for (uint32_t k = 0; k < r.n; k++)
		if (r.original[r.order[k]] != NONE)
			is_body[r.order[k]] = SCLS_IS_REPEATED;
	return SPAMCLS_OK;
}
