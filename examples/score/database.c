/* database.c - opens one; rules and info: what it holds, and whether it
 * holds. */
#include "safe_text.h"
#include "tool.h"

#include <stdlib.h>

static int complain(const tool_options *o, spamcls_status status,
                    const spamcls_error *error)
{
	if (status == SPAMCLS_E_NOMEM) {
		tool_warn(o, NULL, "no memory");
		return TOOL_SOFTWARE;
	}
	if (error->line == 0)
		safe_line("spamcls: %s: %s: %s (%s)", o->command, error->file,
		          error->message, spamcls_status_name((int)status));
	else
		safe_line("%s:%u:%u: %s (%s)", error->file,
		          (unsigned)error->line, (unsigned)error->column,
		          error->message, spamcls_status_name((int)status));
	return TOOL_DATA;
}

static int open_db(const tool_options *options, int without_model,
                   spamcls_db **db)
{
	spamcls_db_options how = SPAMCLS_DB_OPTIONS_INIT;
	spamcls_error error;
	spamcls_status status;

	how.without_model = without_model;
	how.glance = options->glance;
	status = spamcls_db_open_error(db, options->db, &how, &error);
	return status == SPAMCLS_OK ? TOOL_OK
	                            : complain(options, status, &error);
}

int tool_open(const tool_options *options, spamcls_db **db)
{
	return open_db(options, 0, db);
}

int tool_open_untrained(const tool_options *options, spamcls_db **db)
{
	return open_db(options, 1, db);
}

static void print_info(const spamcls_db *db)
{
	spamcls_db_info info = SPAMCLS_DB_INFO_INIT;

	if (spamcls_db_get_info(db, &info) != SPAMCLS_OK)
		return;
	printf("database %s\nterms    %u\nrules    %u\nweights  %u\n"
	       "likely   from %d\ncertain  from %d\n",
	       info.id, (unsigned)info.terms, (unsigned)info.rules,
	       (unsigned)info.weights, (int)info.likely, (int)info.certain);
}

int command_info(const tool_options *options)
{
	spamcls_db *db = NULL;
	int code = tool_open(options, &db);

	if (code == TOOL_OK)
		print_info(db);
	spamcls_db_free(db);
	return code;
}

/* The packs of the command line, or the database's own. */
static int check(const tool_options *o, spamcls_part *part, tool_file *file,
                 size_t n)
{
	spamcls_db_options options = SPAMCLS_DB_OPTIONS_INIT;
	spamcls_error error;
	spamcls_status status;
	spamcls_db *db = NULL;

	options.run_rule_tests = 1;
	for (size_t i = 0; i < n; i++) {
		part[i].kind = SPAMCLS_PART_RULES;
		part[i].name = o->files[i];
		part[i].data = file[i].data;
		part[i].size = file[i].size;
	}
	if (n > 0)
		status = spamcls_db_open_memory(&db, part, n, &options,
		                                &error);
	else
		status = spamcls_db_open_error(&db, o->db, &options, &error);
	if (status != SPAMCLS_OK)
		return complain(o, status, &error);
	print_info(db);
	spamcls_db_free(db);
	return TOOL_OK;
}

int command_rules(const tool_options *o)
{
	size_t n = (size_t)o->n_named;
	spamcls_part *part = calloc(n + 1, sizeof(*part));
	tool_file *file = calloc(n + 1, sizeof(*file));
	int code = part && file ? TOOL_OK : TOOL_SOFTWARE;

	for (size_t i = 0; i < n && code == TOOL_OK; i++) {
		const char *why = tool_read(o->files[i], TOOL_MAX_FILE,
		                            &file[i]);

		if (why) {
			tool_warn(o, o->files[i], why);
			code = TOOL_INPUT;
		}
	}
	if (code == TOOL_OK)
		code = check(o, part, file, n);
	for (size_t i = 0; file && i < n; i++)
		tool_file_free(&file[i]);
	free(part);
	free(file);
	return code;
}
