/* arguments.c - the command line; see crawler.h. */
#include "crawler.h"

#include "../score/safe_text.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { USAGE = 64, CANNOT_WRITE = 74 };

static const char help[] =
"usage: spamcls-crawler [OPTION]... SEEDS\n"
"\n"
"Fetches the pages that the file SEEDS lists, one URL a line (- is standard\n"
"input), classifies them, and follows the links of clean pages. Prints one\n"
"JSON object a page. Keeps to robots.txt and to one host's pace.\n"
"\n"
"An option's value is the next argument, or stands behind an equals sign.\n"
"\n"
"  --delay MS        between two fetches of one host [1000]\n"
"  --same-host       stay on the seeds' hosts\n"
"  --max-depth N     links from a seed [3]\n"
"  --max-pages N     fetched in all [1000]\n"
"  --max-bytes N     of one page [4194304]\n"
"  --max-redirects N in a row [5]\n"
"  --timeout S       of one fetch [20]\n"
"  --transfers N     at once, one of a host [16]\n"
"  --threads N       that classify [2]\n"
"  --agent NAME      told to servers; robots.txt is asked for it, without a\n"
"                    version or more behind it [spamcls-crawler]\n"
"  --db DIRECTORY    lexicon, rules and model from there [built in]\n"
"\n"
"Exit codes: 0 done, 64 usage, 65 a database is wrong, 66 no seeds,\n"
"70 no memory, 74 output failed.\n";

typedef struct number_option {
	const char *name;
	size_t offset;   /* of an unsigned in crawl_options */
	unsigned most;
} number_option;

#define NUMBER(name, field, most) \
	{ name, offsetof(crawl_options, field), most }

static const number_option numbers[] = {
	NUMBER("--delay", delay, 3600000),
	NUMBER("--max-depth", depth, 1000),
	NUMBER("--max-pages", pages, 100000000),
	NUMBER("--max-redirects", redirects, 50),
	NUMBER("--timeout", timeout, 3600),
	NUMBER("--transfers", transfers, 1000),
	NUMBER("--threads", threads, 256),
};

/* --help; returns the exit code. */
static int print_help(void)
{
	if (fputs(help, stdout) >= 0 && fflush(stdout) == 0)
		return 0;
	safe_line("spamcls-crawler: cannot write the help: %s",
	          strerror(errno));
	return CANNOT_WRITE;
}

static int usage(const char *what, const char *argument)
{
	safe_line("spamcls-crawler: %s%s; --help lists the options", what,
	          argument);
	return USAGE;
}

/* Reads digits only; returns 0 where text is no number up to most. */
static int read_number(const char *text, unsigned long most,
                       unsigned long *number)
{
	unsigned long value = 0;

	if (!*text)
		return 0;
	for (; *text; text++) {
		if (*text < '0' || *text > '9')
			return 0;
		value = value * 10 + (unsigned long)(*text - '0');
		if (value > most)
			return 0;
	}
	*number = value;
	return 1;
}

/* Returns 1 if name was one of the numbers, 0 if not, -1 if value is bad. */
static int set_number(crawl_options *options, const char *name,
                      const char *value)
{
	unsigned long number;

	for (size_t i = 0; i < sizeof(numbers) / sizeof(numbers[0]); i++) {
		if (strcmp(name, numbers[i].name) != 0)
			continue;
		if (!read_number(value, numbers[i].most, &number))
			return -1;
		*(unsigned *)(void *)((char *)options + numbers[i].offset) =
			(unsigned)number;
		return 1;
	}
	return 0;
}

static int set_other(crawl_options *options, const char *name,
                     const char *value)
{
	unsigned long number;

	if (strcmp(name, "--agent") == 0) {
		options->agent = value;
	} else if (strcmp(name, "--db") == 0) {
		options->db = value;
	} else if (strcmp(name, "--max-bytes") == 0) {
		if (!read_number(value, 1ul << 30, &number))
			return -1;
		options->bytes = number;
	} else {
		return 0;
	}
	return 1;
}

/* What an option's value must be. */
static int wrong_number(const char *name, const char *value)
{
	unsigned long most = 1ul << 30;

	for (size_t i = 0; i < sizeof(numbers) / sizeof(numbers[0]); i++)
		if (strcmp(name, numbers[i].name) == 0)
			most = numbers[i].most;
	safe_line("spamcls-crawler: %s %s: a whole number up to %lu is "
	          "needed; --help lists the options", name, value, most);
	return USAGE;
}

static int set_option(crawl_options *options, const char *name,
                      const char *value)
{
	int done;

	if (!value || !*value)
		return usage("unknown option, or its value is missing: ",
		             name);
	done = set_number(options, name, value);
	if (done == 0)
		done = set_other(options, name, value);
	if (done == 0)
		return usage("unknown option ", name);
	return done < 0 ? wrong_number(name, value) : 0;
}

/* The argument behind the option; "--agent --same-host" has forgotten it. */
static const char *next_value(int argc, char **argv, int *i)
{
	const char *next = *i + 1 < argc ? argv[*i + 1] : "--";

	return strncmp(next, "--", 2) == 0 ? NULL : argv[++*i];
}

/* --name value, --name=value, --same-host; moves *i over what it used. */
static int read_option(int argc, char **argv, int *i, crawl_options *options)
{
	char *name = argv[*i], *equals = strchr(name, '=');

	if (equals)
		*equals = '\0';
	if (strcmp(name, "--same-host") == 0) {
		options->same_host = 1;
		return equals ? usage("takes no value: ", name) : 0;
	}
	if (equals)
		return set_option(options, name, equals + 1);
	return set_option(options, name, next_value(argc, argv, i));
}

static int read_all(int argc, char **argv, crawl_options *options)
{
	int code;

	for (int i = 1; i < argc; i++) {
		if (strncmp(argv[i], "--", 2) == 0) {
			code = read_option(argc, argv, &i, options);
			if (code)
				return code;
		} else if (argv[i][0] == '-' && argv[i][1] != '\0') {
			return usage("unknown option ", argv[i]);
		} else if (options->seeds) {
			return usage("more than one file: ", argv[i]);
		} else {
			options->seeds = argv[i];
		}
	}
	return options->seeds ? 0 : usage("no file of seeds", "");
}

int crawl_arguments(int argc, char **argv, crawl_options *options)
{
	const crawl_options defaults = { NULL, "spamcls-crawler", NULL, 2, 16,
		1000, 20, 5, 3, 1000, (size_t)4 << 20, 0 };
	int code;

	*options = defaults;
	for (int i = 1; i < argc; i++)
		if (strcmp(argv[i], "--help") == 0)
			exit(print_help());
	code = read_all(argc, argv, options);
	if (code == 0 && (!options->threads || !options->transfers))
		return usage("threads and transfers are at least 1", "");
	return code;
}
