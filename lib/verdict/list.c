/* list.c - see list.h. */
#include "verdict/list.h"

#include <string.h>

#define BOUND (6 * 1024) /* one line's share of the lean, in 1/1024 nat */

/* A small set of hashes with how often each was put in. */
typedef struct tally {
	uint64_t *key;
	uint32_t *count;
	size_t mask;
} tally;

static scls_status tally_init(tally *t, scls_arena *arena, size_t n)
{
	size_t room = 16;

	while (room < n * 2)
		room *= 2;
	t->key = scls_arena_take_array(arena, room, sizeof(*t->key));
	t->count = scls_arena_take_array(arena, room, sizeof(*t->count));
	if (!t->key || !t->count)
		return SPAMCLS_E_NOMEM;
	memset(t->count, 0, room * sizeof(*t->count));
	t->mask = room - 1;
	return SPAMCLS_OK;
}

/* How often key was put in; *new_one is set where it was not there. */
static uint32_t *tally_at(tally *t, uint64_t key)
{
	size_t i = (size_t)(key * UINT64_C(0x9E3779B97F4A7C15) >> 20)
	           & t->mask;

	while (t->count[i] != 0 && t->key[i] != key)
		i = (i + 1) & t->mask;
	t->key[i] = key;
	return &t->count[i];
}

static void add_line(const scls_line *line, scls_list_evidence *e)
{
	int32_t score = line->score;

	e->certain += score >= line->certain;
	e->likely += score >= line->likely;
	e->leaning += score >= line->likely / 2;
	e->holes += line->holes > 0;
	e->numbered += line->has_number;
	score = score > BOUND ? BOUND : score < -BOUND ? -BOUND : score;
	e->lean += score;
}

/* Frames: head or tail of the skeleton that two lines share. */
static scls_status count_frames(scls_arena *arena, const scls_line *lines,
                                size_t n, scls_list_evidence *e)
{
	tally frames, subjects;

	SCLS_TRY(tally_init(&frames, arena, n * 2));
	SCLS_TRY(tally_init(&subjects, arena, n));
	for (size_t i = 0; i < n; i++) {
		++*tally_at(&frames, lines[i].head);
		++*tally_at(&frames, lines[i].tail);
	}
	for (size_t i = 0; i < n; i++) {
		if (*tally_at(&frames, lines[i].head) < 2
		    && *tally_at(&frames, lines[i].tail) < 2)
			continue;
		e->repeats++;
		if (lines[i].subject != 0)
			e->subjects += (*tally_at(&subjects,
			                          lines[i].subject))++ == 0;
	}
	return SPAMCLS_OK;
}

scls_status scls_list_sum_up(scls_arena *arena, const scls_line *lines,
                             size_t n, scls_list_evidence *evidence)
{
	memset(evidence, 0, sizeof(*evidence));
	evidence->list = n ? lines[0].list : 0;
	evidence->n = (uint32_t)n;
	for (size_t i = 0; i < n; i++)
		add_line(&lines[i], evidence);
	return count_frames(arena, lines, n, evidence);
}
