/*
 * pages.c - score and split: documents in, one answer a document out.
 */
#include "links_text.h"
#include "pool.h"
#include "split_text.h"
#include "tool.h"

#include <string.h>

typedef struct page_job {
	const char *path;
	const char *why;      /* it cannot be read; NULL: it was */
	int failed;           /* nor can it, or a part of it, be judged */
	uint32_t flags;       /* of all that was split as text */
	tool_file out;        /* the answer */
	spamcls_verdict verdict;
} page_job;

typedef struct page_run {
	const tool_options *options;
	spamcls_session **sessions;
	int next;
	int split;            /* not 0: only the parts, no scores */
	spamcls_verdict worst;
	int unreadable, write_failed;
} page_run;

static int next_page(void *context, void *job)
{
	page_run *run = context;
	page_job *page = job;

	if (run->next == run->options->n_files || run->write_failed)
		return 0;
	memset(page, 0, sizeof(*page));
	page->path = run->options->files[run->next++];
	return 1;
}

static int answers_are_objects(const page_run *run)
{
	return !run->split || run->options->json;
}

/* As an object, or where answers are text on standard error, later on. */
static void answer_error(const page_run *run, page_job *page,
                         const char *path, const char *why)
{
	size_t before = page->out.size;

	page->failed = 1;
	if (!answers_are_objects(run))
		page->why = why;
	else if (!tool_append(&page->out, "{\"path\":", 8)
	    || !split_json_string(&page->out, path, strlen(path))
	    || !tool_append(&page->out, ",\"error\":", 9)
	    || !split_json_string(&page->out, why, strlen(why))
	    || !tool_append(&page->out, "}\n", 2))
		page->out.size = before;
}

static void answer(const page_run *run, spamcls_session *session,
                   const spamcls_result *result, const char *path,
                   page_job *page)
{
	const char *json;
	size_t size;

	if ((int)result->verdict > (int)page->verdict)
		page->verdict = result->verdict;
	if (run->split) {
		page->flags |= result->flags;
		if (!split_write(run->options, result, path, &page->out))
			answer_error(run, page, path, "no memory");
		return;
	}
	if (spamcls_result_json(session, result, path, &json, &size)
	            != SPAMCLS_OK
	    || !tool_append(&page->out, json, size)
	    || !tool_append(&page->out, "\n", 1))
		answer_error(run, page, path, "no memory");
}

static const char *path_of(const links_names *names, const page_job *page)
{
	return names && names->path[0] ? names->path : page->path;
}

/* Of one document: its own path and url, or those of the call. */
static void work_bytes(const page_run *run, spamcls_session *session,
                       const tool_file *file, const links_names *names,
                       page_job *page)
{
	const char *path = path_of(names, page);
	spamcls_input input = SPAMCLS_INPUT_INIT;
	const spamcls_result *result = NULL;
	spamcls_status status;

	input.data = file->data;
	input.size = file->size;
	input.charset = run->options->charset;
	input.url = names && names->url[0] ? names->url : run->options->url;
	input.kind = run->options->links ? SPAMCLS_KIND_LINKS
	                                 : run->options->kind;
	status = run->split ? spamcls_split(session, &input, &result)
	                    : spamcls_classify(session, &input, &result);
	if (status == SPAMCLS_OK)
		answer(run, session, result, path, page);
	else
		answer_error(run, page, path, spamcls_status_message(status));
}

/* A file of JSON objects, one a line: an answer each. */
static void work_objects(const page_run *run, spamcls_session *session,
                         const tool_file *file, page_job *page)
{
	links_names names;
	tool_file lines;
	size_t at = 0;
	int more;

	while ((more = links_next(file, &at, &lines, &names)) != 0) {
		if (more < 0)
			answer_error(run, page, page->path,
			             "a line is no JSON object");
		else if (names.why[0])
			answer_error(run, page, path_of(&names, page),
			             answers_are_objects(run) ? names.why
			             : "a line's page was not read");
		else
			work_bytes(run, session, &lines, &names, page);
		tool_file_free(&lines);
	}
}

