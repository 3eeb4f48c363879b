/*
 * main.c - spamcls: recognises content-farm pages, offline.
 */
#include "json_line.h"
#include "safe_text.h"
#include "tool.h"

#include <limits.h>
#include <string.h>

typedef struct command {
	const char *name;
	int (*run)(const tool_options *options);
	int most_files;
} command;

static const command commands[] = {
	{ "score", command_score, INT_MAX },
	{ "headlines", command_headlines, INT_MAX },
	{ "split", command_split, INT_MAX },
	{ "explain", command_explain, 1 },
	{ "site", command_site, INT_MAX },
	{ "synth", command_synth, 0 },
	{ "train", command_train, INT_MAX },
	{ "rules", command_rules, INT_MAX },
	{ "info", command_info, 0 },
};

static int usage(const char *what, const char *word)
{
	safe_line("spamcls: %s%s; spamcls --help lists the commands", what,
	          word);
	return TOOL_USAGE;
}

static int print_help(const char *name)
{
	tool_help(name);
	return tool_written(NULL);
}

static int run(int argc, char **argv)
{
	tool_options options;
	int code, wrote;

	for (size_t i = 0; i < sizeof(commands) / sizeof(commands[0]); i++) {
		if (strcmp(argv[1], commands[i].name) != 0)
			continue;
		code = tool_parse(argc, argv, commands[i].most_files,
		                  &options);
		if (code == TOOL_HELP)
			return print_help(commands[i].name);
		if (code != TOOL_OK)
			return code;
		code = commands[i].run(&options);
		wrote = tool_written(&options);
		return wrote == TOOL_OK ? code : wrote;
	}
	return usage("no such command: ", argv[1]);
}

/* "spamcls --help": of all commands. */
static int is_help(const char *word)
{
	return strcmp(word, "--help") == 0 || strcmp(word, "-h") == 0
	       || strcmp(word, "help") == 0;
}

int main(int argc, char **argv)
{
	tool_output_begin();
	json_line_begin();
	if (argc < 2)
		return usage("no command given", "");
	if (is_help(argv[1]))
		return print_help(NULL);
	if (strcmp(argv[1], "--version") == 0) {
		if (argc > 2)
			return usage("--version takes nothing behind it", "");
		printf("spamcls %s\n", spamcls_version_string());
		return tool_written(NULL);
	}
	return run(argc, argv);
}
