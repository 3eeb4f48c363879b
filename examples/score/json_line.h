/*
 * json_line.h - a JSON value on a line, whoever wrote it.
 */
#ifndef JSON_LINE_H
#define JSON_LINE_H

#include <jansson.h>
#include <spamcls.h>

/* Has JSON take memory from here, before any thread begins. */
void json_line_begin(void);

/* Not 0 where what was done with JSON since this thread's last json_line_load,
 * and in it, has lacked memory: Jansson tells that as a mistake in the line, or
 * not at all, and leaves out bytes of a text. */
int json_line_no_memory(void);

/* The value, to be given back by json_decref; NULL: the line is none, and
 * *error (may be NULL) says why.  A NUL in a text is let in, and so is a number
 * that is too large for an integer, beside which all numbers are reals; an
 * escape that is half of a pair is U+FFFD. */
json_t *json_line_load(spamcls_span line, json_error_t *error);

/*
 * The number that an object has by a name, as it is written: none that is too
 * large is rounded.  The line is one that was loaded; 0: it
 * has no such number.
 */
int json_line_number(spamcls_span line, const char *name,
                     spamcls_span *number);

#endif
