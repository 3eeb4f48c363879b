/* spamcls.c - the public calls: check the arguments, call the engine. */
#include <spamcls.h>

#include "engine/session.h"
#include "base/limits.h"
#include "base/utf8.h"
#include "engine/trainer.h"
#include "mine/sketch.h"

#include <string.h>

#define TEXT_(x) #x
#define TEXT(x) TEXT_(x)

const char *spamcls_version_string(void)
{
	return TEXT(SPAMCLS_VERSION_MAJOR) "." TEXT(SPAMCLS_VERSION_MINOR)
	        "." TEXT(SPAMCLS_VERSION_PATCH);
}

uint32_t spamcls_version_number(void)
{
	return SPAMCLS_VERSION_MAJOR * 10000u + SPAMCLS_VERSION_MINOR * 100u
	       + SPAMCLS_VERSION_PATCH;
}

spamcls_status spamcls_db_open(spamcls_db **db, const char *directory,
                               const spamcls_db_options *options)
{
	return spamcls_db_open_error(db, directory, options, NULL);
}

/* Copies a caller's struct, which begins with its size, over one of defaults,
 * which an older, shorter one keeps in part, and NULL altogether.  Returns 0
 * where it does not even reach up to least bytes. */
static int take(void *to, size_t room, const void *from, size_t least)
{
	size_t size;

	if (!from)
		return 1;
	memcpy(&size, from, sizeof(size));
	if (size < least)
		return 0;
	memcpy(to, from, size < room ? size : room);
	return 1;
}

/* Of options and limits nothing but their size has to be there. */
#define TAKE(to, from) take(&(to), sizeof(to), from, sizeof(size_t))

/* Hands on where and why; what no room could say, the status says. */
static spamcls_status failed(spamcls_status status, const spamcls_error *seen,
                             spamcls_error *error)
{
	if (error && seen->status == status)
		*error = *seen;
	else
		scls_error_set(error, status, "", 0, 0,
		               spamcls_status_message(status));
	return status;
}

spamcls_status spamcls_db_open_error(spamcls_db **db, const char *directory,
                                     const spamcls_db_options *options,
                                     spamcls_error *error)
{
	spamcls_db_options all = SPAMCLS_DB_OPTIONS_INIT;
	spamcls_error seen = { .status = SPAMCLS_OK };
	spamcls_status status;

	if (!db || !TAKE(all, options))
		return scls_error_set(error, SPAMCLS_E_ARG, "", 0, 0,
		                      "db is NULL or options->size too small");
	if (directory)
		status = scls_db_open_directory(db, directory, &all, &seen);
	else
		status = scls_db_open(db, NULL, 0, &all, &seen);
	return status == SPAMCLS_OK ? status : failed(status, &seen, error);
}

static int bad_part(const spamcls_part *part)
{
	return (!part->data && part->size > 0)
	       || part->kind < SPAMCLS_PART_LEXICON
	       || part->kind > SPAMCLS_PART_MODEL;
}

spamcls_status spamcls_db_open_memory(spamcls_db **db,
                                      const spamcls_part *parts, size_t n,
                                      const spamcls_db_options *options,
                                      spamcls_error *error)
{
	spamcls_db_options all = SPAMCLS_DB_OPTIONS_INIT;
	int bad = !db || (!parts && n > 0) || !TAKE(all, options);
	spamcls_error seen = { .status = SPAMCLS_OK };
	spamcls_status status;

	for (size_t i = 0; i < n && !bad; i++)
		bad = bad_part(&parts[i]);
	if (bad)
		return scls_error_set(error, SPAMCLS_E_ARG, "", 0, 0,
		                      "db, parts or a part's kind or data is "
		                      "not usable");
	status = scls_db_open(db, parts, n, &all, &seen);
	return status == SPAMCLS_OK ? status : failed(status, &seen, error);
}

spamcls_status spamcls_db_get_info(const spamcls_db *db,
                                   spamcls_db_info *info)
{
	spamcls_db_info full;
	size_t size;

	if (!db || !info || info->size < sizeof(info->size))
		return SPAMCLS_E_ARG;
	size = info->size < sizeof(full) ? info->size : sizeof(full);
	scls_db_describe(db, &full);
	full.size = info->size;
	memcpy(info, &full, size);
	return SPAMCLS_OK;
}

void spamcls_db_free(spamcls_db *db)
{
	scls_db_free(db);
}

spamcls_status spamcls_session_new(spamcls_session **session,
                                   const spamcls_db *db,
                                   const spamcls_limits *limits)
{
	spamcls_limits all = SPAMCLS_LIMITS_INIT;

	if (!session || !db || !TAKE(all, limits))
		return SPAMCLS_E_ARG;
	return scls_session_new(session, db, &all);
}

