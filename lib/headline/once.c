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

#define SHORT 64u /* tokens of a line that are all compared */

/* Each with those of its own eight and with all behind them: where every one
 * is the same as itself alone, none stands twice. */
SCLS_VECTORS
static uint32_t count_same(const uint32_t *restrict token, uint32_t n)
{
	uint32_t lane[SCLS_ONCE_LANES] = { 0 }, same = 0;

	for (uint32_t i = 0; i < n; i++)
		for (uint32_t at = i & ~(SCLS_ONCE_LANES - 1); at < n;
		     at += SCLS_ONCE_LANES)
			for (uint32_t k = 0; k < SCLS_ONCE_LANES; k++)
				lane[k] += token[at + k] == token[i];
	for (uint32_t k = 0; k < SCLS_ONCE_LANES; k++)
		same += lane[k];
	return same;
}

int scls_may_repeat(const uint32_t *token, uint32_t n)
{
	return n > SHORT || count_same(token, n) > n;
}

/* Notes that an id was met; not 0 where one of the same place was before. */
SCLS_INLINE int meet(scls_once *once, uint32_t id)
{
	uint8_t *met = &once->met[id * PRIME >> (32 - SCLS_ONCE_BITS)];
	int before = *met == once->round;

	*met = once->round;
	return before;
}

/* 0 where no two of them can be equal, as in most lines. */
static int may_repeat(scls_once *once, const uint32_t *ids, uint32_t from,
                      uint32_t to)
{
	int before = 0;

	once->round++;
	for (uint32_t i = from; i < to; i++)
		before |= meet(once, ids[i]);
	return before;
}

int scls_keep_first(scls_once *once, scls_features *f, uint32_t from)
{
	uint32_t n = from, last = f->n;

	if (!may_repeat(once, f->ids, from, last))
		return 0;
	once->round++;
	for (uint32_t i = from; i < last; i++) {
		uint32_t id = f->ids[i];

		if (!meet(once, id) || !stands_there(f->ids, from, n, id))
			move(f, n++, i);
	}
	f->n = n;
	return n < last;
}
