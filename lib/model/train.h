/*
 * train.h - learns a model from features: logistic regression online, with
 * per-coordinate rates and L1 (FTRL-proximal: McMahan et al., KDD 2013),
 * snapshots averaged over the epochs, quantised to int8 at the end.  An
 * n-gram's weight is the sum of its own and of its cell's (support.h).
 *
 * Deterministic: the same rows in the same order give the same bytes.
 */
#ifndef SCLS_MODEL_TRAIN_H
#define SCLS_MODEL_TRAIN_H

#include "model/model.h"

typedef struct scls_learner scls_learner;

typedef struct scls_learner_options {
	uint32_t bits;   /* the table has 2^bits places; 8 to 24 */
	double rate;     /* alpha of FTRL */
	double l1, l2;
} scls_learner_options;

SCLS_MUST_USE scls_status
scls_learner_new(scls_learner **learner, const scls_learner_options *options,
                 const spamcls_allocator *allocator);
void scls_learner_free(scls_learner *learner); /* NULL is allowed */

/* The score so far, in nats; offset is added (the rules' share). */
double scls_learner_score(const scls_learner *learner,
                          const scls_features *features, double offset);

/* One step: target is 0 or 1, weight is how much the row counts. */
void scls_learner_update(scls_learner *learner, const scls_features *features,
                         double offset, int target, double weight);

/* Adds the weights of now to the average; call it after an epoch. */
void scls_learner_snapshot(scls_learner *learner);

/*
 * Two learners become one: prior has learned from cells (support.h), the
 * learner from n-grams what cells do not say.  settle ends a learner's
 * learning, with that share of its average weights; inherit then tells, for
 * one n-gram somewhere in the rows, what its cell weighs; join adds to each
 * place the mean of that, and prior's named weights to the learner's.
 */
void scls_learner_settle(scls_learner *learner, double share);
double scls_learner_weight(const scls_learner *learner, uint32_t id);
void scls_learner_inherit(scls_learner *learner, uint32_t id, double weight);
void scls_learner_join(scls_learner *learner, const scls_learner *prior);

/*
 * Quantises the average into *model and table (2^bits bytes, the caller's).
 * Thresholds and knots stay as they are.  Returns how many places are used.
 */
uint32_t scls_learner_finish(const scls_learner *learner, scls_model *model,
                             int8_t *table);

/* The bytes of the float state: what the compiled model is compared with. */
size_t scls_learner_state_size(const scls_learner *learner);

/* One held-out row: its score and what it is. */
typedef struct scls_scored {
	int32_t score;
	uint8_t target;  /* 0 or 1 */
	uint8_t ordinary;/* an ordinary headline: false alarms are counted */
} scls_scored;

/* Area under the ROC curve of rows sorted by score, ties counted half. */
double scls_auc(const scls_scored *rows, size_t n);

/* The same by float scores; rows[i].target belongs to raw[i]. */
double scls_auc_raw(double *raw, const scls_scored *rows, size_t n);

/* Expected calibration error over 20 equal bins of probability. */
double scls_calibration_error(const scls_model *model,
                              const scls_scored *rows, size_t n);

/*
 * Sets thresholds and knots from held-out rows, which it sorts.  likely and
 * certain are the lowest scores with at most that many false alarms per
 * million ordinary rows, taken with a margin where the rows are few; knots
 * come from isotonic regression (pool adjacent violators: Ayer et al. 1955).
 */
void scls_calibrate(scls_model *model, scls_scored *rows, size_t n,
                    double likely_per_million, double certain_per_million);

#endif
