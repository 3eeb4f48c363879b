/*
 * headlines.c - one headline a line in, one answer a line out, in order.
 */
#include "pool.h"
#include "split_text.h"
#include "tool.h"

#include <stdatomic.h>
#include <stdlib.h>
#include <string.h>

#define CHUNK (256 * 1024) /* bytes of lines in one job */

typedef struct line_job {
	tool_file in, out;
	spamcls_span *line;
	spamcls_score *score;
	size_t n, room;
} line_job;

typedef struct line_run {
	const tool_options *options;
	spamcls_session **sessions;
	FILE *in;
	int next;             /* file */
	tool_file rest;       /* of a line that the last chunk cut */
	atomic_int failed;    /* set by any thread */
	int write_failed;
} line_run;

/* The next file that opens; 0 at the end. */
static int open_next(line_run *run)
{
	while (!run->in && run->next < run->options->n_files) {
		const char *path = run->options->files[run->next++];

		run->in = strcmp(path, "-") == 0 ? stdin : fopen(path, "rb");
		if (!run->in) {
			tool_warn(run->options, path, "cannot be opened");
			run->failed = 1;
		}
	}
	return run->in != NULL;
}

/* Reads a chunk that ends with a line end, or with the file. */
static int read_chunk(line_run *run, tool_file *in)
{
	char *buffer = malloc(CHUNK);
	size_t got;
	int ok;

	if (!buffer)
		return 0;
	ok = tool_append(in, run->rest.data, run->rest.size);
	run->rest.size = 0;
	got = fread(buffer, 1, CHUNK, run->in);
	if (got < CHUNK) {
		ok = ok && tool_append(in, buffer, got);
		if (in->size > 0 && in->data[in->size - 1] != '\n')
			ok = ok && tool_append(in, "\n", 1);
		if (run->in != stdin)
			fclose(run->in);
		run->in = NULL;
	} else {
		size_t cut = CHUNK;

		while (cut > 0 && buffer[cut - 1] != '\n')
			cut--;
		ok = ok && tool_append(in, buffer, cut)
		     && tool_append(&run->rest, buffer + cut, CHUNK - cut);
	}
	free(buffer);
	return ok;
}

static int next_lines(void *context, void *job)
{
	line_run *run = context;
	line_job *lines = job;

	memset(lines, 0, sizeof(*lines));
	while (lines->in.size == 0 || lines->in.data[lines->in.size - 1]
	       != '\n') {
		if (!run->in && lines->in.size > 0)
			return 1;
		if (!open_next(run))
			return 0;
		if (!read_chunk(run, &lines->in)) {
			run->failed = 1;
			return 0;
		}
	}
	return 1;
}

/* Cuts the chunk into lines; a carriage return at the end goes, too. */
static int cut_lines(line_job *job)
{
	char *at = job->in.data, *end = at + job->in.size;

	for (char *p = at; (p = memchr(p, '\n', (size_t)(end - p))); p++)
		job->room++;
	job->line = malloc((job->room + 1) * sizeof(*job->line));
	job->score = malloc((job->room + 1) * sizeof(*job->score));
	if (!job->line || !job->score)
		return 0;
	while (at < end) {
		char *stop = memchr(at, '\n', (size_t)(end - at));
		size_t size = (size_t)(stop - at);

		if (size > 0 && at[size - 1] == '\r')
			size--;
		job->line[job->n].data = at;
		job->line[job->n++].size = size;
		at = stop + 1;
	}
	return 1;
}

#define POINT 10000000u /* seven places behind it */
#define HEAD 128u        /* bytes of what stands before a headline */

/* "%.7f" of a probability, which is a whole number of 1/2^24. */
static size_t put_probability(char *out, float probability)
{
	uint64_t parts = (uint64_t)(probability * 16777216.0f) * POINT;
	uint64_t value = parts >> 24, rest = parts & 0xFFFFFF;

	value += rest > 0x800000 || (rest == 0x800000 && (value & 1));
	out[0] = (char)('0' + value / POINT);
	out[1] = '.';
	for (unsigned i = 8; i > 1; i--, value /= 10)
		out[i] = (char)('0' + value % 10);
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
	put_string(out, "\",\"text\":");
	return split_json_string(out, line->data, line->size)
	       && tool_append(out, "}\n", 2);
}

static void work_lines(void *context, unsigned thread, void *job)
{
	line_run *run = context;
	line_job *lines = job;
	int ok = cut_lines(lines)
	         && spamcls_score_headlines(run->sessions[thread],
	                                    lines->line, lines->n,
	                                    lines->score) == SPAMCLS_OK;

	for (size_t i = 0; i < lines->n && ok; i++)
		ok = (run->options->json ? write_json : write_text)(
		        &lines->out, &lines->line[i], &lines->score[i]);
	if (!ok)
		lines->out.size = 0;
	free(lines->line);
	free(lines->score);
	if (!ok)
		run->failed = 1;
}

static void emit_lines(void *context, void *job)
{
	line_run *run = context;
	line_job *lines = job;

	if (fwrite(lines->out.data, 1, lines->out.size, stdout)
	    != lines->out.size)
		run->write_failed = 1;
	tool_file_free(&lines->in);
	tool_file_free(&lines->out);
}

static int run_lines(line_run *run, spamcls_db *db, unsigned threads)
{
	pool_calls calls = { next_lines, work_lines, emit_lines,
		             sizeof(line_job), run };
	int code = TOOL_SOFTWARE;

	run->sessions = calloc(threads, sizeof(*run->sessions));
	if (!run->sessions)
		return code;
	for (unsigned i = 0; i < threads; i++)
		if (spamcls_session_new(&run->sessions[i], db,
		                        &run->options->limits) != SPAMCLS_OK)
			goto done;
	code = pool_run(&calls, threads) == 0 ? TOOL_OK : TOOL_SOFTWARE;
done:
	for (unsigned i = 0; i < threads; i++)
		spamcls_session_free(run->sessions[i]);
	free(run->sessions);
	tool_file_free(&run->rest);
	return code;
}

int command_headlines(const tool_options *options)
{
	line_run run = { options, NULL, NULL, 0, { NULL, 0, 0 }, 0, 0 };
	spamcls_db *db = NULL;
	int code = tool_open(options, &db);

	if (code != TOOL_OK)
		return code;
	code = run_lines(&run, db, tool_threads(options));
	spamcls_db_free(db);
	if (fflush(stdout) != 0 || run.write_failed) {
		tool_warn(options, NULL, "cannot write the answers");
		return TOOL_IO;
	}
	return code == TOOL_OK && run.failed ? TOOL_INPUT : code;
}