/* Links may be of many pages: all of the file.  What cannot be read is an
 * answer, too, where answers are objects. */
static int read_page(const page_run *run, page_job *page, tool_file *file)
{
	const tool_options *o = run->options;

	page->why = o->links ? tool_read(page->path, TOOL_MAX_FILE, file)
	                     : tool_read_page(o, page->path, file);
	if (page->why)
		answer_error(run, page, page->path, page->why);
	return page->why == NULL;
}

static void work_page(void *context, unsigned thread, void *job)
{
	page_run *run = context;
	page_job *page = job;
	spamcls_session *session = run->sessions[thread];
	tool_file file;

	if (!read_page(run, page, &file))
		return;
	if (run->options->links && links_are_spread(&file))
		answer_error(run, page, page->path,
		             "its JSON is not one object a line");
	else if (run->options->links && links_are_json(&file))
		work_objects(run, session, &file, page);
	else
		work_bytes(run, session, &file, NULL, page);
	tool_file_free(&file);
}

/* What JSON has as flags, where text has no place for it. */
#define NOT_WHOLE (SPAMCLS_FLAG_TRUNCATED_INPUT | SPAMCLS_FLAG_TRUNCATED_TEXT \
                   | SPAMCLS_FLAG_TRUNCATED_BLOCKS \
                   | SPAMCLS_FLAG_TRUNCATED_LINKS \
                   | SPAMCLS_FLAG_TRUNCATED_DEPTH)

static void warn_of_flags(const page_run *run, const page_job *page)
{
	if (answers_are_objects(run))
		return;
	if (page->flags & SPAMCLS_FLAG_NOT_TEXT)
		tool_warn(run->options, page->path, "is no text");
	for (uint32_t bit = 1; bit != 0; bit <<= 1)
		if (page->flags & NOT_WHOLE & bit) {
			char what[64];

			snprintf(what, sizeof(what), "not all of it: %s",
			         spamcls_flag_name(bit));
			tool_warn(run->options, page->path, what);
		}
}

static void emit_page(void *context, void *job)
{
	page_run *run = context;
	page_job *page = job;

	if (!tool_write(page->out.data, page->out.size))
		run->write_failed = 1;
	if (page->why && !answers_are_objects(run))
		tool_warn(run->options, page->path, page->why);
	warn_of_flags(run, page);
	if (page->failed)
		run->unreadable = 1;
	if (page->verdict > run->worst)
		run->worst = page->verdict;
	tool_file_free(&page->out);
}

static int run_pages(page_run *run, spamcls_db *db, unsigned threads)
{
	pool_calls calls = { next_page, work_page, emit_page,
		             sizeof(page_job), run };
	int code = TOOL_SOFTWARE;

	run->sessions = tool_sessions(run->options, db, threads);
	if (run->sessions && pool_run(&calls, threads) == 0)
		code = TOOL_OK;
	tool_sessions_free(run->sessions, threads);
	return code;
}

static int command_pages(const tool_options *options, int split)
{
	page_run run = { options, NULL, 0, split, SPAMCLS_CLEAN, 0, 0 };
	unsigned threads = tool_threads(options);
	spamcls_db *db = NULL;
	int code = tool_open(options, &db);

	if (code != TOOL_OK)
		return code;
	if ((int)threads > options->n_files)
		threads = (unsigned)options->n_files;
	code = run_pages(&run, db, threads);
	spamcls_db_free(db);
	if (code == TOOL_SOFTWARE)
		tool_warn(options, NULL, "no memory");
	if (code == TOOL_OK && run.unreadable
	    && (options->exit_code || !answers_are_objects(&run)))
		return TOOL_INPUT;
	if (code == TOOL_OK && options->exit_code)
		return (int)run.worst;
	return code;
}

int command_score(const tool_options *options)
{
	return command_pages(options, 0);
}

int command_split(const tool_options *options)
{
	return command_pages(options, 1);
}
