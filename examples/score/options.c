/* options.c - the command line; see tool.h. */
#include "option_table.h"
#include "safe_text.h"
#include "tool.h"

#include <math.h>
#include <string.h>
#include <unistd.h>

/* A command line that is being read. */
typedef struct command_line {
	int argc;
	char **argv;
	int at;             /* of argv: what is read */
	int most_files;
	tool_options *out;
	const char *given[OPTION_ROWS]; /* by row: the value, "" of a flag;
	                                   NULL: not given */
} command_line;

static int usage(const tool_options *o, const char *name, const char *what)
{
	safe_line("spamcls: %s: --%s: %s; see spamcls %s --help", o->command,
	          name, what, o->command);
	return TOOL_USAGE;
}

static int does_not_fit(const tool_options *o, const option *which)
{
	char what[128] = "this value does not fit: ";
	size_t size = strlen(what);

	option_needs(which, what + size, sizeof(what) - size);
	return usage(o, which->name, what);
}

/* The argument behind the option.  "--url --json" has forgotten it, and an
 * option that was meant would be lost. */
static const char *next_value(command_line *line)
{
	const char *next = line->at + 1 < line->argc
	                   ? line->argv[line->at + 1] : NULL;

	if (!next || strncmp(next, "--", 2) == 0)
		return NULL;
	line->at++;
	return next;
}

static int take_value(command_line *line, const option *o, const char *text)
{
	tool_options *out = line->out;

	if (!text)
		return usage(out, o->name, "needs a value (one that begins "
		             "with -- stands behind an equals sign)");
	if (text[0] == '\0' && (o->value == OPTION_TEXT
	                        || o->value == OPTION_INPUT))
		return usage(out, o->name, "its value is empty: give one, or "
		             "leave the option out");
	if (!option_set(o, text, out))
		return does_not_fit(out, o);
	line->given[o - option_table] = text;
	return TOOL_OK;
}

/* --name value, --name=value, --flag; moves line->at over what it used. */
static int parse_one(command_line *line)
{
	const char *name = line->argv[line->at] + 2;
	const char *equals = strchr(name, '=');
	size_t size = equals ? (size_t)(equals - name) : strlen(name);
	int others;
	const option *o = option_find(line->out->command, name, size,
	                              &others);

	if (!o && others)
		return usage(line->out, name, "not an option of this command");
	if (!o)
		return usage(line->out, name, "no such option");
	if (o->value != OPTION_FLAG)
		return take_value(line, o, equals ? equals + 1
		                                  : next_value(line));
	if (equals)
		return usage(line->out, o->name, "takes no value");
	line->given[o - option_table] = "";
	option_set(o, "", line->out);
	return TOOL_OK;
}

/* A file that the command cannot take. */
static int wrong_file(const tool_options *o, const char *name,
                      const char *what)
{
	safe_line("spamcls: %s: %s: %s; see spamcls %s --help", o->command,
	          name, what, o->command);
	return TOOL_USAGE;
}

/* What is left over, a file; "-" is one. */
static int add_file(command_line *line, char *name)
{
	tool_options *out = line->out;

	if (out->n_files >= line->most_files)
		return wrong_file(out, name, line->most_files
		                  ? "takes no second FILE" : "takes no FILE");
	if (name[0] == '\0')
		return wrong_file(out, "\"\"", "the name of a FILE is empty: "
		                  "- is standard input");
	out->files[out->n_files++] = name;
	return TOOL_OK;
}

