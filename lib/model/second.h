/*
 * second.h - a second look at a whole line.
 *
 * A sum of weights does not see that all its evidence stands in one word, or
 * that half of the line is known to nobody.  So a line whose sum reaches a
 * gate is looked at again: trees over what its features come to, in numbers
 * (stacked generalization: Wolpert, 1992), add to its score.  They are learned
 * from lines of families that the weights never saw.
 */
#ifndef SCLS_MODEL_SECOND_H
#define SCLS_MODEL_SECOND_H

#include "headline/measure.h"
#include "model/model.h"

/* What the trees see: SCLS_K_..., then a number of slots for each class. */
enum scls_second_value {
#define SCLS_SECOND(id, reason) SCLS_K_##id,
#include "model/second.def"
#undef SCLS_SECOND
	SCLS_K_CLASSES,
	SCLS_K_COUNT = SCLS_K_CLASSES + SCLS_CLASS_COUNT
};

/* The reasons that their steps belong to. */
enum scls_second_reason {
#define SCLS_SECOND_REASON(id, name, en, zh) SCLS_R_##id,
#include "model/second_reasons.def"
#undef SCLS_SECOND_REASON
	SCLS_R_COUNT
};

/* The stable name, and the meaning in English or Chinese. */
const char *scls_second_name(uint32_t reason);
const char *scls_second_text(uint32_t reason, int chinese);

/* A line: its features; what those of its wording stand on, one by one in
 * their order, unless the features have it; room for a weight of each, and
 * whether what scls_model_score_next says is there. */
typedef struct scls_second_line {
	const scls_features *features;
	const scls_evidence *places;
	int8_t *weights;
	int weighed;
	const scls_facts *facts;
	int32_t score, rules; /* the sum, and the rules' share in it */
	const scls_likelihood *likelihood; /* of nothing without a language */
} scls_second_line;

/* And for so many more. */
#define SCLS_SECOND_BEHIND 32u

/* Whether a line of that score is looked at again. */
static inline int scls_second_asks(const scls_model *model, int32_t score)
{
	return model->trees.n_roots > 0 && score > model->gate;
}

/* Sets those of the language. */
void scls_language_values(const scls_likelihood *likelihood,
                          int32_t values[SCLS_K_COUNT]);

/* Sets all values. */
void scls_second_values(const scls_model *model, const scls_second_line *line,
                       int32_t values[SCLS_K_COUNT]);

/* What n-grams of one kind weigh together, those for and those against a
 * template, and how many weigh nothing. */
typedef struct scls_weight_sums {
	int32_t in_favour, against, none;
} scls_weight_sums;

/* How many of n ids, 1 at least, are n-grams of the same kind as the first. */
uint32_t scls_row_size(const uint32_t *ids, uint32_t n);

/* Adds n weights, SCLS_SECOND_BEHIND at most; so many are read.  Returns a bit
 * for each that is not 0, the lowest for the first. */
uint32_t scls_weights_add(const int8_t *weights, uint32_t n,
                          scls_weight_sums *sums);

#define SCLS_RANKS 6u

/* The largest of n weights, or with `against` the least ones, in order; 0 where
 * none is left above 0, or below.  What is behind them is read, up to
 * SCLS_SECOND_BEHIND of them, and must be 0. */
void scls_strongest(const int8_t *weights, uint32_t n, int against,
                    int8_t ranks[SCLS_RANKS]);

/* What the trees add to the score. */
int32_t scls_second_sum(const scls_model *model, const scls_second_line *line);

/* What they add to each of n lines, SCLS_TREE_ROWS at most, whose values are
 * known: many take less time together. */
void scls_second_sums(const scls_model *model,
                      int32_t (*values)[SCLS_K_COUNT], uint32_t n,
                      int32_t *sums);

/* What scls_second_sum adds, by reason: weights[] is set. */
void scls_second_weigh(const scls_model *model, const scls_second_line *line,
                      int32_t weights[SCLS_R_COUNT]);

#endif
