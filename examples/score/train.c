/*
 * train.c - a model from labelled headlines.
 *
 * A row is a JSON object a line: "text", "label", and where given "family",
 * "weight", "held_out", "ordinary" (false: not counted when false alarms are).
 * data/model/README.md has the labels.
 */
#include "json_line.h"
#include "lines.h"
#include "tool.h"
#include "trees.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>

/* How a label counts. */
static const struct {
	const char *label;
	int garbage;
	int ordinary;
	double weight;
} labels[] = {
	{ "templated", 1, 0, 1.0 },      { "download_spam", 1, 0, 1.0 },
	{ "adult_gambling", 1, 0, 1.0 }, { "news", 0, 1, 1.0 },
	{ "hot_topic", 0, 1, 1.0 },      { "legit", 0, 1, 1.0 },
	{ "clickbait", 0, 0, 1.0 },      { "web_title", 0, 0, 0.2 },
	{ "page_line", 0, 0, 0.5 },
};

typedef struct train_run {
	const tool_options *options;
	spamcls_trainer *trainer;
	unsigned long used, skipped;
} train_run;

static int label_of(const char *label, spamcls_row *row)
{
	for (size_t i = 0; i < sizeof(labels) / sizeof(labels[0]); i++)
		if (strcmp(labels[i].label, label) == 0) {
			row->garbage = labels[i].garbage;
			row->ordinary = labels[i].ordinary;
			row->weight = labels[i].weight;
			return 1;
		}
	return 0;
}

/* Adds one object; E_ARG where its weight is out of range. */
static spamcls_status add_object(train_run *run, json_t *object)
{
	json_t *text = json_object_get(object, "text");
	const char *label = json_string_value(json_object_get(object,
	                                                      "label"));
	json_t *weight = json_object_get(object, "weight");
	json_t *family = json_object_get(object, "family");
	spamcls_row row;

	memset(&row, 0, sizeof(row));
	if (!json_is_string(text) || !label || !label_of(label, &row)) {
		run->skipped++;
		return SPAMCLS_OK;
	}
	row.text.data = json_string_value(text);
	row.text.size = json_string_length(text);
	if (json_is_string(family)) {
		row.family.data = json_string_value(family);
		row.family.size = json_string_length(family);
	}
	if (json_is_number(weight))
		row.weight = json_number_value(weight);
	if (json_is_false(json_object_get(object, "ordinary")))
		row.ordinary = 0;
	if (json_is_true(json_object_get(object, "held_out")))
		row.use = SPAMCLS_ROW_HELD_OUT;
	run->used++;
	return spamcls_trainer_add(run->trainer, &row);
}

/* What is wrong with a row, and of which line it is. */
static int refuse(const train_run *run, const char *path,
                  unsigned long number, const char *what)
{
	char where[96];

	snprintf(where, sizeof(where), "line %lu%s", number, what);
	tool_warn(run->options, path, where);
	return TOOL_DATA;
}

/* Nothing to learn from: says which labels there are. */
static int no_rows(const train_run *run)
{
	char what[256] = "no row has a text and a known label:";

	for (size_t i = 0; i < sizeof(labels) / sizeof(labels[0]); i++) {
		size_t used = strlen(what);

		snprintf(what + used, sizeof(what) - used, "%s %s",
		         i ? "," : "", labels[i].label);
	}
	tool_warn(run->options, NULL, what);
	return TOOL_DATA;
}

static int no_memory(const tool_options *options)
{
	tool_warn(options, NULL, "no memory");
	return TOOL_SOFTWARE;
}

static int add_line(train_run *run, const char *path, unsigned long number,
                    const spamcls_span *line)
{
	json_t *object;
	spamcls_status status = SPAMCLS_OK;
	int is_object;

	if (lines_blank(line))
		return TOOL_OK;
	object = json_line_load(*line, NULL);
	is_object = json_is_object(object);
	if (is_object)
		status = add_object(run, object);
	json_decref(object);
	if (json_line_no_memory())
		return no_memory(run->options);
	if (!is_object)
		return refuse(run, path, number, " is no JSON object");
	if (status == SPAMCLS_E_ARG)
		return refuse(run, path, number,
		              ": its weight is not from 0 to 1000000");
	return status == SPAMCLS_OK ? TOOL_OK : no_memory(run->options);
}

