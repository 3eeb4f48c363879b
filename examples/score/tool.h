/*
 * tool.h - what the subcommands of spamcls share.
 */
#ifndef TOOL_H
#define TOOL_H

#include <spamcls.h>
#include <stdio.h>

/* Bytes of a file that is no page: above it, an error. */
#define TOOL_MAX_FILE ((size_t)2 << 30)

/* Bytes read of a page where --max-input says nothing, and at most. */
#define TOOL_PAGE ((uint64_t)16 << 20)
#define TOOL_MAX_PAGE ((uint64_t)1 << 30)

/* Of --threads: more than the cores of any machine that it is for. */
#define TOOL_MAX_THREADS 1024

/* Exit codes, as in sysexits.h. */
enum { TOOL_OK = 0, TOOL_USAGE = 64, TOOL_DATA = 65, TOOL_INPUT = 66,
       TOOL_SOFTWARE = 70, TOOL_IO = 74 };

/* What tool_parse returns where help is asked for. */
#define TOOL_HELP (-1)

/* What the options say, and what is left over. */
typedef struct tool_options {
	const char *command;
	const char *db;       /* --db DIRECTORY, or NULL */
	const char *charset;  /* --charset NAME, or NULL */
	const char *url;      /* --url URL, or NULL */
	spamcls_kind kind;    /* --kind html|text */
	uint32_t threads;     /* --threads N; 0: the machine's cores */
	spamcls_limits limits;/* --max-... N */
	int json, markdown, html, links, jsonl, colour;
	int exit_code;        /* --exit-code */
	int glance;           /* --glance */
	const char *headline; /* --headline TEXT */
	const char *output;   /* --output FILE, or NULL */
	const char *grammar;  /* synth: --grammar DIRECTORY */
	const char *leave_out;/* synth: --leave-out FAMILY,... */
	const char *only;     /* synth: --only FAMILY,... */
	const char *sketch;   /* site: --sketch FILE, or NULL */
	const char *suffixes; /* site: --suffixes FILE, or NULL */
	const char *format;   /* site: --format NAME, or NULL */
	int merge;            /* site: the files are sketches */
	uint32_t depth, top;  /* site: --depth N, --top N */
	double least;         /* site: --least X */
	spamcls_sketch_options sketches; /* site: --sites N, --sample N */
	unsigned long seed;   /* --seed N */
	unsigned long count;  /* synth: --count N, a family */
	const char *second_look; /* train: --second-look FILE, or NULL */
	double likely;           /* train: --likely X, or NAN */
	spamcls_train_options train;
	char **files;         /* "-" alone where none was named */
	int n_files, n_named;
} tool_options;

/*
 * Reads argv[1...], with no more than that many files; on failure prints a
 * message to standard error and returns TOOL_USAGE, or TOOL_HELP.
 */
int tool_parse(int argc, char **argv, int most_files, tool_options *options);

/* Prints what --help says: of one command, or of all where it is NULL. */
void tool_help(const char *command);

/* Opens the database that options name; prints what is wrong with it. */
int tool_open(const tool_options *options, spamcls_db **db);

/* The same without its model, for training. */
int tool_open_untrained(const tool_options *options, spamcls_db **db);

/* Prints "spamcls: COMMAND: text" to standard error. */
void tool_warn(const tool_options *options, const char *name,
               const char *text);

/* Before anything is printed. */
void tool_output_begin(void);

/* Writes whole answers to standard output, by one thread at a time; 0 where
 * this or what was written before failed: behind that nothing is written.  Of
 * a command that is killed a file has whole answers, and seldom a piece of the
 * next: the system leaves off within a write. */
int tool_write(const void *data, size_t size);

/* The same of what was just printed there: keeps why the first failed. */
int tool_printed(void);

/* After all that is printed: says where it has not arrived, and why; returns
 * TOOL_OK or TOOL_IO.  options may be NULL. */
int tool_written(const tool_options *options);

/* Writes a file, "-" is standard output; says where it cannot be: "PATH:
 * cannot write WHAT: ...".  Returns TOOL_OK or TOOL_IO. */
int tool_save(const tool_options *options, const char *path, const char *what,
              const void *data, size_t size);

/* Says so, why being an errno; options and path may be NULL.  Returns
 * TOOL_IO. */
int tool_cannot_write(const tool_options *options, const char *path,
                      const char *what, int why);

/* The threads to use: at least one, TOOL_MAX_THREADS at most. */
unsigned tool_threads(const tool_options *options);

/* A session of the options' limits for each of n threads, 1 at least; NULL
 * where there is no memory.  Free them before db. */
spamcls_session **tool_sessions(const tool_options *options,
                                const spamcls_db *db, unsigned n);
void tool_sessions_free(spamcls_session **sessions, unsigned n); /* or NULL */

/* A whole file in memory, unpacked; "-" is standard input. */
typedef struct tool_file {
	char *data;
	size_t size, room;
} tool_file;

/* Returns NULL, or why it cannot be read (a constant): also that it has more
 * than max bytes. */
const char *tool_read(const char *path, size_t max, tool_file *file);

/* Frees the data; the file is empty then. */
void tool_file_free(tool_file *file);

/* Makes room for bytes more; returns 0 where there is no memory. */
int tool_reserve(tool_file *file, size_t size);

/* Adds bytes; returns 0 where there is no memory. */
int tool_append(tool_file *file, const char *data, size_t size);

/* The same of a text. */
int tool_put(tool_file *file, const char *text);

/* The subcommands; each returns an exit code. */
int command_score(const tool_options *options);
int command_split(const tool_options *options);
int command_headlines(const tool_options *options);
int command_explain(const tool_options *options);
int command_site(const tool_options *options);
int command_synth(const tool_options *options);
int command_train(const tool_options *options);
int command_rules(const tool_options *options);
int command_info(const tool_options *options);

#endif
