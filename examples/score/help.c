/*
 * help.c - what --help says: all of it, or what belongs to one command.
 */
#include "option_table.h"

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
"WET): an answer a page of it.\n"
"\n"
"spamcls COMMAND --help: the options of one. spamcls --version: the version.\n"
"\n"
"An option that would say nothing to a command, or beside another option, is\n"
"refused. 0 stands for the default of --threads, --sites, --sample and of any\n"
"limit.\n"
"\n"
"Options\n"
"  --threads N         score, split, headlines: threads, 1024 at most [the\n"
"                      machine's cores]\n"
"  --db DIRECTORY      lexicon, rules and model from there [built in]; not of\n"
"                      site and synth\n"
"  --charset NAME      score, split, explain: what the transport said of the\n"
"                      charset\n"
"  --url URL           score, explain; split with --json: where it comes from\n"
"  --kind html|text    score, split, explain: what it is [found out]\n"
"  --json              headlines, split: JSON objects; score: as always\n"
"  --html              explain: one self-contained HTML file\n"
"  --color             explain: in colour even where it is no terminal\n"
"  --headline TEXT     explain: this line instead of a page\n"
"  --links             score: a FILE is a title and then links, one a line,\n"
"                      or JSON lines as split --json writes them; explain:\n"
"                      the former; split: with --json or --markdown\n"
"  --jsonl             score, split: a FILE is pages, a JSON object a line:\n"
"                      its \"html\" or \"text\", perhaps \"id\" and \"url\"\n"
"  --markdown          split: the body and the lists as Markdown\n"
"  --glance            headlines, explain --headline: ordinary lines are told\n"
"                      by their characters alone: three times as fast, some\n"
"                      lines of farms are lost\n"
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
"  --max-steps N       of one rule's pattern on one headline [20000];\n"
"                      headlines, too, not split\n"
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
"  --sites N           sites kept of domains, hosts and prefixes [100000];\n"
"                      16777216 at most\n"
"  --sample N          marked links kept of a site, for its families [64];\n"
"                      4096 at most\n"
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
"  --bits N            2^N bytes of n-grams' weights [23]; 8 to 24\n"
"  --language-bits N   2^N bytes of characters' order [23]; 8 to 24, or 0\n"
"                      for none\n"
"  --rate X            learning rate [0.05]\n"
"  --l1 X, --l2 X      pruning and shrinking of weights [1, 1]\n"
"  --drop X            share of rows that lose a group of n-grams [0.5]\n"
"  --glance-loss X     share of garbage found that --glance may lose; 0: the\n"
"                      model has no glance [0.001]\n"
"  --second-look FILE  trees of make second-look, their threshold\n"
"  --keep-weights      the database's weights; rows set thresholds alone\n"
"  --likely X          false alarms per million aimed at [180]\n"
"  --certain X         and for certain [1]\n"
"\n"
"Exit codes: 0 done, also where documents are spam or unreadable (those are\n"
"answers with \"error\"); 64 usage, 65 a database or its files are wrong,\n"
"66 a FILE cannot be read and the answers have no place to say so, 70 no\n"
"memory, 74 output failed.\n";


#define INDENT 4  /* of an option's name, "--" included */
#define COLUMN 22 /* where what is said of it begins */

static size_t line_size(const char *line)
{
	size_t size = strcspn(line, "\n");

	return size + (line[size] == '\n');
}

/* Does the line begin with an option that the command has? */
static int has_option(const char *line, const char *command)
{
	const char *name = line + INDENT;
	int others;

	return strncmp(line, "  --", INDENT) == 0
	       && option_find(command, name, strcspn(name, " ,"), &others);
}

/* The command's options of a page, as far as they stand there.  What stands
 * below "site" is its alone, and all that it has: --json is there twice. */
static void print_options(const char *page, const char *command)
{
	int below_site = 0, keep = 0;

	for (size_t size; *page != '\0'; page += size) {
		size = line_size(page);
		if (page[0] != ' ')
			below_site = strncmp(page, "site\n", size) == 0;
		if (strncmp(page, "   ", 3) != 0)
			keep = below_site == (strcmp(command, "site") == 0)
			       && has_option(page, command);
		if (keep)
			fwrite(page, 1, size, stdout);
	}
}

/* The command's line among "Commands". */
static const char *find_command(const char *command)
{
	const char *line = strstr(help, "\nCommands\n") + 1;
	size_t size = strlen(command);

	while (strncmp(line, "  ", 2) != 0
	       || strncmp(line + 2, command, size) != 0
	       || line[2 + size] != ' ')
		line += line_size(line);
	return line;
}

static void print_usage(const char *command)
{
	const char *line = find_command(command);
	const char *file = line + 2 + strlen(command);
	size_t size = (size_t)(line + COLUMN - file);

	while (size > 0 && file[size - 1] == ' ')
		size--;
	printf("usage: spamcls %s [OPTION]...%.*s\n\n  ", command, (int)size,
	       file);
	fwrite(line + COLUMN, 1, line_size(line + COLUMN), stdout);
}

void tool_help(const char *command)
{
	if (!command) {
		fputs(help, stdout);
		fputs(more_help, stdout);
		return;
	}
	print_usage(command);
	fputs("\nOptions\n", stdout);
	print_options(help, command);
	print_options(more_help, command);
	fputs("\nspamcls --help: files, exit codes, the other commands.\n",
	      stdout);
}
