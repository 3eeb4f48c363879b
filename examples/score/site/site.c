/*
 * site.c - answers of score in, a report or a sketch of whole sites out.
 */
#include "json_line.h"
#include "lines.h"
#include "safe_text.h"
#include "site/record.h"
#include "site/report.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>

#define WARNED 10 /* bad lines told one by one */
#define SKETCH_BEGINS "SCLSSKCH" /* what site --sketch writes */
#define NO_SKETCH 4096 /* bytes read of what begins otherwise */

typedef struct site_run {
	const tool_options *options;
	psl_ctx_t *suffixes;   /* NULL: the built-in list */
	address_rules rules;
	spamcls_sketch *sketch;
	record record;
	unsigned long bad;     /* lines that were no answers */
	int input_failed;
} site_run;

static void warn_line(site_run *run, const char *path, unsigned long number,
                      const char *what)
{
	if (++run->bad <= WARNED)
		safe_line("spamcls: site: %s:%lu: %s", path, number, what);
}

/* A line that is no answer counts as a page that could not be read. */
static int add_bad(site_run *run, spamcls_span line)
{
	spamcls_page page = SPAMCLS_PAGE_INIT;

	page.id = line;
	for (int i = 1; i < SPAMCLS_SCOPES; i++) {
		page.site[i].data = ADDRESS_NONE;
		page.site[i].size = strlen(ADDRESS_NONE);
	}
	return spamcls_sketch_add(run->sketch, &page) == SPAMCLS_OK;
}

/* Counts given as answers would be one unreadable page a line. */
static int is_sketch(lines *file)
{
	size_t size = strlen(SKETCH_BEGINS);
	spamcls_span ahead = lines_ahead(file, size);

	return ahead.size >= size && memcmp(ahead.data, SKETCH_BEGINS, size)
	                             == 0;
}

/* Returns 0 where there is no memory. */
static int add_line(site_run *run, const char *path, const lines *file,
                    spamcls_span line)
{
	if (lines_blank(&line))
		return 1;
	switch (record_read(&run->record, line, &run->rules)) {
	case RECORD_PAGE:
		return spamcls_sketch_add(run->sketch, &run->record.page)
		       == SPAMCLS_OK;
	case RECORD_BAD:
		warn_line(run, path, file->number, "no answer of score");
		return add_bad(run, line);
	default:
		return 0;
	}
}

static int add_lines(site_run *run, const char *path)
{
	static const spamcls_span nothing = { "", 0 };
	spamcls_span line;
	lines_found found;
	lines file;
	const char *why = lines_open(path, &file);
	int ok = 1;

	if (!why && is_sketch(&file)) {
		lines_close(&file);
		tool_warn(run->options, path, "holds the counts themselves, "
		          "which site --merge reads");
		return TOOL_DATA;
	}
	while (!why && ok && (found = lines_next(&file, &line)) != LINES_END) {
		if (found == LINES_ONE) {
			ok = add_line(run, path, &file, line);
		} else if (found == LINES_LONG) {
			warn_line(run, path, file.number, "a line too long");
			ok = add_bad(run, nothing);
		} else {
			why = file.why;
		}
	}
	lines_close(&file);
	if (why) {
		tool_warn(run->options, path, why);
		run->input_failed = 1;
	}
	return ok ? TOOL_OK : TOOL_SOFTWARE;
}

static int merge_bytes(site_run *run, const char *path, const tool_file *file)
{
	spamcls_sketch *other = NULL;
	spamcls_error error;
	spamcls_status status = spamcls_sketch_load(&other, file->data,
	                                            file->size, NULL, &error);

	if (status == SPAMCLS_OK)
		status = spamcls_sketch_merge(run->sketch, other);
	else if (status != SPAMCLS_E_NOMEM)
		safe_line("spamcls: site: %s: %s (at byte %llu)", path,
		          error.message, (unsigned long long)error.offset);
	spamcls_sketch_free(other);
	return status == SPAMCLS_OK ? TOOL_OK
	       : status == SPAMCLS_E_NOMEM ? TOOL_SOFTWARE : TOOL_DATA;
}

