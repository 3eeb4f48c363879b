/* options.c - the command line; see tool.h. */
#include "tool.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

/* What an option's value is, and where it goes. */
typedef enum value { FLAG, TEXT, COUNT32, COUNT64, ULONG, REAL, KIND } value;

typedef struct option {
	const char *name;
	value value;
	size_t offset;
} option;

#define AT(field) offsetof(tool_options, field)

static const option known[] = {
	{ "threads", COUNT32, AT(threads) },
	{ "db", TEXT, AT(db) },
	{ "charset", TEXT, AT(charset) },
	{ "url", TEXT, AT(url) },
	{ "kind", KIND, AT(kind) },
	{ "json", FLAG, AT(json) },
	{ "markdown", FLAG, AT(markdown) },
	{ "html", FLAG, AT(html) },
	{ "links", FLAG, AT(links) },
	{ "color", FLAG, AT(colour) },
	{ "headline", TEXT, AT(headline) },
	{ "exit-code", FLAG, AT(exit_code) },
	{ "max-input", COUNT64, AT(limits.input_bytes) },
	{ "max-text", COUNT32, AT(limits.text_bytes) },
	{ "max-blocks", COUNT32, AT(limits.blocks) },
	{ "max-links", COUNT32, AT(limits.links) },
	{ "max-depth", COUNT32, AT(limits.depth) },
	{ "max-headline", COUNT32, AT(limits.headline) },
	{ "max-steps", COUNT32, AT(limits.regex_steps) },
	{ "max-body", COUNT32, AT(limits.body_bytes) },
	{ "merge", FLAG, AT(merge) },
	{ "sketch", TEXT, AT(sketch) },
	{ "suffixes", TEXT, AT(suffixes) },
	{ "format", TEXT, AT(format) },
	{ "depth", COUNT32, AT(depth) },
	{ "top", COUNT32, AT(top) },
	{ "least", REAL, AT(least) },
	{ "sites", COUNT32, AT(sketches.sites) },
	{ "sample", COUNT32, AT(sketches.sample) },
	{ "grammar", TEXT, AT(grammar) },
	{ "count", ULONG, AT(count) },
	{ "seed", ULONG, AT(seed) },
	{ "only", TEXT, AT(only) },
	{ "leave-out", TEXT, AT(leave_out) },
	{ "output", TEXT, AT(output) },
	{ "epochs", COUNT32, AT(train.epochs) },
	{ "bits", COUNT32, AT(train.bits) },
	{ "language-bits", COUNT32, AT(train.language_bits) },
	{ "rate", REAL, AT(train.rate) },
	{ "l1", REAL, AT(train.l1) },
	{ "l2", REAL, AT(train.l2) },
	{ "drop", REAL, AT(train.drop) },
	{ "likely", REAL, AT(likely) },
	{ "certain", REAL, AT(train.certain) },
	{ "second-look", TEXT, AT(second_look) },
	{ "keep-weights", FLAG, AT(train.keep_weights) },
};

static int usage(const tool_options *o, const char *name, const char *what)
{
	fprintf(stderr, "spamcls: %s: --%s: %s; see spamcls --help\n",
	        o->command, name, what);
	return TOOL_USAGE;
}

static const option *find(const char *name, size_t size)
{
	for (size_t i = 0; i < sizeof(known) / sizeof(known[0]); i++)
		if (strlen(known[i].name) == size
		    && memcmp(known[i].name, name, size) == 0)
			return &known[i];
	return NULL;
}

static int set_count(const option *o, const char *text, void *field)
{
	char *end;
	unsigned long long v = strtoull(text, &end, 10);
	int small = o->value == COUNT32;

	if (*text < '0' || *text > '9' || *end != '\0'
	    || (small && v > UINT32_MAX))
		return 0;
	if (small)
		*(uint32_t *)field = (uint32_t)v;
	else if (o->value == COUNT64)
		*(uint64_t *)field = (uint64_t)v;
	else
		*(unsigned long *)field = (unsigned long)v;
	return 1;
}

static int set_kind(const char *text, void *field)
{
	spamcls_kind *kind = field;

	if (strcmp(text, "html") == 0)
		*kind = SPAMCLS_KIND_HTML;
	else if (strcmp(text, "text") == 0)
		*kind = SPAMCLS_KIND_TEXT;
	else
		return 0;
	return 1;
}

static int set_value(const option *o, const char *text, tool_options *out)
{
	char *field = (char *)out + o->offset, *end;

	switch (o->value) {
	case TEXT:
		*(const char **)(void *)field = text;
		return 1;
	case REAL:
		*(double *)(void *)field = strtod(text, &end);
		return end != text && *end == '\0';
	case KIND:
		return set_kind(text, field);
	default:
		return set_count(o, text, field);
	}
}

