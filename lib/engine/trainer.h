/*
 * trainer.h - rows of headlines to a model; see spamcls_trainer.  The numbers
 * of options and rows were looked at by the public calls.
 */
#ifndef SCLS_ENGINE_TRAINER_H
#define SCLS_ENGINE_TRAINER_H

#include "engine/session.h"

/*
 * Takes all the memory that learning needs but the rows'; options may be NULL:
 * the defaults.  Nodes and roots of the options are copied.  db must outlive
 * the trainer, which takes memory from its allocator.
 * Returns SPAMCLS_OK, or SPAMCLS_E_ARG (trees that a walk could leave, weights
 * to keep of a database without a model) or SPAMCLS_E_NOMEM.
 */
SCLS_MUST_USE scls_status
scls_trainer_new(spamcls_trainer **trainer, const spamcls_db *db,
                 const spamcls_train_options *options);
void scls_trainer_free(spamcls_trainer *trainer); /* NULL is allowed */

/* Copies the row's text, which is shorter than 4 GiB; a row that fails is not
 * there.  Returns SPAMCLS_OK, SPAMCLS_E_STATE (it ran) or SPAMCLS_E_NOMEM. */
SCLS_MUST_USE scls_status scls_trainer_add(spamcls_trainer *trainer,
                                           const spamcls_row *row);

/*
 * Learns from the rows to train on, unless weights are kept, and sets the
 * thresholds by those held out.  Model and report are the trainer's.  What
 * broke off for want of memory cannot be run again.
 * Returns SPAMCLS_OK, SPAMCLS_E_STATE (no rows, or it ran) or SPAMCLS_E_NOMEM.
 */
SCLS_MUST_USE scls_status
scls_trainer_run(spamcls_trainer *trainer, const void **model, size_t *size,
                 const spamcls_train_report **report);

#endif
