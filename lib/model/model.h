/*
 * model.h - a linear model in integers: features in, score out.
 *
 * A named feature has a weight of its own, a hashed one an int8 in buckets of
 * 2^bits bytes (buckets.h).  Weights are in units of 1/1024 nat (hashed ones
 * times a scale), so the score is an exact sum of its contributions.  The
 * probability is a monotone table of the score.  The buckets are used
 * in place.
 */
#ifndef SCLS_MODEL_MODEL_H
#define SCLS_MODEL_MODEL_H

#include "feature/feature.h"
#include "model/buckets.h"

/* Knots of the table from score to probability. */
#define SCLS_MODEL_KNOTS 64u

/*
 * The largest weight of a named feature and the largest scale of the hashed
 * ones: 16 nats each.  With all features that a headline can have, and all
 * rules, the sum still is an int32.
 */
#define SCLS_MODEL_MAX_NAMED 16384
#define SCLS_MODEL_MAX_SCALE 128
#define SCLS_MODEL_MAX_SCORE (1 << 30) /* of a threshold */

typedef struct scls_knot {
	int32_t score;
	uint32_t parts; /* probability in 1/2^24 */
} scls_knot;

typedef struct scls_model {
	const unsigned char *buckets; /* borrowed from where it came from */
	uint32_t mask;           /* how many they are, less one */
	int32_t scale;           /* of one step of a hashed weight */
	int32_t named[SCLS_F_COUNT];
	int32_t likely, certain; /* thresholds of the score */
	uint32_t n_knots;
	scls_knot knots[SCLS_MODEL_KNOTS];
	uint64_t checksum;       /* of the file: part of the database id */
} scls_model;

/*
 * Checks size bytes and fills *model, which borrows from them.
 * Returns SPAMCLS_OK, SPAMCLS_E_FORMAT (no model, damaged) or
 * SPAMCLS_E_VERSION (made for another feature list or format); *error says
 * which check failed.
 */
SCLS_MUST_USE scls_status scls_model_open(scls_model *model, const void *data,
                                          size_t size, const char *name,
                                          spamcls_error *error);

/* The same without the checksum, which takes longer than all the rest of
 * opening a database: for a model that is part of the program. */
SCLS_MUST_USE scls_status scls_model_map(scls_model *model, const void *data,
                                         size_t size, const char *name,
                                         spamcls_error *error);

/* What the feature adds to a score. */
static inline int32_t scls_model_weight(const scls_model *model, uint32_t id)
{
	if (id & SCLS_HASHED)
		return scls_bucket_weight(model->buckets, model->mask, id)
		       * model->scale;
	return model->named[id];
}

/* The sum over all features. */
int32_t scls_model_score(const scls_model *model,
                         const scls_features *features);

/* The calibrated probability, 0 to 1: linear between knots. */
float scls_model_probability(const scls_model *model, int32_t score);

/*
 * The file of a model: its size, and the bytes written to out, which has room
 * for them.  2^bits is the size of the buckets in bytes.
 */
size_t scls_model_file_size(uint32_t bits);
void scls_model_write(const scls_model *model, uint32_t bits,
                      unsigned char *out);

#endif
