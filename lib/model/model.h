/*
 * model.h - a linear model in integers: features in, score out.
 *
 * A named feature has a weight of its own, a hashed one an int8 in buckets of
 * 2^bits bytes (buckets.h).  Weights are in units of 1/1024 nat (hashed ones
 * times a scale), so the score is an exact sum of its contributions.  The
 * probability is a monotone table of the score.  The buckets are used
 * in place.  Where a glance (glance.h) is asked for and tells a line for an
 * ordinary one, it gives the score instead.
 */
#ifndef SCLS_MODEL_MODEL_H
#define SCLS_MODEL_MODEL_H

#include "base/nat.h"
#include "base/trees.h"
#include "feature/feature.h"
#include "model/buckets.h"
#include "model/glance.h"
#include "model/language.h"

/* Knots of the table from score to probability. */
#define SCLS_MODEL_KNOTS 64u

/*
 * The largest weight of a named feature and the largest scale of the hashed
 * ones: 16 nats each.  With all features that a headline can have, and all
 * rules, the sum still is an int32.
 */
#define SCLS_MODEL_MAX_NAMED (16 * SCLS_NAT)
#define SCLS_MODEL_MAX_SCALE 128
#define SCLS_MODEL_MAX_SCORE (1 << 30) /* of a threshold */
/* And of the trees of the second look (second.h): 16 nats a node. */
#define SCLS_MODEL_MAX_MEAN (16 * SCLS_NAT)
#define SCLS_MODEL_MAX_TREES 512u
#define SCLS_MODEL_MAX_NODES 32768u
/* Steps of one walk, which its reasons sum up: all trees' are an int32. */
#define SCLS_MODEL_MAX_STEPS 64u

/* A point of that table; scores rise from one to the next, and no
 * probability falls. */
typedef struct scls_knot {
	int32_t score;  /* 1/1024 nat */
	uint32_t parts; /* probability in 1/2^24 */
} scls_knot;

/* A model, open.  All weights are in 1/1024 nat. */
typedef struct scls_model {
	const unsigned char *buckets; /* borrowed from where it came from */
	uint32_t mask;           /* how many they are, less one */
	int32_t scale;           /* of one step of a hashed weight */
	int32_t named[SCLS_F_COUNT]; /* by enum scls_feature_id */
	int32_t likely, certain; /* thresholds of the score */
	uint32_t n_knots;
	scls_knot knots[SCLS_MODEL_KNOTS];
	uint64_t checksum;       /* of the file: part of the database id */
	int32_t gate;            /* lines above are looked at again */
	scls_trees trees;        /* by these; none where n_roots is 0 */
	uint32_t n_nodes;        /* of all trees */
	scls_language language;  /* what they see beside features */
	scls_glance glance;      /* comes before all of it */
} scls_model;

/*
 * Checks size bytes and fills *model, which borrows from them; its trees are
 * the caller's from *allocator, to give back with scls_model_free.
 * Returns SPAMCLS_OK, SPAMCLS_E_FORMAT (no model, damaged),
 * SPAMCLS_E_VERSION (made for another feature list or format) or
 * SPAMCLS_E_NOMEM; *error says which check failed.
 */
SCLS_MUST_USE scls_status scls_model_open(scls_model *model, const void *data,
                                          size_t size, const char *name,
                                          const spamcls_allocator *allocator,
                                          spamcls_error *error);

/* The same without the checksum, which takes longer than all the rest of
 * opening a database: for a model that is part of the program. */
SCLS_MUST_USE scls_status scls_model_map(scls_model *model, const void *data,
                                         size_t size, const char *name,
                                         const spamcls_allocator *allocator,
                                         spamcls_error *error);

/* Gives the trees back; those of a model of zeroes are none. */
void scls_model_free(scls_model *model, const spamcls_allocator *allocator);

/* Room for the trees of model->n_nodes and trees.n_roots, which is to be
 * filled in; none, and NULL for both, where there are no nodes.
 * Returns SPAMCLS_OK or SPAMCLS_E_NOMEM. */
SCLS_MUST_USE scls_status
scls_model_take_trees(scls_model *model, const spamcls_allocator *allocator,
                      scls_tree_node **nodes, uint16_t **roots);

/* Fills trees that hold up, as far as they can be: they are summed sooner.
 * Returns SPAMCLS_OK or SPAMCLS_E_NOMEM. */
SCLS_MUST_USE scls_status
scls_model_fill_trees(scls_model *model, const spamcls_allocator *allocator);

/* Whether no walk of the trees can leave them, takes more steps than it may, or
 * comes to more than a score or a reason can hold. */
int scls_model_trees_hold(const scls_model *model);

/* Its buckets take 2^bits bytes. */
static inline uint32_t scls_model_bits(const scls_model *model)
{
	uint32_t bits = 0;

	while ((size_t)SCLS_BUCKET_SIZE * (model->mask + 1) >> bits > 1)
		bits++;
	return bits;
}

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

/* The same of the first of several headlines, whose ids stand one behind the
 * other: n are its own, `behind` are those of the next ones, whose weights are
 * fetched on the way.  weights[] becomes what each of its own has in the
 * buckets, without the scale, and 0 for a named one; up to
 * SCLS_WEIGHTS_BEHIND more are written. */
#define SCLS_WEIGHTS_BEHIND 8u
int32_t scls_model_score_next(const scls_model *model, const uint32_t *ids,
                              uint32_t n, uint32_t behind, int8_t *weights);

/* The calibrated probability, 0 to 1: linear between knots. */
float scls_model_probability(const scls_model *model, int32_t score);

/*
 * The file of a model: its size, and the bytes written to out, which has room
 * for them.  2^bits is the size of the buckets in bytes.
 */
size_t scls_model_file_size(const scls_model *model, uint32_t bits);
void scls_model_write(const scls_model *model, uint32_t bits,
                      unsigned char *out);

#endif
