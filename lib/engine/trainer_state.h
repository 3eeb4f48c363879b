/*
 * trainer_state.h - what the two files of the trainer share: trainer.c takes
 * rows and makes the model, trainer_learn.c learns what n-grams weigh.
 */
#ifndef SCLS_ENGINE_TRAINER_STATE_H
#define SCLS_ENGINE_TRAINER_STATE_H

#include "base/random.h"
#include "engine/session.h"
#include "model/support.h"
#include "model/train.h"

typedef struct scls_row {
	const char *text;
	uint32_t size;
	float weight;
	uint32_t kin;     /* SCLS_KIN_... */
	uint8_t garbage, ordinary, held_out;
} scls_row;

struct spamcls_trainer {
	const spamcls_db *db;
	spamcls_session *session;
	spamcls_train_options options;
	spamcls_allocator allocator;
	scls_arena texts;
	scls_row *rows;
	size_t n, room;
	uint32_t *order;
	int ran;               /* or broke off: what it took is not told */
	int settling;          /* the second half of the epochs */
	scls_learner *learner;
	scls_learner *prior;   /* of cells */
	scls_support *support;
	scls_random random;
	scls_model model;      /* compiled */
	unsigned char *file;
	size_t file_size;
	unsigned char *buckets;
	scls_language_counts counts; /* of characters */
	unsigned char *levels;
	scls_scored *scored;
	double *raw;           /* float scores of the held-out rows */
	size_t n_held;
	spamcls_train_report report;
};

/* What a pass does with a training row: its features are measured, rules is
 * what its rules add, in nats. */
typedef void scls_row_step(spamcls_trainer *t, uint32_t number, double rules);

/* Measures the row into the session's features; *rules gets its offset. */
SCLS_MUST_USE scls_status scls_trainer_measure(spamcls_trainer *t,
                                               const scls_row *r,
                                               double *rules);

/* One pass over the rows that are not held out. */
SCLS_MUST_USE scls_status scls_trainer_pass(spamcls_trainer *t,
                                            scls_row_step *step);

/* Counts the characters of those rows, for the model's language. */
void scls_trainer_count(spamcls_trainer *t);

/*
 * What a row counts, given the score (nats, above 0 for garbage) that all that
 * is known of other families gives it: its weight; a part of it for a garbage
 * row taken for ordinary, some times as much for an honest one taken for
 * garbage.
 */
double scls_row_counts(const scls_row *row, double score);

/* Learns from all rows; then tells what a feature weighs, in nats. */
SCLS_MUST_USE scls_status scls_trainer_learn(spamcls_trainer *t);
double scls_trainer_weight(const spamcls_trainer *t, uint32_t id);

#endif
