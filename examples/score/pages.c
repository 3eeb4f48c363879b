/*
 * pages.c - score and split: documents in, one answer a document out.
 */
#include "documents/documents.h"
#include "json_line.h"
#include "links_text.h"
#include "pool.h"
#include "split_text.h"
#include "tool.h"

#include <stdlib.h>
#include <string.h>

typedef struct page_job {
	document document;    /* until it is judged */
	const char *path;     /* its FILE */
	document_form form;
	unsigned long number; /* as in document */
	const char *why;      /* it cannot be read; NULL: it was */
	int failed;           /* nor can it, or a part of it, be judged */
	int no_page;          /* a record without a page: no answer */
	int lost;             /* not even an error could be put */
	int partial;          /* as in document */
	uint32_t flags;       /* of all that was split as text */
	tool_file own;        /* what begins its objects, before "path" */
	tool_file out;        /* the answer */
	spamcls_verdict verdict;
} page_job;

typedef struct page_run {
	const tool_options *options;
	spamcls_db *db;
	spamcls_session **sessions; /* a thread's, or NULL: not yet */
	documents documents;
	int split;            /* not 0: only the parts, no scores */
	spamcls_verdict worst;
	unsigned long no_pages;
	int unreadable, write_failed;
	int lost;             /* there was no memory for an answer */
} page_run;

static int next_page(void *context, void *job)
{
	page_run *run = context;
	page_job *page = job;

	memset(page, 0, sizeof(*page));
	if (run->write_failed
	    || !documents_next(&run->documents, &page->document))
		return 0;
	page->path = page->document.path;
	page->form = page->document.form;
	page->number = page->document.number;
	return 1;
}

static int answers_are_objects(const page_run *run)
{
	return !run->split || run->options->json;
}

static int put_string(tool_file *out, const char *text)
{
	return split_json_string(out, text, strlen(text));
}

/* What only the FILE knows of a document: which of its own it is. */
static int put_own(const document *d, tool_file *own)
{
	char status[32] = "";

	if (d->status > 0)
		snprintf(status, sizeof(status), "\"status\":%d,",
		         d->status);
	if (d->id.size > 0
	    && (!tool_put(own, d->form == DOCUMENT_RECORD ? "\"record\":"
	                                                  : "\"id\":")
	        || !tool_append(own, d->id.data, d->id.size)
	        || !tool_put(own, ",")))
		return 0;
	return tool_put(own, status)
	       && (!d->partial || tool_put(own, "\"partial\":true,"));
}

/* An object that is known to begin with a brace. */
static int put_object(page_job *page, const char *object, size_t size)
{
	return tool_put(&page->out, "{")
	       && tool_append(&page->out, page->own.data, page->own.size)
	       && tool_append(&page->out, object + 1, size - 1);
}

/* Which line it is, for those without an id; its address where it is known. */
static int put_place(page_job *page)
{
	const char *url = page->document.url;
	char line[48] = "";

	if (page->form == DOCUMENT_LINE && page->number > 0)
		snprintf(line, sizeof(line), ",\"line\":%lu", page->number);
	return tool_put(&page->out, line)
	       && (!url || (tool_put(&page->out, ",\"url\":")
	                    && put_string(&page->out, url)));
}

static int put_error(page_job *page, const char *path, const char *why)
{
	return put_object(page, "{\"path\":", 8)
	       && put_string(&page->out, path) && put_place(page)
	       && tool_put(&page->out, ",\"error\":")
	       && put_string(&page->out, why) && tool_put(&page->out, "}\n");
}

/* As an object, or where answers are text on standard error, later on. */
static void answer_error(const page_run *run, page_job *page,
                         const char *path, const char *why)
{
	size_t before = page->out.size;

	page->failed = 1;
	if (!answers_are_objects(run)) {
		page->why = why;
	} else if (!put_error(page, path, why)) {
		page->out.size = before;
		page->lost = 1;
	}
}

static int put_split(const page_run *run, const spamcls_result *result,
                     const char *path, page_job *page)
{
	page->flags |= result->flags;
	return split_write(run->options, result, path, &page->own,
	                   &page->out);
}

