/*
 * support.h - how widely an n-gram is known: how many ordinary rows and how
 * many families of garbage have it.
 *
 * What a template that nobody has seen shares with those that were seen is
 * seldom one n-gram and its weight; it is n-grams of one sort, those that
 * many families have and few ordinary headlines.  A cell is such a sort: the
 * n-gram's group and length, and about how many rows and families have it.
 * A training row is shown its n-grams as they would be without itself and,
 * for garbage, without its whole family: so each family is learned from as
 * if it were new (leave-one-out target encoding: Micci-Barreca, 2001).
 */
#ifndef SCLS_MODEL_SUPPORT_H
#define SCLS_MODEL_SUPPORT_H

#include "feature/feature.h"

typedef struct scls_support scls_support;

/* Cells are numbered below 2^SCLS_CELL_BITS; 0 is an n-gram no one knows: no
 * family, and fewer than three ordinary rows. */
#define SCLS_CELL_BITS 13

/* Whose n-grams they are: an ordinary row's, a row's that was not counted, or
 * those of the family with that number. */
#define SCLS_KIN_ORDINARY 0u
#define SCLS_KIN_STRANGER 1u
#define SCLS_KIN_FAMILY 2u /* the first family */

/*
 * Counts for 2^bits n-grams (8 to 25); those of one hash are counted
 * together.  Returns SPAMCLS_OK or SPAMCLS_E_NOMEM.
 */
SCLS_MUST_USE scls_status scls_support_new(scls_support **support,
                                           uint32_t bits,
                                           const spamcls_allocator *allocator);
void scls_support_free(scls_support *support); /* NULL is allowed */

/* Counts the n-grams of row number `row`, each row once; not a stranger's. */
void scls_support_add(scls_support *support, const scls_features *features,
                      uint32_t kin, uint32_t row);

/* The cell of a hashed feature as a row of that kin is to see it. */
uint32_t scls_support_cell(const scls_support *support, uint32_t id,
                           uint32_t kin);

/* Puts cells, as hashed ids, in place of all n-grams, leaving out cell 0. */
void scls_support_cells(const scls_support *support, scls_features *features,
                        uint32_t kin);

#endif
