/*
 * tokens.h - a line as a row of hashes, of which n-grams are made: what
 * grams.c and slot_grams.c share.
 */
#ifndef SCLS_HEADLINE_TOKENS_H
#define SCLS_HEADLINE_TOKENS_H

#include "base/inline.h"
#include "base/limits.h"
#include "headline/measure/gram_ids.h"
#include "headline/headline.h"
#include "headline/once.h"

/* Stands before the first and behind the last token. */
#define SCLS_TOKEN_EDGE 0x51ED270Bu

/* All tokens of a line, an edge before and one behind them. */
typedef struct scls_tokens {
	uint32_t n;     /* with the edges */
	int has_places; /* of all tokens, not of the slots alone */
	int places_alone; /* no ids are asked for */
	uint64_t again; /* of scls_tokens_again: the first is bit 0 */
	uint32_t hash[SCLS_MAX_HEADLINE + 2 + SCLS_GRAM_LANES];
	uint16_t begin[SCLS_MAX_HEADLINE + 2]; /* units of the headline */
	uint16_t end[SCLS_MAX_HEADLINE + 2];
} scls_tokens;

/* Adds a token that stands on units begin up to, not including, end; there is
 * room for all of a headline. */
SCLS_INLINE void scls_tokens_add(scls_tokens *t, uint32_t hash,
                                 uint32_t begin, uint32_t end)
{
	t->hash[t->n] = hash;
	t->begin[t->n] = (uint16_t)begin;
	t->end[t->n++] = (uint16_t)end;
}

/* Begins a line with its first edge. */
SCLS_INLINE void scls_tokens_begin(scls_tokens *t)
{
	t->n = 0;
	scls_tokens_add(t, SCLS_TOKEN_EDGE, 0, 0);
}

/* The last is there, and the line ends with that unit; `repeats` is 0 where it
 * is known that no token stands twice. */
SCLS_INLINE void scls_tokens_end(scls_tokens *t, uint32_t unit, int repeats)
{
	t->again = repeats ? scls_tokens_again(t->hash + 1, t->n - 1) : 0;
	scls_tokens_add(t, SCLS_TOKEN_EDGE, unit, unit);
}

/* Not 0 where two slots of a headline are of one class, and where of one kind;
 * without such no token of slots stands twice. */
typedef struct scls_twice {
	int classes, kinds;
} scls_twice;

/* Looks at all slots. */
scls_twice scls_slots_twice(const scls_headline *headline);

/* From now on slots of the skeleton's tokens count as their kinds. */
void scls_tokens_outline(scls_tokens *tokens, const scls_twice *twice);

/* Tokens that are the slots' classes alone; and with gaps from now on. */
void scls_tokens_order(const scls_headline *headline,
                       const scls_twice *twice, scls_tokens *tokens);
void scls_tokens_gaps(scls_tokens *tokens, const scls_twice *twice);

/* Every two classes that stand in the same headline, whatever their order. */
void scls_measure_pairs(const scls_headline *headline,
                        scls_features *features);

#endif