/* --name value, --name=value, --flag; moves *i over what it used. */
static int parse_one(int argc, char **argv, int *i, tool_options *out)
{
	const char *name = argv[*i] + 2, *equals = strchr(name, '=');
	size_t size = equals ? (size_t)(equals - name) : strlen(name);
	const option *o = find(name, size);
	const char *text;

	if (!o)
		return usage(out, name, "no such option");
	if (o->value == FLAG) {
		if (equals)
			return usage(out, o->name, "takes no value");
		*(int *)(void *)((char *)out + o->offset) = 1;
		return TOOL_OK;
	}
	text = equals ? equals + 1 : *i + 1 < argc ? argv[++*i] : NULL;
	if (!text)
		return usage(out, o->name, "needs a value");
	if (!set_value(o, text, out))
		return usage(out, o->name, "this value does not fit");
	return TOOL_OK;
}

/* What is left over, a file; "-" is one. */
static int add_file(char *name, int most, tool_options *out)
{
	if (out->n_files < most) {
		out->files[out->n_files++] = name;
		return TOOL_OK;
	}
	fprintf(stderr, "spamcls: %s: %s: takes no %sFILE; see spamcls "
	        "--help\n", out->command, name, most ? "second " : "");
	return TOOL_USAGE;
}

/* "-x" is neither an option nor, without "--" before it, a file. */
static int short_option(const tool_options *o, const char *name)
{
	fprintf(stderr, "spamcls: %s: %s: no such option; see spamcls --help "
	        "(a file of that name is ./%s)\n", o->command, name, name);
	return TOOL_USAGE;
}

static void set_defaults(tool_options *o)
{
	static const spamcls_train_options train = SPAMCLS_TRAIN_OPTIONS_INIT;

	memset(o, 0, sizeof(*o));
	o->limits.size = sizeof(o->limits);
	o->train = train;
	o->sketches.size = sizeof(o->sketches);
	o->likely = (double)NAN;
	o->depth = 1;
	o->top = 20;
	o->least = 0.5;
	o->seed = 1;
	o->count = 1000;
	o->grammar = "data/grammar";
	o->output = "model.spm";
}

static int parse_all(int argc, char **argv, int most_files, tool_options *o)
{
	int i = 2, code = TOOL_OK;

	for (; code == TOOL_OK && i < argc; i++) {
		if (strcmp(argv[i], "--") == 0)
			break;
		if (strncmp(argv[i], "--", 2) == 0)
			code = parse_one(argc, argv, &i, o);
		else if (argv[i][0] == '-' && argv[i][1] != '\0')
			code = short_option(o, argv[i]);
		else
			code = add_file(argv[i], most_files, o);
	}
	for (i++; code == TOOL_OK && i < argc; i++)
		code = add_file(argv[i], most_files, o);
	return code;
}

int tool_parse(int argc, char **argv, int most_files, tool_options *o)
{
	static char dash[] = "-";
	static char *standard_input[] = { dash };
	int code;

	set_defaults(o);
	o->command = argv[1];
	o->files = argv + 2;
	code = parse_all(argc, argv, most_files, o);
	o->train.seed = o->seed;
	if (o->limits.input_bytes == 0)
		o->limits.input_bytes = TOOL_PAGE;
	if (o->n_files == 0) {
		o->files = standard_input;
		o->n_files = 1;
	}
	return code;
}

unsigned tool_threads(const tool_options *options)
{
	long n = (long)options->threads;

	if (n <= 0)
		n = sysconf(_SC_NPROCESSORS_ONLN);
	return n < 1 ? 1 : n > 256 ? 256 : (unsigned)n;
}

void tool_warn(const tool_options *options, const char *name, const char *text)
{
	fprintf(stderr, "spamcls: %s: %s%s%s\n", options->command,
	        name ? name : "", name ? ": " : "", text);
}

static int open_db(const tool_options *options, int without_model,
                   spamcls_db **db)
{
	spamcls_db_options how = SPAMCLS_DB_OPTIONS_INIT;
	spamcls_error error;
	spamcls_status status;

	how.without_model = without_model;
	status = spamcls_db_open_error(db, options->db, &how, &error);
	if (status == SPAMCLS_OK)
		return TOOL_OK;
	if (status == SPAMCLS_E_NOMEM) {
		tool_warn(options, NULL, "no memory");
		return TOOL_SOFTWARE;
	}
	if (error.line == 0)
		fprintf(stderr, "%s: %s (%s)\n", error.file, error.message,
		        spamcls_status_name((int)status));
	else
		fprintf(stderr, "%s:%u:%u: %s (%s)\n", error.file,
		        (unsigned)error.line, (unsigned)error.column,
		        error.message, spamcls_status_name((int)status));
	return TOOL_DATA;
}

int tool_open(const tool_options *options, spamcls_db **db)
{
	return open_db(options, 0, db);
}

int tool_open_untrained(const tool_options *options, spamcls_db **db)
{
	return open_db(options, 1, db);
}
