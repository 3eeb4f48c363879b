/* once.c - see once.h. */
#include "headline/once.h"

#include "base/inline.h"

#define PRIME 0x9E3779B1u

/* Whether id is one of ids[from] to ids[to - 1], as far back as one looks. */
static int stands_there(const uint32_t *ids, uint32_t from, uint32_t to,
                        uint32_t id)
{
	uint32_t there = 0;

	if (to - from > SCLS_ONCE_WINDOW)
		from = to - SCLS_ONCE_WINDOW;
	for (uint32_t i = from; i < to; i++)
		there |= ids[i] == id;
	return there != 0;
}

SCLS_INLINE void move(scls_features *f, uint32_t to, uint32_t from)
{
	f->ids[to] = f->ids[from];
	if (f->evidence)
		f->evidence[to] = f->evidence[from];
}

/* The first of ids[from] to ids[to - 1] that stood before it, or to: most
 * lines have none. */
static uint32_t first_twice(scls_once *once, const uint32_t *ids,
                            uint32_t from, uint32_t to)
{
	uint8_t round = ++once->round;

	for (uint32_t i = from; i < to; i++) {
		uint8_t *met = &once->met[ids[i] * PRIME
		                          >> (32 - SCLS_ONCE_BITS)];

		if (*met == round && stands_there(ids, from, i, ids[i]))
			return i;
		*met = round;
	}
	return to;
}

int scls_keep_first(scls_once *once, scls_features *f, uint32_t from)
{
	uint32_t first = first_twice(once, f->ids, from, f->n), n = first;

	for (uint32_t i = first; i < f->n; i++) {
		uint32_t id = f->ids[i];
		uint8_t *met = &once->met[id * PRIME >> (32 - SCLS_ONCE_BITS)];

		if (*met == once->round && stands_there(f->ids, from, n, id))
			continue;
		*met = once->round;
		move(f, n++, i);
	}
	if (n == f->n)
		return 0;
	f->n = n;
	return 1;
}
