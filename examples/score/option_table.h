/*
 * option_table.h - every option: its value, whose it is, what it goes with.
 */
#ifndef OPTION_TABLE_H
#define OPTION_TABLE_H

#include "tool.h"

/* What an option's value is. */
typedef enum option_value {
	OPTION_FLAG,    /* none: there or not */
	OPTION_TEXT,
	OPTION_INPUT,   /* a file to read, "-" is standard input */
	OPTION_COUNT32, /* whole numbers, by where they go */
	OPTION_COUNT64,
	OPTION_ULONG,
	OPTION_BITS,    /* COUNT32, and 0 is one, too */
	OPTION_REAL,
	OPTION_KIND
} option_value;

/*
 * Lists are words with blanks between.  In against and with a word is the
 * name of an option, "NAME=VALUE" for that value of it alone, or "FILE" for
 * a file that was named.  An option that is not the same to all commands has
 * a row for each use.
 */
typedef struct option {
	const char *name;
	option_value value;
	size_t offset;       /* of its field in tool_options */
	const char *of;      /* commands that it says something to */
	const char *against; /* beside any of these one of both would be
	                        dropped in silence; NULL: none */
	const char *with;    /* without all of these it would be; NULL: none */
	const char *words;   /* the values that a text may have; NULL: any */
	double least, most;  /* of a number; both 0: what its field holds */
} option;

#define OPTION_ROWS 64 /* no table is longer */

/* All rows, option_rows of them. */
extern const option option_table[];
extern const size_t option_rows;

/* The command's row of that name.  Where there is none, *others says whether
 * other commands have one. */
const option *option_find(const char *command, const char *name, size_t size,
                          int *others);

/* Sets the field of out; 0 where the value does not fit. */
int option_set(const option *which, const char *text, tool_options *out);

/* What a value has to be, in words. */
void option_needs(const option *which, char *words, size_t room);

/* Is a word of that size one of the words?  NULL holds none. */
int option_listed(const char *words, const char *word, size_t size);

#endif