static int add_file(train_run *run, const char *path)
{
	spamcls_span line;
	lines_found found;
	lines file;
	const char *why = lines_open(path, &file);
	int code = TOOL_OK;

	while (!why && code == TOOL_OK
	       && (found = lines_next(&file, &line)) != LINES_END) {
		if (found == LINES_ONE)
			code = add_line(run, path, file.number, &line);
		else if (found == LINES_LONG)
			code = refuse(run, path, file.number, " is too long");
		else
			why = file.why;
	}
	lines_close(&file);
	if (!why)
		return code;
	tool_warn(run->options, path, why);
	return TOOL_INPUT;
}

/* All scores above 0 would be certain, and all probabilities .5. */
static void warn_of_thresholds(const train_run *run,
                               const spamcls_train_report *r)
{
	if (r->held_out == 0)
		tool_warn(run->options, NULL, "no row has \"held_out\": true, "
		          "so the model has no thresholds and no "
		          "probabilities");
}

static void print_report(const train_run *run, const spamcls_train_report *r)
{
	fprintf(stderr,
	        "rows %llu, held out %llu, skipped %lu\n"
	        "features %llu, weights %u\n"
	        "float state %llu bytes, model %llu bytes (1/%.1f)\n"
	        "AUC %.6f in floats, %.6f compiled (%.4f %%)\n"
	        "calibration error %.5f\n"
	        "likely from %d, certain from %d (1/1024 nat)\n"
	        "a glance is enough for %llu of %llu ordinary rows\n",
	        (unsigned long long)r->rows, (unsigned long long)r->held_out,
	        run->skipped, (unsigned long long)r->features,
	        (unsigned)r->weights, (unsigned long long)r->state_bytes,
	        (unsigned long long)r->model_bytes,
	        (double)r->state_bytes / (double)r->model_bytes, r->auc_float,
	        r->auc_model, 100 * r->auc_model / r->auc_float,
	        r->calibration_error, (int)r->likely, (int)r->certain,
	        (unsigned long long)r->glanced,
	        (unsigned long long)r->ordinary);
}

/* Learning takes long: what cannot be written is said before it. */
static int check_output(const tool_options *o)
{
	FILE *before, *out;
	int why;

	if (strcmp(o->output, "-") == 0)
		return TOOL_OK;
	before = fopen(o->output, "rb");
	out = fopen(o->output, "ab");
	why = errno;
	if (before)
		fclose(before);
	if (!out)
		return tool_cannot_write(o, o->output, "the model", why);
	fclose(out);
	if (!before)
		remove(o->output);
	return TOOL_OK;
}

static int learn(train_run *run)
{
	const spamcls_train_report *report;
	const void *model;
	size_t size;
	int code = check_output(run->options);

	for (int i = 0; i < run->options->n_files && code == TOOL_OK; i++)
		code = add_file(run, run->options->files[i]);
	if (code != TOOL_OK)
		return code;
	if (run->used == 0)
		return no_rows(run);
	if (spamcls_trainer_run(run->trainer, &model, &size, &report)
	    != SPAMCLS_OK)
		return no_memory(run->options);
	print_report(run, report);
	warn_of_thresholds(run, report);
	return tool_save(run->options, run->options->output, "the model",
	                 model, size);
}

static int train_with(const tool_options *options, const spamcls_db *db,
                      const spamcls_train_options *train)
{
	train_run run = { options, NULL, 0, 0 };
	spamcls_status status = spamcls_trainer_new(&run.trainer, db, train);
	int code;

	if (status == SPAMCLS_OK) {
		code = learn(&run);
	} else if (status == SPAMCLS_E_ARG) {
		/* Each other option has its range in the table. */
		tool_warn(options, options->second_look, "out of range: its "
		          "trees lead nowhere; make second-look writes them");
		code = TOOL_USAGE;
	} else {
		code = no_memory(options);
	}
	spamcls_trainer_free(run.trainer);
	return code;
}

int command_train(const tool_options *options)
{
	spamcls_train_options train = options->train;
	spamcls_db *db = NULL;
	tool_trees trees;
	int code = tool_trees_read(options, &trees);

	if (code != TOOL_OK)
		return code;
	tool_trees_use(&trees, options, &train);
	code = train.keep_weights ? tool_open(options, &db)
	                          : tool_open_untrained(options, &db);
	if (code == TOOL_OK)
		code = train_with(options, db, &train);
	spamcls_db_free(db);
	tool_trees_free(&trees);
	return code;
}