/* All of a file of counts; of any other, which may be endless, what tells that
 * it is none.  Returns NULL, or why it cannot be read. */
static const char *read_counts(const char *path, tool_file *out)
{
	lines file;
	const char *why = lines_open(path, &file);
	size_t most = why || is_sketch(&file) ? (size_t)-1 : NO_SKETCH;

	if (!why && lines_bytes(&file, most, most, out) == LINES_BROKEN)
		why = file.why;
	lines_close(&file);
	return why;
}

static int merge_file(site_run *run, const char *path)
{
	tool_file file = { NULL, 0, 0 };
	const char *why = read_counts(path, &file);
	int code = TOOL_OK;

	if (why) {
		tool_warn(run->options, path, why);
		run->input_failed = 1;
	} else {
		code = merge_bytes(run, path, &file);
	}
	tool_file_free(&file);
	return code;
}

/* The sketch itself, to a file or standard output. */
static int write_sketch(site_run *run)
{
	const void *data;
	size_t size;

	if (spamcls_sketch_bytes(run->sketch, &data, &size) != SPAMCLS_OK)
		return TOOL_SOFTWARE;
	return tool_save(run->options, run->options->sketch, "the counts",
	                 data, size);
}

static int answer(site_run *run)
{
	int code = run->options->sketch
	           ? write_sketch(run)
	           : report_sites(run->options, run->sketch);

	if (run->bad > 0)
		safe_line("spamcls: site: lines that are no answers of score, "
		          "counted as unreadable: %lu", run->bad);
	if (code == TOOL_OK && json_line_no_memory()) /* for a report */
		code = TOOL_SOFTWARE;
	return code == TOOL_OK && run->input_failed ? TOOL_INPUT : code;
}

static int run_files(site_run *run)
{
	const tool_options *o = run->options;
	int code = TOOL_OK;

	for (int i = 0; i < o->n_files && code == TOOL_OK; i++)
		code = o->merge ? merge_file(run, o->files[i])
		                : add_lines(run, o->files[i]);
	return code == TOOL_OK ? answer(run) : code;
}

/* psl_load_file would not tell a file that cannot be read from no list. */
static int open_suffixes(site_run *run)
{
	const tool_options *o = run->options;
	FILE *in = fopen(o->suffixes, "r");
	int why = errno;
	char what[256];

	if (in) {
		run->suffixes = psl_load_fp(in);
		why = ferror(in) ? errno : 0;
		fclose(in);
	}
	if (run->suffixes && why == 0) {
		run->rules.suffixes = run->suffixes;
		return TOOL_OK;
	}
	snprintf(what, sizeof(what), "%s%s; --suffixes names a file such as "
	         "public_suffix_list.dat of publicsuffix.org, and without it "
	         "the list of libpsl is used",
	         why ? "cannot be read: " : "holds no public suffix list",
	         why ? strerror(why) : "");
	tool_warn(o, o->suffixes, what);
	return why ? TOOL_INPUT : TOOL_DATA;
}

static int open_run(site_run *run)
{
	const tool_options *o = run->options;
	spamcls_status status = spamcls_sketch_new(&run->sketch, &o->sketches);

	if (status != SPAMCLS_OK || !address_open(&run->rules))
		return TOOL_SOFTWARE;
	run->rules.depth = o->depth;
	return o->suffixes ? open_suffixes(run) : TOOL_OK;
}

int command_site(const tool_options *options)
{
	site_run run;
	int code;

	memset(&run, 0, sizeof(run));
	run.options = options;
	code = open_run(&run);
	if (code == TOOL_OK)
		code = run_files(&run);
	if (code == TOOL_SOFTWARE)
		tool_warn(options, NULL, "no memory");
	spamcls_sketch_free(run.sketch);
	psl_free(run.suffixes);
	address_close(&run.rules);
	record_free(&run.record);
	return code;
}