/* "-x" is neither an option nor, without "--" before it, a file. */
static int short_option(const tool_options *o, const char *name)
{
	safe_line("spamcls: %s: %s: no such option; see spamcls %s --help "
	          "(a file of that name is ./%s)", o->command, name,
	          o->command, name);
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

static int is_help(const char *word)
{
	return strcmp(word, "--help") == 0 || strcmp(word, "-h") == 0;
}

static int parse_all(command_line *line)
{
	int code = TOOL_OK;

	for (; code == TOOL_OK && line->at < line->argc; line->at++) {
		char *word = line->argv[line->at];

		if (strcmp(word, "--") == 0)
			break;
		if (is_help(word))
			code = TOOL_HELP;
		else if (strncmp(word, "--", 2) == 0)
			code = parse_one(line);
		else if (word[0] == '-' && word[1] != '\0')
			code = short_option(line->out, word);
		else
			code = add_file(line, word);
	}
	for (line->at++; code == TOOL_OK && line->at < line->argc; line->at++)
		code = add_file(line, line->argv[line->at]);
	return code;
}

/* Does the word, as option_table.h has them, hold of the command line? */
static int holds(const command_line *line, const char *word, size_t size)
{
	const char *equals = memchr(word, '=', size);
	size_t name = equals ? (size_t)(equals - word) : size;
	const char *value;
	int others;
	const option *o;

	if (option_listed("FILE", word, size))
		return line->out->n_files > 0;
	o = option_find(line->out->command, word, name, &others);
	value = o ? line->given[o - option_table] : NULL;
	return value && (!equals || (strlen(value) == size - name - 1
	                             && memcmp(value, equals + 1,
	                                       size - name - 1) == 0));
}

/* The first of the words that holds; NULL: none, or there are no words. */
static const char *first_that_holds(const command_line *line,
                                    const char *words, size_t *size)
{
	for (; words && *words; words += *size + (words[*size] == ' ')) {
		*size = strcspn(words, " ");
		if (holds(line, words, *size))
			return words;
	}
	return NULL;
}

/* A word as it is typed. */
static void print_word(const char *word, size_t size)
{
	if (option_listed("FILE", word, size))
		fputs("a FILE", stderr);
	else
		fprintf(stderr, "--%.*s", (int)size, word);
}

/* Of two options one would be dropped in silence. */
static int refuse_both(const command_line *line, const option *o,
                       const char *word, size_t size)
{
	fprintf(stderr, "spamcls: %s: --%s and ", line->out->command, o->name);
	print_word(word, size);
	fprintf(stderr, " do not go together: give one of them; see spamcls "
	        "%s --help\n", line->out->command);
	return TOOL_USAGE;
}

/* An option would say nothing. */
static int refuse_alone(const command_line *line, const option *o)
{
	fprintf(stderr, "spamcls: %s: --%s says something only with ",
	        line->out->command, o->name);
	for (const char *word = o->with; *word;) {
		size_t size = strcspn(word, " ");

		print_word(word, size);
		word += size + (word[size] == ' ');
		if (*word)
			fputs(" or ", stderr);
	}
	fprintf(stderr, "; see spamcls %s --help\n", line->out->command);
	return TOOL_USAGE;
}

static int agree(const command_line *line)
{
	size_t size;

	for (size_t i = 0; i < option_rows; i++) {
		const option *o = &option_table[i];
		const char *word;

		if (!line->given[i])
			continue;
		word = first_that_holds(line, o->against, &size);
		if (word)
			return refuse_both(line, o, word, size);
		if (o->with && !first_that_holds(line, o->with, &size))
			return refuse_alone(line, o);
	}
	return TOOL_OK;
}

/* Whoever reads standard input second would find nothing there. */
static int check_standard_input(const command_line *line)
{
	const tool_options *o = line->out;
	int n = 0;

	for (int i = 0; i < o->n_files; i++)
		n += strcmp(o->files[i], "-") == 0;
	for (size_t i = 0; i < option_rows; i++)
		n += option_table[i].value == OPTION_INPUT && line->given[i]
		     && strcmp(line->given[i], "-") == 0;
	return n <= 1 ? TOOL_OK
	              : wrong_file(o, "-", "standard input can be read only "
	                           "once: name a FILE");
}

/* What follows from all options together. */
static void settle(tool_options *o)
{
	static char dash[] = "-";
	static char *standard_input[] = { dash };

	o->train.seed = o->seed;
	if (o->limits.input_bytes == 0)
		o->limits.input_bytes = TOOL_PAGE;
	o->n_named = o->n_files;
	if (o->n_files == 0) {
		o->files = standard_input;
		o->n_files = 1;
	}
}

int tool_parse(int argc, char **argv, int most_files, tool_options *o)
{
	command_line line = { argc, argv, 2, most_files, o, { NULL } };
	int code;

	set_defaults(o);
	o->command = argv[1];
	o->files = argv + 2;
	code = parse_all(&line);
	if (code == TOOL_OK)
		code = agree(&line);
	settle(o);
	return code == TOOL_OK ? check_standard_input(&line) : code;
}

unsigned tool_threads(const tool_options *options)
{
	long n = (long)options->threads;

	if (n <= 0)
		n = sysconf(_SC_NPROCESSORS_ONLN);
	return n < 1 ? 1
	       : n > TOOL_MAX_THREADS ? TOOL_MAX_THREADS : (unsigned)n;
}

void tool_warn(const tool_options *options, const char *name, const char *text)
{
	safe_line("spamcls: %s: %s%s%s", options->command, name ? name : "",
	          name ? ": " : "", text);
}
