/*
 * trainer.h - rows of headlines to a model; see spamcls_trainer.
 */
#ifndef SCLS_ENGINE_TRAINER_H
#define SCLS_ENGINE_TRAINER_H

#include "engine/session.h"
#include "model/train.h"

SCLS_MUST_USE scls_status
scls_trainer_new(spamcls_trainer **trainer, const spamcls_db *db,
                 const spamcls_train_options *options);
void scls_trainer_free(spamcls_trainer *trainer);
SCLS_MUST_USE scls_status scls_trainer_add(spamcls_trainer *trainer,
                                           const spamcls_row *row);
SCLS_MUST_USE scls_status
scls_trainer_run(spamcls_trainer *trainer, const void **model, size_t *size,
                 const spamcls_train_report **report);

#endif