static int put_score(spamcls_session *session, const spamcls_result *result,
                     const char *path, page_job *page)
{
	const char *json;
	size_t size;

	return spamcls_result_json(session, result, path, &json, &size)
	               == SPAMCLS_OK
	       && put_object(page, json, size) && tool_put(&page->out, "\n");
}

/* One that did not get a whole object has none. */
static void answer(const page_run *run, spamcls_session *session,
                   const spamcls_result *result, const char *path,
                   page_job *page)
{
	size_t before = page->out.size;

	if ((int)result->verdict > (int)page->verdict)
		page->verdict = result->verdict;
	if (run->split ? put_split(run, result, path, page)
	               : put_score(session, result, path, page))
		return;
	page->out.size = before;
	answer_error(run, page, path, "no memory");
}

/* Of one document: its own charset and url, or those of the call. */
static void work_document(const page_run *run, spamcls_session *session,
                          const document *d, page_job *page)
{
	spamcls_input input = SPAMCLS_INPUT_INIT;
	const spamcls_result *result = NULL;
	spamcls_status status;

	input.data = d->bytes.data;
	input.size = d->bytes.size;
	input.charset = d->charset ? d->charset : run->options->charset;
	input.url = d->url ? d->url : run->options->url;
	input.kind = d->kind;
	status = run->split ? spamcls_split(session, &input, &result)
	                    : spamcls_classify(session, &input, &result);
	if (status == SPAMCLS_OK)
		answer(run, session, result, d->path, page);
	else
		answer_error(run, page, d->path,
		             spamcls_status_message(status));
}

/* A line of a file of links: a document that names itself. */
static void work_object(const page_run *run, spamcls_session *session,
                        const tool_file *text, links_names *names,
                        page_job *page)
{
	document named = { .path = names->path[0] ? names->path : page->path,
		           .kind = SPAMCLS_KIND_LINKS, .bytes = *text,
		           .url = names->url[0] ? names->url : NULL };

	if (names->why[0])
		answer_error(run, page, named.path,
		             answers_are_objects(run) ? names->why
		             : "a line's page was not read");
	else
		work_document(run, session, &named, page);
}

/* A file of JSON objects, one a line: an answer each. */
static void work_objects(const page_run *run, spamcls_session *session,
                         const tool_file *file, page_job *page)
{
	links_names names;
	tool_file text;
	size_t at = 0;
	int more;

	while ((more = links_next(file, &at, &text, &names)) != 0) {
		if (more < 0)
			answer_error(run, page, page->path,
			             json_line_no_memory()
			             ? "no memory"
			             : "a line is no JSON object");
		else
			work_object(run, session, &text, &names, page);
		tool_file_free(&text);
	}
}

/* Links may be of many pages: all of the file. */
static void work_links(const page_run *run, spamcls_session *session,
                       const document *d, page_job *page)
{
	if (links_are_spread(&d->bytes))
		answer_error(run, page, d->path,
		             "its JSON is not one object a line");
	else if (links_are_json(&d->bytes))
		work_objects(run, session, &d->bytes, page);
	else
		work_document(run, session, d, page);
}

/* How many documents the FILEs hold is not known: a thread has a session once
 * it has a document. */
static spamcls_session *session_of(page_run *run, unsigned thread)
{
	spamcls_session **session = &run->sessions[thread];

	if (!*session
	    && spamcls_session_new(session, run->db, &run->options->limits)
	               != SPAMCLS_OK)
		*session = NULL;
	return *session;
}

/* What cannot be read is an answer, too, where answers are objects. */
static void work_page(void *context, unsigned thread, void *job)
{
	page_run *run = context;
	page_job *page = job;
	spamcls_session *session = session_of(run, thread);
	document *d = &page->document;

	document_read(run->options, d);
	if (!session || !put_own(d, &page->own))
		d->why = "no memory";
	page->no_page = d->no_page;
	page->partial = d->partial;
	if (d->why)
		answer_error(run, page, d->path, d->why);
	else if (run->options->links)
		work_links(run, session, d, page);
	else if (!d->no_page)
		work_document(run, session, d, page);
	tool_file_free(&page->own);
	document_free(d);
}

