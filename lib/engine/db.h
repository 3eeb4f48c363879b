/*
 * db.h - the database: lexicon, rules and model, open and immutable.
 */
#ifndef SCLS_ENGINE_DB_H
#define SCLS_ENGINE_DB_H

#include "base/filter.h"
#include "headline/lexicon.h"
#include "model/model.h"
#include "pattern/ruleset.h"
#include "segment/split.h"

/* Written while it is opened, by one thread; read-only from then on.  Owns what
 * it points to, but for the bytes of a model that is borrowed. */
struct spamcls_db {
	spamcls_allocator allocator;
	scls_lexicon *lexicon;
	scls_ruleset *rules;
	scls_model model;
	void *model_bytes;   /* owned copy, or NULL where borrowed */
	size_t model_size;
	int has_model;       /* 0: rules alone give the score */
	int glances;         /* not 0: a glance is wanted, and lexicon and rules
	                        are those that the model's stands for, too */
	scls_phrases *phrases; /* the same for all databases */
	scls_byte_filter tricks; /* where a body's tricks may begin */
	char id[17];         /* as in spamcls_db_info */
};

/*
 * Opens a database from parts; kinds of which there is none come from the
 * built-in set.  options are all filled in.  Errors as spamcls_db_open_memory.
 */
SCLS_MUST_USE scls_status scls_db_open(spamcls_db **db,
                                       const spamcls_part *parts, size_t n,
                                       const spamcls_db_options *options,
                                       spamcls_error *error);
void scls_db_free(spamcls_db *db); /* NULL is allowed */

/*
 * Reads directory/lexicon/(any).txt, rules/(any).rules and
 * model/(any).spm (or the same files in directory itself), in the order of
 * their names, and opens them.  Errors as spamcls_db_open_error.
 */
SCLS_MUST_USE scls_status scls_db_open_directory(
        spamcls_db **db, const char *directory,
        const spamcls_db_options *options, spamcls_error *error);

/* A hash of lexicon and rules. */
uint64_t scls_db_terms(const spamcls_db *db);

/* What the database holds; info->size is left alone. */
void scls_db_describe(const spamcls_db *db, spamcls_db_info *info);

/* Runs the rules' own test lines.  Returns SPAMCLS_OK, SPAMCLS_E_RULE_TEST with
 * the place in *error, or SPAMCLS_E_NOMEM. */
SCLS_MUST_USE scls_status scls_db_run_tests(const spamcls_db *db,
                                            spamcls_error *error);

#endif
