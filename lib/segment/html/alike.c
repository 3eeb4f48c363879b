/* alike.c - how many of the blocks around one look like it; see traits.h. */
#include "segment/html/traits.h"

#include "base/inline.h"

/* So many blocks on either side are compared. */
#define ALIKE_BLOCKS 8u

/* What is compared, and what comes out, one a block. */
typedef struct looks {
	uint32_t *width, *kind;
	uint32_t *before, *after;
} looks;

/* Lines of one list look alike: about as long, and ending alike.  What a block
 * finds behind it, that finds before it.  No branch: for vectors. */
SCLS_VECTORS
static void count_alike(const uint32_t *restrict width,
                        const uint32_t *restrict kind, uint32_t n,
                        uint32_t *restrict before, uint32_t *restrict after)
{
	for (uint32_t k = 1; k <= ALIKE_BLOCKS; k++)
		for (uint32_t i = 0; i + k < n; i++) {
			uint32_t a = width[i], b = width[i + k];
			uint32_t alike = (kind[i] == kind[i + k])
			                 & (b * 5 >= a * 3)
			                 & (b * 3 <= a * 5);

			after[i] += alike;
			before[i + k] += alike;
		}
}

static scls_status take_room(const scls_view *view, looks *l)
{
	size_t n = (size_t)view->n + 1;

	l->width = scls_arena_take_array(view->draft->arena, n,
	                                 4 * sizeof(*l->width));
	if (l->width == NULL)
		return SPAMCLS_E_NOMEM;
	l->kind = l->width + n;
	l->before = l->kind + n;
	l->after = l->before + n;
	memset(l->before, 0, 2 * n * sizeof(*l->before));
	return SPAMCLS_OK;
}

scls_status scls_view_alike(scls_view *view)
{
	looks l;

	SCLS_TRY(take_room(view, &l));
	for (uint32_t i = 0; i < view->n; i++) {
		const scls_shape *shape = &view->draft->lines[i].shape;

		l.width[i] = shape->width;
		l.kind[i] = shape->last * 256u
		            + view->draft->page->blocks[i].bullet;
	}
	count_alike(l.width, l.kind, view->n, l.before, l.after);
	for (uint32_t i = 0; i < view->n; i++) {
		view->notes[i].alike_before = (uint8_t)l.before[i];
		view->notes[i].alike_after = (uint8_t)l.after[i];
	}
	return SPAMCLS_OK;
}
