/*
 * headlines.c - one headline a line in, one answer a line out, in order.
 */
#include "documents/warc.h"
#include "grown.h"
#include "lines.h"
#include "pool.h"
#include "split_text.h"
#include "tool.h"

#include <stdatomic.h>
#include <stdlib.h>
#include <string.h>

#define CHUNK (64 * 1024) /* bytes of lines in one job */

typedef struct line_job {
	tool_file in, out;
	spamcls_span *line; /* the sizes; places once all are there */
	spamcls_score *score;
	size_t n, room;
	unsigned long bad;  /* lines that are no UTF-8 */
} line_job;

typedef struct line_run {
	const tool_options *options;
	spamcls_session **sessions;
	const char *path;     /* of the file that is read, or NULL */
	int next;             /* file */
	lines file;
	int failed;           /* something could not be read */
	atomic_int no_memory; /* set by any thread */
	int write_failed;
	unsigned long bad;    /* lines that are no UTF-8 */
} line_run;

static void fail_at(line_run *run, const char *why)
{
	tool_warn(run->options, run->path, why);
	run->failed = 1;
}

/* NULL, or why it has no headlines. */
static const char *open_file(const char *path, lines *file)
{
	const char *why = lines_open(path, file);

	if (why || !warc_begins(lines_ahead(file, WARC_LOOK)))
		return why;
	lines_close(file);
	return "is a web archive, whose pages score and split read; headlines "
	       "takes a headline a line";
}

/* The next file that opens; 0 at the end. */
static int open_next(line_run *run)
{
	while (!run->path && run->next < run->options->n_files) {
		const char *why;

		run->path = run->options->files[run->next++];
		why = open_file(run->path, &run->file);
		if (why) {
			fail_at(run, why);
			run->path = NULL;
		}
	}
	return run->path != NULL;
}

static int add_line(line_job *job, const spamcls_span *line)
{
	spamcls_span *more = grown(job->line, &job->room, job->n + 1,
	                           sizeof(*more));

	if (!more)
		return 0;
	job->line = more;
	more[job->n++].size = line->size;
	return tool_append(&job->in, line->data, line->size);
}

/* One line more, or the end of the file; 0 where there is no memory.  A line
 * too long for memory is answered as an empty one: all others keep their
 * numbers. */
static int read_line(line_run *run, line_job *job)
{
	spamcls_span line = { "", 0 };
	lines_found found = lines_next(&run->file, &line);

	if (found == LINES_LONG)
		fail_at(run, "a line of more than 64 MiB is left empty");
	if (found == LINES_BROKEN)
		fail_at(run, run->file.why);
	if (found == LINES_ONE || found == LINES_LONG)
		return add_line(job, &line);
	lines_close(&run->file);
	run->path = NULL;
	return 1;
}

/* As if a line's end stood behind each: empty ones fill a job, too. */
static size_t job_size(const line_job *job)
{
	return job->in.size + job->n;
}

static int next_lines(void *context, void *job)
{
	line_run *run = context;
	line_job *batch = job;

	memset(batch, 0, sizeof(*batch));
	while (job_size(batch) < CHUNK && !run->write_failed && open_next(run))
		if (!read_line(run, batch)) {
			run->no_memory = 1;
			tool_file_free(&batch->in);
			free(batch->line);
			return 0;
		}
	return batch->n > 0;
}

/* Now that no line moves any more. */
static int place_lines(line_job *job)
{
	const char *at = job->in.data ? job->in.data : "";

	for (size_t i = 0; i < job->n; i++) {
		job->line[i].data = at;
		at += job->line[i].size;
	}
	job->score = malloc((job->n + 1) * sizeof(*job->score));
	return job->score != NULL;
}

#define POINT 10000000u /* seven places behind it */
#define HEAD 128u        /* bytes of what stands before a headline */

/* "%.7f" of a probability, which is a whole number of 1/2^24. */
static size_t put_probability(char *out, float probability)
{
	uint64_t parts = (uint64_t)(probability * 16777216.0f) * POINT;
	uint32_t value = (uint32_t)(parts >> 24), rest = parts & 0xFFFFFF;
	uint32_t high, low;

	value += rest > 0x800000 || (rest == 0x800000 && (value & 1));
	high = value / 10000; /* the halves do not wait for one another */
	low = value % 10000;
	out[1] = '.';
	for (unsigned i = 4; i > 0; i--, high /= 10, low /= 10) {
		out[i > 1 ? i : 0] = (char)('0' + high % 10);
		out[i + 4] = (char)('0' + low % 10);
	}
	return 9;
}

