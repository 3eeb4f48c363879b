/*
 * session.h - the working memory of one stream of calls.
 */
#ifndef SCLS_ENGINE_SESSION_H
#define SCLS_ENGINE_SESSION_H

#include "base/arena.h"
#include "base/tree_rows.h"
#include "engine/db.h"
#include "headline/measure.h"
#include "input/text.h"
#include "model/second.h"
#include "page/page.h"
#include "segment/split.h"
#include "verdict/verdict.h"

#include <stdatomic.h>

/*
 * Headlines are first measured, many of them, and then weighed: lexicon and
 * rules, which measure, and the model's weights would drive one another out of
 * a cache of a megabyte or two if every headline took both in turn.
 */
#define SCLS_BATCH_IDS 16384u /* features that wait for their weights */
#define SCLS_BATCH 256u       /* headlines that do, at most */

/* The headlines that wait. */
typedef struct scls_batch {
	uint32_t n;                /* how many they are */
	int full;                  /* not 0: they have to be weighed now */
	uint32_t end[SCLS_BATCH];  /* behind the ids of each, in features.ids */
	int32_t rules[SCLS_BATCH]; /* the rules' share of each score, or what a
	                              glance made it */
	int32_t scores[SCLS_BATCH]; /* once they are weighed */
	int8_t *weights;           /* of all ids, when they are weighed */
	scls_headline lines[SCLS_BATCH]; /* units, letters, slots alone; of
	                                    nothing where a glance was enough */
} scls_batch;

/* Those of them that get a second look: their trees are asked together. */
typedef struct scls_looks {
	uint32_t n;                    /* how many they are */
	uint32_t line[SCLS_TREE_ROWS]; /* index into the batch */
	int32_t values[SCLS_TREE_ROWS][SCLS_K_COUNT]; /* by SCLS_K_... */
} scls_looks;

/* Reused from call to call, and used by one at a time: see busy.  Owns all that
 * it points to but the database, whose allocator it has. */
struct spamcls_session {
	const spamcls_db *db;
	spamcls_allocator allocator;
	spamcls_limits limits;     /* with real numbers, no zeroes */
	atomic_flag busy;          /* set while a call is under way */
	scls_decoder *decoder;
	scls_reader *reader;
	scls_analyzer *analyzer;
	scls_matcher *matcher;
	scls_features features;    /* of one headline, with SCLS_BATCH_IDS
	                              more behind its room */
	/* Of the one headline that gets a second look: */
	scls_features again;       /* its wording, with evidence */
	uint32_t (*keys)[SCLS_SEQUENCE]; /* its n-grams of characters: of any
	                                    headline that gets a glance */
	scls_likelihood likelihood; /* how likely they are */
	int8_t *weights;           /* of each feature */
	scls_batch batch;
	scls_looks looks;
	scls_arena arena;          /* of the current call's result */
	scls_arena_mark behind_result; /* where its JSON goes */
	spamcls_result result;
	spamcls_explanation explanation;
	int has_result;            /* 0: result is not of the last call */
};

/* A session of a database, which must outlive it.  limits may be NULL: all
 * defaults.  Returns SPAMCLS_OK or SPAMCLS_E_NOMEM. */
SCLS_MUST_USE scls_status scls_session_new(spamcls_session **session,
                                           const spamcls_db *db,
                                           const spamcls_limits *limits);
void scls_session_free(spamcls_session *session); /* NULL is allowed */

/* Takes the session for one call, until it leaves: 0 where another call has
 * it. */
int scls_session_enter(spamcls_session *session);
void scls_session_leave(spamcls_session *session);

/* What scoring one headline finds. */
typedef struct scls_headline_score {
	int32_t score;         /* 1/1024 nat */
	int32_t rules;         /* their share in it */
	int glanced;           /* not 0: a glance gave the score; there are no
	                          features and no hits */
	uint32_t flags;        /* SPAMCLS_FLAG_... */
	const char *family;    /* "" where no rule fits, or none was asked */
	scls_headline headline;/* borrowed from the session's analyzer */
	const scls_hit *hits;  /* borrowed from the session's matcher */
	size_t n_hits;
} scls_headline_score;

/*
 * Scores one headline: takes it apart, measures, matches rules, sums.  Where a
 * glance may be enough, and is, there are neither slots nor features.  The
 * session's features hold what was measured, until the next headline.
 * Returns SPAMCLS_OK or SPAMCLS_E_NOMEM, as all calls below do.
 */
SCLS_MUST_USE scls_status scls_score_one(spamcls_session *session,
                                         scls_span text, int may_glance,
                                         scls_headline_score *out);

/* The same but for the weights: the score is the rules' alone. */
SCLS_MUST_USE scls_status scls_measure_one(spamcls_session *session,
                                           scls_span text,
                                           scls_headline_score *out);

/* What a glance at the headline's units makes of it; the model has one. */
int32_t scls_glance_at(spamcls_session *session, const scls_model *model,
                       const scls_headline *headline);

/* Not 0 where that is enough, and the score of *folded. */
int scls_glance_does(spamcls_session *session, const scls_model *model,
                     scls_headline_score *folded);

/* Adds to the score of a measured headline what the model gives it. */
void scls_weigh_one(spamcls_session *session, const scls_model *model,
                    scls_headline_score *measured);

/* A line that is looked at again, its features in session->features. */
scls_second_line scls_look_again(spamcls_session *session,
                                 const scls_model *model,
                                 const scls_headline_score *weighed,
                                 scls_facts *facts);

/* Fills in what there is of a line beside its features, score and rules. */
void scls_see_line(spamcls_session *session, const scls_model *model,
                   const scls_headline *headline, scls_facts *facts,
                   scls_second_line *line);

/*
 * Scores many headlines.  Each is measured: *out has all but what it weighs.
 * Where a glance may be enough, and is, it has its score, and no slots.
 * When batch.full, or behind the last, they are weighed: scls_batch_weigh
 * returns how many there were, and batch.scores has their scores.  What broke
 * off before is forgotten by scls_batch_begin.
 */
void scls_batch_begin(spamcls_session *session);
SCLS_MUST_USE scls_status scls_batch_add(spamcls_session *session,
                                         scls_span text, int may_glance,
                                         scls_headline_score *out);
uint32_t scls_batch_weigh(spamcls_session *session);

/* n headlines at once: the public call. */
SCLS_MUST_USE scls_status scls_score_many(spamcls_session *session,
                                          const scls_span *headlines, size_t n,
                                          spamcls_score *scores);

/* Score to probability and label, by the model. */
float scls_probability_of(const spamcls_db *db, int32_t score);
spamcls_label scls_label_of(const spamcls_db *db, int32_t score);

/* The same with the reasons, in session->explanation (arena memory). */
SCLS_MUST_USE scls_status scls_explain_one(spamcls_session *session,
                                           scls_span text);

/* The steps from bytes to verdict; fills session->result.  Without score there
 * is no verdict.  Returns SPAMCLS_E_INTERNAL, too, as scls_decode. */
SCLS_MUST_USE scls_status scls_classify(spamcls_session *session,
                                        const spamcls_input *input,
                                        int score);

/* The result as JSON in arena memory, until the next call. */
SCLS_MUST_USE scls_status scls_result_json(spamcls_session *session,
                                           const char *path,
                                           const char **json, size_t *size);

#endif