void spamcls_session_free(spamcls_session *session)
{
	scls_session_free(session);
}

static int bad_input(const spamcls_input *input)
{
	return (!input->data && input->size > 0)
	       || input->kind < SPAMCLS_KIND_GUESS
	       || input->kind > SPAMCLS_KIND_LINKS;
}

static spamcls_status classify(spamcls_session *session,
                               const spamcls_input *input,
                               const spamcls_result **result, int score)
{
	spamcls_input all = SPAMCLS_INPUT_INIT;
	spamcls_status status;

	if (!session || !result || !input
	    || !take(&all, sizeof(all), input, offsetof(spamcls_input, url))
	    || bad_input(&all))
		return SPAMCLS_E_ARG;
	if (!scls_session_enter(session))
		return SPAMCLS_E_BUSY;
	status = scls_classify(session, &all, score);
	if (status == SPAMCLS_OK)
		*result = &session->result;
	scls_session_leave(session);
	return status;
}

spamcls_status spamcls_classify(spamcls_session *session,
                                const spamcls_input *input,
                                const spamcls_result **result)
{
	return classify(session, input, result, 1);
}

spamcls_status spamcls_split(spamcls_session *session,
                             const spamcls_input *input,
                             const spamcls_result **result)
{
	return classify(session, input, result, 0);
}

static int bad_span(const spamcls_span *span)
{
	return !span->data && span->size > 0;
}

/* Places in a headline are numbers of 32 bits. */
static int bad_headlines(const spamcls_span *headlines, size_t n)
{
	if (!headlines)
		return n > 0;
	for (size_t i = 0; i < n; i++)
		if (bad_span(&headlines[i]) || headlines[i].size > UINT32_MAX)
			return 1;
	return 0;
}

spamcls_status spamcls_score_headlines(spamcls_session *session,
                                       const spamcls_span *headlines, size_t n,
                                       spamcls_score *scores)
{
	spamcls_status status;

	if (!session || bad_headlines(headlines, n) || (!scores && n > 0))
		return SPAMCLS_E_ARG;
	if (!scls_session_enter(session))
		return SPAMCLS_E_BUSY;
	status = scls_score_many(session, headlines, n, scores);
	scls_session_leave(session);
	return status;
}

spamcls_status
spamcls_explain_headline(spamcls_session *session, spamcls_span headline,
                         const spamcls_explanation **explanation)
{
	spamcls_status status;

	if (!session || !explanation || bad_headlines(&headline, 1))
		return SPAMCLS_E_ARG;
	if (!scls_session_enter(session))
		return SPAMCLS_E_BUSY;
	status = scls_explain_one(session, headline);
	if (status == SPAMCLS_OK)
		*explanation = &session->explanation;
	scls_session_leave(session);
	return status;
}

spamcls_status spamcls_result_json(spamcls_session *session,
                                   const spamcls_result *result,
                                   const char *path, const char **json,
                                   size_t *size)
{
	spamcls_status status = SPAMCLS_E_STATE;

	if (!session || !result || !json || !size)
		return SPAMCLS_E_ARG;
	if (!scls_session_enter(session))
		return SPAMCLS_E_BUSY;
	if (session->has_result && result == &session->result)
		status = scls_result_json(session, path, json, size);
	scls_session_leave(session);
	return status;
}

static int within(double x, double least, double most)
{
	return x >= least && x <= most; /* no NaN is */
}

static int bad_train_options(const spamcls_train_options *o)
{
	return !within(o->bits, 8, 24) || !within(o->rate, 1e-6, 1e3)
	       || (o->language_bits && !within(o->language_bits, 8, 24))
	       || !within(o->l1, 0, 1e6) || !within(o->likely, 1e-3, 1e6)
	       || !within(o->l2, 0, 1e6) || !within(o->certain, 1e-3, 1e6)
	       || !within(o->drop, 0, 1) || !within(o->glance_loss, 0, 1)
	       || o->epochs == 0
	       || o->likely_from < 0 || o->likely_from >= SCLS_MODEL_MAX_SCORE
	       || (o->n_roots > 0 && (!o->nodes || !o->roots));
}

spamcls_status spamcls_trainer_new(spamcls_trainer **trainer,
                                   const spamcls_db *db,
                                   const spamcls_train_options *options)
{
	spamcls_train_options all = SPAMCLS_TRAIN_OPTIONS_INIT;

	if (!trainer || !db || !TAKE(all, options) || bad_train_options(&all))
		return SPAMCLS_E_ARG;
	return scls_trainer_new(trainer, db, &all);
}

