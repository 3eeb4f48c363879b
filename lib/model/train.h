/*
 * train.h - learns a model from features: logistic regression online, with
 * per-coordinate rates and L1 (FTRL-proximal: McMahan et al., KDD 2013),
 * snapshots averaged over the epochs, quantised to int8 at the end.
 *
 * Deterministic: the same rows in the same order give the same bytes.
 */
#ifndef SCLS_MODEL_TRAIN_H
#define SCLS_MODEL_TRAIN_H

#include "model/model.h"

/* Weights in the making; one thread at a time. */
typedef struct scls_learner scls_learner;

/* How it learns; the names are those of the paper. */
typedef struct scls_learner_options {
	uint32_t bits;   /* 2^bits n-grams are told apart; 8 to 25 */
	double rate;     /* alpha of FTRL */
	double l1, l2;   /* the larger, the fewer, the smaller weights */
} scls_learner_options;

/* Takes 16 bytes for each of 2^bits n-grams.  Returns SPAMCLS_OK or
 * SPAMCLS_E_NOMEM. */
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

/* Ends the learning: the weights are the average's, times share, from here
 * on. */
void scls_learner_settle(scls_learner *learner, double share);

/* What a feature weighs now, in nats. */
double scls_learner_weight(const scls_learner *learner, uint32_t id);

/*
 * A model is compiled from weights in nats.  begin sets its scale and its
 * empty buckets of 2^bits bytes, the caller's; the others round to what a
 * model has and cut what is beyond.
 */
void scls_compile_begin(scls_model *model, unsigned char *buckets,
                        uint32_t bits);
void scls_compile_named(scls_model *model, uint32_t id, double nats);
void scls_compile_gram(const scls_model *model, unsigned char *buckets,
                       uint32_t id, double nats);

/* The bytes of the float state: what the compiled model is compared with. */
size_t scls_learner_state_size(const scls_learner *learner);

/* One held-out row: its score and what it is. */
typedef struct scls_scored {
	int32_t score;   /* 1/1024 nat */
	uint8_t target;  /* 1: garbage */
	uint8_t ordinary;/* an ordinary headline: false alarms are counted */
} scls_scored;

/* Area under the ROC curve of rows sorted by score, ties counted half. */
double scls_auc(const scls_scored *rows, size_t n);

/* The same by float scores; rows[i].target belongs to raw[i]. */
double scls_auc_raw(double *raw, const scls_scored *rows, size_t n);

/* Expected calibration error over 20 equal bins of probability. */
double scls_calibration_error(const scls_model *model,
                              const scls_scored *rows, size_t n);

/* Sets that threshold, and raises certain where it would be below it. */
void scls_model_set_likely(scls_model *model, int32_t likely);

/*
 * Sets thresholds and knots from held-out rows, which it sorts.  likely and
 * certain are the lowest scores with at most that many false alarms per
 * million ordinary rows, taken with a margin where the rows are few; knots
 * come from isotonic regression (pool adjacent violators: Ayer et al. 1955).
 */
void scls_calibrate(scls_model *model, scls_scored *rows, size_t n,
                    double likely_per_million, double certain_per_million);

#endif
