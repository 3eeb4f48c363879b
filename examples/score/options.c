/* options.c - the command line; see tool.h. */
#include "tool.h"

#include <errno.h>
#include <limits.h>
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
	const char *of; /* commands that it says something to; NULL: all */
} option;

#define AT(field) offsetof(tool_options, field)

static const option known[] = {
	{ "threads", COUNT32, AT(threads), NULL },
	{ "db", TEXT, AT(db), NULL },
	{ "charset", TEXT, AT(charset), NULL },
	{ "url", TEXT, AT(url), NULL },
	{ "kind", KIND, AT(kind), NULL },
	{ "json", FLAG, AT(json), "score split headlines site" },
	{ "markdown", FLAG, AT(markdown), "split" },
	{ "html", FLAG, AT(html), "explain" },
	{ "links", FLAG, AT(links), "score split explain" },
	{ "color", FLAG, AT(colour), "explain" },
	{ "headline", TEXT, AT(headline), "explain" },
	{ "exit-code", FLAG, AT(exit_code), "score" },
	{ "max-input", COUNT64, AT(limits.input_bytes), NULL },
	{ "max-text", COUNT32, AT(limits.text_bytes), NULL },
	{ "max-blocks", COUNT32, AT(limits.blocks), NULL },
	{ "max-links", COUNT32, AT(limits.links), NULL },
	{ "max-depth", COUNT32, AT(limits.depth), NULL },
	{ "max-headline", COUNT32, AT(limits.headline), NULL },
	{ "max-steps", COUNT32, AT(limits.regex_steps), NULL },
	{ "max-body", COUNT32, AT(limits.body_bytes), NULL },
	{ "merge", FLAG, AT(merge), "site" },
	{ "sketch", TEXT, AT(sketch), "site" },
	{ "suffixes", TEXT, AT(suffixes), "site" },
	{ "format", TEXT, AT(format), "site" },
	{ "depth", COUNT32, AT(depth), "site" },
	{ "top", COUNT32, AT(top), "site" },
	{ "least", REAL, AT(least), "site" },
	{ "sites", COUNT32, AT(sketches.sites), "site" },
	{ "sample", COUNT32, AT(sketches.sample), "site" },
	{ "grammar", TEXT, AT(grammar), "synth" },
	{ "count", ULONG, AT(count), "synth" },
	{ "seed", ULONG, AT(seed), "synth train" },
	{ "only", TEXT, AT(only), "synth" },
	{ "leave-out", TEXT, AT(leave_out), "synth" },
	{ "output", TEXT, AT(output), "train" },
	{ "epochs", COUNT32, AT(train.epochs), "train" },
	{ "bits", COUNT32, AT(train.bits), "train" },
	{ "language-bits", COUNT32, AT(train.language_bits), "train" },
	{ "rate", REAL, AT(train.rate), "train" },
	{ "l1", REAL, AT(train.l1), "train" },
	{ "l2", REAL, AT(train.l2), "train" },
	{ "drop", REAL, AT(train.drop), "train" },
	{ "likely", REAL, AT(likely), "train" },
	{ "certain", REAL, AT(train.certain), "train" },
	{ "second-look", TEXT, AT(second_look), "train" },
	{ "keep-weights", FLAG, AT(train.keep_weights), "train" },
};

static int usage(const tool_options *o, const char *name, const char *what)
{
	fprintf(stderr, "spamcls: %s: --%s: %s; see spamcls --help\n",
	        o->command, name, what);
	return TOOL_USAGE;
}

/* The most that a count may be. */
static unsigned long long most_of(value v)
{
	return v == COUNT32 ? UINT32_MAX : v == ULONG ? ULONG_MAX : UINT64_MAX;
}

/* What a value must be. */
static int does_not_fit(const tool_options *o, const option *which)
{
	static const char wrong[] = "this value does not fit: ";
	char what[96];

	if (which->value == REAL || which->value == KIND)
		snprintf(what, sizeof(what), "%s%s is needed", wrong,
		         which->value == REAL ? "a number" : "html or text");
	else
		snprintf(what, sizeof(what), "%sa whole number up to %llu is "
		         "needed", wrong, most_of(which->value));
	return usage(o, which->name, what);
}

/* Is command one of the words? */
static int belongs(const char *words, const char *command)
{
	size_t size = strlen(command);

	for (; words; words = strchr(words, ' ')) {
		words += *words == ' ';
		if (strncmp(words, command, size) == 0
		    && (words[size] == ' ' || words[size] == '\0'))
			return 1;
	}
	return 0;
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
	unsigned long long v;

	errno = 0;
	v = strtoull(text, &end, 10);
	if (*text < '0' || *text > '9' || *end != '\0' || errno == ERANGE
	    || v > most_of(o->value))
		return 0;
	if (o->value == COUNT32)
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
		return end != text && *end == '\0'
		       && isfinite(*(double *)(void *)field);
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
	if (o->of && !belongs(o->of, out->command))
		return usage(out, o->name, "not an option of this command");
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
		return does_not_fit(out, o);
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
		if (strcmp(argv[i], "--help") == 0
		    || strcmp(argv[i], "-h") == 0)
			code = TOOL_HELP;
		else if (strncmp(argv[i], "--", 2) == 0)
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

/* Two options of which one would be dropped in silence, or NULL. */
static const char *contradiction(const tool_options *o)
{
	if (o->json && o->markdown)
		return "--json and --markdown";
	if (o->json && o->format && strcmp(o->format, "json") != 0)
		return "--json and a --format other than json";
	if (o->sketch && (o->json || o->format))
		return "--sketch, which writes no report, and --json or "
		       "--format";
	if (o->links && o->kind != SPAMCLS_KIND_GUESS)
		return "--links and --kind";
	return NULL;
}

static int agree(const tool_options *o)
{
	const char *both = contradiction(o);

	if (!both)
		return TOOL_OK;
	fprintf(stderr, "spamcls: %s: %s contradict each other: give one of "
	        "them; see spamcls --help\n", o->command, both);
	return TOOL_USAGE;
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
	if (code == TOOL_OK)
		code = agree(o);
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