spamcls_status spamcls_trainer_add(spamcls_trainer *trainer,
                                   const spamcls_row *row)
{
	if (!trainer || !row || bad_headlines(&row->text, 1)
	    || bad_span(&row->family) || !within(row->weight, 0, 1e6)
	    || !within(row->use, SPAMCLS_ROW_TRAIN, SPAMCLS_ROW_HELD_OUT))
		return SPAMCLS_E_ARG;
	return scls_trainer_add(trainer, row);
}

spamcls_status spamcls_trainer_run(spamcls_trainer *trainer,
                                   const void **model, size_t *size,
                                   const spamcls_train_report **report)
{
	if (!trainer || !model || !size || !report)
		return SPAMCLS_E_ARG;
	return scls_trainer_run(trainer, model, size, report);
}

void spamcls_trainer_free(spamcls_trainer *trainer)
{
	scls_trainer_free(trainer);
}

static int bad_sketch_options(const spamcls_sketch_options *o)
{
	return o->sites > SCLS_MAX_SITES || o->sample > SCLS_MAX_SAMPLE;
}

spamcls_status spamcls_sketch_new(spamcls_sketch **sketch,
                                  const spamcls_sketch_options *options)
{
	spamcls_sketch_options all = SPAMCLS_SKETCH_OPTIONS_INIT;

	if (!sketch || !TAKE(all, options) || bad_sketch_options(&all))
		return SPAMCLS_E_ARG;
	return scls_sketch_new(sketch, &all);
}

/* Names and texts must be UTF-8 without NUL. */
static int bad_text(const spamcls_span *text)
{
	return bad_span(text)
	       || (text->size > 0
	           && (scls_utf8_valid(text->data, text->size) != text->size
	               || memchr(text->data, '\0', text->size)));
}

static int bad_page(const spamcls_page *page)
{
	int bad = !page || page->size < sizeof(*page)
	          || bad_span(&page->id)
	          || page->verdict < SPAMCLS_NO_VERDICT
	          || page->verdict > SPAMCLS_FARM
	          || (!page->marked && page->n_marked > 0)
	          || page->n_marked > page->links;

	for (size_t i = 1; i < SPAMCLS_SCOPES && !bad; i++)
		bad = bad_text(&page->site[i]);
	for (size_t i = 0; !bad && i < page->n_marked; i++)
		bad = bad_text(&page->marked[i].family)
		      || bad_text(&page->marked[i].skeleton);
	return bad;
}

spamcls_status spamcls_sketch_add(spamcls_sketch *sketch,
                                  const spamcls_page *page)
{
	if (!sketch || bad_page(page))
		return SPAMCLS_E_ARG;
	return scls_sketch_add(sketch, page);
}

spamcls_status spamcls_sketch_merge(spamcls_sketch *sketch,
                                    const spamcls_sketch *other)
{
	if (!sketch || !other || sketch == other)
		return SPAMCLS_E_ARG;
	return scls_sketch_merge(sketch, other);
}

spamcls_status spamcls_sketch_bytes(spamcls_sketch *sketch, const void **data,
                                    size_t *size)
{
	if (!sketch || !data || !size)
		return SPAMCLS_E_ARG;
	return scls_sketch_bytes(sketch, data, size);
}

spamcls_status spamcls_sketch_load(spamcls_sketch **sketch, const void *data,
                                   size_t size,
                                   const spamcls_allocator *allocator,
                                   spamcls_error *error)
{
	spamcls_span bytes = { data, size };

	if (!sketch || bad_span(&bytes))
		return scls_error_set(error, SPAMCLS_E_ARG, "", 0, 0,
		                      "sketch or data is NULL");
	return scls_sketch_load(sketch, bytes, allocator, error);
}

spamcls_status spamcls_sketch_sites(spamcls_sketch *sketch,
                                    spamcls_scope scope,
                                    const spamcls_site **sites, size_t *n,
                                    uint64_t *one_in)
{
	spamcls_status status;

	if (!sketch || !sites || !n || !one_in || scope < SPAMCLS_SCOPE_ALL
	    || scope > SPAMCLS_SCOPE_PREFIX)
		return SPAMCLS_E_ARG;
	status = scls_sketch_sites(sketch, scope, sites, n);
	if (status == SPAMCLS_OK)
		*one_in = scls_sketch_one_in(sketch, scope);
	return status;
}

void spamcls_sketch_free(spamcls_sketch *sketch)
{
	scls_sketch_free(sketch);
}
