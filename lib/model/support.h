/*
 * support.h - how widely an n-gram is known: how many groups of honest rows
 * and how many families of garbage have it.
 *
 * What a template that nobody has seen shares with those that were seen is
 * seldom one n-gram and its weight; it is n-grams of one sort, those that
 * many families have and few ordinary headlines.  A cell is such a sort: the
 * n-gram's group and length, and about how many groups and families have it.
 * A group is what is honest and of one occasion, as what a source says in a
 * month, or a row by itself: what a month talks of, many of its headlines
 * have, and none of a later one.  A training row is shown its n-grams as they
 * would be without its whole group or family: so each is learned from as if
 * it were new (leave-one-out target encoding: Micci-Barreca, 2001).
 */
#ifndef SCLS_MODEL_SUPPORT_H
#define SCLS_MODEL_SUPPORT_H

#include "feature/feature.h"

/* The counts, of all rows to train on. */
typedef struct scls_support scls_support;

/* Cells are numbered below 2^SCLS_CELL_BITS; 0 is an n-gram no one knows: no
 * family, and fewer than three groups. */
#define SCLS_CELL_BITS 13

/* Whose n-grams they are: those of the honest group with the number behind
 * that bit, of the family with that number, which has not the bit and is not
 * 0, or a row's that was not counted. */
#define SCLS_KIN_GROUP 0x80000000u
#define SCLS_KIN_STRANGER 0u

/*
 * Counts for 2^bits n-grams (8 to 25); those of one hash are counted
 * together.  Returns SPAMCLS_OK or SPAMCLS_E_NOMEM.
 */
SCLS_MUST_USE scls_status scls_support_new(scls_support **support,
                                           uint32_t bits,
                                           const spamcls_allocator *allocator);
void scls_support_free(scls_support *support); /* NULL is allowed */

/* Counts the n-grams of a row of that kin, which is no stranger. */
void scls_support_add(scls_support *support, const scls_features *features,
                      uint32_t kin);

/* The cell of a hashed feature as a row of that kin is to see it. */
uint32_t scls_support_cell(const scls_support *support, uint32_t id,
                           uint32_t kin);

/*
 * Asks the memory for what a row of that kin reads of its n-grams, for all of
 * them at once: they lie all over tables that no cache holds, and what is done
 * with one hangs on what it reads.
 */
void scls_support_fetch(const scls_support *support,
                        const scls_features *features, uint32_t kin);

/* Puts cells, as hashed ids, in place of all n-grams, leaving out cell 0. */
void scls_support_cells(const scls_support *support, scls_features *features,
                        uint32_t kin);

#endif
