/*
 * list_affix.c - beginnings and ends that lines of a list share; see list.h.
 *
 * A frame with another filler on every line has its words before and behind
 * the filler in common.  Beginnings of a few lengths stand for all prefixes:
 * one pass, no comparison of pairs.
 */
#include "verdict/list.h"

#include "base/tally.h"

const uint16_t scls_affix_pieces[SCLS_AFFIXES] = { 3, 5, 8, 12 };

/* Beginnings and ends are not taken for one another. */
static uint64_t key_of(const uint32_t *affix, uint32_t k, int foot)
{
	return (uint64_t)affix[k] << 8 | k << 1 | (unsigned)foot;
}

/* Where a line's affixes are in the tally. */
typedef struct places {
	uint32_t n;
	uint32_t head[SCLS_AFFIXES], foot[SCLS_AFFIXES];
} places;

static void add_all(scls_tally *tally, const scls_line *line, places *to)
{
	uint32_t k;

	for (k = 0; k < SCLS_AFFIXES && line->head[k] != 0; k++) {
		to->head[k] = scls_tally_add(tally, key_of(line->head, k, 0));
		to->foot[k] = scls_tally_add(tally, key_of(line->foot, k, 1));
	}
	to->n = k;
}

/* Pieces of the longest one that another line has, too. */
static uint32_t shared(const scls_tally *tally, const uint32_t *at,
                       uint32_t n)
{
	uint32_t pieces = 0;

	for (uint32_t k = 0; k < n; k++) {
		if (tally->place[at[k]].count < 2)
			break;
		pieces = scls_affix_pieces[k];
	}
	return pieces;
}

scls_status scls_list_affixes(scls_arena *arena, const scls_line *lines,
                              size_t n, scls_list_facts *f)
{
	places *at = scls_arena_take_array(arena, n, sizeof(*at));
	scls_tally tally;

	if (!at)
		return SPAMCLS_E_NOMEM;
	SCLS_TRY(scls_tally_init(&tally, arena, n * 2 * SCLS_AFFIXES));
	for (size_t i = 0; i < n; i++)
		add_all(&tally, &lines[i], &at[i]);
	for (size_t i = 0; i < n; i++) {
		uint32_t head = shared(&tally, at[i].head, at[i].n);
		uint32_t foot = shared(&tally, at[i].foot, at[i].n);
		uint32_t both = head + foot;

		f->heads += head > 0;
		f->feet += foot > 0;
		f->affix += both < lines[i].pieces ? both : lines[i].pieces;
		f->skeleton += lines[i].pieces;
	}
	return SPAMCLS_OK;
}
