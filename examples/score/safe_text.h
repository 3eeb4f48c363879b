/* safe_text.h - text of strangers, for a terminal: pages, names, messages. */
#ifndef SAFE_TEXT_H
#define SAFE_TEXT_H

#include <stddef.h>
#include <stdio.h>

/*
 * Prints size bytes; what could give a terminal orders becomes "?": C0 but
 * those in passed, DEL, C1 (U+0080 to U+009F), and what is no UTF-8.
 */
void safe_text(FILE *out, const char *text, size_t size, const char *passed);

/* Prints one line to standard error, as printf does.  A name in it stays in
 * that line: its line ends become "?", too. */
#ifdef __GNUC__
__attribute__((format(printf, 1, 2)))
#endif
void safe_line(const char *format, ...);

#endif
