/*
 * rows.h - rows of traits, one behind the other, to the columns that a forest
 * reads.
 *
 * A trait at a time, a row's values would each go to a line of a cache of its
 * own; all rows are turned at once.
 */
#ifndef SCLS_SEGMENT_ROWS_H
#define SCLS_SEGMENT_ROWS_H

#include "base/arena.h"
#include "segment/forest/forest.h"

#define SCLS_TRAITS_MOST 256u /* of a row */

/* The length of a row of n traits, in whole vectors: what is behind them does
 * not matter. */
#define SCLS_ROW_ROOM(n) (((n) + 15u) / 16u * 16u)

/* SCLS_FOREST_ROWS rows, all zeros where none was put. */
typedef struct scls_rows {
	scls_column *columns;
	int16_t *values;      /* as scls_trait_value makes them */
	uint32_t room;        /* values of a row */
	uint32_t n;           /* rows that have values: the first */
} scls_rows;

/* Rows of n traits, SCLS_TRAITS_MOST at most.  Returns SPAMCLS_OK or
 * SPAMCLS_E_NOMEM. */
SCLS_MUST_USE scls_status scls_rows_take(scls_rows *rows, scls_arena *arena,
                                         uint32_t n);

/* Row number r gets its traits, which stand in SCLS_ROW_ROOM(n). */
void scls_rows_put(scls_rows *rows, uint32_t r, const int32_t *row);

/* All rows as columns, each a line of a cache. */
const scls_column *scls_rows_turn(scls_rows *rows);

#endif
