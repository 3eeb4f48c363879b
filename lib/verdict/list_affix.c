/*
 * list_affix.c - beginnings and ends that lines of a list share; see list.h.
 *
 * A frame with another filler on every line has its words before and behind
 * the filler in common.  Beginnings of a few lengths stand for all prefixes:
 * one pass, no comparison of pairs.
 */
#include "verdict/list.h"

#include "verdict/tally.h"

const uint16_t scls_affix_pieces[SCLS_AFFIXES] = { 3, 5, 8, 12 };

/* Beginnings and ends are not taken for one another. */
static uint64_t key_of(const uint32_t *affix, uint32_t k, int foot)
{
	return (uint64_t)affix[k] << 8 | k << 1 | (unsigned)foot;
}

static void add_all(scls_tally *tally, const scls_line *line)
{
	for (uint32_t k = 0; k < SCLS_AFFIXES && line->head[k] != 0; k++) {
		scls_tally_add(tally, key_of(line->head, k, 0));
		scls_tally_add(tally, key_of(line->foot, k, 1));
	}
}

/* Pieces of the longest one that another line has, too. */
static uint32_t shared(const scls_tally *tally, const uint32_t *affix,
                       int foot)
{
	uint32_t pieces = 0;

	for (uint32_t k = 0; k < SCLS_AFFIXES && affix[k] != 0; k++) {
		if (scls_tally_of(tally, key_of(affix, k, foot)) < 2)
			break;
		pieces = scls_affix_pieces[k];
	}
	return pieces;
}

scls_status scls_list_affixes(scls_arena *arena, const scls_line *lines,
                              size_t n, scls_list_facts *f)
{
	scls_tally tally;

	SCLS_TRY(scls_tally_init(&tally, arena, n * 2 * SCLS_AFFIXES));
	for (size_t i = 0; i < n; i++)
		add_all(&tally, &lines[i]);
	for (size_t i = 0; i < n; i++) {
		uint32_t head = shared(&tally, lines[i].head, 0);
		uint32_t foot = shared(&tally, lines[i].foot, 1);
		uint32_t both = head + foot;

		f->heads += head > 0;
		f->feet += foot > 0;
		f->affix += both < lines[i].pieces ? both : lines[i].pieces;
		f->skeleton += lines[i].pieces;
	}
	return SPAMCLS_OK;
}
