/*
 * main.c - spamcls: recognises content-farm pages, offline.
 */
#include "safe_text.h"
#include "tool.h"

#include <limits.h>
#include <string.h>

/* In two, as C promises no string of more than 4095 bytes. */
static const char help[] =
"usage: spamcls COMMAND [OPTION]... [FILE]...\n"
"\n"
"Recognises content-farm pages: splits a page into body and link lists,\n"
"scores every headline of the lists, and gives a verdict with reasons.\n"
"\n"
"Commands\n"
"  score [FILE...]     a JSON object a document: verdict, links, reasons\n"
"  headlines [FILE...] one headline a line -> probability, label, family\n"
"  split [FILE...]     the body as text; --markdown or --json with the lists\n"
"  explain [FILE]      a page told to a person; --headline TEXT: a line\n"
"  site [FILE...]      what score wrote, summed up by host, domain and path\n"
"  synth               headlines from the template grammars, as JSON lines\n"
"  train [FILE...]     a model from labelled headlines (JSON lines)\n"
"  rules [FILE...]     checks rule packs and runs their test lines\n"
"  info                what the database holds\n"
"\n"
"A FILE may be gzip or zstd; - is standard input, and so is no FILE, but for\n"
"rules: the built-in ones. Of score and split it may be a web archive (WARC,\n"
"WET): an answer a page of it. --help, --version: of spamcls.\n"
"\n"
"An option that would say nothing to a command, or beside another option, is\n"
"refused.\n"
"\n"
"Options\n"
"  --threads N         score, split, headlines: threads, 1024 at most [the\n"
"                      machine's cores]\n"
"  --db DIRECTORY      lexicon, rules and model from there [built in]; not of\n"
"                      site and synth\n"
"  --charset NAME      score, split, explain: what the transport said of the\n"
"                      charset\n"
"  --url URL           ... where the document comes from; split: with --json\n"
"  --kind html|text    ... what the document is [found out]\n"
"  --json              headlines, split: JSON objects\n"
"  --html              explain: one self-contained HTML file\n"
"  --color             explain: in colour even where it is no terminal\n"
"  --headline TEXT     explain: this line instead of a page\n"
"  --links             score: a FILE is a title and then links, one a line,\n"
"                      or JSON lines as split --json writes them; explain:\n"
"                      the former; split: with --json or --markdown\n"
"  --jsonl             score, split: a FILE is pages, a JSON object a line:\n"
"                      its \"html\" or \"text\", perhaps \"id\" and \"url\"\n"
"  --markdown          split: the body and the lists as Markdown\n"
"  --exit-code         score: 0 clean, 1 suspect, 2 farm: the worst counts;\n"
"                      66 where a FILE, or a part of it, cannot be read\n"
"\n"
"Limits: score, split and explain\n"
"  --max-input N       bytes read of a document [16777216]; 1 GiB at most\n"
"  --max-text N        bytes of its text [8388608]; 1 GiB at most\n"
"  --max-blocks N      paragraphs [100000]\n"
"  --max-links N       links [20000]\n"
"  --max-depth N       open elements [256]; 65535 at most\n"
"  --max-headline N    characters of a headline [256]; 4096 at most;\n"
"                      headlines, too, not split\n"
"  --max-steps N       of one rule's pattern on one headline [20000]; as well\n"
"  --max-body N        bytes of body read closely; of more, a sample [3072];\n"
"                      not split\n";

static const char more_help[] =
"\n"
"site\n"
"  --json              a JSON object a site, as --format json\n"
"  --format F          text, json, or only sites to block: hosts (a hosts\n"
"                      file), ublacklist [text]\n"
"  --least X           ... where farms surely are this share or more [0.5]\n"
"  --sketch FILE       writes the counts themselves, to merge them later; -\n"
"                      is standard output\n"
"  --merge             a FILE is such counts, not score's answers\n"
"  --top N             sites listed of domains, hosts and prefixes, as text\n"
"                      [20]\n"
"  --depth N           path segments of a prefix [1]\n"
"  --suffixes FILE     a public suffix list [that of libpsl]\n"
"  --sites N           sites kept of domains, hosts and prefixes [100000]\n"
"  --sample N          marked links kept of a site, for its families [64]\n"
"\n"
"synth and train\n"
"  --grammar DIRECTORY template grammars [data/grammar]\n"
"  --count N           headlines of each family [1000]\n"
"  --seed N            the same seed gives the same answers [1]\n"
"  --only F,F          only these families\n"
"  --leave-out F,F     all families but these\n"
"  --output FILE       where train writes the model [model.spm]; - is\n"
"                      standard output\n"
"  --epochs N          passes over the rows [6]\n"
"  --bits N            2^N bytes of n-grams' weights [23]\n"
"  --language-bits N   2^N bytes of characters' order [23], 0 for none\n"
"  --rate X            learning rate [0.05]\n"
"  --l1 X, --l2 X      pruning and shrinking of weights [1, 1]\n"
"  --drop X            share of rows that lose a group of n-grams [0.5]\n"
"  --second-look FILE  trees of make second-look, their threshold\n"
"  --keep-weights      the database's weights; rows set thresholds alone\n"
"  --likely X          false alarms per million aimed at [180]\n"
"  --certain X         and for certain [1]\n"
"\n"
"Exit codes: 0 done, also where documents are spam or unreadable (those are\n"
"answers with \"error\"); 64 usage, 65 a database or its files are wrong,\n"
"66 a FILE cannot be read and the answers have no place to say so, 70 no\n"
"memory, 74 output failed.\n";

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

static int usage(const char *what)
{
	safe_line("spamcls: %s; spamcls --help lists the commands", what);
	return TOOL_USAGE;
}

static int print_help(void)
{
	fputs(help, stdout);
	fputs(more_help, stdout);
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
			return print_help();
		if (code != TOOL_OK)
			return code;
		code = commands[i].run(&options);
		wrote = tool_written(&options);
		return wrote == TOOL_OK ? code : wrote;
	}
	return usage("no such command");
}

/* "spamcls --help"; of a command there is the same page. */
static int is_help(const char *word)
{
	return strcmp(word, "--help") == 0 || strcmp(word, "-h") == 0
	       || strcmp(word, "help") == 0;
}

int main(int argc, char **argv)
{
	tool_output_begin();
	if (argc < 2)
		return usage("no command given");
	if (is_help(argv[1]))
		return print_help();
	if (strcmp(argv[1], "--version") == 0) {
		if (argc > 2)
			return usage("--version takes nothing behind it");
		printf("spamcls %s\n", spamcls_version_string());
		return tool_written(NULL);
	}
	return run(argc, argv);
}
