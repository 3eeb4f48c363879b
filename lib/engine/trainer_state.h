/*
 * trainer_state.h - what the files of the trainer share: trainer.c takes rows
 * and makes the model, trainer_learn.c learns what n-grams weigh,
 * trainer_glance.c what tells most honest lines by their characters alone.
 */
#ifndef SCLS_ENGINE_TRAINER_STATE_H
#define SCLS_ENGINE_TRAINER_STATE_H

#include "base/random.h"
#include "engine/session.h"
#include "model/support.h"
#include "model/train.h"

/* A labelled headline, kept until the trainer is freed. */
typedef struct scls_row {
	const char *text; /* of texts: a NUL behind size bytes */
	uint32_t size;
	float weight;     /* how much it counts, 0 to 1e6 */
	uint32_t kin;     /* its family, as in model/support.h */
	uint8_t garbage, ordinary, held_out; /* 0 or 1, as in spamcls_row */
	int32_t score;    /* of one held out, in 1/1024 nat: what the model
	                     gives it, once that has been asked */
} scls_row;

/* All it points to is its own but for db, the allocator's context and, where
 * weights are kept, what the model borrows of the database; the pointers of
 * options, whose trees the model has copied, are not to be followed.  One
 * thread at a time. */
struct spamcls_trainer {
	const spamcls_db *db;
	spamcls_session *session; /* measures rows, one after the other */
	spamcls_train_options options;
	spamcls_allocator allocator;
	scls_arena texts;      /* of the rows */
	scls_row *rows;
	size_t n, room;        /* rows that there are, that there is room for */
	uint32_t *order;       /* numbers of all n rows as a pass takes them;
	                          NULL before it runs */
	int ran;               /* or broke off: what it took is not told */
	int settling;          /* the second half of the epochs */
	scls_learner *learner; /* of n-grams; NULL where weights are kept, as
	                          are the next two */
	scls_learner *prior;   /* of cells */
	scls_support *support; /* how many families know an n-gram: its cell */
	scls_random random;    /* from options.seed on */
	scls_model model;      /* compiled */
	unsigned char *file;   /* the .spm file, lent out; or NULL */
	size_t file_size;
	unsigned char *buckets;/* of model: 2^options.bits bytes; or NULL */
	scls_language_counts counts; /* of characters */
	unsigned char *levels; /* of model: counts.mask + 1 bytes; or NULL */
	int8_t *glance;        /* of model: SCLS_GLANCE_SIZE bytes; or NULL */
	scls_scored *scored;   /* of each held-out row what the model gives */
	double *raw;           /* and what the weights as learned do, in nats */
	size_t n_held;         /* rows that are held out */
	spamcls_train_report report; /* lent out */
};

/* What a pass does with training row t->rows[number]: its features are the
 * session's, rules is what its rules add, in nats. */
typedef void scls_row_step(spamcls_trainer *t, uint32_t number, double rules);

/* One pass over the rows that are not held out, in t->order, which must be
 * there.  Returns SPAMCLS_OK, or SPAMCLS_E_NOMEM: step was not called for the
 * rest. */
SCLS_MUST_USE scls_status scls_trainer_pass(spamcls_trainer *t,
                                            scls_row_step *step);

/* Adds the characters of those rows to t->counts, for the model's language. */
void scls_trainer_count(spamcls_trainer *t);

/*
 * What a row counts, given the score (nats, above 0 for garbage) that all that
 * is known of other families gives it: its weight; a part of it for a garbage
 * row taken for ordinary, some times as much for an honest one taken for
 * garbage.
 */
double scls_row_counts(const scls_row *row, double score);

/* Makes t->order and learns from the rows that are not held out, once.  Returns
 * SPAMCLS_OK or SPAMCLS_E_NOMEM. */
SCLS_MUST_USE scls_status scls_trainer_learn(spamcls_trainer *t);

/* Puts t->order, which must be there, in an order of chance. */
void scls_trainer_shuffle(spamcls_trainer *t);

/* Learns a glance from the rows that are not held out, if one is wanted; it is
 * enough for no line yet (least is -SCLS_MODEL_MAX_SCORE).  t->order must be
 * there.  Returns SPAMCLS_OK or
 * SPAMCLS_E_NOMEM. */
SCLS_MUST_USE scls_status scls_trainer_glance(spamcls_trainer *t);

/* Sets where a glance is enough: of held-out garbage that is likely by its
 * score, no more than options.glance_loss comes to less; and by how much it is
 * shifted: by the probabilities of all other scores as many of its rows are
 * garbage as are.  The model has one, and probabilities without it; scores of
 * held-out rows that stand in t->scored are lost.  Where trees look at all
 * lines again the model has none then. */
void scls_trainer_glance_least(spamcls_trainer *t);

/* What was learned of a feature, in nats; 0 for an n-gram that no family
 * knows. */
double scls_trainer_weight(const spamcls_trainer *t, uint32_t id);

#endif