/* Text behind what out has; room for it was made. */
static void put(tool_file *out, const char *text, size_t size)
{
	memcpy(out->data + out->size, text, size);
	out->size += size;
}

static void put_string(tool_file *out, const char *text)
{
	put(out, text, strlen(text));
}

static int write_text(tool_file *out, const spamcls_span *line,
                      const spamcls_score *score)
{
	if (!tool_reserve(out, HEAD + strlen(score->family) + line->size))
		return 0;
	out->size += put_probability(out->data + out->size,
	                             score->probability);
	put(out, "\t", 1);
	put_string(out, spamcls_label_name((int)score->label));
	put(out, "\t", 1);
	put_string(out, score->family);
	put(out, "\t", 1);
	put(out, line->data, line->size);
	put(out, "\n", 1);
	return 1;
}

static int write_json(tool_file *out, const spamcls_span *line,
                      const spamcls_score *score)
{
	char head[32];
	int n = snprintf(head, sizeof(head), ",\"score\":%d",
	                 (int)score->score);

	if (!tool_reserve(out, HEAD + strlen(score->family)))
		return 0;
	put_string(out, "{\"probability\":");
	out->size += put_probability(out->data + out->size,
	                             score->probability);
	put(out, head, (size_t)n);
	put_string(out, ",\"label\":\"");
	put_string(out, spamcls_label_name((int)score->label));
	put_string(out, "\",\"family\":\"");
	put_string(out, score->family);
	put_string(out, "\"");
	return split_json_flags(score->flags, out)
	       && tool_append(out, ",\"text\":", 8)
	       && split_json_string(out, line->data, line->size)
	       && tool_append(out, "}\n", 2);
}

static void work_lines(void *context, unsigned thread, void *job)
{
	line_run *run = context;
	line_job *batch = job;
	int ok = place_lines(batch)
	         && spamcls_score_headlines(run->sessions[thread],
	                                    batch->line, batch->n,
	                                    batch->score) == SPAMCLS_OK;

	for (size_t i = 0; i < batch->n && ok; i++) {
		batch->bad += (batch->score[i].flags
		               & SPAMCLS_FLAG_REPAIRED) != 0;
		ok = (run->options->json ? write_json : write_text)(
		        &batch->out, &batch->line[i], &batch->score[i]);
	}
	free(batch->line);
	free(batch->score);
	if (ok)
		return;
	batch->out.size = 0;
	run->no_memory = 1;
}

static void emit_lines(void *context, void *job)
{
	line_run *run = context;
	line_job *batch = job;

	if (!tool_write(batch->out.data, batch->out.size))
		run->write_failed = 1;
	run->bad += batch->bad;
	tool_file_free(&batch->in);
	tool_file_free(&batch->out);
}

static void warn_of_bad(const line_run *run)
{
	char what[96];

	snprintf(what, sizeof(what), "lines that are no UTF-8, scored with "
	         "U+FFFD for what is bad: %lu", run->bad);
	if (run->bad > 0)
		tool_warn(run->options, NULL, what);
}

static int run_lines(line_run *run, spamcls_db *db, unsigned threads)
{
	pool_calls calls = { next_lines, work_lines, emit_lines,
		             sizeof(line_job), run };
	int code = TOOL_SOFTWARE;

	run->sessions = tool_sessions(run->options, db, threads);
	if (run->sessions && pool_run(&calls, threads) == 0)
		code = TOOL_OK;
	tool_sessions_free(run->sessions, threads);
	if (run->path)
		lines_close(&run->file);
	return code;
}

int command_headlines(const tool_options *options)
{
	line_run run = { .options = options };
	spamcls_db *db = NULL;
	int code = tool_open(options, &db);

	if (code != TOOL_OK)
		return code;
	code = run_lines(&run, db, tool_threads(options));
	spamcls_db_free(db);
	warn_of_bad(&run);
	if (code == TOOL_SOFTWARE || run.no_memory) {
		tool_warn(options, NULL, "no memory");
		return TOOL_SOFTWARE;
	}
	return code == TOOL_OK && run.failed ? TOOL_INPUT : code;
}