/* What JSON has as flags, where text has no place for it. */
#define NOT_WHOLE (SPAMCLS_FLAG_TRUNCATED_INPUT | SPAMCLS_FLAG_TRUNCATED_TEXT \
                   | SPAMCLS_FLAG_TRUNCATED_BLOCKS \
                   | SPAMCLS_FLAG_TRUNCATED_LINKS \
                   | SPAMCLS_FLAG_TRUNCATED_DEPTH)

/* Of a FILE, or of which of its lines or records. */
static void warn(const page_run *run, const page_job *page, const char *what)
{
	char text[160];

	snprintf(text, sizeof(text), "%s %lu: %s",
	         page->form == DOCUMENT_LINE ? "line" : "record",
	         page->number, what);
	tool_warn(run->options, page->path, page->number ? text : what);
}

static void warn_of_page(const page_run *run, const page_job *page)
{
	if (answers_are_objects(run))
		return;
	if (page->why)
		warn(run, page, page->why);
	if (page->partial)
		warn(run, page, "not all of it: it is cut in the archive");
	if (page->flags & SPAMCLS_FLAG_NOT_TEXT)
		warn(run, page, "is no text");
	for (uint32_t bit = 1; bit != 0; bit <<= 1)
		if (page->flags & NOT_WHOLE & bit) {
			char what[64];

			snprintf(what, sizeof(what), "not all of it: %s",
			         spamcls_flag_name(bit));
			warn(run, page, what);
		}
}

static void emit_page(void *context, void *job)
{
	page_run *run = context;
	page_job *page = job;

	if (!tool_write(page->out.data, page->out.size))
		run->write_failed = 1;
	warn_of_page(run, page);
	run->no_pages += page->no_page != 0;
	run->lost |= page->lost;
	if (page->failed)
		run->unreadable = 1;
	if (page->verdict > run->worst)
		run->worst = page->verdict;
	tool_file_free(&page->out);
}

static int run_pages(page_run *run, unsigned threads)
{
	pool_calls calls = { next_page, work_page, emit_page,
		             sizeof(page_job), run };
	int code = TOOL_SOFTWARE;

	run->sessions = calloc(threads, sizeof(*run->sessions));
	if (run->sessions && pool_run(&calls, threads) == 0 && !run->lost)
		code = TOOL_OK;
	tool_sessions_free(run->sessions, threads);
	documents_close(&run->documents);
	return code;
}

static void warn_of_count(const page_run *run, const char *what,
                          unsigned long n)
{
	char text[112];

	if (n == 0)
		return;
	snprintf(text, sizeof(text), "%s: %lu", what, n);
	tool_warn(run->options, NULL, text);
}

/* Once, for most records of some archives are pictures. */
static void warn_of_no_pages(const page_run *run)
{
	warn_of_count(run, "records passed over that are neither HTML nor "
	              "text, or empty", run->no_pages);
	warn_of_count(run, "archives without a page (no response, resource "
	              "or conversion)", run->documents.empty);
}

static int code_of(const page_run *run)
{
	if (run->unreadable
	    && (run->options->exit_code || !answers_are_objects(run)))
		return TOOL_INPUT;
	return run->options->exit_code ? (int)run->worst : TOOL_OK;
}

static int command_pages(const tool_options *options, int split)
{
	page_run run = { .options = options, .split = split,
		         .documents = { .options = options },
		         .worst = SPAMCLS_CLEAN };
	int code = tool_open(options, &run.db);

	if (code != TOOL_OK)
		return code;
	code = run_pages(&run, tool_threads(options));
	spamcls_db_free(run.db);
	if (code == TOOL_SOFTWARE)
		tool_warn(options, NULL, "no memory");
	warn_of_no_pages(&run);
	return code == TOOL_OK ? code_of(&run) : code;
}

int command_score(const tool_options *options)
{
	return command_pages(options, 0);
}

int command_split(const tool_options *options)
{
	return command_pages(options, 1);
}
